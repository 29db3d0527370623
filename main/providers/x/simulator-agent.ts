import { Agent } from 'node:https';
import net from 'node:net';

/**
 * Leads every call meant for X to a simulator on this machine, in plain HTTP: the client library has no base-URL option,
 * and this way production code, addresses and headers stay the same.
 */
export class SimulatorAgent extends Agent {
  readonly #port: number;

  constructor(port: number) {
    super({ keepAlive: true });
    this.#port = port;
  }

  override createConnection(): net.Socket {
    return net.connect(this.#port, '127.0.0.1');
  }
}

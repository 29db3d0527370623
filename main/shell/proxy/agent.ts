import { Agent, type AgentOptions } from 'node:https';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { hopInWords, hopsIn, type Hop } from './hops.ts';
import { openTunnel, type Credentials } from './tunnel.ts';

/** Who knows the ways: Chromium, which has the system's settings and understands PAC scripts. */
export type Ways = {
  /** `PROXY a:8080; DIRECT`, as Chromium says it. */
  to(url: string): Promise<string>;
  credentials(): Credentials | null;
};

type Options = Parameters<Agent['createConnection']>[0] & { host?: string | null; port?: unknown };
type Callback = NonNullable<Parameters<Agent['createConnection']>[1]>;

/**
 * Node's own https, led the way the rest of the machine goes. A proxy only passes bytes on: TLS ends at the host, with its
 * certificate checked there. Ways are tried in order; the last one's failure is told.
 */
export class ProxiedAgent extends Agent {
  readonly #ways: Ways;

  constructor(ways: Ways, options: AgentOptions = { keepAlive: true }) {
    super(options);
    this.#ways = ways;
  }

  override createConnection(options: Options, callback?: Callback): Duplex | null | undefined {
    void this.#answer(options, callback);
    return undefined;
  }

  async #answer(options: Options, callback: Callback | undefined): Promise<void> {
    let socket: Duplex;
    try {
      socket = await this.#connect(options);
    } catch (error) {
      // The type wants a socket even where there is none.
      callback?.(error as Error, undefined as never);
      return;
    }
    callback?.(null, socket);
  }

  async #connect(options: Options): Promise<Duplex> {
    const host = options.host ?? 'localhost';
    const port = Number(options.port ?? 443);
    const hops = hopsIn(await this.#ways.to(`https://${host}${port === 443 ? '' : `:${port}`}/`));
    let failure = new Error('the proxy settings of this machine name no way that Earshot can go');
    for (const hop of hops) {
      try {
        return await this.#through(hop, options, { host, port });
      } catch (error) {
        failure = worded(hop, error);
      }
    }
    throw failure;
  }

  async #through(hop: Hop, options: Options, to: { host: string; port: number }): Promise<Duplex> {
    // What a direct connection comes to is told by the socket itself, to whoever waits for it.
    if (hop.kind === 'direct') return secured(super.createConnection(options));
    const tunnel: Socket = await openTunnel(hop, to, this.#ways.credentials());
    return secured(super.createConnection({ ...options, socket: tunnel } as Options));
  }
}

const secured = (socket: Duplex | null | undefined): Duplex => {
  if (!socket) throw new Error('no connection could be made');
  return socket;
};

/** With the code of the system's own errors kept: some are put into words elsewhere. */
const worded = (hop: Hop, error: unknown): Error => {
  const why = error instanceof Error ? error.message : 'the connection failed';
  return new Error(`${hopInWords(hop)}: ${codes[codeOf(error)] ?? why}`);
};

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : '';

const codes: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'it refused the connection',
  ENOTFOUND: 'its address was not found',
  ECONNRESET: 'it cut the connection',
  ETIMEDOUT: 'it did not answer in time',
};

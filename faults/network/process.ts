import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { Network } from '../../e2e/network.ts';

const root = path.join(import.meta.dirname, '../..');

export type Simulated = { network: Network; port: number; brands: readonly string[]; stop(): void };

/** The simulator as a server of its own: it goes on while the desk dies. Nobody in it writes unless told to. */
export const startNetwork = async (seed: string): Promise<Simulated> => {
  const options = ['--no-customers', '--rate', '0', '--opening', '0', '--seed', seed];
  // Short-lived tokens, so that deaths fall into their renewal, too; limits as the network has them, on a day's traffic in minutes.
  const limits = ['--access-token-ttl', '900', '--rate-limits', '20'];
  const child = spawn(
    process.execPath,
    [path.join(root, 'simulator/main.ts'), ...options, ...limits, '--exit-with-parent'],
    { stdio: ['pipe', 'pipe', 'ignore'] },
  );
  const { port, brands } = await firstLine(child);
  const network = new Network(port);
  // The network's own refusal of a duplicate would hide what the desk sends twice.
  await network.settings({ duplicateScope: 'nowhere' });
  return { network, port, brands: brands.map(({ handle }) => handle), stop: () => void child.kill() };
};

type Listening = { port: number; brands: { handle: string }[] };

const firstLine = (child: ChildProcess): Promise<Listening> =>
  new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`The simulator ended (${code}).`)));
    child.stdout?.once('data', (chunk: Buffer) =>
      resolve((JSON.parse(chunk.toString()) as { listening: Listening }).listening),
    );
  });

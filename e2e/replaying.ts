import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { seeded } from '../simulator/random.ts';
import { root } from './launch.ts';
import { Network } from './network.ts';

/** Real conversations; private to this machine, so they may be missing. */
export const careTweets = path.resolve(root, '../shared/data/care-tweets.csv');
export const hasCareTweets = existsSync(careTweets);

/** Lends a simulator in a process of its own that plays the file at 200×, over in about a minute. */
export const replaying = async (job: (network: Network) => Promise<void>): Promise<void> => {
  const child = spawn(
    process.execPath,
    [
      path.join(root, 'simulator/main.ts'),
      ...['--replay', careTweets, '--speed', '200', '--max-gap', '30'],
      ...['--brand', 'AmazonHelp,AppleSupport,Uber_Support,Delta'],
      ...['--rate-limits', '100', '--exit-with-parent'],
    ],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  );
  const network = new Network(await portOf(child));
  const extras = alongside(network);
  try {
    await job(network);
  } finally {
    clearInterval(extras);
    child.kill();
  }
};

/** The file has neither direct messages nor reposts, so some come along, from its own customers. */
const alongside = (network: Network): NodeJS.Timeout => {
  const random = seeded('alongside');
  const once = async (): Promise<void> => {
    const { posts, replay } = await network.truth();
    const said = posts.filter(({ repostOf, reaches }) => repostOf === undefined && reaches.length > 0);
    if (replay?.isDone !== false || said.length === 0) return;
    const { handle } = random.pick(said);
    await network.direct(handle, `Direct ${random.int(1, 1_000_000)}`);
    await network.repost(`fan${random.int(1, 40)}`, random.pick(said).id);
  };
  return setInterval(() => void once().catch(() => undefined), 1500);
};

const portOf = (child: ChildProcess): Promise<number> =>
  new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`The simulator ended (${code}).`)));
    child.stdout?.once('data', (chunk: Buffer) => {
      const { listening } = JSON.parse(chunk.toString()) as { listening: { port: number } };
      resolve(listening.port);
    });
  });

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as after } from 'node:timers/promises';
import { seeded } from '../../simulator/random.ts';
import { compare } from '../compare.ts';
import { expect, test } from '../fixtures.ts';
import { countKept, kept } from '../kept.ts';
import { killTree } from '../kill.ts';
import { commandLine, electronPath, environment } from '../launch.ts';
import type { Network } from '../network.ts';
import { hasCareTweets, replaying } from '../replaying.ts';
import { expectWhole } from '../whole.ts';

test.skip(!hasCareTweets, 'shared/data/care-tweets.csv is not on this machine');
test.describe.configure({ timeout: 240_000 });

test(
  'real conversations at 200×: no message lost, doubled or invented',
  { tag: '@slow' },
  async ({ open, folder }) => {
    await replaying(async (network) => {
      const desk = await open([`--simulator=${network.port}`]);
      await desk.isOpen();
      await isPlayed(network);
      await isCaughtUp(folder, network);
      await desk.earshot.close();
      await isExact(folder, network);
    });
  },
);

test('the same while the program is killed twenty times', { tag: '@slow' }, async ({ folder }, info) => {
  const seed = process.env['EARSHOT_SEED'] ?? 'twenty';
  info.annotations.push({ type: 'seed', description: seed });
  const random = seeded(seed);
  const counts = new Set<number>();
  await replaying(async (network) => {
    const start = () =>
      spawn(electronPath(), commandLine(folder, [`--simulator=${network.port}`]), {
        env: environment(),
        detached: true,
        stdio: 'ignore',
      });
    for (let round = 0; round < 20; round += 1) {
      const program = start();
      const gone = once(program, 'exit');
      await after(random.int(900, 4200));
      killTree(program.pid);
      await gone;
      counts.add(countKept(folder));
    }
    // Kills that all fell before or after the work would prove nothing.
    expect(counts.size).toBeGreaterThan(8);
    const program = start();
    await isPlayed(network);
    await isCaughtUp(folder, network);
    program.kill('SIGTERM');
    await once(program, 'exit');
    await isExact(folder, network);
  });
});

const isPlayed = (network: Network): Promise<void> =>
  expect
    .poll(async () => (await network.summary()).replay?.isDone, { timeout: 150_000, intervals: [1000] })
    .toBe(true);

const isCaughtUp = (folder: string, network: Network): Promise<void> =>
  expect
    .poll(async () => missing(compare(await network.truth(), kept(folder))), {
      timeout: 40_000,
      intervals: [1000],
    })
    .toBe(0);

const missing = ({ messages, reposts }: ReturnType<typeof compare>): number =>
  messages.expected.length - messages.found.length + (reposts.expected.length - reposts.found.length);

const isExact = async (folder: string, network: Network): Promise<void> => {
  const { messages, reposts, ...wrong } = compare(await network.truth(), kept(folder));
  expect(messages.expected.length).toBeGreaterThan(500);
  expect(reposts.expected.length).toBeGreaterThan(10);
  expect(messages.found).toEqual(messages.expected);
  expect(reposts.found).toEqual(reposts.expected);
  expect(wrong).toEqual({ split: [], miscounted: 0, stray: [], stale: [] });
  expectWhole(folder);
};

import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { budgets } from '../budgets.ts';
import type { Figure } from '../report/figure.ts';
import { say } from '../report/say.ts';
import type { Sizes } from '../sizes.ts';
import type { DeskOrder, Lived, NetworkOrder } from './order.ts';

const many = 20;
/** Minutes of the desk's life pass in seconds: polls as often as the network allows, and what comes with them. */
const speed = 30;
/** Messages a minute for each brand: a busy one, all day. */
const perMinute = 20;

/** What one desk takes of a machine with twenty accounts, each at its full rate, beside one account alone. */
export const benchAccounts = async (folder: string, { accountMs }: Sizes): Promise<Figure[]> => {
  say(`Twenty accounts at full rate, after one alone: ${accountMs / 60_000} minutes of each …`);
  const one = await lived(folder, 1, accountMs);
  const all = await lived(folder, many, accountMs);
  const share = (cpuMs: number): string => `${((100 * cpuMs) / accountMs).toFixed(2)} %`;
  return [
    {
      name: `processor time for an account, of ${many}`,
      value: (all.cpuMs / many / accountMs) * 60_000,
      baseline: (one.cpuMs / accountMs) * 60_000,
      unit: 'ms',
      budget: budgets.processorOfAccounts,
      note:
        `a minute; ${many} accounts take ${share(all.cpuMs)} of one core, one alone ${share(one.cpuMs)}; ` +
        `${all.messages} messages came, ${one.messages} to one alone; timers late by ${all.lateMs.toFixed(0)} ms at most (p99, ${speed} times as fast)`,
    },
    {
      name: `memory with ${many} accounts`,
      value: all.memoryMb,
      baseline: one.memoryMb,
      unit: 'MB',
      budget: budgets.memoryOfAccounts,
    },
  ];
};

const lived = async (folder: string, brands: number, lengthMs: number): Promise<Lived> => {
  const network = start('network.ts', { brands, speed, perMinute } satisfies NetworkOrder);
  try {
    const { nowMs, ...where } = await answer<{ port: number; handles: string[]; nowMs: number }>(network);
    const time = { realMs: Date.now(), atMs: nowMs, speed };
    return await answer<Lived>(start('desk.ts', { folder, ...where, time, lengthMs } satisfies DeskOrder));
  } finally {
    network.kill();
  }
};

const start = (script: string, order: unknown): ChildProcess =>
  fork(path.join(import.meta.dirname, script), [JSON.stringify(order)]);

const answer = async <T>(child: ChildProcess): Promise<T> => {
  const [said] = (await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(([code]) => {
      throw new Error(`A process of the bench ended at once (${String(code)}).`);
    }),
  ])) as [T];
  return said;
};

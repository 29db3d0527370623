import { afterEach, expect, it, vi } from 'vitest';
import { AppError } from '../../../shared/errors.ts';
import type { Job } from '../../../shared/model.ts';
import { createJobs, type Jobs, type Progress } from './jobs.ts';

let told: (readonly Job[])[] = [];
let troubles: unknown[] = [];
let ids = 0;
const make = (): Jobs => {
  told = [];
  troubles = [];
  return createJobs({
    now: () => 1000,
    newId: () => `job-${(ids += 1)}`,
    changed: (jobs) => told.push(jobs),
    onTrouble: (error) => troubles.push(error),
  });
};
const asked = { kind: 'export', title: 'Export of 3 threads', unit: 'messages', by: null } as const;

afterEach(() => vi.useRealTimers());

it('tells what runs, how far it is, and what came of it', async () => {
  const jobs = make();
  const id = jobs.start(asked, ({ report }) => {
    report(2, 3);
    return Promise.resolve({ state: 'done', outcome: '3 messages', file: '/tmp/a.csv' });
  });
  expect(jobs.list()).toMatchObject([{ id, state: 'running', done: 0, of: null }]);
  await jobs.ended(id);
  expect(jobs.list()).toMatchObject([
    { state: 'done', outcome: '3 messages', file: '/tmp/a.csv', done: 2, of: 3 },
  ]);
  expect(told.at(-1)).toBe(jobs.list());
  jobs.dismiss(id);
  expect(jobs.list()).toEqual([]);
});

it('tells of steps five times a second at most', async () => {
  vi.useFakeTimers();
  const jobs = make();
  let progress: Progress | undefined;
  const id = jobs.start(asked, (given) => {
    progress = given;
    return new Promise(() => {});
  });
  await vi.advanceTimersByTimeAsync(0);
  const before = told.length;
  for (let at = 0; at < 100; at += 1) progress?.report(at, 100);
  await vi.advanceTimersByTimeAsync(1000);
  expect(told).toHaveLength(before + 1);
  expect(jobs.list()).toMatchObject([{ id, done: 99 }]);
});

it('stops what is asked to, and waits for all at the end', async () => {
  const jobs = make();
  const untilStopped = ({ signal }: Progress): Promise<{ state: 'stopped'; outcome: string }> =>
    new Promise((resolve) => {
      signal.addEventListener('abort', () => resolve({ state: 'stopped', outcome: 'Nothing was written.' }));
    });
  const first = jobs.start(asked, untilStopped);
  jobs.start(asked, untilStopped);
  await Promise.resolve();
  expect(() => jobs.dismiss(first)).toThrow('It still runs');
  jobs.stop(first);
  await jobs.ended(first);
  expect(jobs.list().map(({ state }) => state)).toEqual(['running', 'stopped']);
  await jobs.close();
  expect(jobs.list().map(({ state }) => state)).toEqual(['stopped', 'stopped']);
});

it('says a refusal in its own words, and tells of a bug', async () => {
  const jobs = make();
  const refused = jobs.start(asked, () => Promise.reject(new AppError('disk', 'The disk is full.')));
  await jobs.ended(refused);
  expect(troubles).toEqual([]);
  const broken = jobs.start(asked, () => Promise.reject(new Error('no such thing')));
  await jobs.ended(broken);
  expect(troubles).toHaveLength(1);
  expect(jobs.list()).toMatchObject([
    { state: 'failed', outcome: 'It ended with an error: no such thing' },
    { state: 'failed', outcome: 'The disk is full.' },
  ]);
});

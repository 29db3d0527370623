import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { makeDesk } from '../testing/desk.ts';
import { createLane } from './lane.ts';
import { createPrecedence, longestHoldMs } from './precedence.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('notices that the machine slept, or that its clock was set back, at its next look', async () => {
  const desk = makeDesk();
  let dueAt = desk.now() + 3_600_000;
  const seen: string[] = [];
  const lane = createLane(desk, {
    dueAt: () => dueAt,
    run: () => {
      seen.push('run');
      dueAt = Infinity;
      return Promise.resolve();
    },
    isPaused: () => false,
    woke: () => void seen.push('woke'),
  });
  lane.wake();
  const pass = async (ms: number) => {
    desk.clock.now += ms;
    await vi.advanceTimersByTimeAsync(ms);
  };
  for (let i = 0; i < 4; i += 1) await pass(5_000);
  expect(seen).toEqual([]);
  desk.clock.now += 8 * 3_600_000;
  await pass(5_000);
  expect(seen).toEqual(['woke', 'run']);
  desk.clock.now -= 24 * 3_600_000;
  await pass(5_000);
  expect(seen).toEqual(['woke', 'run', 'woke']);
  await lane.stop();
});

it('lets what leaves go before what is read, for a moment only', () => {
  const desk = makeDesk();
  let sendDueAt = Infinity;
  const { after, begun } = createPrecedence(desk, () => sendDueAt);
  expect(after(desk.now())).toBe(desk.now());
  sendDueAt = desk.now();
  expect(after(desk.now())).toBeGreaterThan(desk.now());
  expect(after(desk.now() + 60_000)).toBe(desk.now() + 60_000);
  desk.clock.now += longestHoldMs;
  expect(after(desk.now())).toBe(desk.now());
  begun();
  expect(after(desk.now())).toBeGreaterThan(desk.now());
  sendDueAt = Infinity;
  expect(after(desk.now())).toBe(desk.now());
});

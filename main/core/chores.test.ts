import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createTicker, type Chore } from './chores.ts';
import type { Desk } from './desk.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const desk = { now: () => Date.now(), onTrouble: vi.fn() } as unknown as Desk;
const chore = (run: () => void, dueAt: () => number = () => 0): Chore => ({ name: 'test', dueAt, run });

it('lets the first cards come first, and then leaves the desk to people between two turns of a backlog', async () => {
  const run = vi.fn();
  const ticker = createTicker(desk, () => Promise.resolve([chore(run)]));
  ticker.start();
  ticker.soon();
  await vi.advanceTimersByTimeAsync(1400);
  expect(run).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1100);
  // What it writes itself, and whatever else is written meanwhile, does not make it hurry.
  expect(run.mock.calls.length).toBeGreaterThanOrEqual(3);
  expect(run.mock.calls.length).toBeLessThanOrEqual(5);
  ticker.stop();
});

it('looks soon after something was written, however often that is', async () => {
  let due = Infinity;
  const run = vi.fn(() => void (due = Infinity));
  const ticker = createTicker(desk, () => Promise.resolve([chore(run, () => due)]));
  ticker.start();
  await vi.advanceTimersByTimeAsync(2000);
  due = 0;
  for (let at = 0; at < 20; at += 1) {
    ticker.soon();
    await vi.advanceTimersByTimeAsync(10);
  }
  expect(run).toHaveBeenCalledTimes(1);
  ticker.stop();
});

it('tells a failure and goes on with the others', async () => {
  const run = vi.fn();
  const broken = chore(() => {
    throw new Error('broken');
  });
  const ticker = createTicker(desk, () => Promise.resolve([broken, chore(run)]));
  ticker.start();
  await vi.advanceTimersByTimeAsync(1600);
  expect(desk.onTrouble).toHaveBeenCalledWith(new Error('broken'));
  expect(run).toHaveBeenCalled();
  ticker.stop();
});

it('asks once what has nothing to do, and again only what has just done something', async () => {
  const [resting, busy] = [vi.fn(() => Infinity), vi.fn(() => 0)];
  const ticker = createTicker(desk, () => Promise.resolve([chore(() => {}, resting), chore(() => {}, busy)]));
  ticker.start();
  await vi.advanceTimersByTimeAsync(1510);
  expect(resting).toHaveBeenCalledTimes(1);
  expect(busy).toHaveBeenCalledTimes(2);
  ticker.stop();
});

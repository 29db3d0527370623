import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createTicker, type Chore } from './chores.ts';
import type { Desk } from './desk.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const desk = { now: () => Date.now(), onTrouble: vi.fn() } as unknown as Desk;
const chore = (run: () => void, dueAt: () => number = () => 0): Chore => ({ name: 'test', dueAt, run });

it('lets the first cards come first, and then leaves the desk to people between two turns of a backlog', () => {
  const run = vi.fn();
  const ticker = createTicker(desk, [chore(run)]);
  ticker.start();
  ticker.soon();
  vi.advanceTimersByTime(1400);
  expect(run).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1100);
  // What it writes itself, and whatever else is written meanwhile, does not make it hurry.
  expect(run.mock.calls.length).toBeGreaterThanOrEqual(3);
  expect(run.mock.calls.length).toBeLessThanOrEqual(5);
  ticker.stop();
});

it('looks soon after something was written, however often that is', () => {
  let due = Infinity;
  const run = vi.fn(() => void (due = Infinity));
  const ticker = createTicker(desk, [chore(run, () => due)]);
  ticker.start();
  vi.advanceTimersByTime(2000);
  due = 0;
  for (let at = 0; at < 20; at += 1) {
    ticker.soon();
    vi.advanceTimersByTime(10);
  }
  expect(run).toHaveBeenCalledTimes(1);
  ticker.stop();
});

it('tells a failure and goes on with the others', () => {
  const run = vi.fn();
  const broken = chore(() => {
    throw new Error('broken');
  });
  const ticker = createTicker(desk, [broken, chore(run)]);
  ticker.start();
  vi.advanceTimersByTime(1600);
  expect(desk.onTrouble).toHaveBeenCalledWith(new Error('broken'));
  expect(run).toHaveBeenCalled();
  ticker.stop();
});

it('asks once what has nothing to do, and again only what has just done something', () => {
  const [resting, busy] = [vi.fn(() => Infinity), vi.fn(() => 0)];
  const ticker = createTicker(desk, [chore(() => {}, resting), chore(() => {}, busy)]);
  ticker.start();
  vi.advanceTimersByTime(1510);
  expect(resting).toHaveBeenCalledTimes(1);
  expect(busy).toHaveBeenCalledTimes(2);
  ticker.stop();
});

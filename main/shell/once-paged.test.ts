import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Handlers } from '../core/core.ts';
import { oncePaged } from './once-paged.ts';

const input = { filter: {}, order: 'newest', after: null, limit: 1 } as const;
const page = { cards: [], hasMore: false };
const handlers = { 'column.page': () => page } as unknown as Handlers;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('waits for the first page of cards, and answers it first', () => {
  const job = vi.fn();
  const shown = oncePaged(job);
  const watched = shown.watch(handlers);
  vi.advanceTimersByTime(60_000);
  expect(job).not.toHaveBeenCalled();
  expect(watched['column.page'](input)).toBe(page);
  expect(job).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1000);
  expect(job).toHaveBeenCalledTimes(1);
});

it('does not wait for ever for a window that has no columns to show', () => {
  const job = vi.fn();
  const shown = oncePaged(job);
  shown.soon();
  vi.advanceTimersByTime(1000);
  void shown.watch(handlers)['column.page'](input);
  vi.advanceTimersByTime(1000);
  expect(job).toHaveBeenCalledTimes(1);
});

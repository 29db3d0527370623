import { expect, it } from 'vitest';
import { arrive, makeDesk, onlyThread, post, start } from '../testing/desk.ts';
import { reopen, resolve } from '../threads/operations.ts';
import { reopenWindowMs } from '../threads/place.ts';
import { getThread } from '../threads/rows.ts';
import { setThread } from '../threads/set.ts';
import { undo } from '../undo.ts';
import { explained } from './explained.ts';

const hour = 3_600_000;

const closed = () => {
  const desk = makeDesk();
  arrive(desk, [post('10')]);
  const threadId = onlyThread(desk);
  const on = () => ({ threadId, revision: getThread(desk.db, threadId).revision });
  const stay = () => explained(desk, threadId, 'UTC').stay?.state ?? null;
  const before = stay();
  desk.clock.now = start + hour;
  resolve(desk, on());
  return { desk, threadId, on, stay, before, later: (hours: number) => (desk.clock.now += hours * hour) };
};

it('is nothing until it is resolved, open for three days, and then it has stayed', () => {
  const { before, stay, later } = closed();
  expect([before, stay()]).toEqual([null, 'open']);
  later(73);
  expect(stay()).toBe('stayed');
});

it('has not stayed when the customer writes within the time in which that reopens', () => {
  const { desk, threadId, stay, later } = closed();
  later(80);
  arrive(desk, [post('20', { createdAt: start + hour + reopenWindowMs })]);
  expect(getThread(desk.db, threadId).is_open).toBe(1);
  expect(stay()).toBe('reopened');
});

it('has stayed when the customer begins something new later', () => {
  const { desk, threadId, stay, later } = closed();
  later(80);
  arrive(desk, [post('20', { createdAt: start + hour + reopenWindowMs + 1 })]);
  expect(getThread(desk.db, threadId).is_open).toBe(0);
  expect(stay()).toBe('stayed');
});

it('tells by whom it was reopened no difference, unless that is taken back', () => {
  const { desk, on, stay, later } = closed();
  later(5);
  reopen(desk, on());
  expect(stay()).toBe('reopened');
  undo(desk);
  later(80);
  expect(stay()).toBe('stayed');
  reopen(desk, on());
  expect(stay()).toBe('stayed');
});

it('counts the newest resolution', () => {
  const { desk, on, stay, later } = closed();
  later(5);
  reopen(desk, on());
  later(1);
  resolve(desk, on());
  expect(stay()).toBe('open');
});

it('a resolving that is undone never was; what was no work is no resolution', () => {
  const { desk, on, stay } = closed();
  undo(desk);
  expect(stay()).toBeNull();
  setThread(desk, { ...on(), action: { do: 'no-action', reason: 'spam' } });
  expect(stay()).toBeNull();
});

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { explainStay, stayHours, stayOf } from './stayed.ts';

const hour = 3_600_000;
const friday = Date.parse('2026-11-20T14:03:00Z');

it.each([
  ['nothing came, and three days are over', null, 73, 'stayed'],
  ['nothing came yet', null, 71, 'open'],
  ['at the very end it is still too early', null, 72, 'open'],
  ['reopened after five hours', 5, 100, 'reopened'],
  ['reopened at the very end, as the customer’s message would be', 72, 100, 'reopened'],
  ['reopened later: it had stayed', 80, 100, 'stayed'],
  ['a message that crossed the closing', -1, 1, 'reopened'],
] as const)('%s', (_, reopened, now, state) => {
  const reopenedAt = reopened === null ? null : friday + reopened * hour;
  expect(stayOf(friday, reopenedAt, friday + now * hour).state).toBe(state);
});

it('says one of three things, and what it said of the past it says for good', () => {
  const times = fc.integer({ min: 0, max: 200 * hour });
  fc.assert(
    fc.property(fc.option(times, { nil: null }), times, times, (back, now, later) => {
      const told = stayOf(0, back, now);
      const again = stayOf(0, back, now + later);
      if (told.state !== 'open') expect(again).toEqual(told);
      expect(again.state === 'reopened').toBe(back !== null && back <= stayHours * hour);
    }),
  );
});

it('is told in words', () => {
  expect(explainStay(stayOf(friday, null, friday), 'UTC')).toEqual([
    'closed Friday 20 November 14:03',
    'stays resolved from Monday 23 November 14:03, unless it is reopened before',
  ]);
  expect(explainStay(stayOf(friday, friday + 5 * hour, friday + 6 * hour), 'Asia/Kolkata')).toEqual([
    'closed Friday 20 November 19:33',
    'reopened Saturday 21 November 00:33',
    'did not stay closed for 72 hours',
  ]);
  expect(explainStay(stayOf(friday, null, friday + 80 * hour), 'UTC')[1]).toBe('stayed closed for 72 hours');
});

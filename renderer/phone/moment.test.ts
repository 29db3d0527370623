import { expect, it } from 'vitest';
import { dayNames, halfHourAfter, momentOf } from './moment.ts';

const now = new Date(2026, 10, 3, 14, 10).getTime();

it('reads a day and a time of the clock', () => {
  expect(momentOf(0, '15:30', now)).toBe(new Date(2026, 10, 3, 15, 30).getTime());
  expect(momentOf(1, '09:00', now)).toBe(new Date(2026, 10, 4, 9).getTime());
  expect(momentOf(0, '', now)).toBeNull();
});

it('starts from the next half hour', () => {
  expect(halfHourAfter(now)).toBe('14:30');
  expect(halfHourAfter(new Date(2026, 10, 3, 14, 30).getTime())).toBe('15:00');
});

it('names the days of a week', () => {
  expect(dayNames(now).slice(0, 3)).toEqual(['Today', 'Tomorrow', 'Thursday']);
});

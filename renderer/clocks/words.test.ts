import { expect, it } from 'vitest';
import { duration, minutesOf, typed } from './duration.ts';
import { hoursOf, hoursText } from './hours.ts';

it('reads hours as people type them', () => {
  expect(hoursOf('9-17')).toEqual([[540, 1020]]);
  expect(hoursOf('18:30–24:00, 0:00-6:15')).toEqual([
    [0, 375],
    [1110, 1440],
  ]);
  expect(hoursOf('closed')).toEqual([]);
  expect(hoursOf('')).toEqual([]);
  for (const wrong of ['17-9', '9', '9-25', '9-12, 11-13', '9:75-10', 'nine'])
    expect(hoursOf(wrong)).toBeUndefined();
  expect(hoursText([[540, 1020]])).toBe('09:00–17:00');
});

it('reads a promise in minutes or hours', () => {
  expect(['15', '15m', '4h', ' 90 min ', ''].map(minutesOf)).toEqual([15, 15, 240, 90, null]);
  expect(['0', 'soon', '4 days', '-5'].map(minutesOf)).toEqual([undefined, undefined, undefined, undefined]);
  expect([15, 60, 240, null].map(typed)).toEqual(['15m', '1h', '4h', '']);
  expect([1, 15, 60, 90, 240].map(duration)).toEqual([
    '1 minute',
    '15 minutes',
    '1 hour',
    '90 minutes',
    '4 hours',
  ]);
});

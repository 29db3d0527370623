import { expect, it } from 'vitest';
import { closeLine, dueShape, dueWords, endWords, lengthWords, windowWords } from './words.ts';

const now = new Date(2026, 10, 3, 14, 0).getTime();
const minute = 60_000;

it.each([
  [25, 'in 25m', 'soon'],
  [4, 'in 4m', 'now'],
  [0, 'now', 'now'],
  [-5, '5m late', 'breached'],
  [-130, '2h late', 'breached'],
  [90, '15:30', 'fine'],
  [-3000, '2d late', 'breached'],
])('says %i minutes as %s', (minutes, words, shape) => {
  expect(dueWords(now + minutes * minute, now)).toBe(words);
  expect(dueShape(now + minutes * minute, now)).toBe(shape);
});

it('says the window a customer asked for', () => {
  expect(windowWords({ fromAt: null, untilAt: null }, now)).toBe('any time');
  expect(windowWords({ fromAt: now + 60 * minute, untilAt: now + 120 * minute }, now)).toBe('15:00–16:00');
  expect(windowWords({ fromAt: now + 60 * minute, untilAt: null }, now)).toBe('from 15:00');
});

it('says how long somebody talked', () => {
  expect([lengthWords(187_000), lengthWords(3_760_000), lengthWords(-5)]).toEqual([
    '03:07',
    '1:02:40',
    '00:00',
  ]);
});

it('says how it ended', () => {
  expect(['talked', 'declined', 'taken-back', 'merged', null].map(endWords)).toEqual([
    'Talked',
    'The customer does not want a call',
    'Slip taken back',
    'Merged with another call',
    '',
  ]);
});

it('thanks by the first name, where there is one', () => {
  expect(closeLine('Maya Okafor')).toMatch(/^Thanks for the call, Maya\. /u);
  expect(closeLine('山田 太郎')).toMatch(/^Thanks for the call, 山田\. /u);
  expect(closeLine('✨ star ✨')).toMatch(/^Thanks for the call\. /u);
});

import { expect, it } from 'vitest';
import { guessColumns, guessTimeForm } from './guess.ts';
import { readTime } from './time.ts';

const at = Date.UTC(2017, 9, 31, 22, 10, 47);

it.each([
  ['Tue Oct 31 22:10:47 +0000 2017', 'UTC'],
  ['Tue Oct 31 23:10:47 +0100 2017', 'UTC'],
  ['2017-10-31T22:10:47Z', 'Europe/London'],
  ['2017-10-31 22:10:47 UTC', 'Europe/London'],
  ['2017-10-31T18:10:47-04:00', 'UTC'],
  ['2017-10-31 18:10:47', 'America/New_York'],
  ['31.10.2017 23:10:47', 'Europe/Paris'],
  ['31/10/2017, 22:10:47', 'Europe/London'],
  ['10/31/2017 10:10:47 PM', 'Europe/London'],
  ['1509487847', 'Europe/Paris'],
  ['1509487847000', 'Europe/Paris'],
])('reads %s in %s', (text, zone) => {
  expect(readTime(text, 'auto', zone)).toBe(at);
});

it('counts summer time as there', () => {
  expect(readTime('2017-07-01 12:00', 'auto', 'Europe/London')).toBe(Date.UTC(2017, 6, 1, 11));
  expect(readTime('2017-01-01 12:00', 'auto', 'Europe/London')).toBe(Date.UTC(2017, 0, 1, 12));
});

it('reads what has two readings only as it is told to', () => {
  expect(readTime('03/04/2017 10:00', 'auto', 'UTC')).toBeNull();
  expect(readTime('03/04/2017 10:00', 'day-first', 'UTC')).toBe(Date.UTC(2017, 3, 3, 10));
  expect(readTime('03/04/2017 10:00', 'month-first', 'UTC')).toBe(Date.UTC(2017, 2, 4, 10));
  expect(readTime('13/04/2017 10:00', 'month-first', 'UTC')).toBeNull();
});

it.each(['', 'yesterday', '2017-02-30', '32.01.2017', '12345', '2017-10-31 25:00', '1899-01-01'])(
  'refuses %s',
  (text) => {
    expect(readTime(text, 'auto', 'UTC')).toBeNull();
  },
);

it('guesses what columns mean and how their times are written', () => {
  const header = ['Tweet ID', 'screen_name', 'Message', 'Sent At', 'in_reply_to'];
  expect(guessColumns(header, [])).toEqual({ id: 0, author: 1, text: 2, time: 3, replyTo: 4 });
  expect(guessColumns(['who', 'said', 'x'], [['maya', 'hello', '2017-10-31 22:10']])).toEqual({ time: 2 });
  expect(guessTimeForm(['2017-10-31', 'yesterday'])).toBe('auto');
  expect(guessTimeForm(['03/04/2017 10:00', '03/31/2017 10:00'])).toBe('month-first');
  expect(guessTimeForm(['03/04/2017 10:00'])).toBe('day-first');
});

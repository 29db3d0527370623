import { expect, test } from 'vitest';
import { budgetOf } from './limits.ts';

const quarter = {
  'x-rate-limit-limit': '15',
  'x-rate-limit-remaining': '9',
  'x-rate-limit-reset': '1800000000',
};
const day = (left: string) => ({
  'x-user-limit-24hour-limit': '1440',
  'x-user-limit-24hour-remaining': left,
  'x-user-limit-24hour-reset': '1800050000',
});

/** The same for all users of the app together. */
function renamed(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.replace('user', 'app'), value]),
  );
}

const short = { left: 9, limit: 15, resetAt: 1_800_000_000_000 };
const none = { left: null, limit: null, resetAt: null, day: null };
const dayOf = (left: number) => ({ left, limit: 1440, resetAt: 1_800_050_000_000 });
const appDay = { ...day('2'), ...renamed(day('2')) };

test.each([
  ['the quarter-hour', quarter, { ...short, day: null }],
  ['the day beside it', { ...quarter, ...day('100') }, { ...short, day: dayOf(100) }],
  ['the tighter of two days', { ...quarter, ...appDay, ...day('7') }, { ...short, day: dayOf(2) }],
  ['a day without its end', { ...quarter, 'x-user-limit-24hour-remaining': '3' }, { ...short, day: null }],
  ['nothing', {}, none],
  ['nonsense', { 'x-rate-limit-remaining': '-1', 'x-rate-limit-limit': 'many' }, none],
])('the budget: %s', (_, headers, budget) => {
  expect(budgetOf(headers)).toEqual(budget);
});

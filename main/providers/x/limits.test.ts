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

test.each([
  ['the quarter-hour', quarter, { left: 9, limit: 15, resetAt: 1_800_000_000_000 }],
  ['a day that is wider', { ...quarter, ...day('100') }, { left: 9, limit: 15, resetAt: 1_800_000_000_000 }],
  [
    'a day that is tighter',
    { ...quarter, ...day('3') },
    { left: 3, limit: 1440, resetAt: 1_800_050_000_000 },
  ],
  ['nothing', {}, { left: null, limit: null, resetAt: null }],
  [
    'nonsense',
    { 'x-rate-limit-remaining': '-1', 'x-rate-limit-limit': 'many' },
    { left: null, limit: null, resetAt: null },
  ],
])('the tightest window is the budget: %s', (_, headers, budget) => {
  expect(budgetOf(headers)).toEqual(budget);
});

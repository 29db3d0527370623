import { expect, it } from 'vitest';
import { prices, usd } from './prices.ts';

it('is said in dollars, as exactly as it is known', () => {
  expect([prices.postWithLink, prices.summonedReply, prices.post, 1_230_000, 0].map(usd)).toEqual([
    '0.20 USD',
    '0.01 USD',
    '0.015 USD',
    '1.23 USD',
    '0.00 USD',
  ]);
});

import { expect, it } from 'vitest';
import { followers } from './number.ts';

it('counts followers shortly, and one as one', () => {
  expect([0, 1, 4, 999, 12_040, 1_300_000].map(followers)).toEqual([
    '0 followers',
    '1 follower',
    '4 followers',
    '999 followers',
    '12k followers',
    '1.3M followers',
  ]);
});

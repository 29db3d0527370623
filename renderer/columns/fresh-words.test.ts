import { describe, expect, it } from 'vitest';
import { account } from '../testing/cards.ts';
import { exactTime } from '../ui/time.ts';
import { freshnessOf, freshnessWords } from './fresh-words.ts';

const now = new Date(2026, 10, 21, 14, 3, 12).getTime();
const stream = (over = {}) => ({
  stream: 'mentions' as const,
  asOf: now,
  nextAt: now + 38_000,
  callsLeft: 212,
  callsLimit: 300,
  trouble: null,
  ...over,
});

describe('how fresh a column is', () => {
  it('is as of the stalest stream, with the scarcest calls', () => {
    const state = {
      account: account(),
      quarantined: 0,
      streams: [stream(), stream({ stream: 'direct', asOf: now - 5000, callsLeft: 299 })],
    };
    expect(freshnessWords(freshnessOf([state]), now)).toBe(
      `${exactTime(now - 5000)} · next 38s · 212 of 300 calls left`,
    );
  });

  it('says so before the first answer', () => {
    const state = {
      account: account(),
      quarantined: 0,
      streams: [stream({ asOf: null, nextAt: null, callsLeft: null })],
    };
    expect(freshnessWords(freshnessOf([state]), now)).toBe('not fetched yet');
  });

  it('says when it goes on, then what is wrong', () => {
    const waiting = stream({ trouble: 'The network’s limit is used up.', nextAt: now + 600_000 });
    const state = { account: account(), quarantined: 0, streams: [stream({ stream: 'direct' }), waiting] };
    expect(freshnessWords(freshnessOf([state]), now)).toBe('next 10m · The network’s limit is used up.');
  });

  it('says only why, when the account is paused', () => {
    const paused = {
      account: account({ pausedBecause: 'Sign in at X again.' }),
      quarantined: 0,
      streams: [stream()],
    };
    expect(freshnessWords(freshnessOf([paused]), now)).toBe('@brightline is paused: Sign in at X again.');
  });
});

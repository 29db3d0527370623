import { describe, expect, it } from 'vitest';
import { account } from '../testing/cards.ts';
import { clockTime, exactTime } from '../ui/time.ts';
import { freshnessOf, freshnessTitle, freshnessWords, isWell, stateWord } from './fresh-words.ts';

const now = new Date(2026, 10, 21, 14, 3, 12).getTime();
const quiet = { directions: [], spentMicros: 0, quarantined: 0 };
const stream = (over = {}) => ({
  stream: 'mentions' as const,
  asOf: now,
  nextAt: now + 38_000,
  callsLeft: 212,
  callsLimit: 300,
  day: null,
  isSlow: false,
  trouble: null,
  ...over,
});

describe('how fresh a column is', () => {
  it('is as of the stalest stream, with the scarcest calls', () => {
    const state = {
      account: account(),
      ...quiet,
      streams: [stream(), stream({ stream: 'direct', asOf: now - 5000, callsLeft: 299 })],
    };
    expect(freshnessWords(freshnessOf([state]), now)).toBe(
      `${exactTime(now - 5000)} · next 38s · 212 of 300 calls left`,
    );
  });

  it('says so before the first answer', () => {
    const state = {
      account: account(),
      ...quiet,
      streams: [stream({ asOf: null, nextAt: null, callsLeft: null })],
    };
    expect(freshnessWords(freshnessOf([state]), now)).toBe('not fetched yet');
  });

  it('says what is wrong, when it is tried again, and how old this is; the whole reason in the tooltip', () => {
    const trouble = 'Can’t reach the network: Nothing could be read from X: connection refused.';
    const lost = stream({ trouble, nextAt: now + 3000, asOf: now - 60_000 });
    const fresh = freshnessOf([{ account: account(), ...quiet, streams: [lost] }]);
    const words = `Can’t reach X · again in 3s · as of ${exactTime(now - 60_000)}`;
    expect(freshnessWords(fresh, now)).toBe(words);
    expect(freshnessWords(fresh, now + 4000)).toContain('Can’t reach X · trying again');
    expect(freshnessTitle(fresh, now)).toBe(`${words}\n${trouble}`);
  });

  it('says at what time a used-up limit goes on', () => {
    const trouble = 'Waiting: the network’s limit for this is used up.';
    const waiting = stream({ trouble, nextAt: now + 600_000 });
    const state = { account: account(), ...quiet, streams: [stream({ stream: 'direct' }), waiting] };
    expect(freshnessWords(freshnessOf([state]), now)).toBe(
      `Limit used up · goes on ${clockTime(now + 600_000)} · as of ${exactTime(now)}`,
    );
  });

  it('says trouble it does not know as it is', () => {
    const state = { account: account(), ...quiet, streams: [stream({ trouble: 'The moon is full.' })] };
    expect(freshnessWords(freshnessOf([state]), now)).toContain('The moon is full. · again in 38s');
  });

  it('says why, and nothing of going on, when the account is paused', () => {
    const paused = {
      account: account({ pausedBecause: 'Sign in at X again.' }),
      ...quiet,
      streams: [stream()],
    };
    expect(freshnessWords(freshnessOf([paused]), now)).toBe(
      `@brightline is paused: Sign in at X again. · as of ${exactTime(now)}`,
    );
  });

  it('does not hide behind one paused brand how the others are', () => {
    const paused = {
      account: account({ handle: 'hallam', pausedBecause: 'Sign in at X again.' }),
      ...quiet,
      streams: [stream({ asOf: now - 600_000 })],
    };
    const running = (over = {}) => ({ account: account(), ...quiet, streams: [stream(over)] });
    const well = freshnessOf([paused, running()]);
    expect(isWell(well)).toBe(false);
    expect(stateWord(well)).toBe('Paused');
    expect(freshnessWords(well, now)).toBe(
      `@hallam is paused · ${exactTime(now)} · next 38s · 212 of 300 calls left`,
    );
    expect(freshnessTitle(well, now)).toContain('\n@hallam is paused: Sign in at X again.');
    const lost = freshnessOf([paused, running({ trouble: 'Can’t reach the network: refused.' })]);
    expect(stateWord(lost)).toBe('Offline');
    expect(freshnessWords(lost, now)).toContain('@hallam is paused · Can’t reach X · again in 38s');
  });

  it('says in words that an answer is waited for, and never that the next one comes', () => {
    const state = { account: account(), ...quiet, streams: [stream({ isSlow: true })] };
    expect(freshnessWords(freshnessOf([state]), now)).toBe(
      `X is slow to answer · ${exactTime(now)} · 212 of 300 calls left`,
    );
  });

  it('has one calm word for the status line', () => {
    const word = (over: object, paused: string | null = null) =>
      stateWord(
        freshnessOf([{ account: account({ pausedBecause: paused }), ...quiet, streams: [stream(over)] }]),
      );
    expect(word({})).toBe('Online');
    expect(word({ isSlow: true })).toBe('Slow');
    expect(word({ trouble: 'Can’t reach the network: refused.' })).toBe('Offline');
    expect(word({ trouble: 'Waiting: the network’s limit for this is used up.' })).toBe('Waiting');
    expect(word({ trouble: 'The network refused our sign-in: no.' })).toBe('Refused');
    expect(word({ trouble: 'The moon is full.' })).toBe('Trouble');
    expect(word({}, 'Sign in at X again.')).toBe('Paused');
  });
});

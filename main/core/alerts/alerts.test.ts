import { expect, it } from 'vitest';
import type { AlertId } from '../../../shared/ids.ts';
import type { AccountState, StreamState } from '../../../shared/model.ts';
import { accountOf, getAccount, putAccount } from '../accounts/rows.ts';
import { operate } from '../desk.ts';
import { arrive, direct, makeDesk, post, start, type TestDesk } from '../testing/desk.ts';
import { expectReplayed } from '../testing/replayed.ts';
import { undo } from '../undo.ts';
import { acknowledge } from './acknowledge.ts';
import { countInbound, inboundOf } from './inbound.ts';
import { allAlerts } from './rows.ts';
import { createAlertWatch } from './watch.ts';

const minute = 60_000;
const hour = 60 * minute;
const week = 168 * hour;

/** A desk whose streams answer until the test says otherwise, and somebody who looks every half minute. */
const watched = () => {
  const desk = makeDesk();
  const streams = new Map<StreamState['stream'], StreamState>();
  const answer = (over: Partial<StreamState> & Pick<StreamState, 'stream'>): void => {
    const known = streams.get(over.stream);
    streams.set(over.stream, {
      ...{ asOf: desk.now(), nextAt: null, callsLeft: null, callsLimit: null, day: null, isSlow: false },
      ...{ trouble: null },
      ...known,
      ...over,
    });
  };
  const states = (): AccountState[] => [
    {
      account: accountOf(getAccount(desk.db, desk.account.id)),
      ...{ streams: [...streams.values()], directions: [], spentMicros: 0, quarantined: 0 },
    },
  ];
  const watch = createAlertWatch(states);
  const healthy = new Set<StreamState['stream']>(['mentions', 'own', 'direct']);
  const passes = (ms: number): void => {
    const until = desk.clock.now + ms;
    while (desk.clock.now < until) {
      desk.clock.now = Math.min(until, desk.clock.now + minute);
      for (const stream of healthy) answer({ stream, asOf: desk.clock.now, trouble: null });
      if (watch.dueAt(desk) <= desk.now()) watch.run(desk);
    }
  };
  passes(minute);
  return { desk, healthy, answer, passes, watch, alerts: () => allAlerts(desk.db) };
};

const wrote = (desk: TestDesk, id: number, createdAt: number, make = post): void => {
  desk.clock.now = Math.max(desk.clock.now, createdAt);
  arrive(desk, [make(String(id), { createdAt, authorRemoteId: String(1000 + id) })]);
};

/** Two an hour for so many weeks, up to the moment the clock stands at. */
const usual = (desk: TestDesk, weeks: number): void => {
  const until = desk.clock.now;
  const messages = [];
  for (let at = until - weeks * week; at < until; at += hour / 2) {
    messages.push(
      post(String(1_000_000 + messages.length), {
        createdAt: at,
        authorRemoteId: String(messages.length % 50),
      }),
    );
  }
  arrive(desk, messages);
};

it('counts what customers wrote by the hour, once, whatever the turns', () => {
  const desk = makeDesk();
  const at = Math.floor(start / hour) * hour;
  wrote(desk, 10, at + 1);
  wrote(desk, 11, at + 2);
  countInbound.run(desk);
  wrote(desk, 12, at + hour);
  wrote(desk, 13, at + hour, direct);
  arrive(desk, [post('5', { authorRemoteId: '1', isSummons: false })], 'own');
  countInbound.run(desk);
  countInbound.run(desk);
  expect(countInbound.dueAt(desk)).toBe(Infinity);
  const firstHour = at / hour;
  expect([...(inboundOf(desk.db, desk.account.id, 'post')?.hours ?? [])]).toEqual([
    [firstHour, 2],
    [firstHour + 1, 1],
  ]);
  expect([...(inboundOf(desk.db, desk.account.id, 'dm')?.hours ?? [])]).toEqual([[firstHour + 1, 1]]);
});

it('calls when mentions stop that always came, once, and ends when one comes', () => {
  const { desk, passes, alerts } = watched();
  usual(desk, 4);
  passes(3 * hour);
  expect(alerts()).toEqual([]);
  passes(2 * hour);
  expect(alerts()).toMatchObject([{ kind: 'silence', stream: 'mentions' }]);
  expect(alerts()[0]?.text).toMatch(/^No mention to @hallammobile for \d+ hours.* about \d+ came/u);
  passes(6 * hour);
  expect(alerts()).toHaveLength(1);
  wrote(desk, 20, desk.now());
  passes(minute);
  expect(alerts()).toEqual([]);
  expectReplayed(desk);
});

it('does not call for a silence it could not have heard: the stream itself was not read', () => {
  const { desk, healthy, passes, answer, alerts } = watched();
  usual(desk, 4);
  healthy.delete('mentions');
  answer({ stream: 'mentions', trouble: 'Can’t reach the network: refused.' });
  passes(9 * minute);
  expect(alerts()).toEqual([]);
  passes(12 * hour);
  expect(alerts()).toMatchObject([{ kind: 'direction', stream: 'mentions' }]);
  expect(alerts()[0]?.text).toContain('Can’t reach the network');
  healthy.add('mentions');
  passes(minute);
  expect(alerts().map(({ kind }) => kind)).toEqual(['silence']);
});

it('does not blame a stream for the hours the machine slept', () => {
  const { desk, passes, watch, alerts } = watched();
  desk.clock.now += 9 * hour;
  watch.run(desk);
  expect(alerts()).toEqual([]);
  passes(30 * minute);
  expect(alerts()).toEqual([]);
});

it('names one cause, not each stream, when the account is paused', () => {
  const { desk, healthy, passes, alerts } = watched();
  operate(desk, { op: 'test.pause', by: 'x', input: {} }, (tx) => {
    putAccount(tx, { ...getAccount(tx, desk.account.id), paused_because: 'Sign in again.' });
    return { value: null };
  });
  healthy.clear();
  passes(30 * minute);
  expect(alerts()).toMatchObject([{ kind: 'refused', stream: null }]);
});

it('is taken note of by one person; undo makes it call again', () => {
  const { desk, passes, alerts } = watched();
  usual(desk, 4);
  passes(8 * hour);
  const id = alerts()[0]?.id as AlertId;
  acknowledge(desk, { id });
  acknowledge(desk.as('cd'), { id });
  expect(alerts()).toMatchObject([{ acknowledgedBy: 'ab' }]);
  expect(undo(desk).what).toBe('alert.acknowledge');
  expect(alerts()).toMatchObject([{ acknowledgedBy: null, acknowledgedAt: null }]);
  expectReplayed(desk);
});

import { setTimeout as rest } from 'node:timers/promises';
import { expect, it } from 'vitest';
import type { Stream } from '../../../shared/model.ts';
import { ProviderFailure, type Connection, type Lookup, type Poll } from '../../providers/provider.ts';
import { directionsOf } from '../accounts/directions.ts';
import { allGaps } from '../gaps/rows.ts';
import { answerOf, brand, makeDesk, post, start, type TestDesk } from '../testing/desk.ts';
import { spentOn } from './spending.ts';
import { createReader, slowMs, type Around } from './stream.ts';

const minute = 60_000;
const none: Lookup = {
  ...{ messages: [], identities: [], unreadable: [], cost: [], gone: [] },
  budget: { left: null, limit: null, resetAt: null, day: null },
};

/** A network that answers what the test has put in line. */
const line = (
  desk: TestDesk,
  answers: (Partial<Poll> | ProviderFailure | (() => Promise<Poll>))[],
  {
    stream = 'mentions',
    ...around
  }: Partial<Around> & { stream?: Stream; lookup?: Connection['lookup'] } = {},
) => {
  const asked: (string | null)[] = [];
  const refused: string[] = [];
  const connection = {
    account: brand,
    poll: (_stream: Stream, cursor: string | null): Promise<Poll> => {
      asked.push(cursor);
      const next = answers.shift() ?? {};
      if (next instanceof ProviderFailure) return Promise.reject(next);
      if (typeof next === 'function') return next();
      return Promise.resolve({ ...answerOf([], cursor), ...next });
    },
    lookup: around.lookup ?? (() => Promise.resolve(none)),
  } as unknown as Connection;
  const reader = createReader(desk, desk.account.id, stream, connection, {
    changed: () => {},
    refused: (reason) => void refused.push(reason),
    ...around,
  });
  return { reader, asked, refused };
};

it('keeps rows, cursor and price of an answer together, and says what is left', async () => {
  const desk = makeDesk();
  const day = { left: 1400, limit: 1440, resetAt: start + 20 * 3_600_000 };
  const { reader } = line(desk, [
    {
      ...answerOf([post('10')], 'after'),
      budget: { left: 12, limit: 300, resetAt: start + minute, day },
      cost: [{ what: 'read-post', units: 1, micros: 5000 }],
    },
  ]);
  await reader.read();
  expect(reader.state).toMatchObject({ asOf: start, callsLeft: 12, callsLimit: 300, day, trouble: null });
  expect(spentOn(desk.db, desk.account.id, start)).toBe(5000);
  expect(spentOn(desk.db, desk.account.id, start + 24 * 3_600_000)).toBe(0);
  expect(desk.db.all('SELECT value, as_of FROM cursors')).toEqual([{ value: 'after', as_of: start }]);
  expect(directionsOf(desk.db, desk.account.id)[0]).toMatchObject({
    direction: 'read-posts',
    state: 'works',
  });
});

it('waits for a limit that is used up, and remembers it through a restart', async () => {
  const desk = makeDesk();
  const resetAt = start + 10 * minute;
  const budget = { left: 0, limit: 15, resetAt, day: null };
  const { reader } = line(desk, [{ ...answerOf([post('10')], 'a'), hasMore: true, budget }], {
    stream: 'direct',
  });
  expect(await reader.read()).toMatchObject({ isComplete: false });
  expect(reader.dueAt).toBeGreaterThanOrEqual(resetAt);
  reader.hurry();
  expect(reader.dueAt).toBe(resetAt);
  const again = line(desk, [], { stream: 'direct' }).reader;
  expect(again.dueAt).toBe(resetAt);
  expect(again.state).toMatchObject({ callsLeft: 0, callsLimit: 15 });
});

it('reads on until all is here, from where it stood, and shows what is still missing', async () => {
  const desk = makeDesk();
  desk.clock.now = start + 10 * 3_600_000;
  const spent = { left: 0, limit: 300, resetAt: desk.clock.now + minute, day: null };
  const late = (id: string, at: number) => post(id, { createdAt: start + at });
  const { reader, asked } = line(desk, [
    { ...answerOf([], 'here') },
    { ...answerOf([late('90', 9_000_000)], 'p1'), hasMore: true },
    { ...answerOf([late('80', 8_000_000)], 'p2'), hasMore: true, budget: spent },
    { ...answerOf([late('70', 7_000_000)], 'done') },
  ]);
  await reader.read();
  const asOf = reader.state.asOf;
  desk.clock.now += 3_600_000;
  expect(await reader.read()).toMatchObject({ isComplete: false });
  expect(allGaps(desk.db)).toMatchObject([{ kind: 'fetching', from: asOf, until: start + 8_000_000 }]);
  desk.clock.now += 2 * minute;
  expect(await reader.read()).toMatchObject({ isComplete: true });
  expect(allGaps(desk.db)).toEqual([]);
  expect(asked).toEqual([null, 'here', 'p1', 'p2']);
  expect(desk.db.all('SELECT count(*) AS n FROM messages')).toEqual([{ n: 3 }]);
});

it('keeps what the network can give no more as a gap, in the transaction that moves the cursor', async () => {
  const desk = makeDesk();
  const gap = { from: start - 9 * minute, to: start - minute };
  const { reader } = line(desk, [{ ...answerOf([], 'here'), gap }]);
  await reader.read();
  expect(allGaps(desk.db)).toMatchObject([
    { kind: 'lost', from: gap.from, until: gap.to, stream: 'mentions' },
  ]);
});

it('says after two seconds that the network is slow, and no longer when it has answered', async () => {
  const desk = makeDesk();
  const { reader } = line(desk, [async () => (await rest(slowMs + 200), answerOf([], 'x'))]);
  const reading = reader.read();
  expect(reader.state.isSlow).toBe(false);
  await rest(slowMs + 100);
  expect(reader.state.isSlow).toBe(true);
  await reading;
  expect(reader.state.isSlow).toBe(false);
});

it('backs off, says why, and learns what is refused; a jump of the clock makes all plans void', async () => {
  const desk = makeDesk();
  const { reader, refused } = line(desk, [
    new ProviderFailure('rejected', 'dm.read is missing'),
    new ProviderFailure('rate-limited', 'too many', start + 30 * 24 * 3_600_000),
    new ProviderFailure('auth', 'sign in again'),
  ]);
  await reader.read();
  expect(reader.state.trouble).toContain('dm.read is missing');
  expect(directionsOf(desk.db, desk.account.id)[0]).toMatchObject({ state: 'refused' });
  await reader.read();
  expect(reader.dueAt).toBe(start + 30 * 24 * 3_600_000);
  expect(line(desk, []).reader.state.callsLeft).toBe(0);
  desk.clock.now += 8 * 3_600_000;
  reader.woke();
  expect(reader.dueAt).toBe(desk.now());
  await reader.read();
  expect(refused).toEqual(['sign in again']);
});

it('says so when what came can’t be kept, asks later and later, and takes it all in when there is room', async () => {
  const desk = makeDesk();
  const page = answerOf(
    Array.from({ length: 40 }, (_, at) => post(`${100 + at}`, { text: 'long '.repeat(2000) })),
    '1',
  );
  const { reader, asked } = line(desk, [page, page, page]);
  desk.db.all('PRAGMA max_page_count = 1');
  await expect(reader.read()).rejects.toThrow();
  expect(reader.state.trouble).toContain('The disk is full');
  expect(reader.state.asOf).toBeNull();
  expect(reader.dueAt).toBeGreaterThan(desk.now());
  desk.db.all('PRAGMA max_page_count = 1000000');
  await reader.read();
  expect(asked).toEqual([null, null]);
  expect(reader.state.trouble).toBeNull();
});

it('loses no context to trouble: ancestors that could not be fetched are asked for with the next answer', async () => {
  const desk = makeDesk();
  const lookups: (readonly string[])[] = [];
  const lookup: Connection['lookup'] = (ids) => {
    lookups.push(ids);
    if (lookups.length === 1) return Promise.reject(new ProviderFailure('network', 'reset'));
    const { messages, identities } = answerOf([post('5', { authorRemoteId: '9', isSummons: false })]);
    return Promise.resolve({ ...none, messages, identities });
  };
  const { reader } = line(
    desk,
    [{ ...answerOf([post('10', { inReplyToRemoteId: '5' })], 'a') }, { ...answerOf([post('11')], 'b') }],
    { lookup },
  );
  expect(await reader.read()).toEqual({ isComplete: true, failure: null });
  await reader.read();
  expect(lookups).toEqual([['5'], ['5']]);
  expect(desk.db.all("SELECT role FROM messages WHERE remote_id = '5'")).toEqual([{ role: 'context' }]);
});

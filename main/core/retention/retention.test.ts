import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { RetentionRule } from '../../../shared/api/retention.ts';
import type { AccountId, CustomerId, ThreadId } from '../../../shared/ids.ts';
import { openDb } from '../../db/open.ts';
import { removeAccount } from '../accounts/remove.ts';
import { columnCount } from '../columns/page.ts';
import { beginErasure } from '../erase/begin.ts';
import { erasingPeople } from '../erase/chore.ts';
import { onFailpoint } from '../failpoint.ts';
import { forgetNumbers } from '../phone/chores.ts';
import { requestCall } from '../phone/request.ts';
import { indexing } from '../search/indexing.ts';
import { arrive, direct, makeDesk, ownReply, post, start, type TestDesk } from '../testing/desk.ts';
import { expectToldByLog, filesWith } from '../testing/erased.ts';
import { finish } from '../testing/queues.ts';
import { merge } from '../threads/merge.ts';
import { setThread } from '../threads/set.ts';
import { settle } from '../threads/settle.ts';
import { split } from '../threads/split.ts';
import { retaining } from './chore.ts';
import { previewOf } from './due.ts';
import { heldAmong } from './hold-rows.ts';
import { holdsOf, liftHold, setHold } from './holds.ts';
import { lastRound } from './rounds.ts';
import { readRetention, saveRule } from './rules.ts';

const dayMs = 24 * 3_600_000;
const accountId = 'x:account:1' as AccountId;
const rule = (closedDays: number | null, directDays: number | null = null): RetentionRule => ({
  accountId,
  closedDays,
  directDays,
});

let folder: string;
let desk: TestDesk;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'earshot-retention-'));
  desk = makeDesk(path.join(folder, 'desk.db'));
});
afterEach(() => {
  onFailpoint(undefined);
  desk.db.close();
  rmSync(folder, { recursive: true, force: true });
});

const threadOf = (who: string): ThreadId =>
  desk.db.find<{ id: ThreadId }>(
    'SELECT t.id FROM threads t JOIN identities i ON i.id = t.identity_id WHERE i.remote_id = ?',
    who,
  )?.id ?? ('' as ThreadId);

const close = (threadId: ThreadId): void => {
  const { revision } = desk.db.find<{ revision: number }>(
    'SELECT revision FROM threads WHERE id = ?',
    threadId,
  ) ?? {
    revision: 0,
  };
  setThread(desk, { threadId, revision, action: { do: 'resolve', reason: 'answered' } });
};

/** Everybody writes; those whose number is even are answered and closed, a day apart. */
const busy = (people: number): void => {
  for (let n = 0; n < people; n += 1) {
    const who = String(100 + n);
    arrive(desk, [post(String(1000 + n), { authorRemoteId: who, text: `oldword${n} does not work` })]);
    if (n % 3 === 0) {
      arrive(desk, [direct(String(3000 + n), { authorRemoteId: who, text: `secretword${n}` })], 'direct');
    }
    arrive(desk, [ownReply(String(2000 + n), who, { inReplyToRemoteId: String(1000 + n) })], 'own');
    if (n % 2 === 0) close(threadOf(who));
    desk.clock.now += dayMs;
  }
  finish(desk, indexing);
};

const threads = (): string[] =>
  desk.db.all<{ id: string }>('SELECT id FROM threads ORDER BY id').map(({ id }) => id);

it('removes what it said it would, and nothing that is held, open or younger', async () => {
  busy(20);
  const held = threadOf('104');
  setHold(desk, { threadId: held, on: 'thread', reason: 'a court asked for it' });
  setHold(desk, { threadId: threadOf('106'), on: 'customer', reason: 'their lawyer has written' });
  const told = previewOf(desk.db, rule(10), desk.now());
  // Closed on even days 0 to 18; those of days 0 to 8 are older than ten days, of which two are held.
  expect(told).toMatchObject({ threads: 3, held: 2, oldestAt: start + 1000 });
  const before = threads();
  saveRule(desk, rule(10));
  finish(desk, retaining);
  expect(lastRound(desk.db)).toMatchObject({ threads: told.threads, messages: told.messages });
  expect(threads().length).toBe(before.length - told.threads);
  expect(threads()).toContain(held);
  expect(previewOf(desk.db, rule(10), desk.now())).toMatchObject({ threads: 0, held: 2 });
  expect(columnCount(desk, { isOpen: true })).toMatchObject({ count: 10 });
  const found = (word: string) =>
    desk.db.find<{ n: number }>('SELECT count(*) AS n FROM search_words WHERE search_words MATCH ?', word)?.n;
  expect(found('oldword0')).toBe(0);
  expect(found('oldword4')).toBe(1);
  // The network tells it again: it does not come back.
  arrive(desk, [post('1000', { authorRemoteId: '100', text: 'oldword0 does not work' })]);
  expect(found('oldword0')).toBe(0);
  expect(threadOf('100')).toBe('');
  expect(desk.db.all('PRAGMA foreign_key_check')).toEqual([]);
  // Of whom nothing is left, nothing is known; who is held stays.
  const known = desk.db
    .all<{ remote_id: string }>('SELECT remote_id FROM identities')
    .map((row) => row.remote_id);
  expect(known).not.toContain('102');
  expect(known).toEqual(expect.arrayContaining(['104', '106', '101']));
  finish(desk, erasingPeople);
  expect(filesWith(folder, 'oldword8')).toEqual([]);
  expect(desk.db.all('SELECT because, count(*) AS n FROM retention_remains GROUP BY 1')).toEqual([
    { because: 'retention', n: 3 },
  ]);
  expect(retaining.dueAt(desk)).toBeGreaterThan(desk.now());
  await expectToldByLog(desk);
});

it('lets direct messages go earlier, and leaves the conversation and its clocks', async () => {
  busy(20);
  const threadId = threadOf('100');
  const columns = 'waiting_since, next_deadline_at, breaches, inbound, outbound, direct, status';
  const before = desk.db.find(`SELECT ${columns} FROM threads WHERE id = ?`, threadId);
  const told = previewOf(desk.db, rule(null, 5), desk.now());
  saveRule(desk, rule(null, 5));
  finish(desk, retaining);
  expect(lastRound(desk.db)).toMatchObject({ threads: 0, directs: told.directs });
  expect(told.directs).toBe(3);
  expect(desk.db.find(`SELECT ${columns} FROM threads WHERE id = ?`, threadId)).toEqual(before);
  expect(desk.db.all("SELECT text, gone_because FROM messages WHERE remote_id = '3000'")).toEqual([
    { text: '', gone_because: 'expired' },
  ]);
  expect(desk.db.find("SELECT text FROM messages WHERE remote_id = '1000'")).toMatchObject({
    text: 'oldword0 does not work',
  });
  await expectToldByLog(desk);
});

it('keeps everything until somebody decides otherwise, and lets only admins decide', () => {
  busy(4);
  expect(retaining.dueAt(desk)).toBe(Infinity);
  expect(() => saveRule(desk.as('cd'), rule(10))).toThrow('Only admins');
  expect(() => saveRule(desk, rule(10, 20))).toThrow('at the latest');
  saveRule(desk, rule(10));
  expect(retaining.dueAt(desk)).toBeLessThanOrEqual(desk.now());
  saveRule(desk, rule(null));
  expect(retaining.dueAt(desk)).toBe(Infinity);
  expect(readRetention(desk.db).rules).toEqual([rule(null)]);
});

it('says who held something and why, and who let it go', () => {
  busy(2);
  const threadId = threadOf('100');
  expect(() => setHold(desk.as('cd'), { threadId, on: 'thread', reason: 'no' })).toThrow('Only supervisors');
  const { id } = setHold(desk, { threadId, on: 'customer', reason: 'a court asked for it' });
  expect(holdsOf(desk.db, threadId)).toMatchObject([
    { setByName: 'Ada Brook', lifted: null, threadId: null },
  ]);
  liftHold(desk, { id, reason: 'it was decided' });
  expect(holdsOf(desk.db, threadId)).toMatchObject([
    { lifted: { by: 'Ada Brook', because: 'it was decided' } },
  ]);
  expect(() => liftHold(desk, { id, reason: 'again' })).toThrow('already');
  // What was written about it is in no log.
  expect(desk.db.find("SELECT 1 FROM changes WHERE input || rows LIKE '%court%'")).toBeUndefined();
});

it('keeps the number of somebody who is held', () => {
  busy(2);
  const asked = {
    hasConsent: true as const,
    messageId: null,
    fromAt: null,
    untilAt: null,
    lang: 'en',
    summary: '',
  };
  requestCall(desk, { threadId: threadOf('101'), number: '+441134960017', assigneeId: null, ...asked });
  const { id } = setHold(desk, { threadId: threadOf('101'), on: 'thread', reason: 'a court asked for it' });
  desk.clock.now += 400 * dayMs;
  finish(desk, forgetNumbers);
  expect(desk.db.find('SELECT number FROM phones')).toEqual({ number: '+441134960017' });
  liftHold(desk, { id, reason: 'it was decided' });
  finish(desk, forgetNumbers);
  expect(desk.db.find('SELECT number FROM phones')).toEqual({ number: '' });
});

it('holds both when one becomes two, and one when two become one', () => {
  arrive(desk, [post('10'), post('20', { createdAt: start + 5000 }), post('30', { authorRemoteId: '8' })]);
  const threadId = threadOf('7');
  setHold(desk, { threadId, on: 'thread', reason: 'a court asked for it' });
  const second = desk.db.find<{ id: never }>("SELECT id FROM messages WHERE remote_id = '20'");
  split(desk, { threadId, messageId: second?.id as never });
  const both = desk.db.all<{ id: string }>(
    "SELECT id FROM threads WHERE customer_id = (SELECT customer_id FROM identities WHERE remote_id = '7')",
  );
  expect(both).toHaveLength(2);
  expect(
    heldAmong(
      desk.db,
      both.map(({ id }) => id),
    ).size,
  ).toBe(2);
  const other = threadOf('8');
  close(other);
  const { into } = merge(desk, { threadId: other, from: threadId });
  expect(heldAmong(desk.db, [into]).size).toBe(1);
});

it('keeps an account whose conversations are held', () => {
  busy(2);
  setHold(desk, { threadId: threadOf('100'), on: 'thread', reason: 'a court asked for it' });
  const input = { accountId, openThreads: 'keep', handle: 'hallammobile' } as const;
  expect(() => removeAccount(desk, { ...input, archive: 'delete' })).toThrow(
    'One conversation of this account is on hold',
  );
  removeAccount(desk, { ...input, archive: 'keep' });
});

it('goes on where it was when the program ends in the middle', async () => {
  busy(30);
  const told = previewOf(desk.db, rule(1), desk.now());
  saveRule(desk, rule(1));
  const file = desk.db.file;
  let kills = 0;
  for (let turns = 0; retaining.dueAt(desk) <= desk.now() && turns < 100; turns += 1) {
    onFailpoint((point) => {
      if (point === 'retention.part' && (kills += 1) < 5) throw new Error('killed');
    });
    try {
      retaining.run(desk);
    } catch {
      desk.db.close();
      desk = { ...desk, db: openDb(file) };
    }
  }
  expect(kills).toBeGreaterThan(1);
  expect(lastRound(desk.db)).toMatchObject({ threads: told.threads, messages: told.messages });
  await expectToldByLog(desk);
});

/** What anybody may do about what is kept, in any order. */
const acts = fc.array(
  fc.oneof(
    fc.record({ do: fc.constant('close' as const), who: fc.nat(7) }),
    fc.record({
      do: fc.constant('hold' as const),
      who: fc.nat(7),
      on: fc.constantFrom('thread' as const, 'customer' as const),
    }),
    fc.record({ do: fc.constant('lift' as const), who: fc.nat(7) }),
    fc.record({ do: fc.constant('write' as const), who: fc.nat(7) }),
    fc.record({ do: fc.constant('erase' as const), who: fc.nat(7) }),
    fc.record({ do: fc.constant('wait' as const), days: fc.integer({ min: 1, max: 9 }) }),
    fc.record({ do: fc.constant('merge' as const), who: fc.nat(7), with: fc.nat(7) }),
  ),
  { minLength: 5, maxLength: 40 },
);

it('whatever is done: nothing held is gone, nothing due remains, and the desk works', async () => {
  await fc.assert(
    fc.asyncProperty(
      acts,
      fc.integer({ min: 1, max: 6 }),
      fc.option(fc.integer({ min: 1, max: 6 })),
      async (steps, closed, directs) => {
        desk.db.close();
        desk = makeDesk();
        const rules = rule(closed, directs !== null && directs <= closed ? directs : null);
        saveRule(desk, rules);
        const held = new Map<string, string[]>();
        let next = 5000;
        const attempt = (run: () => void): void => {
          try {
            run();
          } catch (error) {
            expect(error).toMatchObject({ name: 'AppError' });
          }
        };
        const heldNow = (): string[] => [...heldAmong(desk.db, threads())];
        const said = (threadId: string): string[] =>
          desk.db
            .all<{ text: string }>('SELECT text FROM messages WHERE thread_id = ? ORDER BY id', threadId)
            .map(({ text }) => text);
        for (const step of steps) {
          if (step.do === 'wait') {
            held.clear();
            for (const id of heldNow()) held.set(id, said(id));
            desk.clock.now += step.days * dayMs;
            finish(desk, retaining);
            finish(desk, erasingPeople);
            for (const [id, texts] of held) expect(said(id)).toEqual(texts);
            const due = previewOf(desk.db, rules, desk.now());
            expect(due.threads + due.directs).toBe(0);
            continue;
          }
          const who = String(100 + step.who);
          const threadId = threadOf(who);
          if (step.do === 'write') {
            next += 1;
            const at = { authorRemoteId: who, createdAt: desk.now() + next };
            arrive(desk, [next % 3 === 0 ? direct(String(next), at) : post(String(next), at)]);
            continue;
          }
          if (threadId === '') continue;
          if (step.do === 'close') attempt(() => close(threadId));
          if (step.do === 'hold')
            attempt(() => setHold(desk, { threadId, on: step.on, reason: 'to be kept' }));
          if (step.do === 'lift') {
            const [first] = holdsOf(desk.db, threadId).filter(({ lifted }) => lifted === null);
            if (first) liftHold(desk, { id: first.id, reason: 'not any more' });
          }
          if (step.do === 'merge') {
            const from = threadOf(String(100 + step.with));
            if (from !== '') attempt(() => void merge(desk, { threadId, from }));
          }
          if (step.do === 'erase') {
            const customer = desk.db.find<{ id: CustomerId }>(
              'SELECT customer_id AS id FROM threads WHERE id = ?',
              threadId,
            );
            const isHeld =
              customer &&
              desk.db.all<{ id: string }>('SELECT id FROM threads WHERE customer_id = ?', customer.id);
            const wasHeld =
              heldAmong(
                desk.db,
                (isHeld ?? []).map(({ id }) => id),
              ).size > 0;
            attempt(() => {
              if (!customer) return;
              beginErasure(desk, { customerId: customer.id, handle: `user${who}`, withExports: true });
              expect(wasHeld).toBe(false);
            });
            finish(desk, erasingPeople);
          }
        }
        for (const id of threads()) {
          const before = desk.db.find(
            'SELECT inbound, outbound, direct, last_in_id FROM threads WHERE id = ?',
            id,
          );
          desk.db.transaction((tx) => settle(tx, id));
          expect(
            desk.db.find('SELECT inbound, outbound, direct, last_in_id FROM threads WHERE id = ?', id),
          ).toEqual(before);
        }
        expect(desk.db.all('PRAGMA foreign_key_check')).toEqual([]);
        const open = desk.db.find<{ n: number }>('SELECT count(*) AS n FROM threads WHERE is_open = 1')?.n;
        expect(columnCount(desk, { isOpen: true })).toMatchObject({ count: open });
        await expectToldByLog(desk);
      },
    ),
    { numRuns: 25 },
  );
}, 60_000);

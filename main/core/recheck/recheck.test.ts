import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { GoneBecause } from '../../../shared/model.ts';
import { ProviderFailure, type Connection, type Lookup } from '../../providers/provider.ts';
import { operate } from '../desk.ts';
import { spentOn } from '../poller/spending.ts';
import { saveSettings } from '../settings.ts';
import { arrive, brand, direct, makeDesk, person, post, start, type TestDesk } from '../testing/desk.ts';
import { expectReplayed } from '../testing/replayed.ts';
import { closeThread } from '../threads/close.ts';
import { createRecheck } from './recheck.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const midnight = Date.UTC(2026, 10, 3);

/** A network on which everything stands but what the test took away; each post costs. */
const network = (desk: TestDesk, perPost = 5_000) => {
  const asked: { at: number; ids: readonly string[]; authors: ReadonlyMap<string, string> }[] = [];
  const gone = new Map<string, GoneBecause>();
  const edited = new Map<string, string>();
  let trouble: ProviderFailure | undefined;
  const lookup: Connection['lookup'] = (ids, _signal, authors = new Map()) => {
    asked.push({ at: desk.now(), ids, authors });
    if (trouble) return Promise.reject(trouble);
    const messages = ids.flatMap((id) => {
      const text = edited.get(id);
      return text === undefined ? [] : [post(id, { versionId: `${id}9`, text })];
    });
    const told: Lookup = {
      ...{ messages, identities: [brand, person('7')], unreadable: [] },
      gone: ids.flatMap((id) => (gone.has(id) ? [{ remoteId: id, because: gone.get(id) ?? 'deleted' }] : [])),
      budget: { left: 4000, limit: 5000, resetAt: desk.now() + 15 * minute, day: null },
      cost: [{ what: 'read-post', units: ids.length, micros: ids.length * perPost }],
    };
    return Promise.resolve(told);
  };
  const recheck = createRecheck(desk, desk.account.id, { lookup } as unknown as Connection);
  return {
    recheck,
    asked,
    gone,
    edited,
    fail: (failure?: ProviderFailure) => void (trouble = failure),
    idsAsked: () => asked.flatMap(({ ids }) => ids),
    /** Everything that is due until then. */
    passes: async (ms: number) => {
      const until = desk.now() + ms;
      for (let steps = 0; recheck.dueAt() <= until && steps < 5_000; steps += 1) {
        desk.clock.now = Math.max(desk.clock.now, recheck.dueAt());
        await recheck.step();
      }
      desk.clock.now = until;
    },
  };
};

const customers = (desk: TestDesk, count: number, from = 1000): string[] => {
  const ids = Array.from({ length: count }, (_, at) => String(from + at));
  arrive(
    desk,
    ids.map((id) => post(id, { authorRemoteId: `9${id}`, createdAt: desk.now() - 1 })),
  );
  return ids;
};

const closes = (desk: TestDesk, remoteIds: readonly string[]): void => {
  operate(desk, { op: 'test.close', by: 'ab', input: {} }, (tx, at) => {
    for (const id of remoteIds) {
      const row = tx.find<{ thread_id: string }>('SELECT thread_id FROM messages WHERE remote_id = ?', id);
      if (row) closeThread(tx, row.thread_id, at, 'resolved', 'answered');
    }
    return { value: null };
  });
};

it('learns of an edit and of a deletion, and asks for the authors by name', async () => {
  const desk = makeDesk();
  customers(desk, 3);
  const { passes, gone, edited, asked } = network(desk);
  gone.set('1000', 'suspended');
  edited.set('1001', 'in other words');
  await passes(hour);
  expect(desk.db.all('SELECT remote_id, text, gone_because FROM messages ORDER BY remote_id')).toMatchObject([
    { remote_id: '1000', text: '', gone_because: 'suspended' },
    { remote_id: '1001', text: 'in other words', gone_because: null },
    { remote_id: '1002', gone_because: null },
  ]);
  expect(asked[0]?.authors.get('1002')).toBe('91002');
  expectReplayed(desk);
});

it('asks for open threads first, then for the last 30 days, newest first, and for nothing twice in a day', async () => {
  const desk = makeDesk();
  const old = customers(desk, 5, 1000);
  desk.clock.now += 40 * day;
  const closed = customers(desk, 250, 2000);
  closes(desk, [...old, ...closed]);
  saveSettings(desk, { recheckMicrosPerDay: 100_000_000 });
  const open = customers(desk, 150, 3000);
  arrive(desk, [direct('9000')], 'direct');
  const { passes, idsAsked, asked } = network(desk, 0);
  await passes(12 * hour);
  const ids = idsAsked();
  expect(new Set(ids.slice(0, 150))).toEqual(new Set(open));
  expect(ids.slice(150)).toEqual(closed.toReversed());
  expect(Math.max(...asked.map((call) => call.ids.length))).toBe(100);
  await passes(day);
  expect(idsAsked().length).toBe(2 * ids.length);
});

it('stays within its money, and goes on the next day where it stopped', async () => {
  const desk = makeDesk();
  desk.clock.now = midnight + hour;
  const ids = customers(desk, 260);
  saveSettings(desk, { recheckMicrosPerDay: 600_000 });
  const { passes, idsAsked } = network(desk);
  await passes(10 * hour);
  expect(spentOn(desk.db, desk.account.id, desk.now(), 'recheck')).toBeLessThanOrEqual(600_000);
  const first = idsAsked().length;
  expect(first).toBeGreaterThan(90);
  expect(first).toBeLessThan(121);
  await passes(3 * day);
  expect(new Set(idsAsked())).toEqual(new Set(ids));
});

it('looks at nothing for no money, and begins at once when somebody allows some', async () => {
  const desk = makeDesk();
  desk.clock.now = midnight + hour;
  const ids = customers(desk, 20);
  expect(() => saveSettings(desk.as('cd'), { recheckMicrosPerDay: 0 })).toThrow(/Only admins/u);
  saveSettings(desk, { recheckMicrosPerDay: 0 });
  const { passes, idsAsked, recheck } = network(desk);
  const thread = desk.db.find<{ id: string }>('SELECT id FROM threads');
  recheck.glance(thread?.id ?? '', 'reading');
  await passes(5 * hour);
  expect(idsAsked()).toEqual([]);
  saveSettings(desk, { recheckMicrosPerDay: 2_000_000 });
  await passes(10 * minute);
  expect(new Set(idsAsked())).toEqual(new Set(ids));
});

it('waits out trouble without losing its place', async () => {
  const desk = makeDesk();
  const ids = customers(desk, 120);
  const { passes, fail, idsAsked } = network(desk, 0);
  fail(new ProviderFailure('rate-limited', 'too many', desk.now() + hour));
  await passes(hour);
  expect(idsAsked().length).toBeLessThanOrEqual(200);
  fail();
  const before = idsAsked().length;
  await passes(hour);
  expect(new Set(idsAsked().slice(before))).toEqual(new Set(ids));
});

it('looks at once at the thread somebody is about to answer, and not again and again', async () => {
  const desk = makeDesk();
  customers(desk, 3);
  const { recheck, passes, gone, idsAsked } = network(desk, 0);
  gone.set('1001', 'deleted');
  const thread = desk.db.find<{ id: string }>(
    "SELECT thread_id AS id FROM messages WHERE remote_id = '1001'",
  );
  recheck.glance(thread?.id ?? '', 'reading');
  recheck.glance(thread?.id ?? '', 'reading');
  await passes(2_000);
  expect(idsAsked()).toEqual(['1001']);
  expect(desk.db.find("SELECT gone_at FROM messages WHERE remote_id = '1001'")).toEqual({
    gone_at: start + 1_000,
  });
  recheck.glance(thread?.id ?? '', 'reading');
  await passes(20_000);
  expect(idsAsked()).toEqual(['1001']);
});

it('looks once more when the answer is about to leave', async () => {
  const desk = makeDesk();
  customers(desk, 1);
  const { recheck, passes, idsAsked } = network(desk, 0);
  const thread = desk.db.find<{ id: string }>('SELECT id FROM threads');
  recheck.glance(thread?.id ?? '', 'reading');
  await passes(30_000);
  recheck.glance(thread?.id ?? '', 'answer');
  recheck.glance(thread?.id ?? '', 'answer');
  await passes(5_000);
  expect(idsAsked()).toEqual(['1000', '1000']);
  // However soon: the network says that it is gone.
  recheck.glance(thread?.id ?? '', 'gone');
  await passes(5_000);
  expect(idsAsked()).toEqual(['1000', '1000', '1000']);
});

it('looks at every message of an open thread within a day, whatever comes and moves meanwhile', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(40), fc.integer({ min: 0, max: 900 })), { maxLength: 25 }),
      fc.integer({ min: 1, max: 300 }),
      async (news, count) => {
        const desk = makeDesk();
        const ids = customers(desk, count);
        const { passes, idsAsked } = network(desk, 0);
        for (const [index, [who, minutes]] of news.entries()) {
          await passes((minutes * minute) / 10);
          arrive(desk, [
            post(String(5000 + index), { authorRemoteId: `9${1000 + who}`, createdAt: desk.now() }),
          ]);
        }
        await passes(start + day - desk.now());
        const asked = new Set(idsAsked());
        expect(ids.filter((id) => !asked.has(id))).toEqual([]);
        desk.db.close();
      },
    ),
    { numRuns: 15 },
  );
});

it('asks for nothing where there is nothing', async () => {
  const desk = makeDesk();
  const { passes, asked } = network(desk);
  await passes(day);
  expect(asked).toEqual([]);
});

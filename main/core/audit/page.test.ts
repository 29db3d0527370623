import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { AuditEntry, AuditFilter } from '../../../shared/api/audit.ts';
import { auditKindNames } from '../../../shared/audit/kinds.ts';
import { kindOf, opsOf } from '../../../shared/audit/ops.ts';
import type { AgentId, ThreadId } from '../../../shared/ids.ts';
import { applyToMany } from '../bulk/apply.ts';
import { saveDraft } from '../drafts.ts';
import { indexChanges } from '../replay/indexing.ts';
import { arrive, direct, makeDesk, post, type TestDesk } from '../testing/desk.ts';
import { merge } from '../threads/merge.ts';
import { claim, resolve } from '../threads/operations.ts';
import { getThread } from '../threads/rows.ts';
import { undo } from '../undo.ts';
import { createLooks } from './looks.ts';
import { auditPage } from './page.ts';
import { peopleOn } from './people.ts';
import { record } from './record.ts';

/** Two people, three customers, everything the audit tells apart. */
const busy = (): TestDesk & { threads: ThreadId[] } => {
  const desk = makeDesk();
  for (const who of [7, 8, 9]) {
    arrive(desk, [post(`${who}0`, { authorRemoteId: String(who) })]);
    arrive(desk, [direct(`${who}1`, { authorRemoteId: String(who) })], 'direct');
  }
  const threads = desk.db
    .all<{ id: ThreadId }>(
      'SELECT t.id FROM threads t JOIN identities i ON i.id = t.identity_id ORDER BY i.remote_id',
    )
    .map(({ id }) => id);
  const looks = createLooks(desk);
  for (const [nth, threadId] of [...threads, ...threads].entries()) {
    desk.clock.now += 60_000;
    const by = nth % 2 === 0 ? 'ab' : 'cd';
    looks.saw(by as AgentId, 'opened', { threadId, ids: [`dm-${nth}`] });
    looks.flush();
    const me = desk.as(by);
    saveDraft(me, threadId, 'post', `typed ${nth}`);
    if (nth < 2) claim(me, { threadId, revision: getThread(desk.db, threadId).revision });
  }
  undo(desk.as('cd'));
  applyToMany(desk, {
    target: { threadIds: threads },
    expected: null,
    action: { do: 'priority', priority: 1 },
  });
  const export_ = {
    what: 'search',
    format: 'csv',
    threads: 2,
    messages: 4,
    threadIds: threads.slice(0, 2),
    file: 'a.csv',
  };
  record(desk, { op: 'archive.export', by: 'ab', input: export_ });
  record(desk, { op: 'archive.export', by: 'cd', input: { ...export_, threads: 900, threadIds: [] } });
  indexChanges(desk.db, 1000);
  looks.close();
  return { ...desk, threads };
};

const all = (desk: TestDesk, filter: AuditFilter, limit = 3, cap = 7): AuditEntry[] => {
  const found: AuditEntry[] = [];
  for (let before: number | null = null; ;) {
    const page = auditPage(desk.db, filter, before, limit, cap);
    expect(page.entries.length).toBeLessThanOrEqual(limit);
    found.push(...page.entries);
    if (page.next === null) return found;
    if (before !== null) expect(page.next).toBeLessThan(before);
    before = page.next;
  }
};

/** The same said plainly, by reading everything. */
const slowly = (desk: TestDesk, { threadId, person, kind, isByPeople, from, until }: AuditFilter): number[] =>
  desk.db
    .all<{
      seq: number;
      op: string;
      agent: string;
      at: number;
      thread_id: string | null;
      input: string;
      rows: string;
    }>('SELECT * FROM changes ORDER BY seq DESC')
    .filter(
      (row) =>
        (threadId === undefined ||
          row.thread_id === threadId ||
          (JSON.parse(row.rows) as unknown[][]).some(
            ([table, id]) => table === 'threads' && id === threadId,
          ) ||
          desk.db.find('SELECT 1 FROM replay_changes WHERE thread_id = ? AND seq = ?', threadId, row.seq) !==
            undefined ||
          (row.op === 'archive.export' && (row.input.includes(threadId) || row.input.includes('900')))) &&
        (person === undefined || row.agent === person) &&
        (kind === undefined || kindOf(row.op) === kind) &&
        (isByPeople !== true || row.agent === 'ab' || row.agent === 'cd') &&
        (from === undefined || row.at >= from) &&
        (until === undefined || row.at < until),
    )
    .map(({ seq }) => seq);

it('finds, page by page, exactly what a reading of everything finds, newest first', () => {
  const desk = busy();
  const filters = fc.record(
    {
      threadId: fc.constantFrom(...desk.threads),
      person: fc.constantFrom('ab' as AgentId, 'cd' as AgentId),
      kind: fc.constantFrom(...auditKindNames),
      isByPeople: fc.boolean(),
      from: fc.integer({ min: -1, max: 7 }).map((minutes) => desk.clock.now - minutes * 60_000),
      until: fc.integer({ min: -1, max: 7 }).map((minutes) => desk.clock.now - minutes * 60_000 + 1),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(
      filters,
      fc.integer({ min: 1, max: 9 }),
      fc.integer({ min: 2, max: 60 }),
      (filter, limit, cap) => {
        expect(all(desk, filter, limit, cap).map(({ seq }) => seq)).toEqual(slowly(desk, filter));
      },
    ),
    { numRuns: 300 },
  );
});

it('tells whose thread it is, what was seen, and what was taken back', () => {
  const desk = busy();
  const [threadId] = desk.threads;
  const looks = all(desk, { threadId: threadId!, kind: 'seen' });
  expect(looks.map(({ by, handle, look }) => [by, handle, look])).toEqual([
    ['cd', 'user7', { how: 'opened', from: 'dm-3', upto: 'dm-3', count: 1 }],
    ['ab', 'user7', { how: 'opened', from: 'dm-0', upto: 'dm-0', count: 1 }],
  ]);
  expect(all(desk, { kind: 'wrote', person: 'cd' as AgentId })[0]?.isUndone).toBe(false);
  expect(
    all(desk, { person: 'cd' as AgentId, kind: 'assigned' }).map(({ op, isUndone }) => [op, isUndone]),
  ).toEqual([['thread.claim', true]]);
});

it('tells who had to do with a thread, each once', () => {
  const desk = busy();
  const people = peopleOn(desk.db, desk.threads[0]!);
  expect(people.map(({ agentId, looks, acts }) => [agentId, looks, acts])).toEqual([
    ['cd', 1, 1],
    ['ab', 1, 2],
  ]);
});

it('looks at no more of the log than it may for one page', () => {
  const desk = busy();
  const page = auditPage(desk.db, { person: 'ab' as AgentId, kind: 'phoned' }, null, 50, 4);
  expect(page.entries).toEqual([]);
  expect(page.next).not.toBeNull();
});

it('every kind has operations, and every operation one kind', () => {
  for (const kind of auditKindNames) expect(opsOf(kind).length).toBeGreaterThan(0);
});

it('of a thread tells what was seen and done in those that were merged into it, until they are two again', () => {
  const desk = makeDesk();
  for (const who of [7, 8, 9]) arrive(desk, [direct(`${who}1`, { authorRemoteId: String(who) })], 'direct');
  const [seven, eight, nine] = desk.db
    .all<{ id: ThreadId }>('SELECT id FROM threads ORDER BY id')
    .map(({ id }) => id) as [ThreadId, ThreadId, ThreadId];
  const looks = createLooks(desk);
  for (const threadId of [seven, eight, nine])
    looks.saw('cd' as AgentId, 'opened', { threadId, ids: [`dm of ${threadId}`] });
  looks.flush();
  for (const id of [seven, nine]) {
    const { revision } = getThread(desk.db, id);
    resolve(desk, { threadId: id, revision });
  }
  const first = merge(desk, { threadId: eight, from: seven });
  expect(first.into).toBe(eight);
  merge(desk, { threadId: eight, from: nine });
  const seen = (threadId: ThreadId) => all(desk, { threadId, kind: 'seen' }).map((entry) => entry.threadId);
  expect(seen(eight)).toEqual([nine, eight, seven]);
  undo(desk);
  expect(seen(eight)).toEqual([eight, seven]);
  looks.close();
});

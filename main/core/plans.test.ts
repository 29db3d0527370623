import { expect, it, vi } from 'vitest';
import type { AccountId, AgentId, QueueId, TagId } from '../../shared/ids.ts';
import { escalationStates } from '../../shared/model.ts';
import { traits } from '../../shared/review/rule.ts';
import type { Db } from '../db/db.ts';
import { planOnce } from '../db/plan-once.ts';
import { auditPage } from './audit/page.ts';
import { peopleOn } from './audit/people.ts';
import { previewOf } from './bulk/preview.ts';
import { explained } from './clocks/explained.ts';
import { stayedOf } from './clocks/stayed.ts';
import { columnCount, columnPage } from './columns/page.ts';
import { relatedTo } from './customers/related.ts';
import { ask } from './experts/questions.ts';
import { questionsTo } from './experts/rows.ts';
import { expertWaited } from './experts/waited.ts';
import { sheetOf } from './people/sheet.ts';
import { phonesOfCustomer, phonesPage } from './phone/board.ts';
import { whoCalls } from './phone/caller.ts';
import { prepareSlip } from './phone/prepare.ts';
import { queueCounts } from './queues/counts.ts';
import { drawSampleWork } from './review/drawing.ts';
import { reviewMeasuresWork } from './review/measures.ts';
import { readWork } from './review/view.ts';
import { createSearch } from './search/search.ts';
import { saveSettings } from './settings.ts';
import { teamBoard } from './team/board.ts';
import { candidatesFor } from './team/candidates.ts';
import { makeDesk, arrive, onlyThread, ownReply, post, start, type TestDesk } from './testing/desk.ts';
import { saved } from './testing/queues.ts';
import { claim, resolve } from './threads/operations.ts';
import { getThread } from './threads/rows.ts';
import { messagesBefore, viewThread } from './threads/view.ts';

/** What grows with every day of work: read through an index that leads there, or not at all. */
const large = [
  'threads',
  'messages',
  'identities',
  'customers',
  'changes',
  'outbox',
  'notes',
  'phones',
  'escalations',
  'call_attempts',
  'questions',
  'clock_marks',
  'review_picks',
  'review_scores',
  'review_comments',
  'review_closings',
];

const ready = () => {
  const desk = makeDesk();
  saveSettings(desk, { phoneCountry: 'GB' });
  arrive(desk, [post('10'), post('20', { inReplyToRemoteId: '10' })]);
  arrive(desk, [ownReply('30', '7', { inReplyToRemoteId: '10' })], 'own');
  const threadId = onlyThread(desk);
  const queueId = saved(desk, 'all');
  claim(desk, { threadId, revision: 0 });
  ask(desk, { threadId, expertId: 'cd' as AgentId, text: 'Is it down?', dueAt: start + 60_000 });
  return { desk, threadId, queueId, row: () => getThread(desk.db, threadId) };
};

const page = { after: null, limit: 50 } as const;

/** Each part of the language once. */
const searched = [
  'signal "no signal" -thanks wor* OR 壊れた',
  'from:maya to:hallam account:hallam agent:me assigned:nobody tag:vip status:open lang:en',
  'before:today after:2020-01-01 has:link has:image has:phone has:note has:call',
  'is:dm is:inbound is:deleted is:breached is:escalated -has:note',
];

const atOnce = { report: () => {}, goesOn: () => true };
const everyTrait = {
  ...{ days: 30, agentId: null, queueId: 'q' as QueueId, accountId: 'a' as AccountId, tagId: 't' as TagId },
  ...{ perAgent: 3, again: false, traits: [...traits] },
};

/** Every request that only reads, as the window asks it. */
const reads: Record<string, (of: ReturnType<typeof ready>) => unknown> = {
  'team.board': ({ desk }) => teamBoard(desk),
  'team.candidates': ({ desk, threadId }) => candidatesFor(desk, threadId),
  'phones.page': ({ desk }) =>
    escalationStates.map((state) => [
      phonesPage(desk.db, { state, ...page }),
      phonesPage(desk.db, { state, after: { at: 1, id: 'a' as never }, limit: 50 }),
    ]),
  'phones.of': ({ desk, row }) => phonesOfCustomer(desk.db, row().customer_id),
  'phone.prepare': ({ desk, threadId }) => prepareSlip(desk, threadId),
  'call.waiting': ({ desk }) => whoCalls(desk, { from: '0113 496 0017', id: 'c', at: start, rangAt: [] }),
  'the expert column': ({ desk }) => [
    columnPage(desk.as('cd'), { filter: { expert: 'me', isOpen: true }, order: 'newest', ...page }),
    columnCount(desk.as('cd'), { expert: 'me', isOpen: true }),
  ],
  'a queue’s column': ({ desk, queueId }) => [
    columnPage(desk, { filter: { queue: queueId, isOpen: true }, order: 'newest', ...page }),
    columnCount(desk, { queue: queueId, isOpen: true }),
  ],
  'a tag’s column': ({ desk }) =>
    columnPage(desk, { filter: { tag: 't' as TagId, isOpen: true }, order: 'newest', ...page }),
  'question.mine': ({ desk }) => questionsTo(desk.db, 'cd'),
  'expert.waited': ({ desk, threadId }) => expertWaited(desk.db, threadId, start),
  'customer.related': ({ desk, threadId }) => relatedTo(desk.db, threadId),
  'thread.open': ({ desk, threadId }) => viewThread(desk, threadId),
  'thread.earlier': ({ desk, threadId }) => messagesBefore(desk.db, threadId, 'x:account:1/post/20'),
  'clock.explain': ({ desk, threadId }) => explained(desk, threadId, 'UTC'),
  'clock.explain, closed and open again': ({ desk, row }) =>
    stayedOf(desk.db, { ...row(), closed_at: start, is_open: 1 }, start),
  'search.run': ({ desk }) =>
    searched.map((text) =>
      createSearch(desk.db)({
        ...{ text, me: desk.me, now: start, zone: 'UTC' },
        ...{ order: 'newest', before: null, limit: 50 },
      }),
    ),
  'review.work': ({ desk }) => readWork(desk),
  'review.draw': ({ desk }) => drawSampleWork(desk.db, { seed: 1, now: start, rule: everyTrait }, atOnce),
  'review.measures': ({ desk }) => reviewMeasuresWork(desk.db, { from: 0, until: start }, atOnce),
  'audit.page': ({ desk, threadId }) => [
    ...[{ threadId }, { person: desk.me }, { kind: 'seen' as const }, { kind: 'desk' as const }, {}].map(
      (filter) => auditPage(desk.db, { ...filter, from: start, until: start + 60_000 }, null, 10),
    ),
    peopleOn(desk.db, threadId),
  ],
  'queue.counts': ({ desk }) => queueCounts(desk.db),
  'duty.sheet': ({ desk }) => sheetOf(desk, undefined),
  'bulk.preview': ({ desk, threadId }) =>
    previewOf(desk, { threadIds: [threadId] }, { do: 'priority', priority: 0 }),
};

/** The statements that are run meanwhile, each once. */
const statementsOf = (db: Db, run: () => unknown): string[] => {
  const asked = new Set<string>();
  const statement = db.statement.bind(db);
  const spy = vi.spyOn(db, 'statement').mockImplementation((sql) => {
    asked.add(sql);
    return statement(sql);
  });
  run();
  spy.mockRestore();
  return [...asked].filter((sql) => /^\s*(?:SELECT|WITH)\b/iu.test(sql));
};

/** Indexes of what is open, due or asked for just now: read from their beginning they are no whole reading. */
const short = [
  'threads_due',
  'threads_by_expert',
  'threads_to_wake',
  'threads_to_warn',
  'threads_to_return',
  'escalations_to_remind',
];

/** Large tables that this reads from end to end, as SQLite's plan says it. */
const wholeReadings = ({ db }: TestDesk, sql: string): string[] => {
  const text = planOnce(sql);
  const values = Array.from({ length: text.split('?').length - 1 }, () => 'x');
  const details = db.raw.prepare(`EXPLAIN QUERY PLAN ${text}`).all(...values) as { detail: string }[];
  return details.flatMap(({ detail }) => {
    const [, name, index = ''] = /^SCAN (\w+)(?: USING (?:COVERING )?INDEX (\w+))?/u.exec(detail) ?? [];
    if (name === undefined || short.includes(index)) return [];
    const table = new RegExp(`\\b(?:FROM|JOIN) (\\w+) (?:AS )?${name}\\b`, 'u').exec(text)?.[1];
    return large.includes(name) || large.includes(table ?? '') ? [`${detail}: ${text}`] : [];
  });
};

it.each(Object.entries(reads))('%s reads no large table from end to end', (_, read) => {
  const made = ready();
  const asked = statementsOf(made.desk.db, () => read(made));
  expect(asked.length).toBeGreaterThan(0);
  expect(asked.flatMap((sql) => wholeReadings(made.desk, sql))).toEqual([]);
  made.desk.db.close();
});

it('would notice', () => {
  const { desk, threadId, row } = ready();
  resolve(desk, { threadId, revision: row().revision });
  const bad = 'SELECT m.id FROM messages m JOIN threads t ON t.id = m.thread_id WHERE m.text = ?';
  expect(wholeReadings(desk, bad)).toHaveLength(1);
  expect(wholeReadings(desk, 'SELECT count(*) FROM threads WHERE reason = ?')).toHaveLength(1);
  expect(wholeReadings(desk, 'SELECT count(*) FROM threads')).toHaveLength(1);
});

import type { PersonLine, QueueLine, TeamBoard } from '../../../shared/api/team.ts';
import type { AgentId, QueueId, ThreadId } from '../../../shared/ids.ts';
import type { Ms } from '../../../shared/model.ts';
import type { Reader, Value } from '../../db/db.ts';
import { allAgents, assertMay } from '../agents.ts';
import { soonMs } from '../bulk/preview.ts';
import type { Desk } from '../desk.ts';
import { overdueQuestions, questionsOpenTo } from '../experts/waited.ts';
import { allQueues } from '../queues/rows.ts';
import { lookedAtBy } from './looking.ts';

/**
 * Everybody who can have threads, and every queue: how much, how long, what is about to be late. Read every second, so
 * each number comes from an index alone, or from rows that are somebody's, of which there are few.
 */
export const teamBoard = (desk: Desk, isSitting: (agentId: AgentId) => boolean = () => true): TeamBoard => {
  assertMay(desk, 'team.see');
  const { db } = desk;
  const at = desk.now();
  const people: PersonLine[] = [];
  const assigned = new Map<string | null, number>();
  for (const { id, leftAt } of allAgents(db)) {
    const line = personLine(db, id, at, assigned);
    if (!isSitting(id)) line.lastThread = null;
    if (leftAt === null || line.load > 0) people.push(line);
  }
  const queues = allQueues(db).map(({ id }) => queueLine(db, id, at, assigned.get(id) ?? 0));
  const rest = otherLine(db, queues, at, assigned.get(null) ?? 0);
  return { at, people, queues: [...queues, rest], overdueQuestions: overdueQuestions(db, at) };
};

/** Counts into `assigned`, by queue, what is theirs. */
const personLine = (db: Reader, id: AgentId, at: Ms, assigned: Map<string | null, number>): PersonLine => {
  const theirs = db.all<{ queue: string | null; n: number; waiting: number; oldest: number | null }>(
    'SELECT queue_id AS queue, count(*) AS n, count(waiting_since) AS waiting, min(waiting_since) AS oldest ' +
      'FROM threads INDEXED BY threads_by_assignee WHERE assignee_id = ? AND is_open = 1 GROUP BY queue_id',
    id,
  );
  for (const { queue, n } of theirs) assigned.set(queue, (assigned.get(queue) ?? 0) + n);
  const waits = theirs.flatMap(({ oldest }) => oldest ?? []);
  return {
    agentId: id,
    load: theirs.reduce((sum, { n }) => sum + n, 0),
    waiting: theirs.reduce((sum, { waiting }) => sum + waiting, 0),
    oldestWait: waits.length === 0 ? null : Math.min(...waits),
    ...dueIn(db, 'threads_due_by_assignee', 'assignee_id = ?', [id], at),
    lastThread: lastOf(db, id, at),
    ...questionsOpenTo(db, id, at),
    callbacks: count(
      db,
      "SELECT count(*) AS n FROM escalations WHERE assignee_id = ? AND state IN ('requested', 'booked', 'attempted')",
      id,
    ),
  };
};

const queueLine = (db: Reader, id: QueueId, at: Ms, assigned: number): QueueLine => {
  const inQueue = 'FROM threads INDEXED BY threads_by_queue WHERE queue_id = ? AND is_open = 1';
  const open = count(db, `SELECT count(*) AS n ${inQueue}`, id);
  // While somebody waits, the order of columns is since when: the first found is the longest.
  const oldest = db.find<{ at: Ms }>(
    `SELECT waiting_since AS at ${inQueue} AND waiting_since IS NOT NULL ORDER BY sort_at, id LIMIT 1`,
    id,
  );
  return {
    queueId: id,
    open,
    unassigned: open - assigned,
    oldestWait: oldest?.at ?? null,
    ...dueIn(db, 'threads_due_by_queue', 'queue_id = ?', [id], at),
  };
};

/** So far down the order the longest wait outside the queues is looked for. */
const lookedAt = 2000;

/** What is in no queue has no index of its own: it is all that the queues do not have. */
const otherLine = (db: Reader, queues: readonly QueueLine[], at: Ms, assigned: number): QueueLine => {
  const inQueues = (what: 'open' | 'dueSoon' | 'overdue'): number =>
    queues.reduce((sum, line) => sum + line[what], 0);
  const all = dueIn(db, 'threads_due', '1', [], at);
  const everything = 'FROM threads INDEXED BY threads_open WHERE is_open = 1';
  const open = count(db, `SELECT count(*) AS n ${everything}`) - inQueues('open');
  const oldest =
    open === 0
      ? undefined
      : db.find<{ at: Ms }>(
          `SELECT waiting_since AS at FROM (SELECT queue_id, waiting_since, sort_at, id ${everything} ` +
            `ORDER BY sort_at, id LIMIT ${lookedAt}) WHERE queue_id IS NULL AND waiting_since IS NOT NULL ` +
            'ORDER BY sort_at, id LIMIT 1',
        );
  return {
    queueId: null,
    open,
    unassigned: open - assigned,
    oldestWait: oldest?.at ?? null,
    overdue: all.overdue - inQueues('overdue'),
    dueSoon: all.dueSoon - inQueues('dueSoon'),
  };
};

const dueIn = (
  db: Reader,
  index: string,
  where: string,
  values: Value[],
  at: Ms,
): { dueSoon: number; overdue: number } => {
  const until = `SELECT count(*) AS n FROM threads INDEXED BY ${index} WHERE ${where} AND is_open = 1 AND next_deadline_at`;
  return {
    overdue: count(db, `${until} <= ?`, ...values, at),
    dueSoon: count(db, `${until} > ? AND next_deadline_at <= ?`, ...values, at, at + soonMs),
  };
};

/** So far back the last thing somebody did still says what they are on. */
const recentMs = 4 * 3_600_000;

/** What they last opened, or did something to by the log of changes, writing included. */
const lastOf = (db: Reader, id: AgentId, at: Ms): PersonLine['lastThread'] => {
  const row = db.find<{ id: ThreadId; handle: string; at: Ms }>(
    'SELECT t.id, i.handle, c.at FROM changes c INDEXED BY changes_undoable JOIN threads t ON t.id = c.thread_id ' +
      'JOIN identities i ON i.id = t.identity_id ' +
      'WHERE c.agent = ? AND c.inverse IS NOT NULL AND c.thread_id IS NOT NULL ORDER BY c.seq DESC LIMIT 1',
    id,
  );
  const looked = lookedAtBy(db, id);
  const last = looked && looked.at > (row?.at ?? 0) ? looked : row;
  return last && last.at >= at - recentMs ? last : null;
};

const count = (db: Reader, sql: string, ...values: Value[]): number =>
  db.find<{ n: number }>(sql, ...values)?.n ?? 0;

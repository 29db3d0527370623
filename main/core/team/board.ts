import type { PersonLine, QueueLine, TeamBoard } from '../../../shared/api/team.ts';
import type { AgentId, QueueId, ThreadId } from '../../../shared/ids.ts';
import type { Agent, Ms } from '../../../shared/model.ts';
import type { Reader, Value } from '../../db/db.ts';
import { allAgents, assertMay } from '../agents.ts';
import { soonMs } from '../bulk/preview.ts';
import type { Desk } from '../desk.ts';
import { allQueues } from '../queues/rows.ts';

/** Everybody who can have threads, and every queue: how much, how long, what is about to be late. */
export const teamBoard = (desk: Desk): TeamBoard => {
  assertMay(desk, 'team.see');
  const { db } = desk;
  const at = desk.now();
  const people = allAgents(db).filter((agent) => agent.leftAt === null || loadOf(db, agent.id) > 0);
  const queueIds: (QueueId | null)[] = [...allQueues(db).map(({ id }) => id), null];
  return {
    at,
    people: people.map((agent) => personLine(db, agent, at)),
    queues: queueIds.map((id) => queueLine(db, id, at)),
  };
};

type Numbers = { waiting: number; oldest: number | null; soon: number; over: number; n: number };

const numbers =
  'count(*) AS n, count(waiting_since) AS waiting, min(waiting_since) AS oldest, ' +
  'ifnull(sum(next_deadline_at > ? AND next_deadline_at <= ?), 0) AS soon, ' +
  'ifnull(sum(next_deadline_at <= ?), 0) AS over';

const numbersOf = (db: Reader, sql: string, ...values: Value[]): Numbers =>
  db.find<Numbers>(sql, ...values) ?? { n: 0, waiting: 0, oldest: null, soon: 0, over: 0 };

const personLine = (db: Reader, { id }: Agent, at: Ms): PersonLine => {
  const { n, waiting, oldest, soon, over } = numbersOf(
    db,
    `SELECT ${numbers} FROM threads INDEXED BY threads_by_assignee WHERE assignee_id = ? AND is_open = 1`,
    at,
    at + soonMs,
    at,
    id,
  );
  return {
    agentId: id,
    load: n,
    waiting,
    oldestWait: oldest,
    dueSoon: soon,
    overdue: over,
    lastThread: lastOf(db, id, at),
    questions: count(db, "SELECT count(*) AS n FROM questions WHERE expert_id = ? AND state = 'open'", id),
    callbacks: callbacksOf(db, id),
  };
};

const queueLine = (db: Reader, id: QueueId | null, at: Ms): QueueLine => {
  const where = id === null ? 'queue_id IS NULL' : 'queue_id = ?';
  const { waiting, oldest, soon, over } = numbersOf(
    db,
    `SELECT ${numbers} FROM threads INDEXED BY threads_by_queue WHERE ${where} AND is_open = 1`,
    ...[at, at + soonMs, at],
    ...(id === null ? [] : [id]),
  );
  const unassigned = count(
    db,
    `SELECT count(*) AS n FROM threads INDEXED BY threads_by_queue WHERE ${where} AND is_open = 1 AND assignee_id IS NULL`,
    ...(id === null ? [] : [id]),
  );
  return { queueId: id, waiting, unassigned, oldestWait: oldest, dueSoon: soon, overdue: over };
};

/** So far back the last thing somebody did still says what they are on. */
const recentMs = 4 * 3_600_000;

/** What they last did something to, by the log of changes. */
const lastOf = (db: Reader, id: AgentId, at: Ms): PersonLine['lastThread'] => {
  const row = db.find<{ id: ThreadId; handle: string; at: Ms }>(
    'SELECT t.id, i.handle, c.at FROM changes c JOIN threads t ON t.id = c.thread_id ' +
      'JOIN identities i ON i.id = t.identity_id ' +
      'WHERE c.agent = ? AND c.thread_id IS NOT NULL AND c.at >= ? ORDER BY c.seq DESC LIMIT 1',
    id,
    at - recentMs,
  );
  return row ?? null;
};

const callbacksOf = (db: Reader, id: AgentId): number =>
  count(
    db,
    "SELECT count(*) AS n FROM escalations WHERE assignee_id = ? AND state IN ('requested', 'booked', 'attempted')",
    id,
  );

const loadOf = (db: Reader, id: AgentId): number =>
  count(db, 'SELECT count(*) AS n FROM threads WHERE assignee_id = ? AND is_open = 1', id);

const count = (db: Reader, sql: string, ...values: Value[]): number =>
  db.find<{ n: number }>(sql, ...values)?.n ?? 0;

import type { MeasureLine, Measures } from '../../../shared/api/review.ts';
import type { AgentId, QueueId } from '../../../shared/ids.ts';
import type { Ms } from '../../../shared/model.ts';
import { jointPoints } from '../../../shared/review/scoring.ts';
import { isOnlyThanks, isThanks } from '../../../shared/review/thanks.ts';
import { stayHours } from '../../../shared/sla/stayed.ts';
import type { Reader } from '../../db/db.ts';
import type { LongWork } from '../jobs/long.ts';
import { getForm } from './forms.ts';
import { answersIn, settledAnswers, type ScoreRow } from './rows.ts';

export type Span = { from: Ms; until: Ms };

/**
 * How well it went, beside how fast: by person and by queue, for what was closed in a span. Reads every conversation of the
 * span, so it runs beside the desk.
 */
export const reviewMeasuresWork: LongWork<Span, Measures> = (db, { from, until }, { report, goesOn }) => {
  const closings = db.all<Closing>(
    'SELECT thread_id, closed_at, agent_id, queue_id, is_reopened FROM review_closings ' +
      "INDEXED BY review_closings_by_time WHERE closed_at >= ? AND closed_at < ? AND status = 'resolved'",
    from,
    until,
  );
  const tally = createTally();
  for (const [at, closing] of closings.entries()) {
    if (!goesOn()) break;
    if (at % 500 === 0) report(at, closings.length);
    const { agent, ...facts } = factsOf(db, closing, until);
    tally.add(agent, closing.queue_id, facts);
  }
  for (const { agent, queue, points } of scoredIn(db, from, until)) tally.score(agent, queue, points);
  return { from, until, ...tally.lines() };
};

type Closing = {
  thread_id: string;
  closed_at: Ms;
  agent_id: string | null;
  queue_id: string | null;
  is_reopened: 0 | 1;
};

/** What one closing tells. Null: it can't be said (yet). */
type Facts = {
  firstContact: boolean | null;
  isReopened: boolean | null;
  isThanked: boolean;
  firstAnswerMs: Ms | null;
};

type Said = { role: 'in' | 'out'; text: string; created_at: Ms };

const windowMs = stayHours * 3_600_000;

/**
 * One segment: from the closing before to what came after this one. The first contact is our first answer or a call that was
 * made; it has resolved the matter when the customer wrote nothing after it but thanks, and did not come back in the window.
 * Thanks after the end bring a thread back, and are no return.
 */
const factsOf = (db: Reader, closing: Closing, now: Ms): Facts & { agent: string | null } => {
  const { thread_id, closed_at } = closing;
  const since =
    db.find<{ at: Ms | null }>(
      'SELECT max(closed_at) AS at FROM review_closings NOT INDEXED WHERE thread_id = ? AND closed_at < ?',
      thread_id,
      closed_at,
    )?.at ?? 0;
  const said = db.all<Said>(
    "SELECT role, text, created_at FROM messages INDEXED BY messages_by_thread WHERE thread_id = ? AND created_at > ? AND (role = 'in' OR " +
      "(role = 'out' AND is_automatic = 0)) ORDER BY created_at, id",
    thread_id,
    since,
  );
  const within = said.filter(({ created_at }) => created_at <= closed_at);
  const back = said.find(({ role, created_at }) => role === 'in' && created_at > closed_at);
  const answer = within.find(({ role }) => role === 'out');
  const contactAt = Math.min(answer?.created_at ?? Infinity, callWithin(db, thread_id, since, closed_at));
  const later = within
    .filter(({ role, created_at }) => role === 'in' && created_at > contactAt)
    .map(({ text }) => isThanks(text));
  const wasThanks = back !== undefined && isOnlyThanks(back.text);
  const isReopened = closing.is_reopened === 1 && !wasThanks;
  const isDecided = isReopened || closed_at + windowMs <= now;
  const first = within.find(({ role }) => role === 'in');
  return {
    agent: authorWithin(db, thread_id, since, closed_at) ?? closing.agent_id,
    isReopened: isDecided ? isReopened : null,
    firstContact: contactAt === Infinity || !isDecided ? null : !isReopened && later.every(Boolean),
    isThanked: wasThanks || later.some(Boolean),
    firstAnswerMs: first && contactAt < Infinity ? Math.max(0, contactAt - first.created_at) : null,
  };
};

/** Who wrote most of the answers here; what was written elsewhere is nobody's. */
const authorWithin = (db: Reader, threadId: string, since: Ms, until: Ms): string | undefined =>
  db.find<{ agent: string }>(
    "SELECT agent_id AS agent FROM outbox INDEXED BY outbox_by_thread WHERE thread_id = ? AND queued_at > ? AND queued_at <= ? AND state = 'sent' " +
      'GROUP BY agent_id ORDER BY count(*) DESC, agent_id LIMIT 1',
    threadId,
    since,
    until,
  )?.agent;

const callWithin = (db: Reader, threadId: string, since: Ms, until: Ms): Ms =>
  db.find<{ at: Ms | null }>(
    "SELECT min(ended_at) AS at FROM escalations INDEXED BY escalations_by_thread WHERE thread_id = ? AND state = 'done' AND ended_at > ? AND ended_at <= ?",
    threadId,
    since,
    until,
  )?.at ?? Infinity;

/** Each conversation whose first review was done in the span, by what all its reviews come to. */
const scoredIn = (
  db: Reader,
  from: Ms,
  until: Ms,
): { agent: string; queue: string | null; points: number }[] => {
  const picks = db.all<{ id: string; agent: string; queue: string | null }>(
    'SELECT p.id, p.agent_id AS agent, t.queue_id AS queue FROM review_scores c INDEXED BY review_scores_done ' +
      'JOIN review_picks p ON p.id = c.pick_id LEFT JOIN threads t ON t.id = p.thread_id ' +
      'WHERE c.done_at >= ? AND c.done_at < ? GROUP BY p.id',
    from,
    until,
  );
  return picks.flatMap(({ id, agent, queue }) => {
    const done = db.all<ScoreRow>(
      'SELECT * FROM review_scores INDEXED BY review_scores_by_pick WHERE pick_id = ? AND done_at IS NOT NULL',
      id,
    );
    const form = getForm(db, done[0]?.form_id ?? '');
    const points = jointPoints(form, done.map(answersIn), settledAnswers(db, id));
    return points === null ? [] : [{ agent, queue, points }];
  });
};

type Sums = {
  resolved: number;
  firstContact: { of: number; n: number };
  reopened: { of: number; n: number };
  thanked: { of: number; n: number };
  waits: Ms[];
  points: number[];
};

const nothing = (): Sums => ({
  resolved: 0,
  firstContact: { of: 0, n: 0 },
  reopened: { of: 0, n: 0 },
  thanked: { of: 0, n: 0 },
  waits: [],
  points: [],
});

const createTally = () => {
  const all = nothing();
  const people = new Map<string, Sums>();
  const queues = new Map<string | null, Sums>();
  const at = <K>(map: Map<K, Sums>, key: K): Sums => {
    const known = map.get(key) ?? nothing();
    map.set(key, known);
    return known;
  };
  const rows = (agent: string | null, queue: string | null): Sums[] => [
    all,
    at(queues, queue),
    ...(agent === null ? [] : [at(people, agent)]),
  ];
  return {
    add(agent: string | null, queue: string | null, facts: Facts): void {
      for (const sums of rows(agent, queue)) addTo(sums, facts);
    },
    score(agent: string, queue: string | null, points: number): void {
      for (const sums of rows(agent, queue)) sums.points.push(points);
    },
    lines: (): Pick<Measures, 'all' | 'people' | 'queues'> => ({
      all: lineOf(all),
      people: [...people].map(([agentId, sums]) => ({ agentId: agentId as AgentId, ...lineOf(sums) })),
      queues: [...queues].map(([queueId, sums]) => ({ queueId: queueId as QueueId | null, ...lineOf(sums) })),
    }),
  };
};

const addTo = (sums: Sums, { firstContact, isReopened, isThanked, firstAnswerMs }: Facts): void => {
  sums.resolved += 1;
  const count = (share: { of: number; n: number }, is: boolean | null): void => {
    if (is === null) return;
    share.n += 1;
    if (is) share.of += 1;
  };
  count(sums.firstContact, firstContact);
  count(sums.reopened, isReopened);
  count(sums.thanked, firstAnswerMs === null ? null : isThanked);
  if (firstAnswerMs !== null) sums.waits.push(firstAnswerMs);
};

const lineOf = ({ waits, points, ...rest }: Sums): MeasureLine => ({
  ...rest,
  firstAnswerMs: { median: medianOf(waits), n: waits.length },
  quality: {
    mean: points.length === 0 ? null : points.reduce((sum, one) => sum + one, 0) / points.length,
    n: points.length,
  },
});

const medianOf = (values: readonly number[]): number | null => {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
};

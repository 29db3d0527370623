import type { SampleRule } from '../../../shared/api/review.ts';
import {
  commonOf,
  isComparable,
  likenessOf,
  printOf,
  type Common,
  type Print,
} from '../../../shared/likeness.ts';
import type { Ms } from '../../../shared/model.ts';
import { unlikeBelow, waitedOverMs, type Trait } from '../../../shared/review/rule.ts';
import { drawFrom, type Candidate } from '../../../shared/review/sampling.ts';
import { isThanks } from '../../../shared/review/thanks.ts';
import type { Reader, Value } from '../../db/db.ts';
import type { LongWork } from '../jobs/long.ts';

export type Drawing = { rule: SampleRule; seed: number; now: Ms };

const dayMs = 86_400_000;

/** Which threads a rule draws, without writing anything. Reads all that were closed in the span, so it runs beside the desk. */
export const drawSampleWork: LongWork<Drawing, { drawn: Candidate[]; found: number }> = (
  db,
  { rule, seed, now },
  { goesOn },
) => {
  const candidates = candidatesFor(db, rule, now);
  const slow = slowTraits(db, rule, now);
  const fits = ({ threadId }: Candidate): boolean => goesOn() && slow.every((holds) => holds(threadId));
  return { drawn: drawFrom(candidates, { seed, perAgent: rule.perAgent }, fits), found: candidates.length };
};

/** Whose work a thread is: who wrote most of its answers here; else, all of it written elsewhere, whose it was. */
const authorSql =
  "coalesce((SELECT o.agent_id FROM outbox o INDEXED BY outbox_by_thread WHERE o.thread_id = t.id AND o.state = 'sent' " +
  'GROUP BY o.agent_id ORDER BY count(*) DESC, o.agent_id LIMIT 1), t.assignee_id)';

const candidatesFor = (db: Reader, rule: SampleRule, now: Ms): Candidate[] => {
  const { where, values } = conditionsOf(rule);
  const rows = db.all<{ threadId: string; agentId: string | null }>(
    `SELECT t.id AS threadId, ${authorSql} AS agentId FROM threads t INDEXED BY threads_closed ` +
      `WHERE t.is_open = 0 AND t.closed_at > ? AND t.closed_at <= ? AND t.outbound > 0${where}`,
    now - rule.days * dayMs,
    now,
    ...values,
  );
  return rows.flatMap(({ threadId, agentId }) =>
    agentId === null || (rule.agentId !== null && agentId !== rule.agentId) ? [] : [{ threadId, agentId }],
  );
};

const conditionsOf = (rule: SampleRule): { where: string; values: Value[] } => {
  const parts: [string, ...Value[]][] = rule.traits.flatMap((trait) => {
    const sql = quick[trait];
    return sql === undefined ? [] : [[sql] as [string]];
  });
  if (rule.queueId !== null) parts.push(['t.queue_id = ?', rule.queueId]);
  if (rule.accountId !== null) parts.push(['t.account_id = ?', rule.accountId]);
  if (rule.tagId !== null)
    parts.push([
      'EXISTS (SELECT 1 FROM thread_tags g WHERE g.thread_id = t.id AND g.tag_id = ?)',
      rule.tagId,
    ]);
  if (!rule.again) parts.push([`NOT ${wasDrawn('t.id')}`]);
  return {
    where: parts.map(([sql]) => ` AND ${sql}`).join(''),
    values: parts.flatMap(([, ...values]) => values),
  };
};

/** In a sample that is shown, or reviewed in one that was put away. */
export const wasDrawn = (threadId: string): string =>
  `EXISTS (SELECT 1 FROM review_picks p JOIN review_samples s ON s.id = p.sample_id WHERE p.thread_id = ${threadId} ` +
  'AND (s.removed_at IS NULL OR EXISTS (SELECT 1 FROM review_scores c INDEXED BY review_scores_by_pick WHERE c.pick_id = p.id AND c.done_at IS NOT NULL)))';

/** What the thread's own row or an index tells. */
const quick: Partial<Record<Trait, string>> = {
  breached: 't.breaches > 0',
  waited: `t.waited_ms > ${waitedOverMs}`,
  direct: 't.direct > 0',
  escalated: 'EXISTS (SELECT 1 FROM escalations e INDEXED BY escalations_by_thread WHERE e.thread_id = t.id)',
  reopened:
    'EXISTS (SELECT 1 FROM review_closings c NOT INDEXED WHERE c.thread_id = t.id AND c.is_reopened = 1)',
};

/** What has to be read word by word: asked only of those that would be drawn. */
const slowTraits = (db: Reader, rule: SampleRule, now: Ms): ((threadId: string) => boolean)[] =>
  rule.traits.flatMap((trait) => {
    if (trait === 'thanked') return [(threadId: string) => isThanked(db, threadId)];
    return trait === 'unlike' ? [unlikeOthers(db, now)] : [];
  });

const isThanked = (db: Reader, threadId: string): boolean =>
  db
    .all<{ text: string }>(
      "SELECT text FROM messages INDEXED BY messages_by_thread WHERE thread_id = ? AND role = 'in' AND created_at > " +
        "(SELECT min(created_at) FROM messages INDEXED BY messages_by_thread WHERE thread_id = ? AND role = 'out')",
      threadId,
      threadId,
    )
    .some(({ text }) => isThanks(text));

/** Compared is with so many of the account's newest answers. */
const compared = 200;

/** Every answer long enough to compare is unlike all others of its account, facts from snippets aside. */
const unlikeOthers = (db: Reader, now: Ms): ((threadId: string) => boolean) => {
  const snippets = db.all<{ text: string }>('SELECT text FROM snippets WHERE removed_at IS NULL');
  const common = commonOf(snippets.map(({ text }) => text));
  const others = new Map<string, { threadId: string; print: Print }[]>();
  return (threadId) => {
    const said = db.all<{ text: string; account: string }>(
      "SELECT text, account_id AS account FROM messages INDEXED BY messages_by_thread WHERE thread_id = ? AND role = 'out' AND is_automatic = 0",
      threadId,
    );
    const account = said[0]?.account ?? '';
    let known = others.get(account);
    if (!known) others.set(account, (known = newestOf(db, account, now, common)));
    const prints = said.map(({ text }) => printOf(text, common)).filter(isComparable);
    const against = known.filter((one) => one.threadId !== threadId);
    return (
      prints.length > 0 &&
      against.length > 0 &&
      prints.every((own) => against.every(({ print }) => likenessOf(own, print) < unlikeBelow))
    );
  };
};

const newestOf = (
  db: Reader,
  account: string,
  now: Ms,
  common: Common,
): { threadId: string; print: Print }[] =>
  db
    .all<{ threadId: string; text: string }>(
      'SELECT thread_id AS threadId, text FROM outbox INDEXED BY outbox_recent WHERE account_id = ? AND queued_at <= ? ' +
        `AND state = 'sent' ORDER BY queued_at DESC LIMIT ${compared}`,
      account,
      now,
    )
    .map(({ threadId, text }) => ({ threadId, print: printOf(text, common) }))
    .filter(({ print }) => isComparable(print));

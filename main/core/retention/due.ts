import type { RetentionPreview, RetentionRule } from '../../../shared/api/retention.ts';
import type { Ms } from '../../../shared/model.ts';
import type { Reader } from '../../db/db.ts';
import type { ThreadRow } from '../threads/rows.ts';
import { heldAmong } from './hold-rows.ts';

const dayMs = 24 * 3_600_000;

export type Verdict = 'remove' | 'empty-directs' | 'held' | 'stays';

/** What becomes of closed threads by a rule, now. The one judge: the preview counts what it says, the chore does it. */
export const judge = (
  db: Reader,
  rows: readonly ThreadRow[],
  ruleOf: (accountId: string) => RetentionRule | undefined,
  now: Ms,
): Map<string, Verdict> => {
  const verdicts = new Map<string, Verdict>();
  const isPast = (closedAt: Ms, days: number | null | undefined): boolean =>
    days !== null && days !== undefined && closedAt < now - days * dayMs;
  const due = rows.filter(({ id, account_id, closed_at, is_open, sending, direct }) => {
    verdicts.set(id, 'stays');
    const rule = ruleOf(account_id);
    // Of what is on its way nobody knows yet how it ends.
    if (is_open === 1 || closed_at === null || sending === 'sending' || sending === 'uncertain') return false;
    if (isPast(closed_at, rule?.closedDays)) verdicts.set(id, 'remove');
    else if (direct > 0 && isPast(closed_at, rule?.directDays)) verdicts.set(id, 'empty-directs');
    return verdicts.get(id) !== 'stays';
  });
  const held = heldAmong(
    db,
    due.map(({ id }) => id),
  );
  for (const id of held) verdicts.set(id, 'held');
  return verdicts;
};

/** Closed threads in the order in which they were closed, after a place in it. */
export type Place = { at: Ms; id: string };
export const firstPlace: Place = { at: -1, id: '' };

export const closedAfter = (db: Reader, { at, id }: Place, before: Ms, most: number): ThreadRow[] =>
  db.all<ThreadRow>(
    'SELECT * FROM threads INDEXED BY threads_closed WHERE is_open = 0 AND closed_at >= ? AND closed_at < ? ' +
      'AND (closed_at, id) > (?, ?) ORDER BY closed_at, id LIMIT ?',
    ...[at, before, at, id, most],
  );

/** Nothing that was closed later is due by any of these rules. */
export const cutoff = (rules: readonly RetentionRule[], now: Ms): Ms | null => {
  const days = rules
    .flatMap(({ closedDays, directDays }) => [closedDays, directDays])
    .filter((one) => one !== null);
  return days.length === 0 ? null : now - Math.min(...days) * dayMs;
};

const perPage = 500;

/** What one rule would remove now, page by page. */
export const previewOf = (
  db: Reader,
  rule: RetentionRule,
  now: Ms,
  goesOn: () => boolean = () => true,
): RetentionPreview => {
  const found: RetentionPreview = { threads: 0, messages: 0, directs: 0, oldestAt: null, held: 0 };
  const before = cutoff([rule], now);
  if (before === null) return found;
  const ruleOf = (accountId: string) => (accountId === rule.accountId ? rule : undefined);
  for (let place = firstPlace; goesOn();) {
    const rows = closedAfter(db, place, before, perPage);
    const verdicts = judge(db, rows, ruleOf, now);
    for (const row of rows) {
      const verdict = verdicts.get(row.id);
      if (verdict === 'held') found.held += 1;
      if (verdict === 'empty-directs') found.directs += directsOf(db, row.id).length;
      if (verdict !== 'remove') continue;
      found.threads += 1;
      found.messages += row.inbound + row.outbound;
      found.oldestAt = Math.min(found.oldestAt ?? Infinity, row.first_at);
    }
    const last = rows.at(-1);
    if (!last) break;
    place = { at: last.closed_at ?? 0, id: last.id };
  }
  return found;
};

/** Direct messages of a thread that can be read still. */
export const directsOf = (db: Reader, threadId: string): { id: string }[] =>
  db.all<{ id: string }>(
    "SELECT id FROM messages WHERE thread_id = ? AND kind = 'dm' AND gone_at IS NULL",
    threadId,
  );

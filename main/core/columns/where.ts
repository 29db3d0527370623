import type { Filter } from '../../../shared/filter.ts';
import { openness } from '../../../shared/match.ts';
import { isOpen, type Ms } from '../../../shared/model.ts';
import type { Value } from '../../db/db.ts';

/** A condition on `threads` with the values of its question marks. */
export type Condition = { sql: string; values: readonly Value[] };
type Named = Condition & { part: keyof Filter };

/** The filter as SQL over `threads`, whole: the same verdict as `matches` in shared/match.ts. */
export const whereOf = (filter: Filter, me: string, now: Ms): { where: string; values: Value[] } =>
  joined(conditionsOf(filter, me, now));

/** Part by part, so that a plan can take those its index answers. Whether it is open is a literal, as partial indexes want it. */
export const conditionsOf = (filter: Filter, me: string, now: Ms): Named[] => {
  const all: Named[] = [];
  const add = (part: keyof Filter, sql: string, ...values: Value[]): void =>
    void all.push({ part, sql, values });
  const { assignee, queue, status, tag } = filter;
  const open = openness(filter);
  if (isImpossible(filter)) add('status', '0');
  if (open !== undefined) add('isOpen', `is_open = ${open ? 1 : 0}`);
  if (status !== undefined) add('status', 'status = ?', status);
  if (assignee === 'nobody') add('assignee', 'assignee_id IS NULL');
  else if (assignee !== undefined) add('assignee', 'assignee_id = ?', assignee === 'me' ? me : assignee);
  if (queue === 'none') add('queue', 'queue_id IS NULL');
  else if (queue !== undefined) add('queue', 'queue_id = ?', queue);
  if (filter.expert !== undefined) add('expert', 'expert_id = ?', me);
  if (tag !== undefined) add('tag', 'instr(tags, ?) > 0', JSON.stringify(tag));
  if (filter.priority !== undefined) add('priority', 'priority = ?', filter.priority);
  if (filter.account !== undefined) add('account', 'account_id = ?', filter.account);
  if (filter.kind !== undefined) add('kind', filter.kind === 'direct' ? 'direct > 0' : 'direct = 0');
  if (filter.lang !== undefined)
    add('lang', '(SELECT lang FROM messages WHERE id = threads.last_in_id) = ?', filter.lang);
  if (filter.dueWithinMs !== undefined) add('dueWithinMs', 'next_deadline_at <= ?', now + filter.dueWithinMs);
  if (filter.isBreached !== undefined) add('isBreached', filter.isBreached ? 'breaches > 0' : 'breaches = 0');
  if (filter.isUnread !== undefined)
    add('isUnread', filter.isUnread ? 'last_in_seq > read_seq' : 'last_in_seq <= read_seq');
  return all;
};

export const joined = (conditions: readonly Condition[]): { where: string; values: Value[] } => ({
  where: conditions.map(({ sql }) => sql).join(' AND ') || '1',
  values: conditions.flatMap(({ values }) => values),
});

/** It asks for open and closed in one, and nothing is both; or for what a search finds, which is asked of the search. */
export const isImpossible = ({ status, isOpen: asked, dueWithinMs, search }: Filter): boolean => {
  if (search !== undefined) return true;
  const known = [asked, status && isOpen(status), dueWithinMs === undefined ? undefined : true];
  return known.includes(true) && known.includes(false);
};

import type { Changed, Parsed } from '../../../shared/api.ts';
import { AppError } from '../../../shared/errors.ts';
import { assertMay } from '../agents.ts';
import { operate, type Desk } from '../desk.ts';
import { beginRecount } from './recount.ts';
import { getCalendarRow, getPolicyRow, policyRows, putPolicy, type PolicyRow } from './rows.ts';
import { restoringClocks } from './taken-back.ts';

/** Throws `moved-on` when somebody else saved it meanwhile. A new one is asked first: the last usually fits everything. */
export const savePolicy = (desk: Desk, { id, revision, policy }: Parsed<'policy.save'>): Changed => {
  assertMay(desk, 'policy.manage');
  const rows = policyRows(desk.db);
  const before = revision === null ? undefined : getPolicyRow(desk.db, id);
  if (before) assertAt(before, revision);
  if (policy.calendarId !== null) getCalendarRow(desk.db, policy.calendarId);
  const { seq } = operate(desk, { op: 'policy.save', by: desk.me, input: { id } }, (tx, at) => {
    const row = {
      id,
      name: policy.name,
      position: before?.position ?? Math.min(1, ...rows.map(({ position }) => position)) - 1,
      conditions: JSON.stringify(policy.conditions),
      targets: JSON.stringify(policy.targets),
      calendar_id: policy.calendarId,
      warn_percent: policy.warnPercent,
      since_at: at,
      removed_at: null,
    };
    putPolicy(tx, row);
    beginRecount(tx);
    const was: PolicyRow = before ?? { ...row, removed_at: at, revision: 0 };
    return { value: null, inverse: restoringClocks(tx, { policies: [was] }) };
  });
  return { seq };
};

/** Threads it counted are counted by the next one that fits. */
export const removePolicy = (desk: Desk, { id, revision }: Parsed<'policy.remove'>): Changed => {
  assertMay(desk, 'policy.manage');
  const before = getPolicyRow(desk.db, id);
  assertAt(before, revision);
  const others = policyRows(desk.db).filter((row) => row.id !== id);
  const { seq } = operate(desk, { op: 'policy.remove', by: desk.me, input: { id } }, (tx, at) => {
    putPolicy(tx, { ...before, removed_at: at });
    // From now on these count for more threads: what was answered before is not theirs to judge.
    for (const row of others) putPolicy(tx, { ...row, since_at: at });
    beginRecount(tx);
    return { value: null, inverse: restoringClocks(tx, { policies: [before] }) };
  });
  return { seq };
};

/** Throws `moved-on` when there are others by now. */
export const orderPolicies = (desk: Desk, { ids }: Parsed<'policy.order'>): Changed => {
  assertMay(desk, 'policy.manage');
  const rows = policyRows(desk.db);
  const byId = new Map(rows.map((row) => [row.id, row]));
  const named = new Set<string>(ids);
  if (named.size !== rows.length || ids.length !== rows.length || rows.some(({ id }) => !named.has(id))) {
    throw new AppError('moved-on', 'There are other policies by now. The order stays as it was.');
  }
  const { seq } = operate(desk, { op: 'policy.order', by: desk.me, input: { ids } }, (tx, at) => {
    const moved = ids.flatMap((id, position) => {
      const row = byId.get(id);
      if (!row || row.position === position) return [];
      putPolicy(tx, { ...row, position, since_at: at });
      return [row];
    });
    if (moved.length === 0) return { value: null };
    beginRecount(tx);
    return { value: null, inverse: restoringClocks(tx, { policies: moved }) };
  });
  return { seq };
};

export const assertAt = (row: { revision: number }, revision: number | null): void => {
  if (row.revision === revision) return;
  throw new AppError('moved-on', 'Somebody has changed this meanwhile. Look at it again; nothing was saved.');
};

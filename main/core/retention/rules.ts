import type { Parsed } from '../../../shared/api.ts';
import type { Retention, RetentionRule } from '../../../shared/api/retention.ts';
import { AppError } from '../../../shared/errors.ts';
import type { AccountId } from '../../../shared/ids.ts';
import type { Reader } from '../../db/db.ts';
import { put } from '../../db/put.ts';
import { getAccount } from '../accounts/rows.ts';
import { assertMay } from '../agents.ts';
import { operate, type Desk } from '../desk.ts';
import { endRound, lastRound } from './rounds.ts';

/** The only file that writes `retention_rules`. */
type RuleRow = { account_id: string; closed_days: number | null; direct_days: number | null };

export const rulesOf = (db: Reader): RetentionRule[] =>
  db.all<RuleRow>('SELECT * FROM retention_rules ORDER BY account_id').map((row) => ({
    accountId: row.account_id as AccountId,
    closedDays: row.closed_days,
    directDays: row.direct_days,
  }));

export const readRetention = (db: Reader): Retention => {
  const round = lastRound(db);
  return {
    rules: rulesOf(db),
    last: round && {
      beganAt: round.began_at,
      endedAt: round.ended_at,
      threads: round.threads,
      messages: round.messages,
      directs: round.directs,
    },
  };
};

/** Holds from now on: what is due by it goes with the next turn. Throws `bad-input` for days that make no sense together. */
export const saveRule = (
  desk: Desk,
  { accountId, closedDays, directDays }: Parsed<'retention.save'>,
): void => {
  assertMay(desk, 'retention.manage');
  getAccount(desk.db, accountId);
  if (closedDays !== null && directDays !== null && directDays > closedDays) {
    throw new AppError(
      'bad-input',
      'Direct messages go with their conversation at the latest. Choose fewer days for them. Nothing was changed.',
    );
  }
  const what = { op: 'retention.save', by: desk.me, input: { accountId, closedDays, directDays } };
  operate(desk, what, (tx, at) => {
    put(tx, 'retention_rules', {
      ...{ account_id: accountId, closed_days: closedDays, direct_days: directDays },
      ...{ set_by: desk.me, set_at: at },
    });
    endRound(tx.db);
    return { value: null };
  });
};

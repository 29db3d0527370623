import { AppError } from '../../../shared/errors.ts';
import type { AgentId } from '../../../shared/ids.ts';
import { may } from '../../../shared/roles.ts';
import type { Reader } from '../../db/db.ts';
import { getOnRoster, type AgentRow } from '../agents.ts';

/** Who can be given something now: on the roster, on duty, and of a role that works threads. */
export const successorsOf = (db: Reader, id: string): AgentRow[] =>
  db
    .all<AgentRow>(
      "SELECT * FROM agents WHERE duty = 'on' AND left_at IS NULL AND id <> ? ORDER BY name, id",
      id,
    )
    .filter(({ role }) => may(role, 'thread.work'));

export const isAnybodyElseOnDuty = (db: Reader, id: string): boolean => successorsOf(db, id).length > 0;

/** Throws `not-allowed`, in words, for who is not on duty or only reads. */
export const getSuccessor = (db: Reader, id: AgentId): AgentRow => {
  const row = getOnRoster(db, id);
  if (row.duty !== 'on') {
    const where = row.duty === 'away' ? 'away' : 'off duty';
    throw new AppError('not-allowed', `${row.name} is ${where}. Choose somebody who is on duty.`);
  }
  if (may(row.role, 'thread.work')) return row;
  throw new AppError('not-allowed', `${row.name} reads and reviews. Choose somebody who works threads.`);
};

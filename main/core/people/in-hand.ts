import { AppError } from '../../../shared/errors.ts';
import type { Reader } from '../../db/db.ts';
import type { AccountRow } from '../accounts/rows.ts';
import type { AgentRow } from '../agents.ts';
import type { QuestionRow } from '../experts/rows.ts';
import type { EscalationRow } from '../phone/rows.ts';
import type { ThreadRow } from '../threads/rows.ts';
import { isAnybodyElseOnDuty } from './successors.ts';

/** What somebody has in hand: everything that must not be forgotten when they go. */
export const threadsInHand = (db: Reader, id: string): ThreadRow[] =>
  db.all<ThreadRow>(
    'SELECT * FROM threads WHERE assignee_id = ? AND is_open = 1 ORDER BY next_deadline_at, id',
    id,
  );

/** Theirs to make, or asked for by them and nobody's yet. By state, for an index knows which promises still stand. */
export const callbacksInHand = (db: Reader, id: string): EscalationRow[] =>
  db.all<EscalationRow>(
    "SELECT * FROM escalations WHERE state IN ('requested', 'booked', 'attempted') AND ended_at IS NULL " +
      'AND (assignee_id = ? OR (assignee_id IS NULL AND requested_by = ?)) ORDER BY due_at, id',
    id,
    id,
  );

export const questionsInHand = (db: Reader, id: string): QuestionRow[] =>
  db.all<QuestionRow>(
    "SELECT * FROM questions WHERE expert_id = ? AND state = 'open' ORDER BY due_at, id",
    id,
  );

export const batonsInHand = (db: Reader, id: string): AccountRow[] =>
  db.all<AccountRow>('SELECT * FROM accounts WHERE baton_id = ? ORDER BY id', id);

/**
 * Throws `not-allowed`, saying what has to be handed over first. A callback nobody has taken yet stays on its board, and
 * a baton stays with its holder when there is nobody on duty to pass it to: somebody is accountable at any minute.
 */
export const assertEmptyHanded = (db: Reader, { id, name }: AgentRow, to: string): void => {
  const mustKeepBatons = to === goingOff && !isAnybodyElseOnDuty(db, id);
  const parts = [
    counted(threadsInHand(db, id).length, 'open thread'),
    counted(callbacksInHand(db, id).filter((row) => row.assignee_id === id).length, 'callback'),
    counted(questionsInHand(db, id).length, 'open question'),
    ...(mustKeepBatons ? [] : batonsInHand(db, id).map(({ handle }) => `the baton for @${handle}`)),
  ].filter((part) => part !== '');
  if (parts.length === 0) return;
  throw new AppError(
    'not-allowed',
    `${name} can’t ${to} with ${listed(parts)} in hand. Hand over first; nothing was changed.`,
  );
};

export const goingOff = 'go off duty';

const counted = (n: number, what: string): string => (n === 0 ? '' : `${n} ${what}${n === 1 ? '' : 's'}`);

const listed = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;

import type { Reader } from '../../db/db.ts';
import { getAgent } from '../agents.ts';
import { holdsOnCustomer } from '../retention/hold-rows.ts';
import { isBeingErased } from './rows.ts';

/** Why a person can't be erased now, a sentence each. */
export const obstaclesTo = (db: Reader, customerId: string): string[] => {
  const obstacles: string[] = [];
  if (isBeingErased(db, customerId)) obstacles.push('This person is being erased already.');
  for (const hold of holdsOnCustomer(db, customerId)) {
    const what = hold.thread_id === null ? 'This customer is' : 'A thread of theirs is';
    obstacles.push(
      `${what} on hold since ${dayOf(hold.set_at)}, by ${getAgent(db, hold.set_by).name}: “${hold.reason}”.`,
    );
  }
  const count = (sql: string): number => db.find<{ n: number }>(sql, customerId)?.n ?? 0;
  const underWay = count(
    'SELECT count(*) AS n FROM threads t JOIN outbox o ON o.thread_id = t.id ' +
      "WHERE t.customer_id = ? AND o.state IN ('sending', 'uncertain')",
  );
  if (underWay > 0) {
    const some = underWay === 1 ? 'An answer to them is' : `${underWay} answers to them are`;
    obstacles.push(
      `${some} on the way, or nobody knows whether it arrived. Settle that in the outbox first.`,
    );
  }
  const calls = count(
    'SELECT count(*) AS n FROM escalations e JOIN call_attempts a ON a.escalation_id = e.id ' +
      'WHERE e.customer_id = ? AND a.ended_at IS NULL',
  );
  if (calls > 0) obstacles.push('Somebody is on the telephone with them.');
  const brand = db.find<{ handle: string }>(
    'SELECT a.handle FROM identities i JOIN accounts a ON a.provider = i.provider AND a.remote_id = i.remote_id ' +
      'WHERE i.customer_id = ?',
    customerId,
  );
  if (brand) obstacles.push(`@${brand.handle} is an account of this desk, not a customer.`);
  return obstacles;
};

const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);

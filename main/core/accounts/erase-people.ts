import type { Tx } from '../../db/db.ts';
import { drop } from '../../db/put.ts';

/** Messages read in one turn, and people judged in one. */
const readPerPart = 5000;
const peoplePerPart = 200;

/** The handles that some message still names. No index knows them, so all messages are read once, in parts. */
export type Used = {
  /** Reads on; false when it has come to the newest message. */
  gather(tx: Tx): boolean;
  has(identityId: string): boolean;
  /** The last handle that was judged; they go by id. */
  lookedAt: string;
};

export const createUsed = (): Used => {
  const used = new Set<string>();
  let last = -1;
  return {
    gather(tx) {
      const rows = tx.all<{ seq: number; author_id: string; other_id: string | null }>(
        'SELECT seq, author_id, other_id FROM messages WHERE seq > ? ORDER BY seq LIMIT ?',
        last,
        readPerPart,
      );
      for (const { seq, author_id, other_id } of rows) {
        used.add(author_id);
        if (other_id !== null) used.add(other_id);
        last = seq;
      }
      return rows.length === readPerPart;
    },
    has: (identityId) => used.has(identityId),
    lookedAt: '',
  };
};

/** Looks at the next people, and deletes those of whom nothing is left; false when all were looked at. */
export const eraseUnused = (tx: Tx, used: Used): boolean => {
  const some = tx.all<{ id: string; customer_id: string; is_named: 0 | 1 }>(
    'SELECT i.id, i.customer_id, (EXISTS (SELECT 1 FROM threads t WHERE t.customer_id = i.customer_id) ' +
      'OR EXISTS (SELECT 1 FROM schedules s WHERE s.to_identity_id = i.id) ' +
      'OR EXISTS (SELECT 1 FROM holds h WHERE h.customer_id = i.customer_id AND h.lifted_at IS NULL) ' +
      'OR EXISTS (SELECT 1 FROM accounts a WHERE a.provider = i.provider AND a.remote_id = i.remote_id ' +
      'AND a.erase_at IS NULL)) AS is_named FROM identities i WHERE i.id > ? ORDER BY i.id LIMIT ?',
    used.lookedAt,
    peoplePerPart,
  );
  for (const { id, customer_id, is_named } of some) {
    if (is_named === 0 && !used.has(id)) eraseIdentity(tx, id, customer_id);
    used.lookedAt = id;
  }
  return some.length === peoplePerPart;
};

const eraseIdentity = (tx: Tx, id: string, customerId: string): void => {
  const rights = tx.all<{ account_id: string }>(
    'SELECT account_id FROM direct_rights WHERE identity_id = ?',
    id,
  );
  for (const { account_id } of rights) drop(tx, 'direct_rights', account_id, id);
  drop(tx, 'identities', id);
  if (tx.find('SELECT 1 FROM identities WHERE customer_id = ?', customerId)) return;
  for (const table of ['notes', 'phones', 'holds'] as const) {
    const rows = tx.all<{ id: string }>(`SELECT id FROM ${table} WHERE customer_id = ?`, customerId);
    for (const row of rows) drop(tx, table, row.id);
  }
  drop(tx, 'customers', customerId);
};

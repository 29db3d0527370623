import type { Db } from '../../db/db.ts';
import { newId, operate, type Desk } from '../desk.ts';
import { identitiesOf } from '../identities.ts';
import { startAnew } from './person.ts';
import { putErasure, type ErasureRow, type Person } from './rows.ts';

/**
 * Whoever was erased stays erased when the desk goes back to a backup in which they still are: what must not come in is known
 * again, and their erasure begins anew, by its old name.
 * @param present The desk as it was until now.
 */
export const eraseAgain = (restored: Desk, present: Db): void => {
  const known = restored.db;
  for (const { key } of present.all<{ key: Buffer }>('SELECT key FROM retention_key'))
    known.statement('INSERT OR IGNORE INTO retention_key (one, key) VALUES (1, ?)').run(key);
  const forgotten = present.all<{ hash: Buffer; until_at: number }>(
    'SELECT hash, until_at FROM retention_forgotten',
  );
  const keep = known.statement(
    'INSERT INTO retention_forgotten (hash, until_at) VALUES (?, ?) ' +
      'ON CONFLICT (hash) DO UPDATE SET until_at = max(until_at, excluded.until_at)',
  );
  for (const { hash, until_at } of forgotten) keep.run(hash, until_at);
  const erasures = present.all<ErasureRow>('SELECT * FROM retention_erasures ORDER BY asked_at, id');
  for (const erasure of erasures) beginAgain(restored, erasure);
};

const beginAgain = (desk: Desk, erasure: ErasureRow): void => {
  const { id, customer_id, asked_at } = erasure;
  const isKnown = desk.db.find('SELECT 1 FROM retention_erasures WHERE id = ?', id) !== undefined;
  const identities = identitiesOf(desk.db, customer_id);
  if (isKnown || identities.length === 0) return;
  const people = identities.map((one): Person => ({
    ...{ id: one.id, provider: one.provider, remoteId: one.remote_id, handle: one.handle, name: one.name },
    anew: newId(desk),
  }));
  operate(desk, { op: 'customer.erase', by: 'desk', input: { id, customerId: customer_id } }, (tx) => {
    startAnew(tx, people, asked_at);
    putErasure(tx, {
      ...erasure,
      ...{ phase: 'threads', place: '', people: JSON.stringify(people), ended_at: null },
      ...{ threads: 0, messages: 0, elsewhere: 0, files: 0 },
    });
    return { value: null };
  });
};

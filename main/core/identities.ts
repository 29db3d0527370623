import { AppError } from '../../shared/errors.ts';
import type { ProviderId } from '../../shared/model.ts';
import type { Reader, Tx } from '../db/db.ts';
import { add, put } from '../db/put.ts';
import type { RemoteIdentity } from '../providers/provider.ts';

export type IdentityRow = {
  id: string;
  provider: ProviderId;
  remote_id: string;
  customer_id: string;
  handle: string;
  name: string;
  reach: number | null;
};

export const identityIdOf = (provider: ProviderId, remoteId: string): string =>
  `${provider}:user:${remoteId}`;

export const findIdentity = (db: Reader, id: string): IdentityRow | undefined =>
  db.find<IdentityRow>(
    'SELECT id, provider, remote_id, customer_id, handle, name, reach FROM identities WHERE id = ?',
    id,
  );

/** The handles of a customer. */
export const identitiesOf = (db: Reader, customerId: string): IdentityRow[] =>
  db.all<IdentityRow>(
    'SELECT id, provider, remote_id, customer_id, handle, name, reach FROM identities WHERE customer_id = ? ORDER BY id',
    customerId,
  );

export const customerOf = (db: Reader, id: string): string | undefined => findIdentity(db, id)?.customer_id;

/** Who is behind a handle is what people here know better than the network. */
export const putIdentity = (tx: Tx, row: IdentityRow): void => put(tx, 'identities', row);

/** Those of these handles that are known, by id. */
export const identitiesAmong = (db: Reader, ids: readonly string[]): Map<string, IdentityRow> =>
  new Map(
    db
      .all<IdentityRow>(
        'SELECT i.id, i.provider, i.remote_id, i.customer_id, i.handle, i.name, i.reach ' +
          'FROM json_each(?) j JOIN identities i ON i.id = j.value',
        JSON.stringify(ids),
      )
      .map((row) => [row.id, row]),
  );

/** Longest handle and name that are kept; a network's own limits are far below. */
const nameCap = 200;

type Made = { at: number; id: () => string; onNew?: (customerId: string) => void };

/**
 * Keeps what the network last said of these handles; a new one gets a customer of its own, who is told to `onNew`. Read
 * once and written together; in the order given. The last word on a handle that is named twice counts.
 */
export const rememberIdentities = (
  tx: Tx,
  provider: ProviderId,
  remotes: readonly RemoteIdentity[],
  { at, id: makeId, onNew }: Made,
): IdentityRow[] => {
  const idOf = (remote: RemoteIdentity): string => identityIdOf(provider, remote.remoteId);
  const known = identitiesAmong(tx, remotes.map(idOf));
  const fresh = new Map<string, IdentityRow>();
  const rows = remotes.map((remote) => {
    const id = idOf(remote);
    const before = known.get(id);
    const row: IdentityRow = {
      id,
      provider,
      remote_id: remote.remoteId,
      customer_id: (before ?? fresh.get(id))?.customer_id ?? makeId(),
      handle: remote.handle.slice(0, nameCap),
      name: remote.name.slice(0, nameCap),
      reach: remote.reach,
    };
    if (!before) fresh.set(id, row);
    else if (before.handle !== row.handle || before.name !== row.name || before.reach !== row.reach) {
      put(tx, 'identities', row);
    }
    return row;
  });
  const people = [...fresh.values()].map(({ customer_id }) => ({ id: customer_id, created_at: at }));
  add(tx, 'customers', people);
  add(tx, 'identities', [...fresh.values()]);
  for (const { id } of people) onNew?.(id);
  return rows;
};

/** A handle and its customer as they were on another desk; what is known here stays as it is. */
export const placeIdentity = (tx: Tx, row: IdentityRow, createdAt: number): IdentityRow => {
  const known = findIdentity(tx, row.id);
  if (known) return known;
  if (!tx.find('SELECT 1 FROM customers WHERE id = ?', row.customer_id)) {
    add(tx, 'customers', [{ id: row.customer_id, created_at: createdAt }]);
  }
  add(tx, 'identities', [{ ...row, handle: row.handle.slice(0, nameCap), name: row.name.slice(0, nameCap) }]);
  return row;
};

/** A single one. */
export const rememberIdentity = (
  tx: Tx,
  provider: ProviderId,
  remote: RemoteIdentity,
  made: Made,
): IdentityRow => {
  const [row] = rememberIdentities(tx, provider, [remote], made);
  if (!row) throw new AppError('internal', 'An identity was not remembered.');
  return row;
};

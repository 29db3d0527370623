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

/** Keeps what the network last said of a handle; a new handle gets a customer of its own, who is told to `onNew`. */
export const rememberIdentity = (
  tx: Tx,
  provider: ProviderId,
  remote: RemoteIdentity,
  made: { at: number; id: () => string; onNew?: (customerId: string) => void },
  known: IdentityRow | null = findIdentity(tx, identityIdOf(provider, remote.remoteId)) ?? null,
): IdentityRow => {
  const id = identityIdOf(provider, remote.remoteId);
  const row: IdentityRow = {
    id,
    provider,
    remote_id: remote.remoteId,
    customer_id: known?.customer_id ?? makeCustomer(tx, made),
    handle: remote.handle.slice(0, nameCap),
    name: remote.name.slice(0, nameCap),
    reach: remote.reach,
  };
  if (!known) {
    add(tx, 'identities', [row]);
    made.onNew?.(row.customer_id);
  } else if (known.handle !== row.handle || known.name !== row.name || known.reach !== row.reach) {
    put(tx, 'identities', row);
  }
  return row;
};

const makeCustomer = (tx: Tx, { at, id }: { at: number; id: () => string }): string => {
  const row = { id: id(), created_at: at };
  add(tx, 'customers', [row]);
  return row.id;
};

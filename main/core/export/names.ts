import type { Db } from '../../db/db.ts';
import { findIdentity, type IdentityRow } from '../identities.ts';

/** Who and what ids mean, for people to read. Of the many (customers) only the last few are remembered. */
export type Names = {
  identity(id: string): Pick<IdentityRow, 'id' | 'handle' | 'name'>;
  agent(id: string): { name: string; initials: string };
  account(id: string): { name: string; handle: string };
  tag(id: string): string | undefined;
};

const remembered = 500;

export const namesIn = (db: Db): Names => {
  const identities = new Map<string, ReturnType<Names['identity']>>();
  const agents = byId<{ name: string; initials: string }>(db, 'SELECT id, name, initials FROM agents');
  const accounts = byId<{ name: string; handle: string }>(db, 'SELECT id, name, handle FROM accounts');
  const tags = byId<{ name: string }>(db, 'SELECT id, name FROM tags');
  return {
    identity(id) {
      const known = identities.get(id);
      if (known) return known;
      if (identities.size >= remembered) identities.clear();
      const found = findIdentity(db, id) ?? { id, handle: 'unknown', name: '' };
      identities.set(id, found);
      return found;
    },
    agent: (id) => agents.get(id) ?? { name: 'Somebody', initials: '' },
    account: (id) => accounts.get(id) ?? { name: '', handle: '' },
    tag: (id) => tags.get(id)?.name,
  };
};

const byId = <T>(db: Db, sql: string): ReadonlyMap<string, T> =>
  new Map(db.all<T & { id: string }>(sql).map((row) => [row.id, row]));

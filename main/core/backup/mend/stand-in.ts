import type { Ms } from '../../../../shared/model.ts';
import type { Tx } from '../../../db/db.ts';

/** Adds those of whom only an id is left, so that what refers to them can stay. Returns how many. */
export const standIn = (tx: Tx, at: Ms): number =>
  agents(tx) + accounts(tx, at) + identities(tx, at) + customers(tx, at);

type Place = readonly [table: string, column: string];

/** Ids that these places name and the table has not. */
const missing = (tx: Tx, table: string, places: readonly Place[]): string[] => {
  const named = places.map(
    ([from, column]) => `SELECT ${column} AS id FROM ${from} WHERE ${column} IS NOT NULL`,
  );
  return tx
    .all<{ id: string }>(
      `SELECT DISTINCT id FROM (${named.join(' UNION ')}) WHERE id NOT IN (SELECT id FROM ${table})`,
    )
    .map(({ id }) => id);
};

/** Every column that is declared to refer to this table. */
const declared = (tx: Tx, parent: string): Place[] =>
  tx
    .all<{ child: string; column: string }>(
      `SELECT m.name AS child, f."from" AS column FROM sqlite_master m JOIN pragma_foreign_key_list(m.name) f ` +
        `WHERE m.type = 'table' AND f."table" = ?`,
      parent,
    )
    .map(({ child, column }) => [child, column]);

const agents = (tx: Tx): number => {
  const places: Place[] = [...declared(tx, 'agents'), ['threads', 'assignee_id'], ['drafts', 'agent_id']];
  const me = tx.find<{ value: string }>("SELECT value FROM settings WHERE name = 'me'")?.value;
  const lost = new Set(missing(tx, 'agents', places));
  if (me !== undefined && !tx.find('SELECT 1 FROM agents WHERE id = ?', me)) lost.add(me);
  const taken = new Set(
    tx.all<{ initials: string }>('SELECT initials FROM agents').map(({ initials }) => initials),
  );
  let number = 0;
  for (const id of lost) {
    do number += 1;
    while (taken.has(initialsOf(number)));
    tx.db
      .statement('INSERT INTO agents (id, name, initials, role, revision) VALUES (?, ?, ?, ?, 1)')
      .run(id, `Name lost (${number})`, initialsOf(number), id === me ? 'admin' : 'agent');
  }
  keepAnAdmin(tx, me);
  return lost.size;
};

/** `LA`, `LB`, …: two letters, as everybody signs. */
const initialsOf = (number: number): string =>
  `L${String.fromCodePoint(65 + ((number - 1) % 26))}${number > 26 ? String.fromCodePoint(65 + Math.floor((number - 1) / 26) - 1) : ''}`;

/** Somebody can change everything, and a desk knows its first person. */
const keepAnAdmin = (tx: Tx, me: string | undefined): void => {
  const first =
    me ??
    tx.find<{ id: string }>(
      "SELECT id FROM agents WHERE left_at IS NULL ORDER BY role = 'admin' DESC, id LIMIT 1",
    )?.id;
  if (first === undefined) return;
  if (me === undefined)
    tx.db.statement("INSERT INTO settings (name, value, revision) VALUES ('me', ?, 1)").run(first);
  if (!tx.find("SELECT 1 FROM agents WHERE role = 'admin' AND left_at IS NULL"))
    tx.db.statement("UPDATE agents SET role = 'admin', left_at = NULL WHERE id = ?").run(first);
};

/** `x:account:1` says all that signing in again needs. */
const accounts = (tx: Tx, at: Ms): number => {
  const lost = missing(tx, 'accounts', declared(tx, 'accounts'));
  for (const id of lost) {
    const [provider = 'x', , remote = id] = id.split(':');
    tx.db
      .statement(
        'INSERT INTO accounts (id, provider, remote_id, handle, name, is_practice, history_from, revision) VALUES (?, ?, ?, ?, ?, 0, ?, 1)',
      )
      .run(id, provider, remote, remote, `Account ${remote}`, at);
  }
  return lost.length;
};

const identities = (tx: Tx, at: Ms): number => {
  const lost = missing(tx, 'identities', [...declared(tx, 'identities'), ['messages', 'other_id']]);
  for (const id of lost) {
    const [provider = 'x', , remote = id] = id.split(':');
    const customer =
      tx.find<{ id: string }>('SELECT customer_id AS id FROM threads WHERE identity_id = ? LIMIT 1', id)
        ?.id ?? `lost:${id}`;
    tx.db
      .statement('INSERT OR IGNORE INTO customers (id, created_at, revision) VALUES (?, ?, 1)')
      .run(customer, at);
    tx.db
      .statement(
        "INSERT INTO identities (id, provider, remote_id, customer_id, handle, name, revision) VALUES (?, ?, ?, ?, ?, '', 1)",
      )
      .run(id, provider, remote, customer, remote);
  }
  return lost.length;
};

const customers = (tx: Tx, at: Ms): number => {
  const places: Place[] = [
    ...declared(tx, 'customers'),
    ['notes', 'customer_id'],
    ['phones', 'customer_id'],
    ['escalations', 'customer_id'],
  ];
  const lost = missing(tx, 'customers', places);
  for (const id of lost)
    tx.db.statement('INSERT INTO customers (id, created_at, revision) VALUES (?, ?, 1)').run(id, at);
  return lost.length;
};

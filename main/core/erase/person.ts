import type { Tx, Value } from '../../db/db.ts';
import { drop, put } from '../../db/put.ts';
import type { TableName } from '../../db/tables.ts';
import { findIdentity } from '../identities.ts';
import type { ErasureRow, Person } from './rows.ts';

/** How far all messages were read, and who is named in one that came since. */
export type Looked = { upTo: number; named: readonly string[] };

/**
 * What is known of the person beside what was said: numbers, notes, promises, rights, handles. A handle that has written anew
 * since is somebody new, and stays with what it said since.
 */
export const erasePerson = (tx: Tx, row: ErasureRow, people: readonly Person[], looked: Looked): void => {
  const all = (sql: string, ...values: Value[]): string[] =>
    tx.all<{ id: string }>(sql, ...values).map(({ id }) => id);
  const customer = row.customer_id;
  const dropEach = (table: TableName, ids: readonly string[]): void =>
    ids.forEach((id) => drop(tx, table, id));

  const escalations = all('SELECT id FROM escalations WHERE customer_id = ?', customer);
  for (const id of escalations) {
    dropEach('call_attempts', all('SELECT id FROM call_attempts WHERE escalation_id = ?', id));
  }
  dropEach('escalations', escalations);
  for (const table of ['notes', 'phones', 'holds'] as const) {
    dropEach(table, all(`SELECT id FROM ${table} WHERE customer_id = ?`, customer));
  }
  for (const person of people) {
    dropEach('schedules', all('SELECT id FROM schedules WHERE to_identity_id = ?', person.id));
    const accounts = tx.all<{ account_id: string }>(
      'SELECT account_id FROM direct_rights WHERE identity_id = ?',
      person.id,
    );
    for (const { account_id } of accounts) drop(tx, 'direct_rights', account_id, person.id);
    eraseUnread(tx, person);
    const identity = findIdentity(tx, person.id);
    if (!identity || isNamed(tx, person, looked)) continue;
    drop(tx, 'identities', person.id);
    drop(tx, 'customers', person.anew);
  }
  // Of customers who turned out to be somebody else nothing is left to hold.
  dropEach(
    'holds',
    all(
      'SELECT h.id FROM holds h WHERE NOT EXISTS (SELECT 1 FROM identities i WHERE i.customer_id = h.customer_id)',
    ),
  );
  if (!tx.find('SELECT 1 FROM identities WHERE customer_id = ?', customer)) drop(tx, 'customers', customer);
  // What people looked for last may be a name.
  for (const { handle, name } of people) {
    for (const word of [handle, name]) {
      if (word === '') continue;
      tx.db.statement('DELETE FROM search_recent WHERE instr(lower(text), lower(?)) > 0').run(word);
    }
  }
};

/** They have written, or were written to, since. `upTo` was looked at, and brought `named`. */
const isNamed = (tx: Tx, { id, anew }: Person, { upTo, named }: Looked): boolean =>
  named.includes(id) ||
  tx.find('SELECT 1 FROM threads WHERE customer_id = ? LIMIT 1', anew) !== undefined ||
  tx.find('SELECT 1 FROM messages WHERE seq > ? AND ? IN (author_id, other_id) LIMIT 1', upTo, id) !==
    undefined;

/** What came and could not be read names its author somewhere in it. */
const eraseUnread = (tx: Tx, { remoteId, handle }: Person): void => {
  const rows = tx.all<{ account_id: string }>(
    "DELETE FROM quarantine WHERE instr(raw, ?) > 0 OR (? <> '' AND instr(lower(raw), lower(?)) > 0) RETURNING account_id",
    `"${remoteId}"`,
    handle,
    handle,
  );
  for (const { account_id } of rows) tx.touch('accounts', account_id);
};

export const startAnew = (tx: Tx, people: readonly Person[], at: number): void => {
  for (const person of people) {
    put(tx, 'customers', { id: person.anew, created_at: at });
    const identity = findIdentity(tx, person.id);
    if (identity) put(tx, 'identities', { ...identity, customer_id: person.anew });
  }
};

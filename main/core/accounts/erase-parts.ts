import type { Tx, Value } from '../../db/db.ts';
import { drop } from '../../db/put.ts';
import { tables, type TableName } from '../../db/tables.ts';
import { idsOf } from './remove.ts';

/** Each part stays below a frame or two. */
const threadsPerPart = 40;
const messagesPerPart = 400;

// The only rows that are deleted here belong to other rooms. Erasing is one matter in one place all the same: a table that
// is forgotten here would keep a person's words.

/** The next threads of an account with all that hangs on them; false when there was none. */
export const eraseThreads = (tx: Tx, accountId: string): boolean => {
  const ids = tx
    .all<{ id: string }>('SELECT id FROM threads WHERE account_id = ? LIMIT ?', accountId, threadsPerPart)
    .map(({ id }) => id);
  if (ids.length === 0) return false;
  dropThreads(tx, ids);
  return true;
};

/** These threads with all that hangs on them, whoever the customer is. */
export const dropThreads = (tx: Tx, ids: readonly string[]): void => {
  const these = JSON.stringify(ids);
  const messages = keysOf(tx, 'messages', `thread_id ${among}`, these).flat();
  eraseMessages(tx, messages.map(String));
  for (const [table, where] of ofThreads) dropAll(tx, table, where, these);
  for (const table of besideThreads) run(tx, `DELETE FROM ${table} WHERE thread_id ${among}`, these);
  for (const id of ids) drop(tx, 'threads', id);
};

const among = 'IN (SELECT value FROM json_each(?))';
const picksAmong = `(SELECT id FROM review_picks WHERE thread_id ${among})`;

const ofThreads: readonly [TableName, string][] = [
  ['call_attempts', `escalation_id IN (SELECT id FROM escalations WHERE thread_id ${among})`],
  ['escalations', `thread_id ${among}`],
  ['questions', `thread_id ${among}`],
  ['notes', `thread_id ${among}`],
  ['thread_tags', `thread_id ${among}`],
  ['clock_marks', `thread_id ${among}`],
  ['drafts', `thread_id ${among}`],
  ['uploads', `thread_id ${among}`],
  ['outbox', `thread_id ${among}`],
  ['schedules', `thread_id ${among}`],
  ['review_comments', `score_id IN (SELECT id FROM review_scores WHERE pick_id IN ${picksAmong})`],
  ['review_scores', `pick_id IN ${picksAmong}`],
  ['review_settled', `pick_id IN ${picksAmong}`],
  ['review_picks', `thread_id ${among}`],
  // Those that were lifted: what is held is not removed.
  ['holds', `thread_id ${among}`],
];

/** Not written through `put`. */
const besideThreads = ['draft_versions', 'replay_changes'];

/** Posts of others above a thread, and the brand's own; false when there was none. */
export const eraseLoose = (tx: Tx, accountId: string): boolean => {
  const ids = tx
    .all<{ id: string }>(
      'SELECT id FROM messages WHERE id >= ? AND id < ? LIMIT ?',
      ...idsOf(accountId),
      messagesPerPart,
    )
    .map(({ id }) => id);
  eraseMessages(tx, ids);
  return ids.length > 0;
};

/** With their earlier versions and what was counted of them. */
export const eraseMessages = (tx: Tx, ids: readonly string[]): void => {
  const these = JSON.stringify(ids);
  run(tx, `DELETE FROM message_versions WHERE message_id ${among}`, these);
  run(tx, `DELETE FROM reposts WHERE of_id ${among}`, these);
  for (const id of ids) drop(tx, 'messages', id);
};

/** What belongs to the account itself. */
export const eraseRest = (tx: Tx, accountId: string): void => {
  run(
    tx,
    'DELETE FROM import_refusals WHERE import_id IN (SELECT id FROM imports WHERE account_id = ?)',
    accountId,
  );
  for (const table of ofAccount) dropAll(tx, table, 'account_id = ?', accountId);
  for (const table of beside) run(tx, `DELETE FROM ${table} WHERE account_id = ?`, accountId);
};

const ofAccount = [
  'outbox',
  'uploads',
  'schedules',
  'gaps',
  'alerts',
  'directions',
  'direct_rights',
  'cursors',
  'imports',
  'retention_rules',
  'retention_remains',
] as const satisfies readonly TableName[];

/** Not written through `put`: they are no part of what is replayed. */
const beside = ['reposts', 'quarantine', 'call_windows', 'spending', 'rechecks', 'inbound_hours'];

const dropAll = (tx: Tx, table: TableName, where: string, value: Value): void => {
  for (const key of keysOf(tx, table, where, value)) drop(tx, table, ...key);
};

const keysOf = (tx: Tx, table: TableName, where: string, value: Value): (string | number)[][] => {
  const { key } = tables[table];
  return tx
    .all<Record<string, string | number>>(`SELECT ${key.join(', ')} FROM ${table} WHERE ${where}`, value)
    .map((row) => key.map((column) => row[column] as string | number));
};

const run = (tx: Tx, sql: string, ...values: Value[]): void => void tx.db.statement(sql).run(...values);

/** Every table that knows an account, a thread, a message or a person: a test compares it with the schema. */
export const erasedTables: ReadonlySet<string> = new Set([
  ...ofThreads.map(([table]) => table),
  ...ofAccount,
  ...beside,
  ...['threads', 'messages', 'message_versions', ...besideThreads],
  ...['identities', 'customers', 'phones', 'notes', 'direct_rights', 'accounts'],
  // Told by ids and numbers alone, once it has ended.
  'retention_erasures',
  // By their triggers, with what they are about.
  ...['search_docs', 'search_people', 'search_queue', 'review_closings'],
]);

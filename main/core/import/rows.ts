import type { ImportState } from '../../../shared/api/import.ts';
import { AppError } from '../../../shared/errors.ts';
import type { AccountId, AgentId, ImportId } from '../../../shared/ids.ts';
import type { ImportKind } from '../../../shared/import/mapping.ts';
import type { Ms } from '../../../shared/model.ts';
import type { Reader, Tx } from '../../db/db.ts';
import { put } from '../../db/put.ts';

/** The only file that writes `imports` and `import_refusals`. */
export type ImportRow = {
  id: string;
  agent_id: string;
  /** Null: the file names its own. */
  account_id: string | null;
  kind: ImportKind;
  /** Of the file; where it is. */
  name: string;
  path: string;
  /** JSON: `CsvMapping`; null for files that need none. */
  mapping: string | null;
  bytes: number;
  /** Of the file: another one under its name is not gone on with. */
  hash: string;
  /** Of what the file became; a position holds for this alone. */
  units_hash: string;
  /** Bytes of the units that are on the desk. */
  position: number;
  state: ImportState['state'];
  began_at: Ms;
  ended_at: Ms | null;
  /** Messages in the file, and what came of those up to the position. */
  total: number;
  added: number;
  known: number;
  threads: number;
  refused: number;
  left_out: number;
  reason: string | null;
  revision: number;
};

export const putImport = (tx: Tx, row: ImportRow, known?: ImportRow): void => put(tx, 'imports', row, known);

/** Throws `not-found`. */
export const getImport = (db: Reader, id: string): ImportRow => {
  const row = db.find<ImportRow>('SELECT * FROM imports WHERE id = ?', id);
  if (!row) throw new AppError('not-found', 'This import is no longer on this desk.');
  return row;
};

export const allImports = (db: Reader): ImportRow[] =>
  db.all<ImportRow>('SELECT * FROM imports ORDER BY began_at DESC, id DESC LIMIT 50');

export const addRefusals = (tx: Tx, id: string, rows: readonly (readonly [number, string])[]): number => {
  const insert = tx.db.statement(
    'INSERT OR IGNORE INTO import_refusals (import_id, row, reason) VALUES (?, ?, ?)',
  );
  let added = 0;
  for (const [row, reason] of rows) added += insert.run(id, row, reason).changes;
  return added;
};

export const refusalsOf = (db: Reader, id: string, most: number): { row: number; reason: string }[] =>
  db.all('SELECT row, reason FROM import_refusals WHERE import_id = ? ORDER BY row LIMIT ?', id, most);

export const importOf = (row: ImportRow): ImportState => ({
  id: row.id as ImportId,
  accountId: row.account_id as AccountId | null,
  by: row.agent_id as AgentId,
  name: row.name,
  kind: row.kind,
  state: row.state,
  beganAt: row.began_at,
  endedAt: row.ended_at,
  added: row.added,
  known: row.known,
  threads: row.threads,
  refused: row.refused,
  leftOut: row.left_out,
  reason: row.reason,
});

import type { BackupRun } from '../../../shared/api/backup.ts';
import type { Ms } from '../../../shared/model.ts';
import type { Reader, Tx } from '../../db/db.ts';
import { put } from '../../db/put.ts';
import { newId, operate, type Desk } from '../desk.ts';

/** The only file that writes `backup_runs`. */
export type RunKind = 'backup' | 'check' | 'restore' | 'repair';
type RunRow = { id: string; kind: RunKind; at: Ms; is_ok: 0 | 1; words: string; run_by: string };

export const putRun = (tx: Tx, row: RunRow): void => put(tx, 'backup_runs', row);

/** Something was done for the safety of the file. */
export const noteRun = (desk: Desk, kind: RunKind, by: string, isOk: boolean, words: string): void => {
  const id = newId(desk);
  operate(desk, { op: `desk.${kind}`, by, input: { id, isOk } }, (tx, at) => {
    putRun(tx, { id, kind, at, is_ok: isOk ? 1 : 0, words, run_by: by });
    return { value: null };
  });
};

/** The last one of its kind, or the last that went well. */
export const lastRun = (db: Reader, kind: RunKind, onlyOk = false): BackupRun | null => {
  const row = db.find<RunRow>(
    `SELECT * FROM backup_runs WHERE kind = ? ${onlyOk ? 'AND is_ok = 1 ' : ''}ORDER BY at DESC, id DESC LIMIT 1`,
    kind,
  );
  return row ? { at: row.at, isOk: row.is_ok === 1, words: row.words } : null;
};

import { createHash } from 'node:crypto';
import { contentOf, type ChainedRow } from './changes.ts';
import type { Tx } from './db.ts';

/** What of a row of the log may be taken out: never who, when, or which operation. */
export type Redactable = Pick<ChainedRow, 'input' | 'rows' | 'inverse'>;

/** The operation under which words are taken out of the log; its input is a `Redaction`. */
export const redactOp = 'change.redact';

/** Which rows, and the digest of what each holds since. */
export type Redaction = { rows: [seq: number, digest: string][] };

/**
 * Takes something out of rows of the log that must not stand there any more. Their hashes stay, so that the chain holds,
 * and no longer follow from their content: whoever calls must leave what this returns as the input of a change under
 * `redactOp`, in the same transaction. Verifying accepts exactly those rows, with exactly what they hold since.
 */
export const redact = (
  tx: Tx,
  seqs: readonly number[],
  without: (row: Redactable & { seq: number; op: string }) => Redactable,
): Redaction => {
  const rows: Redaction['rows'] = [];
  for (const seq of seqs) {
    const row = tx.find<ChainedRow>(`SELECT ${columns} FROM changes WHERE seq = ?`, seq);
    if (!row) continue;
    const { input, rows: images, inverse } = without(row);
    if (input === row.input && images === row.rows && inverse === row.inverse) continue;
    const left = { ...row, input, rows: images, inverse };
    tx.db
      .statement('UPDATE changes SET input = ?, rows = ?, inverse = ? WHERE seq = ?')
      .run(input, images, inverse, seq);
    rows.push([seq, digestOf(left)]);
  }
  return { rows };
};

export const digestOf = (row: ChainedRow): string =>
  createHash('sha256')
    .update(JSON.stringify(contentOf(row)))
    .digest('hex');

const columns = 'seq, op, agent, at, thread_id, input, rows, inverse, undoes';

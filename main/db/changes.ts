import { createHash } from 'node:crypto';
import type { Db, Tx, Value } from './db.ts';

/** How a change is taken back: the operation to run and its input. */
export type Inverse = { op: string; input: unknown };

export type Change = {
  op: string;
  /** The agent's id, or the provider's for what was fetched. */
  agent: string;
  at: number;
  threadId: string | null;
  /** What was asked, without personal text. */
  input: unknown;
  inverse: Inverse | null;
  /** The change this one took back. */
  undoes: number | null;
};

/**
 * Appends the one `changes` row of a transaction. Rows are chained by hash, so an edited history shows.
 * Returns its seq, or null when the transaction wrote nothing.
 */
export const appendChange = (tx: Tx, change: Change): number | null =>
  tx.images.length === 0 ? null : append(tx, change, JSON.stringify(tx.images));

/**
 * Appends a row of something that leaves no trace in the tables and must be in the log all the same: that somebody looked,
 * exported, verified. Nothing of it is taken back. Several may stand in one transaction.
 */
export const appendRecord = (tx: Tx, record: Omit<Change, 'inverse' | 'undoes'>): number =>
  append(tx, { ...record, inverse: null, undoes: null }, '[]');

const append = (tx: Tx, change: Change, rows: string): number => {
  const last = tx.find<{ seq: number; hash: Buffer }>(
    'SELECT seq, hash FROM changes ORDER BY seq DESC LIMIT 1',
  );
  const row: ChainedRow = {
    seq: (last?.seq ?? 0) + 1,
    op: change.op,
    agent: change.agent,
    at: change.at,
    thread_id: change.threadId,
    input: JSON.stringify(change.input),
    rows,
    inverse: change.inverse && JSON.stringify(change.inverse),
    undoes: change.undoes,
  };
  const prev = last?.hash ?? genesis;
  tx.db
    .statement(
      'INSERT INTO changes (seq, op, agent, at, thread_id, input, rows, inverse, undoes, prev_hash, hash) ' +
        'VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    )
    .run(...contentOf(row), prev, hashOf(prev, row));
  return row.seq;
};

/** The first seq whose hash does not follow from its content and the row before; null when the chain is whole. */
export const findBreak = (db: Db): number | null => {
  let prev: Buffer = genesis;
  const rows = db.raw.prepare<[], ChainedRow & { prev_hash: Buffer; hash: Buffer }>(
    'SELECT * FROM changes ORDER BY seq',
  );
  for (const row of rows.iterate()) {
    if (!row.prev_hash.equals(prev) || !row.hash.equals(hashOf(prev, row))) return row.seq;
    prev = row.hash;
  }
  return null;
};

export type ChainedRow = {
  seq: number;
  op: string;
  agent: string;
  at: number;
  thread_id: string | null;
  input: string;
  rows: string;
  inverse: string | null;
  undoes: number | null;
};

/** What stands before the first row. */
export const genesis = Buffer.alloc(32);

export const hashOf = (prev: Buffer, row: ChainedRow): Buffer =>
  createHash('sha256')
    .update(prev)
    .update(JSON.stringify(contentOf(row)))
    .digest();

/** In the order of the columns, which is also the order that is hashed. */
export const contentOf = (row: ChainedRow): Value[] => [
  row.seq,
  row.op,
  row.agent,
  row.at,
  row.thread_id,
  row.input,
  row.rows,
  row.inverse,
  row.undoes,
];

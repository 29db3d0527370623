import { randomFillSync } from 'node:crypto';
import { v7 } from 'uuid';
import type { AgentId } from '../../shared/ids.ts';
import type { Ms } from '../../shared/model.ts';
import { appendChange, type Inverse } from '../db/changes.ts';
import type { Db, Tx } from '../db/db.ts';
import type { TableName } from '../db/tables.ts';
import { noteActed } from './assignment/acted.ts';

/** What every rule needs of the world. Time and chance are arguments, so that whole days run in a test. */
export type Desk = {
  readonly db: Db;
  readonly now: () => Ms;
  /** In [0, 1). */
  readonly random: () => number;
  /** This machine, by the name people know it by. */
  readonly machine: string;
  /** The person at this desk. */
  readonly me: AgentId;
  /** Called after each commit with the ids that were written, per table. */
  readonly onCommit: (touched: ReadonlyMap<TableName, ReadonlySet<string>>) => void;
  /** Something failed where no agent was asking (a full disk, a bug): logged, and said in the status line. */
  readonly onTrouble: (error: unknown) => void;
};

/** A UUIDv7 of the desk's own time: sorts by when it was made, and needs no central counter. */
export const newId = (desk: Pick<Desk, 'now'>): string => v7({ msecs: desk.now(), rng: nextBytes });

// Sixteen bytes at a time cost more than the rest of an id: they are drawn from a pool.
const pool = new Uint8Array(4096);
let drawn = pool.length;
const nextBytes = (): Uint8Array => {
  if (drawn === pool.length) {
    randomFillSync(pool);
    drawn = 0;
  }
  drawn += 16;
  return pool.slice(drawn - 16, drawn);
};

export type Operation = {
  op: string;
  /** An agent's id, or the provider's for what was fetched. */
  by: string;
  threadId?: string;
  /** Without personal text. */
  input: unknown;
  undoes?: number;
};

/**
 * Runs one operation: a synchronous transaction that leaves exactly one row in `changes` (none if nothing was written),
 * announced after the commit. A throw inside leaves nothing behind.
 */
export const operate = <T>(
  desk: Desk,
  { op, by, threadId, input, undoes }: Operation,
  body: (tx: Tx, at: Ms) => { value: T; inverse?: Inverse },
): { value: T; seq: number | null } => {
  const at = desk.now();
  const { touched, ...done } = desk.db.transaction((tx) => {
    const { value, inverse } = body(tx, at);
    noteActed(tx, by, threadId);
    const change = { op, agent: by, at, threadId: threadId ?? null, input, inverse: inverse ?? null };
    return { value, seq: appendChange(tx, { ...change, undoes: undoes ?? null }), touched: tx.touched };
  });
  if (touched.size > 0) desk.onCommit(touched);
  return done;
};

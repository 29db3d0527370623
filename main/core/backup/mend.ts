import type { Tx } from '../../db/db.ts';
import { operate, type Desk } from '../desk.ts';
import { afterRestore } from './after-restore.ts';
import { takeLoose, type Loose } from './mend/loose.ts';
import { standIn } from './mend/stand-in.ts';
import { mendThreads } from './mend/threads.ts';

export type Mended = {
  /** People, brands and customers of whom only the id is known. */
  standIns: number;
  threadsRebuilt: number;
  /** Threads that have nothing left of what the customer said. */
  messagesLost: number;
  /** Texts of threads that are lost whole. */
  loose: readonly Loose[];
  /** Rows that referred to nothing and say nothing without it. */
  dropped: number;
  isReadAnew: boolean;
};

/**
 * Makes a desk of rows of which some are lost: whatever is referred to is there again, by name or as a stand-in, and what can't
 * be without what is lost is told apart. Writes past the log, which has gaps itself.
 */
export const mend = (desk: Desk, isWhole: boolean): Mended => {
  const { value } = operate(desk, { op: 'desk.mend', by: 'desk', input: {} }, (tx, at) => {
    const standIns = standIn(tx, at);
    const { rebuilt, emptied } = mendThreads(tx, at, isWhole);
    const loose = takeLoose(tx);
    const dropped = dropDangling(tx);
    indexAnew(tx);
    if (!isWhole) tx.db.raw.exec('DELETE FROM cursors');
    const mended = { standIns, threadsRebuilt: rebuilt, messagesLost: emptied, loose, dropped };
    return { value: { ...mended, isReadAnew: !isWhole } };
  });
  for (const see of afterRestore) see(desk, null);
  return value;
};

/** What refers to nothing goes, and what refers to that. */
const dropDangling = (tx: Tx): number => {
  let dropped = 0;
  for (let round = 0; round < 6; round += 1) {
    const found = tx.db.raw.pragma('foreign_key_check') as { table: string; parent: string; fkid: number }[];
    const kinds = new Map(found.map((one) => [`${one.table} ${one.fkid}`, one]));
    if (kinds.size === 0) break;
    for (const { table, fkid } of kinds.values()) {
      const keys = tx.db.raw.pragma(`foreign_key_list(${table})`) as {
        id: number;
        table: string;
        from: string;
        to: string | null;
      }[];
      const key = keys.find(({ id }) => id === fkid);
      if (!key) continue;
      const sql = `DELETE FROM ${table} WHERE ${key.from} IS NOT NULL AND ${key.from} NOT IN (SELECT ${key.to ?? 'id'} FROM ${key.table})`;
      dropped += tx.db.raw.prepare(sql).run().changes;
    }
  }
  return dropped;
};

/** The newest first, as after a migration. */
const indexAnew = (tx: Tx): void => {
  for (const [marks, from] of [
    ['search_marks', 'messages'],
    ['replay_marks', 'changes'],
  ] as const) {
    tx.db.raw.exec(
      `UPDATE ${marks} SET from_seq = (SELECT coalesce(max(seq), 0) + 1 FROM ${from}), upto_seq = (SELECT coalesce(max(seq), 0) FROM ${from})`,
    );
  }
};

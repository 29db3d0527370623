import type { Head } from '../../../shared/audit/verdict.ts';
import type { Ms } from '../../../shared/model.ts';
import type { Reader } from '../../db/db.ts';
import type { Chore } from '../chores.ts';
import type { Desk } from '../desk.ts';

/** A place apart from the database, where somebody who changes the file can't easily change them too. */
export type HeadPlace = {
  /** Sealed by the system's keychain, or a file that only this person may read. */
  where: 'keychain' | 'file';
  /** None: nothing was kept, or it can't be read any more. */
  read(): readonly Head[];
  /** The old ones or the new ones, never half. */
  write(heads: readonly Head[]): void;
};

export type Heads = {
  where: HeadPlace['where'] | null;
  kept(): readonly Head[];
  chore: Chore;
  /** The newest, now: before the end, and before the log is judged. */
  keep(): void;
};

/** What is not kept apart yet could still be changed without a trace. */
const everyMs = 60_000;

/** The newest row of the log; null: there is none. */
export const headOf = (db: Reader): Head | null => {
  const row = db.find<{ seq: number; hash: Buffer; at: Ms }>(
    'SELECT seq, hash, at FROM changes ORDER BY seq DESC LIMIT 1',
  );
  return row ? { seq: row.seq, hash: row.hash.toString('hex'), at: row.at } : null;
};

/** @param place null: there is none (a test, a bench). */
export const createHeads = (desk: Pick<Desk, 'db' | 'now' | 'onTrouble'>, place: HeadPlace | null): Heads => {
  let known: readonly Head[] | undefined;
  const kept = (): readonly Head[] => (known ??= place?.read() ?? []);
  let nextAt = 0;

  const holds = ({ seq, hash }: Head): boolean =>
    desk.db.find<{ hash: Buffer }>('SELECT hash FROM changes WHERE seq = ?', seq)?.hash.toString('hex') ===
    hash;

  const keep = (): void => {
    nextAt = desk.now() + everyMs;
    const head = headOf(desk.db);
    if (!place || !head || head.hash === kept().at(-1)?.hash) return;
    const heads = thinned([...kept(), { ...head, at: desk.now() }], desk.now(), holds);
    try {
      place.write(heads);
      known = heads;
    } catch (error) {
      desk.onTrouble(error);
    }
  };

  return {
    where: place?.where ?? null,
    kept,
    keep,
    chore: { name: 'audit.heads', dueAt: () => (place ? nextAt : Infinity), run: keep },
  };
};

const hourMs = 3_600_000;
/** The newest of each minute for an hour, of each hour for a week, of each day after that. */
const steps = [
  { until: hourMs, each: 60_000 },
  { until: 168 * hourMs, each: hourMs },
  { until: Infinity, each: 24 * hourMs },
];

/**
 * In their order, fewer the older they are; the first of all stays, and so does what does not hold any more: a log that was
 * cut or written anew is known by that alone.
 */
export const thinned = (heads: readonly Head[], now: Ms, holds: (head: Head) => boolean): Head[] =>
  heads.filter((head, nth) => {
    const next = heads[nth + 1];
    if (nth === 0 || !next) return true;
    const { each } = steps.find(({ until }) => now - head.at < until) ?? { each: 1 };
    return Math.floor(head.at / each) !== Math.floor(next.at / each) || !holds(head);
  });

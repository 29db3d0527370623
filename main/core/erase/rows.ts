import { z } from 'zod';
import type { Ms } from '../../../shared/model.ts';
import type { Reader, Tx } from '../../db/db.ts';
import { put } from '../../db/put.ts';

/** In the order in which they come; each is done in parts. */
export const phases = ['threads', 'messages', 'words', 'person', 'log', 'files', 'index', 'disk'] as const;
export type Phase = (typeof phases)[number] | 'done';

/** The only file that writes `retention_erasures`. */
export type ErasureRow = {
  id: string;
  customer_id: string;
  by_id: string;
  asked_at: Ms;
  phase: Phase;
  /** Where this phase goes on. */
  place: string;
  /** JSON: `Person`s; empty once nothing of them has to be found any more. */
  people: string;
  /** 1: exported files that hold something of them go too. */
  with_exports: 0 | 1;
  threads: number;
  messages: number;
  /** Places in the words of others where their handle stood. */
  elsewhere: number;
  files: number;
  ended_at: Ms | null;
  revision: number;
};

const person = z.object({
  id: z.string(),
  provider: z.string(),
  remoteId: z.string(),
  handle: z.string(),
  name: z.string(),
  /** Whose it is from now on, should they write again. */
  anew: z.string(),
});
export type Person = z.infer<typeof person>;

export const peopleOf = ({ people }: ErasureRow): Person[] => z.array(person).parse(JSON.parse(people));

export const putErasure = (tx: Tx, row: Omit<ErasureRow, 'revision'>): void =>
  put(tx, 'retention_erasures', row);

/** The one that is under way; the one asked for first, when there are several. */
export const nextErasure = (db: Reader): ErasureRow | undefined =>
  db.find<ErasureRow>(
    'SELECT * FROM retention_erasures WHERE ended_at IS NULL ORDER BY asked_at, id LIMIT 1',
  );

export const getErasure = (db: Reader, id: string): ErasureRow | undefined =>
  db.find<ErasureRow>('SELECT * FROM retention_erasures WHERE id = ?', id);

export const isBeingErased = (db: Reader, customerId: string): boolean =>
  db.find('SELECT 1 FROM retention_erasures WHERE customer_id = ? AND ended_at IS NULL', customerId) !==
  undefined;

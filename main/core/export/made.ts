import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Ms } from '../../../shared/model.ts';
import type { Db } from '../../db/db.ts';
import { writeList } from './leftovers.ts';
import type { Exported } from './write-file.ts';

/** A file that left this desk, and whose it is: by customer, as the desk knows them; null: more than are listed. */
const made = z.object({ file: z.string(), at: z.number(), customers: z.array(z.string()).nullable() });
type Made = z.infer<typeof made>;

/** Beside the desk and not in its log: where somebody keeps a file may name a person, and people are erased. */
const listOf = ({ file }: Pick<Db, 'file'>): string => `${file}.exported.json`;

/** What is older than so many exports is found by nobody's name any more. */
const kept = 500;

const read = (db: Pick<Db, 'file'>): Made[] => {
  try {
    return z.array(made).parse(JSON.parse(readFileSync(listOf(db), 'utf8')));
  } catch {
    return [];
  }
};

/** Remembered while the file lies where it was written. */
export const rememberMade = (
  db: Pick<Db, 'file'>,
  files: readonly string[],
  { customers }: Pick<Exported, 'customers'>,
  at: Ms,
): void => {
  const fresh = files.map((file): Made => ({ file, at, customers }));
  const others = read(db).filter(({ file }) => !files.includes(file) && existsSync(file));
  writeList(listOf(db), [...others, ...fresh].slice(-kept));
};

/** Files of exports that hold something of a customer, or may, and lie where they were written. The newest first. */
export const exportsHolding = (db: Pick<Db, 'file'>, customerId: string): string[] =>
  read(db)
    .filter(({ file, customers }) => (customers?.includes(customerId) ?? true) && existsSync(file))
    .map(({ file }) => file)
    .toReversed();

import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Ms } from '../../../shared/model.ts';
import type { Db } from '../../db/db.ts';
import { copiesBefore, removeBackupsBefore } from '../backup/remove.ts';
import { exportsHolding, rememberMade } from '../export/made.ts';

/** Files beside the desk that hold what somebody said: copies of the desk itself, and pictures, which are fetched anew. */
export type Beside = { copies: number; pictures: number };

export const filesBeside = (db: Pick<Db, 'file'>, at: Ms): Beside =>
  db.file === ':memory:'
    ? { copies: 0, pictures: 0 }
    : { copies: copiesBefore(db.file, at).length, pictures: picturesOf(db).length };

/** Files of exports that hold something of somebody, and lie where they were written. */
export const removeExports = (db: Pick<Db, 'file'>, customerId: string, at: Ms): number => {
  const files = exportsHolding(db, customerId);
  for (const file of files) rmSync(file, { force: true });
  // What is not there any more is not remembered: its name may be theirs.
  rememberMade(db, [], { customers: [] }, at);
  return files.length;
};

/** Deletes them. Returns how many there were. */
export const removeFilesBeside = (db: Pick<Db, 'file'>, at: Ms): number => {
  if (db.file === ':memory:') return 0;
  const pictures = picturesOf(db);
  for (const file of pictures) rmSync(file, { force: true });
  return removeBackupsBefore(db.file, at) + pictures.length;
};

/** What the window was shown lies here for a day (shell/images). */
const picturesOf = ({ file }: Pick<Db, 'file'>): string[] => {
  const folder = path.join(path.dirname(file), 'images');
  try {
    return readdirSync(folder).map((name) => path.join(folder, name));
  } catch {
    return [];
  }
};

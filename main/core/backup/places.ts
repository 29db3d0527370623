import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import type { Ms } from '../../../shared/model.ts';

/** Where the copies of a desk's file lie, and how many are kept. In a file of its own: it is read when the desk is not readable. */
export type Keeping = { folder: string; daily: number; weekly: number };

const fileOf = (deskFile: string): string => path.join(path.dirname(deskFile), 'backups.json');

export const ownFolder = (deskFile: string): string => path.join(path.dirname(deskFile), 'backups');

export const readKeeping = (deskFile: string): Keeping => {
  const usual: Keeping = { folder: ownFolder(deskFile), daily: 7, weekly: 4 };
  try {
    const kept = JSON.parse(readFileSync(fileOf(deskFile), 'utf8')) as Partial<Keeping>;
    return { ...usual, ...kept };
  } catch {
    return usual;
  }
};

export const saveKeeping = (deskFile: string, change: Partial<Keeping>): void => {
  const next = { ...readKeeping(deskFile), ...change };
  const { folder, ...numbers } = next;
  const kept = folder === ownFolder(deskFile) ? numbers : next;
  writeSafely(fileOf(deskFile), JSON.stringify(kept));
};

/** The old content or the new, and on the disk when this returns. */
export const writeSafely = (file: string, content: string): void => {
  const fresh = `${file}.new`;
  writeFileSync(fresh, content, { mode: 0o600 });
  toDisk(fresh);
  renameSync(fresh, file);
  toDisk(path.dirname(file));
};

/** A file, or the names in a folder. */
export const toDisk = (at: string): void => {
  let handle: number | undefined;
  try {
    handle = openSync(at, 'r');
    fsyncSync(handle);
  } catch (error) {
    // Windows opens no folders, and syncs nothing that was opened for reading.
    if (process.platform !== 'win32') throw error;
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
};

export const nameAt = (at: Ms): string =>
  `desk-${new Date(at).toISOString().slice(0, 19).replaceAll(':', '')}Z.db`;

const named = /^desk-(\d{4}-\d{2}-\d{2})T(\d{2})(\d{2})(\d{2})Z\.db$/u;

/** Undefined: not the name of a finished copy. */
export const timeOf = (name: string): Ms | undefined => {
  const [, day, hours, minutes, seconds] = named.exec(name) ?? [];
  return day === undefined ? undefined : Date.parse(`${day}T${hours}:${minutes}:${seconds}Z`);
};

/** Finished copies, the newest first. A folder that is not there has none. */
export const copiesIn = (folder: string): { name: string; at: Ms }[] =>
  (existsSync(folder) ? readdirSync(folder) : [])
    .flatMap((name) => {
      const at = timeOf(name);
      return at === undefined ? [] : [{ name, at }];
    })
    .toSorted((a, b) => b.at - a.at);

/** Where a file goes that another one took the place of. */
export const asideFolder = (deskFile: string): string => path.join(path.dirname(deskFile), 'set-aside');

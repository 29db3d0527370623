import { statSync } from 'node:fs';
import path from 'node:path';
import { v7 } from 'uuid';
import type { ChosenFile } from '../../../shared/api/import.ts';
import { AppError } from '../../../shared/errors.ts';
import type { ImportFileId } from '../../../shared/ids.ts';

/** Files that somebody chose in the system's dialog: a window names them by these ids, never by a path. */
const offered = new Map<string, string>();
const most = 100;

export const offerFile = (file: string): ChosenFile => {
  const { size } = statSync(file);
  const id = v7() as ImportFileId;
  offered.set(id, file);
  for (const old of [...offered.keys()].slice(0, -most)) offered.delete(old);
  return { file: id, name: path.basename(file), bytes: size };
};

/** Throws `not-found`. */
export const pathOf = (file: string): string => {
  const found = offered.get(file);
  if (found === undefined) throw new AppError('not-found', 'Choose the file again; nothing was imported.');
  return found;
};

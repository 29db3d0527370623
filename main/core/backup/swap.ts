import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Ms } from '../../../shared/model.ts';
import { asideFolder, toDisk, writeSafely } from './places.ts';

/** Where a file that is to take the desk's place is made. */
export const preparedBeside = (deskFile: string): string => `${deskFile}.prepared`;

type Intent = { aside: string };
const intentOf = (deskFile: string): string => `${deskFile}.swap`;

/**
 * From here on the prepared file is the desk: it is whole and on the disk, and whatever happens, the next start goes on where this
 * one was stopped. Nobody may have the desk's file open. Returns where the old one is now.
 */
export const swap = (
  deskFile: string,
  part: string,
  why: string,
  at: Ms,
  step: () => void = () => {},
): string => {
  const aside = placeAside(deskFile, why, at);
  step();
  renameSync(part, preparedBeside(deskFile));
  toDisk(path.dirname(deskFile));
  step();
  writeSafely(intentOf(deskFile), JSON.stringify({ aside } satisfies Intent));
  step();
  finishSwap(deskFile, step);
  return aside;
};

const placeAside = (deskFile: string, why: string, at: Ms): string => {
  const folder = asideFolder(deskFile);
  mkdirSync(folder, { recursive: true });
  const stamp = new Date(at).toISOString().slice(0, 19).replaceAll(':', '');
  return path.join(folder, `${path.basename(deskFile, '.db')}-${stamp}Z-${why}.db`);
};

/** Nothing takes its place. Returns where it is now. */
export const setAside = (file: string, why: string, at: Ms): string => {
  const aside = placeAside(file, why, at);
  moveParts(file, aside);
  return aside;
};

const moveParts = (from: string, to: string, step: () => void = () => {}): void => {
  for (const part of parts) {
    if (!existsSync(from + part)) continue;
    renameSync(from + part, to + part);
    step();
  }
};

/** The log first: beside another file it would be taken for that one's. */
const parts = ['-wal', '-shm', '-journal', ''];

/** At each start, before the desk's file is opened: goes on with what was stopped, and sweeps up what was not begun. */
export const finishSwap = (deskFile: string, step: () => void = () => {}): void => {
  const prepared = preparedBeside(deskFile);
  const intent = readIntent(deskFile);
  if (!intent) return sweep(deskFile);
  if (existsSync(prepared)) {
    moveParts(deskFile, intent.aside, step);
    toDisk(path.dirname(intent.aside));
    renameSync(prepared, deskFile);
    step();
    toDisk(path.dirname(deskFile));
  }
  rmSync(intentOf(deskFile), { force: true });
  step();
  sweep(deskFile);
};

const readIntent = (deskFile: string): Intent | null => {
  try {
    return JSON.parse(readFileSync(intentOf(deskFile), 'utf8')) as Intent;
  } catch {
    return null;
  }
};

/** What was being made when the program was killed; the desk's own file was not touched. */
const sweep = (deskFile: string): void => {
  const folder = path.dirname(deskFile);
  if (!existsSync(folder)) return;
  const leftOver = path.basename(preparedBeside(deskFile));
  for (const name of readdirSync(folder)) {
    if (name.startsWith(leftOver)) rmSync(path.join(folder, name), { force: true });
  }
};

import { closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Desk } from '../desk.ts';
import { forget, remember } from './leftovers.ts';
import { partOf, said } from './sink.ts';

/** Runs what writes these parts; however it ends, no part is left. */
export const underWay = async <T>(
  desk: Desk,
  parts: readonly string[],
  work: () => Promise<T>,
): Promise<T> => {
  // One that is there already is not ours to take away: writing says so.
  const ours = parts.filter((part) => said(() => isFree(part)));
  for (const part of ours) said(() => remember(desk, part));
  try {
    return await work();
  } finally {
    for (const part of ours) {
      rmSync(part, { force: true });
      forget(desk, part);
    }
  }
};

const isFree = (part: string): boolean => {
  try {
    closeSync(openSync(part, 'r'));
    return false;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return true;
    throw error;
  }
};

/** Whole files get their names, in place of what had them. Throws AppError `disk`. */
export const takePlaces = (files: readonly string[]): void =>
  said(() => {
    for (const file of files) renameSync(partOf(file), file);
    const folder = path.dirname(files[0] ?? '.');
    // A name is safe when its folder is; Windows has no such call, and needs none.
    if (process.platform === 'win32') return;
    const handle = openSync(folder, 'r');
    try {
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  });

import { rmSync } from 'node:fs';
import path from 'node:path';
import { copiesIn, toDisk, type Keeping } from './places.ts';
import { superfluous } from './rotation.ts';

/** After a new one was read back whole: removes those that need not be kept. Returns how many. */
export const rotate = (folder: string, keep: Omit<Keeping, 'folder'>): number => {
  const old = superfluous(copiesIn(folder), keep);
  for (const { name } of old) rmSync(path.join(folder, name), { force: true });
  if (old.length > 0) toDisk(folder);
  return old.length;
};

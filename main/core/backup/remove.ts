import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Ms } from '../../../shared/model.ts';
import { asideFolder, copiesIn, readKeeping } from './places.ts';

/**
 * Every other file that holds what this desk held before a moment: its backups, files that were set aside, copies from before a
 * migration. Whoever is erased afterwards is in them still.
 */
export const copiesBefore = (deskFile: string, at: Ms): string[] => {
  const { folder } = readKeeping(deskFile);
  const beside = path.dirname(deskFile);
  const isOlder = (file: string): boolean => statSync(file).mtimeMs < at;
  const within = (place: string, isMeant: (name: string) => boolean): string[] =>
    (existsSync(place) ? readdirSync(place) : [])
      .filter(isMeant)
      .map((name) => path.join(place, name))
      .filter(isOlder);
  return [
    ...copiesIn(folder).flatMap((copy) => (copy.at < at ? [path.join(folder, copy.name)] : [])),
    ...within(asideFolder(deskFile), () => true),
    ...within(beside, (name) => name.startsWith(`${path.basename(deskFile)}.before-`)),
  ];
};

/** Deletes them. Returns how many there were. */
export const removeBackupsBefore = (deskFile: string, at: Ms): number => {
  const files = copiesBefore(deskFile, at);
  for (const file of files) rmSync(file, { force: true, recursive: true });
  return files.length;
};

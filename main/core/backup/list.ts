import type { Backup } from '../../../shared/api/backup.ts';
import type { LongWork } from '../jobs/long.ts';
import { copiesIn } from './places.ts';
import { describe } from './verify.ts';

/** The newest first. */
export const listBackups = (folder: string): readonly Backup[] =>
  copiesIn(folder).map(({ name }) => describe(folder, name));

/** Counting what each holds takes a moment: beside the desk. */
export const backups: LongWork<{ folder: string }, readonly Backup[]> = (_, { folder }) =>
  listBackups(folder);

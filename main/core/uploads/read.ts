import { readFile } from 'node:fs/promises';
import { AppError } from '../../../shared/errors.ts';
import type { Desk } from '../desk.ts';
import { fileOf } from './files.ts';
import { getUpload } from './rows.ts';

/** A picture I attached, to show it. Films are named, not shown: nobody loads 500 MB to see a corner of it. */
export const readUpload = async (desk: Desk, id: string): Promise<Uint8Array> => {
  const row = getUpload(desk.db, id);
  if (row.agent_id !== desk.me) throw new AppError('not-allowed', 'A colleague attached this.');
  if (row.kind === 'video') throw new AppError('not-allowed', 'A film is sent, not shown here.');
  try {
    return await readFile(fileOf(desk.db, id));
  } catch {
    throw new AppError('not-found', 'The file is not kept here any more.');
  }
};

import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { open, rename, type FileHandle } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Db } from '../../db/db.ts';
import { failpoint } from '../failpoint.ts';

/** Attachments lie beside their database, each under its id; while it is being written a file ends in `.part`. */
export const folderOf = (db: Pick<Db, 'file'>): string => {
  if (db.file !== ':memory:') return `${db.file.replace(/\.db$/u, '')}.attachments`;
  let folder = inMemory.get(db);
  if (folder === undefined) {
    inMemory.set(db, (folder = mkdtempSync(path.join(os.tmpdir(), 'earshot-attachments-'))));
  }
  return folder;
};
/** A desk without a file is a test's. */
const inMemory = new WeakMap<object, string>();

export const fileOf = (db: Pick<Db, 'file'>, id: string): string => path.join(folderOf(db), id);

/** Writes bytes at a place of a file that is not whole yet, and waits until the disk has them. */
export const writePiece = async (
  db: Pick<Db, 'file'>,
  id: string,
  from: number,
  data: Uint8Array,
): Promise<void> => {
  mkdirSync(folderOf(db), { recursive: true, mode: 0o700 });
  const file = await open(`${fileOf(db, id)}.part`, from === 0 ? 'w' : 'r+', 0o600);
  try {
    for (let done = 0; done < data.byteLength;) {
      const { bytesWritten } = await file.write(data, done, data.byteLength - done, from + done);
      done += bytesWritten;
    }
    await file.sync();
  } finally {
    await file.close();
  }
};

/** The file is whole: from here on it has its name, through a loss of power too. */
export const keepFile = async (db: Pick<Db, 'file'>, id: string): Promise<void> => {
  failpoint('upload.written');
  await rename(`${fileOf(db, id)}.part`, fileOf(db, id));
  const folder = await open(folderOf(db), 'r').catch(() => undefined);
  // Windows can't open a folder, and needs no such call.
  await folder?.sync().catch(() => {});
  await folder?.close();
  failpoint('upload.kept');
};

export const readPiece = async (
  db: Pick<Db, 'file'>,
  id: string,
  from: number,
  to: number,
): Promise<Buffer> => {
  const file = await open(fileOf(db, id), 'r');
  try {
    return await readAll(file, from, to);
  } finally {
    await file.close();
  }
};

const readAll = async (file: FileHandle, from: number, to: number): Promise<Buffer> => {
  const data = Buffer.alloc(to - from);
  let done = 0;
  while (done < data.length) {
    const { bytesRead } = await file.read(data, done, data.length - done, from + done);
    if (bytesRead === 0) break;
    done += bytesRead;
  }
  return data.subarray(0, done);
};

export const dropFile = (db: Pick<Db, 'file'>, id: string): void => {
  for (const name of [fileOf(db, id), `${fileOf(db, id)}.part`]) rmSync(name, { force: true });
};

/** The names of all files there are. */
export const filesIn = (db: Pick<Db, 'file'>): string[] => {
  try {
    return readdirSync(folderOf(db));
  } catch {
    return [];
  }
};

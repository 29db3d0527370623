import { createReadStream, createWriteStream, mkdirSync, symlinkSync } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { createInflateRaw } from 'node:zlib';

/**
 * A reader for the zips Electron comes in. Own, because what we need is to take some entries out of
 * 26,000 and to keep symbolic links (macOS frameworks), and neither is offered by what is installed.
 */
export type Entry = { name: string; mode: number; method: number; packed: number; offset: number };

/** Extracts what `place` gives a path for (relative to `folder`). */
export async function extractZip(
  file: string,
  folder: string,
  place: (name: string) => string | undefined,
): Promise<void> {
  const handle = await open(file);
  try {
    for (const entry of await listEntries(handle)) {
      const to = place(entry.name);
      if (to === undefined || entry.name.endsWith('/')) continue;
      await extractEntry(handle, file, entry, resolveInside(folder, to), folder);
    }
  } finally {
    await handle.close();
  }
}

/** An entry named `../x` or `/x` must not be written beside the folder. */
export function resolveInside(folder: string, name: string): string {
  const target = path.resolve(folder, name);
  const relative = path.relative(folder, target);
  if (relative === '' || relative.split(path.sep)[0] === '..' || path.isAbsolute(relative)) {
    throw new Error(`"${name}" would leave ${folder}`);
  }
  return target;
}

async function extractEntry(
  handle: FileHandle,
  file: string,
  entry: Entry,
  target: string,
  folder: string,
): Promise<void> {
  mkdirSync(path.dirname(target), { recursive: true });
  const start = await dataStart(handle, entry);
  const raw =
    entry.packed === 0 ? Readable.from([]) : createReadStream(file, { start, end: start + entry.packed - 1 });
  const content = entry.method === 8 ? raw.pipe(createInflateRaw()) : raw;
  if ((entry.mode & 0o170000) === 0o120000) {
    const link = (await buffer(content)).toString('utf8');
    resolveInside(folder, path.relative(folder, path.resolve(path.dirname(target), link)));
    symlinkSync(link, target);
    return;
  }
  await pipeline(content, createWriteStream(target, { mode: entry.mode & 0o777 || 0o644 }));
}

async function listEntries(handle: FileHandle): Promise<Entry[]> {
  const { size } = await handle.stat();
  const tail = await readAt(handle, Math.max(0, size - 65_557), Math.min(size, 65_557));
  const end = tail.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  if (end < 0 || end + 22 > tail.length) throw new Error('not a whole zip file');
  const directory = await readAt(handle, tail.readUInt32LE(end + 16), tail.readUInt32LE(end + 12));
  const entries: Entry[] = [];
  for (let at = 0; at < directory.length;) {
    if (directory.readUInt32LE(at) !== 0x02014b50) throw new Error('the zip directory is damaged');
    const [name, extra, comment] = [28, 30, 32].map((field) => directory.readUInt16LE(at + field));
    entries.push({
      name: directory.toString('utf8', at + 46, at + 46 + (name ?? 0)),
      mode: directory.readUInt16LE(at + 40),
      method: directory.readUInt16LE(at + 10),
      packed: directory.readUInt32LE(at + 20),
      offset: directory.readUInt32LE(at + 42),
    });
    at += 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return entries;
}

/** The local header repeats the name, with an extra field that may differ in length. */
async function dataStart(handle: FileHandle, entry: Entry): Promise<number> {
  const header = await readAt(handle, entry.offset, 30);
  return entry.offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
}

async function readAt(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  const { bytesRead, buffer: bytes } = await handle.read(Buffer.alloc(length), 0, length, position);
  if (bytesRead !== length) throw new Error('the zip file is cut');
  return bytes;
}

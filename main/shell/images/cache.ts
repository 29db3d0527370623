import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { readFile, rename, rm, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';

export type ImageCache = {
  /** Null: not here, or no longer to be used. */
  read(url: string): Promise<Buffer | null>;
  write(url: string, bytes: Buffer): Promise<void>;
  /** All of it. */
  clear(): void;
};

export type CacheRules = {
  maxBytes: number;
  /** What was taken away at its source is gone here too after this time: a picture is fetched anew when it is looked at again. */
  keptMs: number;
  now: () => number;
};

type Entry = { bytes: number; fetchedAt: number; usedAt: number };

/**
 * Pictures on the disk, by the hash of their address, the least lately used thrown away first. Nothing is lost with it: what
 * is not here is fetched again.
 */
export const openImageCache = (folder: string, { maxBytes, keptMs, now }: CacheRules): ImageCache => {
  mkdirSync(folder, { recursive: true });
  const entries = found(folder);
  let total = [...entries.values()].reduce((sum, { bytes }) => sum + bytes, 0);

  const fileOf = (name: string): string => path.join(folder, name);
  const remove = (name: string): void => {
    total -= entries.get(name)?.bytes ?? 0;
    entries.delete(name);
    rmSync(fileOf(name), { force: true });
  };
  const isOld = ({ fetchedAt }: Entry): boolean => now() - fetchedAt > keptMs || fetchedAt > now() + 60_000;
  const shrink = (): void => {
    for (const [name, entry] of entries) if (isOld(entry)) remove(name);
    if (total <= maxBytes) return;
    for (const [name] of [...entries].sort(([, a], [, b]) => a.usedAt - b.usedAt)) {
      if (total <= maxBytes) return;
      remove(name);
    }
  };
  shrink();

  return {
    async read(url) {
      const name = nameOf(url);
      const entry = entries.get(name);
      if (!entry) return null;
      if (isOld(entry)) {
        remove(name);
        return null;
      }
      entry.usedAt = now();
      // The times of the file are what the next start knows of it.
      await utimes(fileOf(name), entry.usedAt / 1000, entry.fetchedAt / 1000).catch(() => undefined);
      return readFile(fileOf(name)).catch(() => {
        remove(name);
        return null;
      });
    },
    async write(url, bytes) {
      if (bytes.length > maxBytes) return;
      const name = nameOf(url);
      const fresh = fileOf(`${name}.${process.pid}.new`);
      try {
        await writeFile(fresh, bytes, { mode: 0o600 });
        await rename(fresh, fileOf(name));
      } catch {
        // A full disk: it is shown all the same, only not kept.
        await rm(fresh, { force: true }).catch(() => undefined);
        return;
      }
      total += bytes.length - (entries.get(name)?.bytes ?? 0);
      entries.set(name, { bytes: bytes.length, fetchedAt: now(), usedAt: now() });
      await utimes(fileOf(name), now() / 1000, now() / 1000).catch(() => undefined);
      shrink();
    },
    clear() {
      for (const name of entries.keys()) remove(name);
    },
  };
};

const nameOf = (url: string): string => createHash('sha256').update(url).digest('hex');

/** Whatever else lies there (half-written files) is swept. */
const found = (folder: string): Map<string, Entry> => {
  const entries = new Map<string, Entry>();
  for (const name of readdirSync(folder)) {
    const file = path.join(folder, name);
    if (!/^[\da-f]{64}$/u.test(name)) {
      rmSync(file, { force: true, recursive: true });
      continue;
    }
    const { size, mtimeMs, atimeMs } = statSync(file);
    entries.set(name, { bytes: size, fetchedAt: mtimeMs, usedAt: Math.max(atimeMs, mtimeMs) });
  }
  return entries;
};

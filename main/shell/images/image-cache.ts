import path from 'node:path';
import { openImageCache, type ImageCache } from './cache.ts';

/** The desk's own: 200 MB at most, and nothing for longer than a day, the time in which a deletion at the source must show. */
export const imageCache = (folder: string): ImageCache =>
  openImageCache(path.join(folder, 'images'), {
    maxBytes: 200 * 1024 * 1024,
    keptMs: 24 * 3_600_000,
    now: Date.now,
  });

/** Where a write-ahead log and its frames keep what is not a page. */
const logHeader = 32;
const frameHeader = 24;
const firstHeader = 100;

/**
 * A database's pages with the bytes blanked that nothing refers to: SQLite lays a page anew when its neighbours fill up, and
 * what stood between the cells before is neither content nor, even with `secure_delete`, overwritten.
 */
export const withoutGaps = (file: Buffer): Buffer => {
  if (file.length < firstHeader) return file;
  const pages = Buffer.from(file);
  const size = sizeOf(pages.readUInt16BE(16));
  for (let at = 0; at + size <= pages.length; at += size)
    blank(pages.subarray(at, at + size), at === 0 ? firstHeader : 0);
  return pages;
};

/** The same for the pages in its log. */
export const withoutGapsInLog = (log: Buffer): Buffer => {
  if (log.length < logHeader) return log;
  const frames = Buffer.from(log);
  const step = frameHeader + sizeOf(frames.readUInt32BE(8));
  for (let at = logHeader; at + step <= frames.length; at += step) {
    const page = frames.subarray(at + frameHeader, at + step);
    blank(page, frames.readUInt32BE(at) === 1 ? firstHeader : 0);
  }
  return frames;
};

const sizeOf = (told: number): number => (told === 1 ? 65_536 : told);

/** Of a page of a tree what lies between the list of its cells and the first of them; any other page stays whole. */
const blank = (page: Buffer, header: number): void => {
  const kind = page[header];
  const isInner = kind === 2 || kind === 5;
  if (!isInner && kind !== 10 && kind !== 13) return;
  const from = header + (isInner ? 12 : 8) + 2 * page.readUInt16BE(header + 3);
  const to = page.readUInt16BE(header + 5) || 65_536;
  if (from < to && to <= page.length) page.fill(0, from, to);
};

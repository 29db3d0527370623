/** What a write-ahead log adds to its file: the newest whole version of each page, up to the last commit that is whole. */
export const readLog = (log: Buffer): { pageBytes: number; pages: Map<number, number> } | null => {
  if (log.length < headBytes) return null;
  const magic = log.readUInt32BE(0);
  if (magic !== littleEndian && magic !== littleEndian + 1) return null;
  const isBig = magic !== littleEndian;
  const pageBytes = log.readUInt32BE(8);
  if (pageBytes < 512 || pageBytes > 65_536) return null;
  const salt = log.subarray(16, 24);
  let sum = checksum(log, 0, 24, [0, 0], isBig);
  if (sum[0] !== log.readUInt32BE(24) || sum[1] !== log.readUInt32BE(28)) return null;
  const committed = new Map<number, number>();
  let open = new Map<number, number>();
  for (let at = headBytes; at + frameBytes + pageBytes <= log.length; at += frameBytes + pageBytes) {
    if (!log.subarray(at + 8, at + 16).equals(salt)) break;
    sum = checksum(log, at, 8, sum, isBig);
    sum = checksum(log, at + frameBytes, pageBytes, sum, isBig);
    if (sum[0] !== log.readUInt32BE(at + 16) || sum[1] !== log.readUInt32BE(at + 20)) break;
    open.set(log.readUInt32BE(at), at + frameBytes);
    if (log.readUInt32BE(at + 4) === 0) continue;
    for (const [page, place] of open) committed.set(page, place);
    open = new Map();
  }
  return { pageBytes, pages: committed };
};

const headBytes = 32;
const frameBytes = 24;
const littleEndian = 0x377f0682;

type Sum = readonly [number, number];

/** As SQLite sums: each pair of words, each with all before it. */
const checksum = (of: Buffer, from: number, bytes: number, [a, b]: Sum, isBig: boolean): Sum => {
  let first = a;
  let second = b;
  for (let at = from; at < from + bytes; at += 8) {
    first = (first + (isBig ? of.readUInt32BE(at) : of.readUInt32LE(at)) + second) >>> 0;
    second = (second + (isBig ? of.readUInt32BE(at + 4) : of.readUInt32LE(at + 4)) + first) >>> 0;
  }
  return [first, second];
};

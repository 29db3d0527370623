import type { Tx } from '../../db/db.ts';

/**
 * An index of FTS5 finds the page of a word by the first word of each page, kept in a table of its own. `secure-delete`
 * takes a word from its page and leaves it there as a sign-post: it is replaced by the first word that the page holds now,
 * which leads to the same page (FTS5's own integrity check asks for no more).
 */
const indexes = ['search_words', 'search_names'] as const;

export type Place = { index: number; segment: number; term: string };
export const firstPlace: Place = { index: 0, segment: -1, term: '' };

const perPart = 100;

/** The next sign-posts; null: all were looked at. */
export const separatorPart = (tx: Tx, { index, segment, term }: Place): Place | null => {
  const name = indexes[index];
  if (name === undefined) return null;
  const rows = tx.all<{ segid: number; term: Buffer; pgno: number; block: Buffer }>(
    `SELECT i.segid, CAST(i.term AS BLOB) AS term, i.pgno, d.block FROM ${name}_idx i ` +
      `JOIN ${name}_data d ON d.id = (i.segid << 37) + (i.pgno >> 1) ` +
      'WHERE (i.segid, i.term) > (?, ?) ORDER BY i.segid, i.term LIMIT ?',
    segment,
    Buffer.from(term, 'hex'),
    perPart,
  );
  const stale: { segid: number; pgno: number; first: Buffer | undefined }[] = [];
  for (const row of rows) {
    if (row.term.length === 0) continue;
    const first = firstTermOf(row.block);
    if (first && first.subarray(0, row.term.length).equals(row.term)) continue;
    stale.push({ segid: row.segid, pgno: row.pgno, first });
  }
  if (stale.length > 0) replace(tx, name, stale);
  const last = rows.at(-1);
  return last
    ? { index, segment: last.segid, term: last.term.toString('hex') }
    : { ...firstPlace, index: index + 1 };
};

/** Undefined: no word begins on this page. A page ends with the places of its words, the first of which is whole. */
export const firstTermOf = (block: Buffer): Buffer | undefined => {
  const end = block.readUInt16BE(2);
  if (end >= block.length) return undefined;
  const [at] = varint(block, end);
  const [length, from] = varint(block, at);
  return block.subarray(from, from + length);
};

const varint = (bytes: Buffer, at: number): [value: number, next: number] => {
  let value = 0;
  for (let next = at; ; next += 1) {
    const byte = bytes[next] ?? 0;
    value = value * 128 + (byte & 127);
    if (byte < 128) return [value, next + 1];
  }
};

/** SQLite keeps everybody off the tables below an index unless it is told otherwise. */
const replace = (
  tx: Tx,
  name: string,
  stale: readonly { segid: number; pgno: number; first: Buffer | undefined }[],
): void => {
  const { raw } = tx.db;
  raw.unsafeMode(true);
  try {
    const update = raw.prepare(`UPDATE ${name}_idx SET term = ? WHERE segid = ? AND pgno = ?`);
    const remove = raw.prepare(`DELETE FROM ${name}_idx WHERE segid = ? AND pgno = ?`);
    for (const { segid, pgno, first } of stale) {
      if (first) update.run(first, segid, pgno);
      else remove.run(segid, pgno);
    }
  } finally {
    raw.unsafeMode(false);
  }
};

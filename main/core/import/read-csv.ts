import { createHash } from 'node:crypto';
import { fileName, neededFields, type CsvMapping } from '../../../shared/import/mapping.ts';
import { createLinks, folded, type Links } from './csv-links.ts';
import { readRow, type CsvRow } from './csv-rows.ts';
import { addTalk, type Reading, type Who } from './reading.ts';
import { isIdOfX, timeOfId } from './snowflake.ts';
import { openSpool } from './spool.ts';
import { tableOf } from './table.ts';

export type Ours = { remoteId: string; handle: string };
/** The network's name of a handle that is known on this desk. */
export type Known = (handle: string) => string | undefined;

/**
 * Reads a table twice: once to know who answers whom, once (from a spool beside the spool of the reading) to say whose each row
 * is. Returns who writes in it most.
 */
export const readCsv = async (
  path: string,
  mapping: CsvMapping,
  ours: Ours,
  known: Known,
  reading: Reading,
  rest: string,
): Promise<{ name: string; count: number }[]> => {
  const rows = openSpool(rest);
  const links = createLinks(mapping.ours);
  try {
    const named = new Map<string, number>();
    let isHead = true;
    const isTable = neededFields.every((field) => mapping.columns[field] !== undefined);
    for await (const record of tableOf(path)) {
      if (isHead) {
        isHead = false;
        continue;
      }
      reading.stats.rows += 1;
      reading.step(reading.stats.rows);
      if (!isTable) continue;
      if (!('cells' in record)) {
        reading.refuse(record.line, record.reason);
        continue;
      }
      const row = readRow(record.cells, record.line, mapping);
      if (typeof row === 'string') {
        reading.refuse(record.line, row);
        continue;
      }
      if (row.id !== null) links.ids[isIdOfX(row.id, row.at) ? 'ofX' : 'ofFile'] += 1;
      if (row.brand !== null) named.set(row.brand, (named.get(row.brand) ?? 0) + 1);
      links.note(row);
      // In the order of the file, some thousands together: a place in it is a place among the links.
      rows.add(String(Math.floor(rows.lines / 5000)).padStart(9, '0'), 0, JSON.stringify(row));
    }
    if (isTable && mapping.ours !== '') {
      let place = 0;
      for (const { lines } of rows.groups()) {
        for (const line of lines)
          sort(JSON.parse(line) as CsvRow, place++, mapping, ours, known, links, reading);
      }
      tellOfIds(links, reading);
    }
    return speakersOf(links, named);
  } finally {
    rows.close();
  }
};

/** Whose a row is: into the talk with its customer, by itself, or left out. */
const sort = (
  row: CsvRow,
  place: number,
  mapping: CsvMapping,
  ours: Ours,
  known: Known,
  links: Links,
  reading: Reading,
): void => {
  const us = folded(mapping.ours);
  const isNetworks = links.ids.ofX > links.ids.ofFile;
  const nameHere = (name: string): string => {
    if (isNetworks && /^\d{1,19}$/u.test(name)) return name;
    return known(name) ?? fileName(folded(name));
  };
  const whoOf = (name: string, full: string | null): Who => ({
    remoteId: nameHere(name),
    handle: name,
    name: full ?? name,
  });
  const isOut = folded(row.author) === us;
  const isIn =
    !isOut && row.isIn !== false && (row.brand === null ? links.isOurs(place) : folded(row.brand) === us);
  if (!isOut && !isIn) {
    reading.stats.leftOut += 1;
    return;
  }
  const other = isOut ? otherOf(row, us, links) : row.author;
  const who = other === null ? null : whoOf(other, isOut ? null : row.name);
  const remoteId = row.id !== null && isNetworks && isIdOfX(row.id, row.at) ? row.id : idOf(row);
  addTalk(reading, who, {
    kind: row.kind,
    remoteId,
    author: isOut ? ours.remoteId : (who?.remoteId ?? ''),
    to: isOut ? (who?.remoteId ?? null) : ours.remoteId,
    replyTo: row.kind === 'dm' ? null : answered(row.replyTo, isNetworks, links),
    ...{ text: row.text, isCut: row.isCut, at: row.at, lang: row.lang, attachments: [] },
    isSummons: row.kind === 'dm' || (isIn && isNetworks && row.text.toLowerCase().includes(`@${us}`)),
  });
};

/** Whom the brand answers: the author of what it answers, whom it names, or (answering itself) whom that was for. */
const otherOf = (row: CsvRow, us: string, links: Links): string | null => {
  if (row.to !== null && folded(row.to) !== us) return row.to;
  let at = links.find(row.replyTo);
  for (let step = 0; at !== undefined && step < 50; step += 1) {
    const author = links.authorAt(at);
    if (folded(author) !== us) return author;
    at = links.find(links.replyAt(at));
  }
  return /^\s*@(\w{1,50})/u.exec(row.text)?.[1] ?? null;
};

/** Where the file's id is none of the network's: its time and id, or what it says, and the same for every reading. */
const idOf = ({ id, author, at, text }: CsvRow): string => {
  const own =
    id ??
    createHash('sha256')
      .update(`${folded(author)}\n${text}`)
      .digest('hex')
      .slice(0, 24);
  return fileName(`${at}:${own}`);
};

/** What it answers, as that is named here; of a post that is not in the file only the network's own name helps. */
const answered = (replyTo: string | null, isNetworks: boolean, links: Links): string | null => {
  if (replyTo === null) return null;
  const place = links.find(replyTo);
  if (isNetworks) {
    const isTheirs = place === undefined ? timeOfId(replyTo) !== null : isIdOfX(replyTo, links.timeAt(place));
    if (isTheirs) return replyTo;
  }
  return place === undefined ? null : fileName(`${links.timeAt(place)}:${replyTo}`);
};

const tellOfIds = ({ ids }: Links, { stats }: Reading): void => {
  if (ids.ofFile > 0 && ids.ofX <= ids.ofFile) {
    stats.problems.push(
      'Ids in this file are not the network’s own, or its times are wrong by more than a day. They are kept as names of this file: nothing of it can be answered in public or looked up at the network.',
    );
  }
};

const speakersOf = (
  { speakers }: Links,
  named: ReadonlyMap<string, number>,
): { name: string; count: number }[] => {
  const all = named.size > 0 ? new Map([...speakers].filter(([name]) => named.has(name))) : speakers;
  return [...(all.size > 0 ? all : speakers)]
    .map(([name, count]) => ({ name, count }))
    .toSorted((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1))
    .slice(0, 50);
};

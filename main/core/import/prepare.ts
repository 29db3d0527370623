import { createHash } from 'node:crypto';
import { closeSync, createReadStream, mkdirSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import path from 'node:path';
import type { ImportPreview } from '../../../shared/api/import.ts';
import { AppError } from '../../../shared/errors.ts';
import type { CsvMapping, ImportKind } from '../../../shared/import/mapping.ts';
import type { Db } from '../../db/db.ts';
import type { LongWork } from '../jobs/long.ts';
import { folded } from './csv-links.ts';
import { guessMapping } from './guess.ts';
import { createPreview } from './preview.ts';
import { readArchive } from './read-archive.ts';
import { readCsv, type Ours } from './read-csv.ts';
import { emptyStats, refusedCap, type Reading, type Stats } from './reading.ts';
import { openSpool } from './spool.ts';
import { topOf } from './table.ts';
import { type TalkMessage, type TalkUnit, type Unit } from './units.ts';
import { readXArchive } from './x-archive/read.ts';

export type Candidate = Ours & { id: string; provider: string };

export type PrepareInput = {
  path: string;
  /** In which files of this name may be made; they are gone again when this ends, but for the units. */
  folder: string;
  name: string;
  /** False: only a look is wanted, and no units are left in `<name>.units`. */
  keepsUnits: boolean;
  /** Whose conversations these may be: the one that was chosen, or all of the desk. */
  accounts: readonly Candidate[];
  mapping: CsvMapping | null;
  zone: string;
  now: number;
  /** The most messages of one unit. */
  perUnit: number;
};

export type Prepared = {
  kind: ImportKind;
  bytes: number;
  /** Of the file itself. */
  hash: string;
  /** Of what it became: the same file read by another program may become something else. */
  unitsHash: string;
  mapping: CsvMapping | null;
  accountId: string | null;
  messages: number;
  leftOut: number;
  refused: number;
  preview: ImportPreview;
};

/** Makes of a file what is to be written of it, in the order in which it is to be written. It writes nothing to the desk. */
export const prepareImport: LongWork<PrepareInput, Prepared> = async (db, input, { report, goesOn }) => {
  const { size: bytes } = await sizeOf(input.path);
  const kind = await kindOf(input.path);
  mkdirSync(input.folder, { recursive: true });
  const scratch = path.join(input.folder, input.name);
  const spool = openSpool(`${scratch}.spool`);
  const stats = emptyStats();
  const reading: Reading = {
    spool,
    stats,
    step(rows) {
      if (rows % 500 !== 0) return;
      report(rows, null);
      if (!goesOn()) throw new AppError('not-found', 'It was stopped while the file was read.');
    },
    refuse: (row, reason) => refuse(stats, row, reason),
  };
  try {
    const read = await readAs(kind, db, input, reading, `${scratch}.rows`);
    const hash = await hashOf(input.path);
    const preview = createPreview(db, { kind, now: input.now, account: read.account });
    const out = createOutput(input.keepsUnits ? `${scratch}.units` : null);
    for (const unit of inOrder(reading, read)) {
      out.write(unit);
      preview.see(unit);
    }
    return {
      ...{ kind, bytes, hash, unitsHash: out.end(), mapping: read.mapping },
      accountId: read.account?.id ?? null,
      ...{ messages: preview.messages, leftOut: stats.leftOut, refused: stats.refusedCount },
      preview: preview.end(stats, read),
    };
  } finally {
    spool.close();
  }
};

export type Read = {
  mapping: CsvMapping | null;
  authors: { name: string; count: number }[];
  columns: ImportPreview['columns'];
  head: readonly Unit[];
  /** The lines of one group of the spool as what is to be written. */
  assemble: (lines: readonly string[]) => Iterable<Unit>;
  /** Whose messages these are; null: the file has several, or says so itself. */
  account: Candidate | null;
};

const readAs = async (
  kind: ImportKind,
  db: Db,
  input: PrepareInput,
  reading: Reading,
  rest: string,
): Promise<Read> => {
  const none = {
    mapping: null,
    authors: [],
    columns: [],
    head: [],
    assemble: (lines: readonly string[]) => talksOf(lines, input.perUnit),
    account: null,
  };
  if (kind === 'earshot-archive')
    return { ...none, ...(await readArchive(input.path, reading, input.perUnit)) };
  const [first] = input.accounts;
  if (!first) {
    throw new AppError(
      'not-allowed',
      'Connect the account first whose conversations these are. Nothing was imported.',
    );
  }
  if (kind === 'x-archive') {
    return { ...none, account: await readXArchive(input.path, input.accounts, reading) };
  }
  const handles = input.accounts.map(({ handle }) => handle);
  const mapping = input.mapping ?? (await guessMapping(input.path, handles, input.zone));
  const account = input.accounts.find(({ handle }) => folded(handle) === folded(mapping.ours)) ?? first;
  if (mapping.ours !== '' && folded(mapping.ours) !== folded(account.handle)) {
    reading.stats.problems.push(
      `In this file we are called ${mapping.ours}. Here its messages will stand as those of @${account.handle}.`,
    );
  }
  const { header, rows } = await topOf(input.path, 3);
  const authors = await readCsv(input.path, mapping, account, handlesOf(db, account.provider), reading, rest);
  const columns = header.map((name, at) => ({
    name: name.slice(0, 80) || `Column ${at + 1}`,
    samples: rows.map((row) => (row[at] ?? '').slice(0, 60)),
  }));
  return { ...none, mapping, authors, columns, account };
};

/** The network's own names of the handles that are known here; of a handle that two had, the later. */
const handlesOf = (db: Db, provider: string): ((handle: string) => string | undefined) => {
  const names = new Map(
    db
      .all<{ handle: string; remote_id: string }>(
        "SELECT handle, remote_id FROM identities WHERE provider = ? AND remote_id NOT LIKE 'file:%' AND handle <> remote_id",
        provider,
      )
      .map(({ handle, remote_id }) => [handle.toLowerCase(), remote_id]),
  );
  return (handle) => names.get(handle.toLowerCase());
};

function* inOrder({ spool, stats }: Reading, { head, assemble }: Read): Generator<Unit> {
  yield* head;
  for (let at = 0; at < stats.refused.length; at += 500) {
    yield { u: 'refused', rows: stats.refused.slice(at, at + 500) };
  }
  for (const { lines } of spool.groups()) yield* assemble(lines);
}

/** One customer's messages, oldest first, a bounded part at a time. */
function* talksOf(lines: readonly string[], perUnit: number): Generator<TalkUnit> {
  const all = lines.map((line) => JSON.parse(line) as [TalkUnit['who'], TalkMessage]);
  const sorted = all.toSorted(([, a], [, b]) => a.at - b.at || (a.remoteId < b.remoteId ? -1 : 1));
  // Of a name and a number for the same person the name says more.
  const who = sorted.reduce(
    (best, [one]) => (best === null || (one && best.name === best.handle) ? one : best),
    sorted[0]?.[0] ?? null,
  );
  for (let at = 0; at < sorted.length; at += perUnit) {
    yield { u: 'talk', who, messages: sorted.slice(at, at + perUnit).map(([, message]) => message) };
  }
}

const refuse = (stats: Stats, row: number, reason: string): void => {
  stats.refusedCount += 1;
  if (stats.refused.length < refusedCap) stats.refused.push([row, reason]);
  const known = stats.reasons.get(reason);
  if (known) known.count += 1;
  else stats.reasons.set(reason, { count: 1, firstRow: row });
};

const createOutput = (file: string | null) => {
  const hash = createHash('sha256');
  if (file !== null) rmSync(file, { force: true });
  const handle = file === null ? null : openSync(file, 'w', 0o600);
  let buffer: string[] = [];
  const flush = (): void => {
    const bytes = Buffer.from(buffer.join(''));
    buffer = [];
    hash.update(bytes);
    if (handle !== null) writeFileSync(handle, bytes);
  };
  return {
    write(unit: Unit) {
      buffer.push(`${JSON.stringify(unit)}\n`);
      if (buffer.length >= 200) flush();
    },
    end(): string {
      flush();
      if (handle !== null) closeSync(handle);
      return hash.digest('hex');
    },
  };
};

const sizeOf = async (file: string): Promise<{ size: number }> => {
  const handle = await opened(file);
  try {
    return await handle.stat();
  } finally {
    await handle.close();
  }
};

const opened = async (file: string) => {
  try {
    return await open(file, 'r');
  } catch {
    throw new AppError(
      'not-found',
      'The file can’t be opened: it was moved, or may not be read. Nothing was imported.',
    );
  }
};

const kindOf = async (file: string): Promise<ImportKind> => {
  const handle = await opened(file);
  try {
    const head = Buffer.alloc(4096);
    const { bytesRead } = await handle.read(head, 0, head.length, 0);
    if (bytesRead === 0) throw new AppError('bad-input', 'This file is empty.');
    if (head.readUInt32LE(0) === 0x04034b50) return 'x-archive';
    return /^\s*\{[^\n]*"earshot-archive"/u.test(head.toString('utf8', 0, bytesRead))
      ? 'earshot-archive'
      : 'csv';
  } finally {
    await handle.close();
  }
};

const hashOf = async (file: string): Promise<string> => {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest('hex');
};

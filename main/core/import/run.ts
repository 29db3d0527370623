import { rmSync } from 'node:fs';
import path from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { AppError } from '../../../shared/errors.ts';
import type { CsvMapping } from '../../../shared/import/mapping.ts';
import type { Tx } from '../../db/db.ts';
import type { TableName } from '../../db/tables.ts';
import { allAccounts, getAccount, type AccountRow } from '../accounts/rows.ts';
import { newId, operate, type Desk } from '../desk.ts';
import { failpoint } from '../failpoint.ts';
import type { Outcome, Progress } from '../jobs/jobs.ts';
import type { LongWorks } from '../jobs/long.ts';
import type { Prepared } from './prepare.ts';
import { addRefusals, getImport, putImport, type ImportRow } from './rows.ts';
import { headOf, slicesOf } from './slice.ts';
import type { TalkUnit, Unit } from './units.ts';
import { writeHead } from './write-head.ts';
import { writeTalks, type Written } from './write-talks.ts';
import { writeThread } from './write-threads.ts';

/** So many messages and their commit cost less than a frame: keys and other requests are served between two of them. */
export const sizes = { perUnit: 40, perSlice: 40 };

/** Beside the database, and emptied at every end and every start: what is written of a file before it is on the desk. */
export const folderOf = ({ db }: Pick<Desk, 'db'>): string => `${db.file.replace(/\.db$/u, '')}.imports`;

export const sweepImports = (desk: Pick<Desk, 'db'>): void => {
  if (desk.db.file !== ':memory:') rmSync(folderOf(desk), { recursive: true, force: true });
};

/**
 * Brings one import to its end, or to where it is stopped: the file is read anew in a thread, then written in slices, each with
 * the place it ends at in one transaction. A kill at any moment leaves a place from which it goes on.
 */
export const runImport = async (
  desk: Desk,
  long: LongWorks,
  id: string,
  progress: Progress,
  size = sizes,
): Promise<Outcome> => {
  const units = path.join(folderOf(desk), `${id}.units`);
  try {
    const begun = getImport(desk.db, id);
    const prepared = await long.run(
      'prepareImport',
      { ...inputOf(desk, begun), perUnit: size.perUnit },
      {
        signal: progress.signal,
      },
    );
    if (progress.signal.aborted) return stopped(desk, id);
    take(desk, id, prepared);
    await write(desk, id, units, progress, size.perSlice);
    if (progress.signal.aborted) return stopped(desk, id);
    const done = finish(desk, id, 'done', null);
    return { state: 'done', outcome: wordsOf(done) };
  } catch (error) {
    if (progress.signal.aborted) return stopped(desk, id);
    const why = inWords(error);
    if (desk.db.raw.open) note(desk, id, why);
    throw why;
  } finally {
    rmSync(units, { force: true });
  }
};

const inWords = (error: unknown): unknown => {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code !== 'SQLITE_FULL' && code !== 'ENOSPC') return error;
  return new AppError(
    'disk',
    'The disk is full. What was imported stays. Free some space and let the import go on from there.',
  );
};

/** On a full disk not even this can be written: the next start, or whoever lets it go on, finds it as it was. */
const note = (desk: Desk, id: string, error: unknown): void => {
  const words = error instanceof AppError ? error.message : 'It ended with an error; the log has it.';
  try {
    finish(desk, id, 'failed', words);
  } catch (other) {
    desk.onTrouble(other);
  }
};

export const inputOf = (
  desk: Desk,
  row: Pick<ImportRow, 'id' | 'path' | 'account_id' | 'mapping'>,
  keepsUnits = true,
) => {
  return {
    ...{
      path: row.path,
      folder: folderOf(desk),
      name: row.id,
      keepsUnits,
      now: desk.now(),
      perUnit: sizes.perUnit,
    },
    accounts: (row.account_id === null ? allAccounts(desk.db) : [getAccount(desk.db, row.account_id)])
      .filter(({ erase_at }) => erase_at === null)
      .map(({ id, provider, remote_id, handle }) => ({ id, provider, remoteId: remote_id, handle })),
    mapping: row.mapping === null ? null : (JSON.parse(row.mapping) as CsvMapping),
    zone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
  };
};

/** What was read, against what was read when it began. */
const take = (
  desk: Desk,
  id: string,
  { kind, hash, unitsHash, accountId, messages, leftOut }: Prepared,
): void => {
  const row = getImport(desk.db, id);
  if (row.hash !== '' && row.hash !== hash) {
    throw new AppError(
      'moved-on',
      'The file has changed since this import began. Import it anew: what is here already stays as it is.',
    );
  }
  // Read by another program it may have become something else: then all of it is met again, which changes nothing.
  const isSame = row.units_hash === unitsHash;
  operate(desk, { op: 'import.read', by: row.agent_id, input: { importId: id } }, (tx) => {
    const anew = isSame ? {} : { position: 0, added: 0, known: 0, threads: 0, refused: 0, left_out: leftOut };
    putImport(
      tx,
      {
        ...row,
        kind,
        account_id: row.account_id ?? accountId,
        hash,
        units_hash: unitsHash,
        total: messages,
        ...anew,
      },
      row,
    );
    return { value: null };
  });
};

const write = async (
  desk: Desk,
  id: string,
  file: string,
  { report, signal }: Progress,
  perSlice: number,
): Promise<void> => {
  let row = getImport(desk.db, id);
  const head = await headOf(file);
  let tags: ReadonlyMap<string, string> = new Map();
  if (head?.u === 'head') {
    operate(desk, { op: 'import.head', by: row.agent_id, input: { importId: id } }, (tx, at) => {
      tags = writeHead(tx, head, at);
      return { value: null };
    });
  }
  const quiet = quietly(desk);
  for await (const { units, to } of slicesOf(file, row.position, perSlice)) {
    if (signal.aborted) return;
    row = writeSlice(quiet, row, units, to, tags);
    failpoint('import.slice');
    report(row.added + row.known, row.total);
    await turn();
  }
};

/** One slice and the place behind it. Exported for the bench. */
export const writeSlice = (
  desk: Desk,
  row: ImportRow,
  units: readonly Unit[],
  to: number,
  tags: ReadonlyMap<string, string>,
): ImportRow =>
  operate(desk, { op: 'import.slice', by: row.agent_id, input: { importId: row.id } }, (tx, at) => {
    const sums = { ...row, position: to };
    const count = ({ added, known, threads, forgotten }: Written): void => {
      sums.added += added;
      sums.known += known;
      sums.threads += threads;
      sums.left_out += forgotten;
    };
    const talks: TalkUnit[] = [];
    for (const unit of units) {
      if (unit.u === 'talk') talks.push(unit);
      else if (unit.u === 'thread') count(writeThread(tx, { importId: row.id, at, tags }, unit));
      else if (unit.u === 'refused') sums.refused += addRefusals(tx, row.id, unit.rows);
    }
    if (talks.length > 0) {
      const account = accountFor(tx, row);
      count(writeTalks(tx, { account, importId: row.id, at, makeId: () => newId(desk) }, talks));
    }
    putImport(tx, sums, row);
    return { value: { ...sums, revision: row.revision + 1 } };
  }).value;

const accountFor = (tx: Tx, { account_id }: ImportRow): AccountRow => {
  const account = getAccount(tx, account_id ?? '');
  if (account.erase_at === null) return account;
  throw new AppError(
    'taken',
    `Everything of @${account.handle} is being deleted. Nothing more was imported.`,
  );
};

/** Windows are told of what is open, and of what they may show already: not of a million threads nobody looks at. */
const quietly = (desk: Desk): Desk => ({
  ...desk,
  onCommit: (touched) => {
    const told = new Map<TableName, ReadonlySet<string>>();
    for (const [table, ids] of touched)
      if (table !== 'messages' && table !== 'threads' && table !== 'imports') told.set(table, ids);
    const threads = new Set([...(touched.get('threads') ?? [])].filter((id) => isShown(desk, id)));
    if (threads.size > 0) told.set('threads', threads);
    const messages = new Set(
      [...(touched.get('messages') ?? [])].filter((id) => threads.size > 0 && isOn(desk, id, threads)),
    );
    if (messages.size > 0) told.set('messages', messages);
    desk.onCommit(told);
  },
});

const isShown = ({ db }: Desk, id: string): boolean =>
  db.find('SELECT 1 FROM threads WHERE id = ? AND is_open = 0 AND revision = 1', id) === undefined;
const isOn = ({ db }: Desk, id: string, threads: ReadonlySet<string>): boolean =>
  threads.has(db.find<{ id: string }>('SELECT thread_id AS id FROM messages WHERE id = ?', id)?.id ?? '');

const stopped = (desk: Desk, id: string): Outcome => {
  const row = finish(desk, id, 'stopped', null);
  return { state: 'stopped', outcome: `${wordsOf(row)} It can go on from there.` };
};

const finish = (desk: Desk, id: string, state: ImportRow['state'], reason: string | null): ImportRow => {
  const row = getImport(desk.db, id);
  const { name: _name, path: _path, mapping: _mapping, reason: _reason, ...counts } = row;
  const { added, known, threads, refused, left_out } = counts;
  const input = { importId: id, added, known, threads, refused, leftOut: left_out };
  return operate(desk, { op: `import.${state}`, by: row.agent_id, input }, (tx, at) => {
    const next = { ...row, state, reason, ended_at: at };
    putImport(tx, next, row);
    return { value: next };
  }).value;
};

const wordsOf = ({ added, known, threads, refused, left_out }: ImportRow): string => {
  const n = (count: number): string => count.toLocaleString('en');
  const parts = [
    `${n(added)} ${added === 1 ? 'message' : 'messages'} imported in ${n(threads)} new ${threads === 1 ? 'thread' : 'threads'}`,
  ];
  if (known > 0) parts.push(`${n(known)} were here already`);
  if (left_out > 0) parts.push(`${n(left_out)} left out`);
  if (refused > 0) parts.push(`${n(refused)} ${refused === 1 ? 'row' : 'rows'} refused`);
  return `${parts.join(', ')}.`;
};

import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import {
  archiveRecord,
  archiveVersion,
  end,
  header,
  type ArchiveRecord,
  type RecordOf,
} from '../../../shared/archive/record.ts';
import { AppError } from '../../../shared/errors.ts';
import { noteTime, type Reading } from './reading.ts';
import { type HeadUnit, type ThreadUnit, type Unit } from './units.ts';

/** Larger than any record of ours. */
const longestLine = 4_000_000;
/** The group of what belongs to no thread; thread ids are UUIDs. */
const loose = '';

/** Reads an archive of our own. What a record refers to stands above it, so one reading is enough. */
export const readArchive = async (
  file: string,
  reading: Reading,
  perUnit: number,
): Promise<{ head: Unit[]; assemble: (lines: readonly string[]) => Iterable<Unit> }> => {
  const { stats } = reading;
  const head: HeadUnit = { u: 'head', accounts: [], agents: [], tags: [] };
  const people: People = {
    customers: new Map(),
    identities: new Map(),
    accounts: new Set(),
    seen: new Set(),
  };
  const counts = new Map<string, number>();
  let isEnded = false;
  let row = 0;
  const lines = createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Infinity });
  for await (const line of lines) {
    row += 1;
    if (line.trim() === '') continue;
    reading.step(row);
    const value = line.length > longestLine ? undefined : parsed(line);
    if (row === 1) {
      assertOurs(value);
      continue;
    }
    if (isRecord(value) && value['record'] === 'end') {
      isEnded = end.safeParse(value).success;
      tellOfCounts(value, counts, reading);
      continue;
    }
    stats.rows += 1;
    const read = archiveRecord.safeParse(value);
    if (!read.success) {
      reading.refuse(row, isRecord(value) ? 'This record can’t be read.' : 'It is no JSON.');
      continue;
    }
    counts.set(read.data.record, (counts.get(read.data.record) ?? 0) + 1);
    sort(read.data, row);
  }
  if (!isEnded)
    stats.problems.push('The end of this file is missing: it was cut. What is there can be imported.');
  return { head: [head], assemble: (some) => assemble(some, people, reading, perUnit) };

  function sort(record: ArchiveRecord, at: number): void {
    switch (record.record) {
      case 'account':
        people.accounts.add(record.id);
        return void head.accounts.push(record);
      case 'agent':
        return void head.agents.push(record);
      case 'tag':
        return void head.tags.push(record);
      case 'customer':
        return void people.customers.set(record.id, record);
      case 'identity':
        return void people.identities.set(record.id, record);
      case 'thread':
        return keep(record.id, record.firstAt - 0.5, at, record);
      case 'message':
        noteTime(stats, record.createdAt);
        return keep(record.threadId ?? loose, record.createdAt, at, record);
      case 'note':
        return keep(record.threadId ?? loose, Number.MAX_SAFE_INTEGER, at, record);
      case 'question':
      case 'escalation':
        return keep(record.threadId, Number.MAX_SAFE_INTEGER, at, record);
    }
  }
  function keep(group: string, time: number, at: number, record: ArchiveRecord): void {
    reading.spool.add(group, time, JSON.stringify([at, record]));
  }
};

type People = {
  customers: Map<string, RecordOf<'customer'>>;
  identities: Map<string, RecordOf<'identity'>>;
  accounts: Set<string>;
  /** Messages that came already: one that stands twice in a file is one. */
  seen: Set<string>;
};

function* assemble(
  lines: readonly string[],
  people: People,
  reading: Reading,
  perUnit: number,
): Generator<Unit> {
  const records = lines.map((line) => JSON.parse(line) as [number, ArchiveRecord]);
  const thread = records.flatMap(([, one]) => (one.record === 'thread' ? [one] : []))[0] ?? null;
  const refused: [number, string][] = [];
  const refuse = (row: number, reason: string): void => {
    reading.refuse(row, reason);
    refused.push([row, reason]);
  };
  const isKnown = ({ identityId, accountId }: RecordOf<'thread'>): boolean =>
    people.identities.has(identityId) && people.accounts.has(accountId);
  const messages: RecordOf<'message'>[] = [];
  const notes: RecordOf<'note'>[] = [];
  const questions: RecordOf<'question'>[] = [];
  const promises: RecordOf<'escalation'>[] = [];
  for (const [row, one] of records) {
    if (one.record === 'thread') {
      if (!isKnown(one)) refuse(row, 'Its customer or its account is not in the file.');
    } else if (one.record === 'message') {
      if (!people.accounts.has(one.accountId)) refuse(row, 'Its account is not in the file.');
      else if (one.threadId !== null && !thread) refuse(row, 'Its thread is not in the file.');
      else if (!people.identities.has(one.authorId)) refuse(row, 'Its author is not in the file.');
      else if (one.otherId !== null && !people.identities.has(one.otherId))
        refuse(row, 'Its customer is not in the file.');
      else if (!people.seen.has(one.id)) {
        people.seen.add(one.id);
        messages.push(one);
      }
    } else if (one.record === 'note') {
      if (one.threadId !== null && !thread) refuse(row, 'Its thread is not in the file.');
      else notes.push(one);
    } else if (one.record === 'question' || one.record === 'escalation') {
      if (!thread) refuse(row, 'Its thread is not in the file.');
      else if (one.record === 'question') questions.push(one);
      else promises.push(one);
    }
  }
  if (refused.length > 0) yield { u: 'refused', rows: refused };
  if (thread && !isKnown(thread)) return;
  messages.sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1));
  notes.sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1));
  const most = Math.max(messages.length, notes.length);
  for (let at = 0; at === 0 || at < most; at += perUnit) {
    const some = messages.slice(at, at + perUnit);
    const said = notes.slice(at, at + perUnit);
    // There are few of these, and they hang on a thread that is there by then.
    const last = at + perUnit >= most ? { questions, promises } : { questions: [], promises: [] };
    yield {
      u: 'thread',
      thread,
      messages: some,
      notes: said,
      ...last,
      ...peopleOf(thread, some, said, people),
    };
  }
}

/** Whoever is named in these, so that each unit stands by itself. */
const peopleOf = (
  thread: RecordOf<'thread'> | null,
  messages: readonly RecordOf<'message'>[],
  notes: readonly RecordOf<'note'>[],
  people: People,
): Pick<ThreadUnit, 'customers' | 'identities'> => {
  const ids = new Set([
    thread?.identityId,
    ...messages.flatMap(({ authorId, otherId }) => [authorId, otherId]),
  ]);
  const identities = [...ids].flatMap((id) => people.identities.get(id ?? '') ?? []);
  const customers = new Set([...identities, ...notes].map(({ customerId }) => customerId));
  return { identities, customers: [...customers].flatMap((id) => people.customers.get(id) ?? []) };
};

const assertOurs = (value: unknown): void => {
  const read = header.safeParse(value);
  if (!read.success) throw new AppError('bad-input', 'This is no archive of Earshot. Nothing was imported.');
  if (read.data.version > archiveVersion) {
    throw new AppError(
      'not-allowed',
      'This archive was written by a newer Earshot. Update Earshot on this machine; nothing was imported.',
    );
  }
};

const tellOfCounts = (value: unknown, counts: ReadonlyMap<string, number>, { stats }: Reading): void => {
  const read = end.safeParse(value);
  if (!read.success) return;
  const differs = Object.entries(read.data.counts).some(([name, count]) => (counts.get(name) ?? 0) !== count);
  if (differs)
    stats.problems.push('This file does not hold what its end says: it was changed after it was written.');
};

const parsed = (line: string): unknown => {
  try {
    return JSON.parse(line) as unknown;
  } catch {
    return undefined;
  }
};

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

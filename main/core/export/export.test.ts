import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { unguarded } from '../../../shared/archive/csv.ts';
import type { ThreadId } from '../../../shared/ids.ts';
import { findBreak } from '../../db/changes.ts';
import { newcomer, putAgent } from '../agents.ts';
import { operate } from '../desk.ts';
import { addNote } from '../notes/notes.ts';
import { indexing } from '../search/indexing.ts';
import {
  arrive,
  direct,
  makeDesk,
  onlyThread,
  ownReply,
  person,
  post,
  type TestDesk,
} from '../testing/desk.ts';
import { finish } from '../testing/queues.ts';
import { csvColumns } from './csv-rows.ts';
import { remember, sweepExports } from './leftovers.ts';
import { exportsHolding } from './made.ts';
import { exported, readArchive, usual } from './testing/exported.ts';

let folder: string;
let desk: TestDesk;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'earshot-export-'));
  desk = makeDesk(path.join(folder, 'desk.db'));
});
afterEach(() => {
  desk.db.close();
  rmSync(folder, { recursive: true, force: true });
});

const at = (name: string): string => path.join(folder, name);
const logged = () =>
  desk.db
    .all<{ input: string; agent: string; thread_id: string | null }>(
      "SELECT input, agent, thread_id FROM changes WHERE op = 'archive.export' ORDER BY seq",
    )
    .map(({ input, ...rest }) => ({ ...rest, ...(JSON.parse(input) as object) }));
const threadOf = (remoteId: string): ThreadId => {
  const found = desk.db.find<{ id: ThreadId }>(
    'SELECT id FROM threads WHERE identity_id = ?',
    `x:user:${remoteId}`,
  );
  if (!found) throw new Error(`nobody wrote as ${remoteId}`);
  return found.id;
};
const rowsOf = (file: string): Record<string, string>[] =>
  parse(readFileSync(file), { columns: true, bom: true, record_delimiter: '\r\n' });

it('tells a thread whole: each thing once, below what it refers to, and counted', async () => {
  arrive(desk, [
    post('10', { inReplyToRemoteId: '5' }),
    ownReply('11', '7', { createdAt: desk.now() }),
    direct('12'),
  ]);
  const threadId = onlyThread(desk);
  addNote(desk, { threadId, text: 'mast TX114', about: 'thread', mentions: [] });
  const { job } = await exported(desk, { ...usual, scope: { what: 'thread', threadId } }, at('a.jsonl'));
  expect(job).toMatchObject({ state: 'done', outcome: '3 messages in 1 thread, in a.jsonl.' });
  const { head, records, end, raw } = readArchive(at('a.jsonl'));
  expect(head).toMatchObject({ of: 'thread', exportedBy: 'Ada Brook', hasNotes: true });
  // What is written is what is read: nothing needed a default.
  expect(records).toEqual(raw.slice(1, -1));
  const counts: Record<string, number> = {};
  for (const { record } of records) counts[record] = (counts[record] ?? 0) + 1;
  expect(end.counts).toEqual(counts);
  expect(counts).toMatchObject({ account: 1, thread: 1, message: 3, note: 1 });
  const keys = records.map((record) => `${record.record} ${record.id}`);
  expect(new Set(keys).size).toBe(keys.length);
  const placeOf = (key: string): number => keys.indexOf(key);
  for (const [place, record] of records.entries()) {
    if (record.record !== 'message') continue;
    expect(placeOf(`thread ${record.threadId}`)).toBeLessThan(place);
    expect(placeOf(`identity ${record.authorId}`)).toBeLessThan(place);
    expect(placeOf(`identity ${record.authorId}`)).toBeGreaterThan(-1);
  }
});

it('leaves a row in the log, without a word of what was said or looked for', async () => {
  arrive(desk, [post('10', { text: 'my canary refund' })]);
  finish(desk, indexing);
  const threadId = onlyThread(desk);
  await exported(desk, { ...usual, scope: { what: 'thread', threadId } }, at('a.jsonl'));
  await exported(desk, { ...usual, format: 'csv', scope: { what: 'search', text: 'canary' } }, at('b.csv'));
  await exported(desk, { ...usual, format: 'print', scope: { what: 'thread', threadId } }, null);
  expect(logged()).toMatchObject([
    { agent: 'ab', thread_id: threadId, what: 'thread', format: 'jsonl', messages: 1, file: 'a.jsonl' },
    { what: 'search', format: 'csv', threads: 1, threadIds: [threadId], file: 'b.csv', thread_id: null },
    { what: 'thread', format: 'print', file: null },
  ]);
  expect(JSON.stringify(desk.db.all('SELECT input, rows FROM changes'))).not.toContain('canary');
  expect(findBreak(desk.db)).toBeNull();
});

it('takes out every thread of a customer, and every one that a search finds a word in, whole', async () => {
  arrive(desk, [
    post('10', { text: 'refund please' }),
    post('11', { text: 'hello' }),
    post('12', { text: 'where is my refund', authorRemoteId: '8' }),
    post('13', { text: 'nothing of that', authorRemoteId: '9' }),
  ]);
  finish(desk, indexing);
  await exported(desk, { ...usual, format: 'csv', scope: { what: 'search', text: 'refund' } }, at('s.csv'));
  expect(rowsOf(at('s.csv')).map(({ author, text }) => [author, text])).toEqual([
    ['user8', 'where is my refund'],
    ['user7', 'refund please'],
    ['user7', 'hello'],
  ]);
  const customer = desk.db.find<{ id: string }>(
    "SELECT customer_id AS id FROM identities WHERE id = 'x:user:8'",
  );
  const scope = { what: 'customer', customerId: customer?.id as never } as const;
  await exported(desk, { ...usual, scope }, at('c.jsonl'));
  expect(readArchive(at('c.jsonl')).end.counts).toMatchObject({ thread: 1, message: 1, customer: 1 });
});

it('is a table that a real reader reads back, and no spreadsheet runs', async () => {
  const texts = fc.array(
    fc
      .tuple(
        fc.constantFrom('', '=1+1', '+44 20', '-', '@SUM(A1)', '\t', '\r\n', "'=", '＝1', 'a,"b"'),
        fc.string({ unit: 'grapheme', maxLength: 30 }),
      )
      .map((parts) => parts.join('').toWellFormed().replaceAll('\0', '') || 'x'),
    { minLength: 1, maxLength: 12 },
  );
  await fc.assert(
    fc.asyncProperty(texts, fc.boolean(), async (said, hasBom) => {
      const file = at('p.csv');
      made += 100;
      const authorRemoteId = `${made}`;
      arrive(
        desk,
        said.map((text, n) => post(`${made + n}`, { text, authorRemoteId })),
      );
      const threadId = threadOf(authorRemoteId);
      const asked = { ...usual, format: 'csv', hasBom, scope: { what: 'thread', threadId } } as const;
      await exported(desk, asked, file);
      const bytes = readFileSync(file);
      expect(bytes.subarray(0, 3).equals(Buffer.from('\uFEFF'))).toBe(hasBom);
      const rows = rowsOf(file);
      const stored = desk.db.all<{ text: string }>(
        'SELECT text FROM messages WHERE thread_id = ? ORDER BY created_at, id',
        threadId,
      );
      expect(rows.map(({ text }) => unguarded(text ?? ''))).toEqual(stored.map(({ text }) => text));
      expect(Object.keys(rows[0] ?? {})).toEqual([...csvColumns]);
      for (const cell of rows.flatMap((row) => Object.values(row))) {
        expect(cell).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/u);
      }
    }),
    { numRuns: 30 },
  );
});
let made = 0;

it('leaves nothing when it is stopped, and no row in the log', async () => {
  arrive(
    desk,
    Array.from({ length: 300 }, (_, n) => post(`${n + 10}`)),
  );
  const asked = { ...usual, scope: { what: 'thread', threadId: onlyThread(desk) } } as const;
  const { job } = await exported(desk, asked, at('a.jsonl'), { begun: (stop) => stop() });
  expect(job).toMatchObject({ state: 'stopped', outcome: 'Stopped. Nothing was left behind.', file: null });
  expect(readdirSync(folder).filter((name) => !name.startsWith('desk.db'))).toEqual([]);
  expect(existsSync(at('desk.db.exports.json'))).toBe(false);
  expect(logged()).toEqual([]);
});

it('keeps the file that had the name until the new one is whole', async () => {
  arrive(desk, [post('10')]);
  writeFileSync(at('a.csv'), 'mine');
  const asked = { ...usual, format: 'csv', scope: { what: 'thread', threadId: onlyThread(desk) } } as const;
  await exported(desk, asked, at('a.csv'), { begun: (stop) => stop() });
  expect(readFileSync(at('a.csv'), 'utf8')).toBe('mine');
  await exported(desk, asked, at('a.csv'));
  expect(rowsOf(at('a.csv'))).toHaveLength(1);
});

it('says what the disk refuses, and touches no file that is not its own', async () => {
  arrive(desk, [post('10')]);
  const asked = { ...usual, scope: { what: 'thread', threadId: onlyThread(desk) } } as const;
  const nowhere = await exported(desk, asked, at('gone/a.jsonl'));
  expect(nowhere.job).toMatchObject({
    state: 'failed',
    outcome: expect.stringContaining('folder is not there'),
  });
  writeFileSync(at('b.jsonl.part'), 'somebody else’s');
  const taken = await exported(desk, asked, at('b.jsonl'));
  expect(taken.job).toMatchObject({
    state: 'failed',
    outcome: expect.stringContaining('b.jsonl.part is there'),
  });
  expect(readFileSync(at('b.jsonl.part'), 'utf8')).toBe('somebody else’s');
  expect(logged()).toEqual([]);
});

it('remembers which of its files hold something of a person, while they lie there', async () => {
  arrive(desk, [post('10'), post('11', { authorRemoteId: '8' })]);
  const of = (handle: string): string =>
    desk.db.find<{ id: string }>('SELECT customer_id AS id FROM identities WHERE handle = ?', handle)?.id ??
    '';
  const asked = { ...usual, scope: { what: 'thread', threadId: threadOf('7') } } as const;
  for (const name of ['a.jsonl', 'b.jsonl']) await exported(desk, asked, at(name));
  expect(exportsHolding(desk.db, of('user7'))).toEqual([at('b.jsonl'), at('a.jsonl')]);
  expect(exportsHolding(desk.db, of('user8'))).toEqual([]);
  rmSync(at('b.jsonl'));
  expect(exportsHolding(desk.db, of('user7'))).toEqual([at('a.jsonl')]);
});

it('takes away at the next start what a killed program left half written', () => {
  writeFileSync(at('x.csv.part'), 'half');
  remember(desk, at('x.csv.part'));
  sweepExports(desk);
  expect(existsSync(at('x.csv.part'))).toBe(false);
  expect(existsSync(at('desk.db.exports.json'))).toBe(false);
});

it('lets agents take out a thread, and only those who read everything more', async () => {
  arrive(desk, [post('10')]);
  operate(desk, { op: 'test', by: 'test', input: {} }, (tx) => {
    putAgent(tx, { ...newcomer('rv', 'Rita Vale', 'RV', desk.now()), role: 'reviewer' });
    return { value: null };
  });
  const threadId = onlyThread(desk);
  const whole = { ...usual, scope: { what: 'search', text: 'signal' } } as const;
  await expect(exported(desk.as('cd'), whole, at('a.jsonl'))).rejects.toThrow(
    'supervisors and reviewers and admins',
  );
  const one = { ...usual, scope: { what: 'thread', threadId } } as const;
  expect((await exported(desk.as('cd'), one, at('a.jsonl'))).job.state).toBe('done');
  finish(desk, indexing);
  expect((await exported(desk.as('rv'), whole, at('b.jsonl'))).job.state).toBe('done');
  await expect(exported(desk, { ...one, isMasked: true }, at('c.jsonl'))).rejects.toThrow('never masked');
});

it('covers who a customer is wherever it is asked to', async () => {
  arrive(desk, [
    post('10', { text: '@hallammobile it is User 7, call +44 113 496 0017 or me@example.com, cc @user9' }),
  ]);
  const { handle, name } = person('7');
  const asked = { ...usual, isMasked: true, scope: { what: 'thread', threadId: onlyThread(desk) } } as const;
  await exported(desk, { ...asked, format: 'csv' }, at('m.csv'));
  const { sheets } = await exported(desk, { ...asked, format: 'pdf' }, at('m.pdf'));
  for (const text of [readFileSync(at('m.csv'), 'utf8'), sheets.join('')]) {
    expect(text).toContain('hallammobile');
    expect(text).toMatch(/customer[- ][0-9a-f]{6}/iu);
    for (const secret of [handle, name, '496 0017', 'me@example.com', 'user9', 'x:user:7'])
      expect(text).not.toContain(secret);
  }
});

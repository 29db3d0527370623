import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeAt } from '../../db/migrate.ts';
import { openDb, openReader } from '../../db/open.ts';
import { saveDraft } from '../drafts.ts';
import { longHere } from '../jobs/long.ts';
import { addNote } from '../notes/notes.ts';
import { queueMessage } from '../outbox/queue.ts';
import { arrive, direct, makeDesk, post, start, type TestDesk } from '../testing/desk.ts';
import { inMemory } from '../testing/killed.ts';

const pageBytes = 4096;
let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(inMemory, 'earshot-salvage-'));
  file = path.join(folder, 'desk.db');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Forty customers; of each third somebody wrote a draft, of each fifth an answer waits. */
const fill = (desk: TestDesk): void => {
  for (let at = 0; at < 40; at += 1) {
    const authorRemoteId = String(100 + at);
    arrive(desk, [
      post(String(1000 + at), {
        authorRemoteId,
        text: `what customer ${at} said ${'and more '.repeat(at * 30)}`,
      }),
      direct(String(2000 + at), { authorRemoteId, text: `in private ${at}` }),
    ]);
    const { id: threadId } = desk.db.find<{ id: never }>('SELECT id FROM threads ORDER BY id DESC LIMIT 1')!;
    if (at % 3 === 0) saveDraft(desk, threadId, 'post', `draft ${at}`, null);
    if (at % 5 === 0) queue(desk, threadId, at);
    if (at % 7 === 0) addNote(desk, { threadId, text: `note ${at}`, mentions: [], about: 'thread' } as never);
  }
};

const queue = (desk: TestDesk, threadId: string, at: number): void => {
  const head = desk.db.find<{ id: string }>(
    'SELECT id FROM messages WHERE thread_id = ? ORDER BY seq DESC LIMIT 1',
    threadId,
  )!.id;
  queueMessage(desk, 'post', {
    ...{ id: `00000000-0000-7000-8000-0000000000${String(at).padStart(2, '0')}`, threadId, head },
    ...{
      text: `answer number ${at} of all, to ${'abcdefgh'.charAt(at % 8).repeat(at + 3)}`,
      rest: [],
      uploads: [],
    },
    ...{ alteredSeen: desk.now(), sendAnyway: true, sendAlike: true, thenResolve: false },
  } as never);
};

/** The desk, closed, its log written back. */
const made = (): void => {
  const desk = makeDesk(file);
  fill(desk);
  desk.db.close();
};

const salvage = async () => {
  const scratch = path.join(folder, 'scratch.db');
  openDb(scratch).close();
  const to = path.join(folder, 'new.db');
  const before = readFileSync(file);
  const told: number[] = [];
  const answer = await longHere(() => openReader(scratch)).run(
    'salvage',
    { from: file, to, at: start },
    { report: (done) => void told.push(done) },
  );
  expect(told).toEqual(told.toSorted((a, b) => a - b));
  expect(told.at(-1)).toBe(answer.salvaged.pages);
  expect(readFileSync(file).equals(before), 'the damaged file was written to').toBe(true);
  return { ...answer, db: openDb(to) };
};

const all = (db: Pick<Sqlite.Database, 'prepare'>, sql: string): unknown[] => db.prepare(sql).all();
const drafts = "SELECT text FROM drafts WHERE text <> '' ORDER BY text";
const outbox = 'SELECT id, text FROM outbox ORDER BY id';

/** What was on the desk before it was damaged. */
const truth = (sql: string): unknown[] => {
  const db = new Sqlite(`${file}.whole`, { readonly: true });
  const rows = all(db, sql);
  db.close();
  return rows;
};

/** The numbers of the pages of a table. */
const pagesOf = (table: string): number[] => {
  const db = new Sqlite(file, { readonly: true });
  const root = db.prepare('SELECT rootpage FROM sqlite_master WHERE name = ?').pluck().get(table) as number;
  db.close();
  const bytes = readFileSync(file);
  const below = (page: number): number[] => {
    const at = (page - 1) * pageBytes;
    const type = bytes[at];
    if (type !== 5 && type !== 2) return [page];
    const count = bytes.readUInt16BE(at + 3);
    const children = Array.from({ length: count }, (_, index) =>
      bytes.readUInt32BE(at + bytes.readUInt16BE(at + 12 + index * 2)),
    );
    return [page, ...[...children, bytes.readUInt32BE(at + 8)].flatMap(below)];
  };
  return below(root);
};

const overwrite = (pages: readonly number[], byte = 0xa5): void => {
  const bytes = readFileSync(file);
  for (const page of pages) bytes.fill(byte, (page - 1) * pageBytes, page * pageBytes);
  writeFileSync(file, bytes);
};

const expectWhole = (db: ReturnType<typeof openDb>): void => {
  expect(db.all('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
  expect(db.all('PRAGMA foreign_key_check')).toEqual([]);
  // Every thread can be shown.
  expect(
    db.all('SELECT t.id FROM threads t LEFT JOIN messages m ON m.id = t.last_in_id WHERE m.id IS NULL'),
  ).toEqual([]);
};

describe('a damaged desk', () => {
  beforeEach(() => {
    made();
    copyFileSync(file, `${file}.whole`);
  });

  it('comes over whole when nothing is wrong with it', async () => {
    const { db, salvaged, mended } = await salvage();
    expectWhole(db);
    expect(salvaged).toMatchObject({ badPages: 0, badRows: 0 });
    expect(mended).toMatchObject({
      standIns: 0,
      threadsRebuilt: 0,
      messagesLost: 0,
      dropped: 0,
      isReadAnew: false,
    });
    for (const sql of [
      drafts,
      outbox,
      'SELECT * FROM messages ORDER BY seq',
      'SELECT * FROM identities ORDER BY id',
      'SELECT * FROM notes ORDER BY id',
      "SELECT * FROM settings WHERE name = 'desk'",
    ])
      expect(all(db.raw, sql), sql).toEqual(truth(sql));
    db.close();
  });

  it('keeps what waited to leave from leaving by itself', async () => {
    const { db } = await salvage();
    expect(db.all('SELECT DISTINCT state, code FROM outbox')).toEqual([
      { state: 'uncertain', code: 'restored' },
    ]);
    db.close();
  });

  it.each([
    'messages',
    'threads',
    'identities',
    'customers',
    'agents',
    'accounts',
    'settings',
    'changes',
    'notes',
  ])('keeps drafts and outbox when all pages of %s are overwritten', async (table) => {
    overwrite(pagesOf(table));
    const { db, salvaged } = await salvage();
    expect(salvaged.badPages).toBeGreaterThan(0);
    expectWhole(db);
    expect(all(db.raw, drafts)).toEqual(truth(drafts));
    expect(all(db.raw, outbox)).toEqual(truth(outbox));
    db.close();
    // The desk opens, and its people can work.
    const again = makeOpen(path.join(folder, 'new.db'));
    again.close();
  });

  it('finds rows below a page that is gone, by their looks', async () => {
    const [root = 0, ...leaves] = pagesOf('messages');
    expect(leaves.length).toBeGreaterThan(3);
    overwrite([root], 0);
    const { db } = await salvage();
    expectWhole(db);
    expect(all(db.raw, 'SELECT id, text FROM messages ORDER BY id')).toEqual(
      truth('SELECT id, text FROM messages ORDER BY id'),
    );
    db.close();
  });

  it('keeps everything but the one page', async () => {
    const leaf = pagesOf('messages').at(-2) ?? 0;
    overwrite([leaf]);
    const { db, salvaged } = await salvage();
    expectWhole(db);
    expect(salvaged.rows['messages']).toBeGreaterThan(40);
    expect(salvaged.rows['messages']).toBeLessThan(80);
    expect(all(db.raw, drafts)).toEqual(truth(drafts));
    db.close();
  });

  it('reads a file whose head is broken', async () => {
    const bytes = readFileSync(file);
    bytes.fill(0, 0, 100);
    writeFileSync(file, bytes);
    expect(() => openDb(file)).toThrow(/damaged/u);
    const { db } = await salvage();
    expectWhole(db);
    expect(all(db.raw, drafts)).toEqual(truth(drafts));
    expect(all(db.raw, outbox)).toEqual(truth(outbox));
    db.close();
  });

  it('reads a file whose first page is gone', async () => {
    overwrite([1], 0);
    const { db } = await salvage();
    expectWhole(db);
    expect(all(db.raw, drafts)).toEqual(truth(drafts));
    expect(all(db.raw, outbox)).toEqual(truth(outbox));
    expect(all(db.raw, 'SELECT count(*) AS n FROM messages')).toEqual([{ n: 80 }]);
    db.close();
  });

  it('notices a lost end, and saves what is before it', async () => {
    truncateSync(file, Math.floor(readFileSync(file).length / 2 / pageBytes) * pageBytes + 100);
    expect(() => openDb(file)).toThrow(/end of this desk’s database is missing/u);
    const { db } = await salvage();
    expectWhole(db);
    db.close();
  });

  it('makes a desk of a file that has nothing', async () => {
    writeFileSync(file, '');
    const { db, salvaged } = await salvage();
    expectWhole(db);
    expect(salvaged.rows).toEqual({});
    db.close();
  });

  it('never fails, whatever is overwritten', async () => {
    const size = readFileSync(file).length / pageBytes;
    for (let at = 0; at < 12; at += 1) {
      copyFileSync(`${file}.whole`, file);
      const bytes = readFileSync(file);
      // A stretch of noise that begins and ends anywhere.
      const from = Math.floor((((at * 1877) % 1000) / 1000) * size * pageBytes);
      for (let place = from; place < Math.min(bytes.length, from + 9000); place += 1)
        bytes[place] = (place * 2_654_435_761 + at) & 0xff;
      writeFileSync(file, bytes);
      const { db } = await salvage();
      expectWhole(db);
      db.close();
    }
  }, 60_000);
});

it('reads what stands in the log still, up to where it is whole', async () => {
  const desk = makeDesk(file);
  fill(desk);
  desk.db.raw.pragma('wal_checkpoint(TRUNCATE)');
  desk.db.raw.pragma('wal_autocheckpoint = 0');
  arrive(desk, [post('5000', { authorRemoteId: '900', text: 'only in the log' })]);
  const size = readFileSync(`${file}-wal`).length;
  arrive(desk, [post('5001', { authorRemoteId: '901', text: 'cut off' })]);
  // As a machine leaves it that loses its power.
  const kept = path.join(folder, 'lost.db');
  copyFileSync(file, kept);
  writeFileSync(`${kept}-wal`, readFileSync(`${file}-wal`).subarray(0, size + 3000));
  desk.db.close();
  file = kept;
  copyFileSync(file, `${file}.whole`);
  const { db } = await salvage();
  expectWhole(db);
  expect(db.all("SELECT text FROM messages WHERE text IN ('only in the log', 'cut off')")).toEqual([
    { text: 'only in the log' },
  ]);
  expect(existsSync(`${kept}-wal`)).toBe(true);
  db.close();
});

it('brings an older desk up to date on the way', async () => {
  const raw = new Sqlite(file);
  makeAt(raw, 2);
  raw.exec("INSERT INTO settings VALUES ('desk', '{}', 1)");
  raw.exec("INSERT INTO agents (id, name, initials, revision) VALUES ('ab', 'Ada', 'AB', 1)");
  raw.exec("INSERT INTO drafts VALUES ('ab', 'no-thread', 'post', 1, 'words without a thread', 5, 1)");
  raw.close();
  const { db, mended } = await salvage();
  expectWhole(db);
  expect(mended.loose).toEqual([{ what: 'Draft', text: 'words without a thread' }]);
  expect(db.all('SELECT id, role FROM agents')).toEqual([{ id: 'ab', role: 'admin' }]);
  db.close();
});

const makeOpen = (at: string) => {
  const db = openDb(at);
  expect(db.find("SELECT 1 FROM agents WHERE role = 'admin'")).toBeDefined();
  return db;
};

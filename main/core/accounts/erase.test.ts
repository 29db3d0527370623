import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { AgentId, ThreadId } from '../../../shared/ids.ts';
import { findBreak } from '../../db/changes.ts';
import { openDb } from '../../db/open.ts';
import { operate } from '../desk.ts';
import { saveDraft } from '../drafts.ts';
import { ask } from '../experts/questions.ts';
import { addNote } from '../notes/notes.ts';
import { requestCall } from '../phone/request.ts';
import { arrive, direct, makeDesk, ownReply, post, type TestDesk } from '../testing/desk.ts';
import { finish } from '../testing/queues.ts';
import { expectReplayed } from '../testing/replayed.ts';
import { archivesOf } from './archives.ts';
import { attach, assertNotErased } from './connect.ts';
import { erasedTables } from './erase-parts.ts';
import { erasing } from './erase.ts';
import { eraseArchive, removeAccount } from './remove.ts';
import { getAccount, putAccount } from './rows.ts';

let folder: string;
let desk: TestDesk;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'earshot-erase-'));
  desk = makeDesk(path.join(folder, 'desk.db'));
});
afterEach(() => {
  desk.db.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A second brand on the same desk. */
const second = (): TestDesk => {
  operate(desk, { op: 'test.brand', by: 'test', input: {} }, (tx) => {
    putAccount(tx, {
      ...getAccount(tx, 'x:account:1'),
      id: 'x:account:2',
      remote_id: '2',
      handle: 'dalesrail',
    });
    return { value: null };
  });
  return { ...desk, account: getAccount(desk.db, 'x:account:2') };
};

const word = 'canaryword';
const brand = { remoteId: '1', handle: 'hallammobile', name: 'Hallam', reach: 1 };

/** Customers write to a brand, and people do everything with it that leaves words. */
const busy = (at: TestDesk, from: number): void => {
  const author = (n: number) => ({ authorRemoteId: String(from + n) });
  for (let n = 0; n < 60; n += 1) {
    arrive(at, [
      post(String(from + n), { ...author(n), text: `@brand ${word} ${n}` }),
      // A post of a stranger above it, known as context only.
      ...(n % 20 === 0 ? [direct(String(from + 500 + n), { ...author(n), text: `${word} in private` })] : []),
    ]);
  }
  arrive(at, [ownReply(String(from + 900), String(from), { text: `${word} from us` })], 'own');
  const [first] = at.db.all<{ id: ThreadId }>(
    'SELECT id FROM threads WHERE account_id = ? ORDER BY id',
    at.account.id,
  );
  if (!first) throw new Error('nobody wrote');
  const threadId = first.id;
  saveDraft(at, threadId, 'post', `${word} draft`);
  saveDraft(at, threadId, 'post', `${word} draft again`);
  for (const about of ['thread', 'customer'] as const) {
    addNote(at, { threadId, about, text: `${word} note`, mentions: [] });
  }
  ask(at, { threadId, expertId: 'cd' as AgentId, text: `${word} question`, dueAt: at.now() + 3_600_000 });
  requestCall(at, {
    threadId,
    number: `+4411349600${String(from).slice(-2)}`,
    hasConsent: true,
    messageId: null,
    fromAt: null,
    untilAt: null,
    lang: 'en',
    summary: `${word} summary`,
    assigneeId: null,
  });
};

const rowsOf = (accountId: string): number =>
  desk.db.find<{ n: number }>('SELECT count(*) AS n FROM threads WHERE account_id = ?', accountId)?.n ?? 0;

const remove = (archive: 'keep' | 'delete'): void =>
  removeAccount(desk, {
    accountId: 'x:account:1' as never,
    archive,
    openThreads: 'keep',
    handle: '@HallamMobile',
  });

it('knows every table that could keep something', () => {
  const about = new Set([
    'account_id',
    'thread_id',
    'message_id',
    'customer_id',
    'identity_id',
    'escalation_id',
  ]);
  const named = desk.db
    .all<{ name: string }>("SELECT name FROM sqlite_master WHERE type = 'table'")
    .filter(({ name }) =>
      desk.db.all<{ name: string }>(`PRAGMA table_info(${name})`).some((column) => about.has(column.name)),
    )
    .map(({ name }) => name);
  // The log keeps ids, and the hub will need them.
  expect(named.filter((name) => name !== 'changes' && !erasedTables.has(name))).toEqual([]);
});

it('leaves nothing of a deleted account in the database, its log or its file', () => {
  busy(desk, 10_000);
  desk.db.raw.exec(
    `INSERT INTO quarantine (id, account_id, stream, reason, raw, received_at) VALUES ('q', 'x:account:1', 'own', '', '${word}', 0)`,
  );
  remove('delete');
  expect(archivesOf(desk.db)).toMatchObject([{ threads: 60, isBeingErased: true }]);
  expect(finish(desk, erasing)).toBeGreaterThan(2);

  for (const table of erasedTables)
    expect(desk.db.find<{ n: number }>(`SELECT count(*) AS n FROM ${table}`), table).toEqual({ n: 0 });
  expect(archivesOf(desk.db)).toEqual([]);
  expect(findBreak(desk.db)).toBeNull();
  expectReplayed(desk);
  for (const name of readdirSync(folder))
    expect(readFileSync(path.join(folder, name), 'latin1').includes(word), name).toBe(false);
});

it('keeps what another account has, and the people it knows', () => {
  const other = second();
  busy(desk, 10_000);
  busy(other, 20_000);
  // One customer of both.
  arrive(other, [post('30001', { authorRemoteId: '10005', text: 'hello from both' })]);
  const dump = (): unknown =>
    ['threads', 'messages', 'notes', 'drafts', 'phones', 'escalations', 'questions'].map((table) => {
      const of =
        table === 'threads' || table === 'messages'
          ? "account_id = 'x:account:2'"
          : table === 'phones'
            ? "customer_id IN (SELECT customer_id FROM threads WHERE account_id = 'x:account:2')"
            : "thread_id IN (SELECT id FROM threads WHERE account_id = 'x:account:2')";
      return desk.db.all(
        `SELECT * FROM ${table} WHERE ${of} ORDER BY ${table === 'drafts' ? 'thread_id' : 'id'}`,
      );
    });
  const before = dump();
  remove('delete');
  finish(desk, erasing);
  expect(dump()).toEqual(before);
  expect(rowsOf('x:account:1')).toBe(0);
  expect(rowsOf('x:account:2')).toBe(61);
  const known = desk.db.all<{ remote_id: string }>('SELECT remote_id FROM identities ORDER BY remote_id');
  expect(known.map(({ remote_id }) => remote_id)).toContain('10005');
  expect(known.map(({ remote_id }) => remote_id)).not.toContain('10006');
  expectReplayed(desk);
});

it('goes on where it was when the program ends in the middle', () => {
  busy(desk, 10_000);
  remove('delete');
  erasing.run(desk);
  expect(rowsOf('x:account:1')).toBeLessThan(60);
  const file = desk.db.file;
  desk.db.close();
  desk = { ...desk, db: openDb(file) };
  finish(desk, erasing);
  expect(rowsOf('x:account:1')).toBe(0);
  expect(archivesOf(desk.db)).toEqual([]);
});

it('keeps an archive to be read until somebody types its name', () => {
  busy(desk, 10_000);
  remove('keep');
  expect(erasing.dueAt(desk)).toBe(Infinity);
  expect(archivesOf(desk.db)).toMatchObject([{ threads: 60, isBeingErased: false }]);
  const accountId = 'x:account:1' as never;
  expect(() => eraseArchive(desk, { accountId, handle: 'hallam' })).toThrow('Type @hallammobile');
  expect(() => eraseArchive(desk.as('cd'), { accountId, handle: 'hallammobile' })).toThrow('admins');
  eraseArchive(desk, { accountId, handle: 'hallammobile' });
  expect(() => assertNotErased(getAccount(desk.db, accountId))).toThrow('still being deleted');
  expect(() => attach(desk, 'x', { account: brand } as never, false)).toThrow('still being deleted');
  finish(desk, erasing);
  attach(desk, 'x', { account: brand } as never, false);
  expect(getAccount(desk.db, accountId)).toMatchObject({ removed_at: null, erase_at: null });
});

it('takes an account back with all its history when it is connected again', () => {
  busy(desk, 10_000);
  remove('keep');
  expect(getAccount(desk.db, 'x:account:1')).toMatchObject({ paused_because: expect.any(String) });
  attach(desk, 'x', { account: brand } as never, false, 'our-app');
  expect(getAccount(desk.db, 'x:account:1')).toMatchObject({
    removed_at: null,
    paused_because: null,
    client_id: 'our-app',
  });
  expect(rowsOf('x:account:1')).toBe(60);
});

import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { never } from '../../../shared/model.ts';
import { openDb } from '../open.ts';
import { theDesk } from './0001-the-desk.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'earshot-migration-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A desk as the first version left it: one person, one brand, one customer who waits. */
const makeFirstDesk = (file: string): void => {
  const db = new Sqlite(file);
  db.exec(theDesk);
  db.exec(`
    INSERT INTO agents VALUES ('ab', 'Ada Brook', 'AB', 3);
    INSERT INTO accounts VALUES ('x:account:1', 'x', '1', 'hallam', 'Hallam', 1, NULL, 0, 1);
    INSERT INTO customers VALUES ('c', 5, 1);
    INSERT INTO identities VALUES ('x:user:7', 'x', '7', 'c', 'maya', 'Maya', NULL, 1);
    INSERT INTO threads (id, account_id, customer_id, identity_id, status, is_open, assignee_id, first_at, sort_at,
      last_at, last_in_id, last_in_seq, read_seq, waiting_since, inbound, outbound, direct, reposts, revision)
      VALUES ('t', 'x:account:1', 'c', 'x:user:7', 'open', 1, 'ab', 9, 9, 9, 'm', 1, 0, 9, 1, 0, 0, 0, 4);
    INSERT INTO messages (seq, id, account_id, kind, remote_id, version_id, role, thread_id, author_id, text, is_cut,
      created_at, received_at, is_summons, reposts, revision)
      VALUES (1, 'm', 'x:account:1', 'post', '1', '1', 'in', 't', 'x:user:7', 'no signal', 0, 9, 9, 1, 0, 1);
    PRAGMA user_version = 1;
  `);
  db.close();
};

it('takes a first desk along, whole, and keeps a copy of it', () => {
  const file = path.join(folder, 'desk.db');
  makeFirstDesk(file);
  const db = openDb(file);
  // Whoever sat there alone so far may set everything up.
  expect(db.find('SELECT * FROM agents')).toMatchObject({
    id: 'ab',
    role: 'admin',
    duty: 'on',
    left_at: null,
  });
  expect(db.find('SELECT * FROM threads')).toMatchObject({
    id: 't',
    assignee_id: 'ab',
    waiting_since: 9,
    priority: 2,
    queue_id: null,
    next_deadline_at: never,
    revision: 4,
  });
  expect(db.find('SELECT text, is_automatic FROM messages')).toEqual({ text: 'no signal', is_automatic: 0 });
  expect(db.raw.pragma('integrity_check', { simple: true })).toBe('ok');
  db.close();
  expect(readdirSync(folder).filter((name) => /\.before-\d+$/u.test(name))).toHaveLength(1);
});

it('has the shape that a new desk has', () => {
  const shape = (file: string): unknown => {
    const db = openDb(file);
    const tables = db.all<{ name: string }>(
      "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name",
    );
    const shapes = tables.map(({ name }) => [
      name,
      db.all(`SELECT name, type, "notnull" FROM pragma_table_info('${name}')`),
    ]);
    db.close();
    return shapes;
  };
  const old = path.join(folder, 'old.db');
  makeFirstDesk(old);
  expect(shape(old)).toEqual(shape(path.join(folder, 'new.db')));
});

import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openDb } from '../open.ts';
import { theDesk } from './0001-the-desk.ts';
import { workingTheQueue } from './0002-working-the-queue.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'earshot-migration-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

it('takes what waits in the outbox along, with every index it is asked by', () => {
  const file = path.join(folder, 'desk.db');
  const old = new Sqlite(file);
  old.exec(theDesk);
  old.exec(workingTheQueue);
  old.exec(`
    INSERT INTO agents (id, name, initials, revision) VALUES ('ab', 'Ada Brook', 'AB', 3);
    INSERT INTO accounts (id, provider, remote_id, handle, name, is_practice, history_from, revision)
      VALUES ('x:account:1', 'x', '1', 'hallam', 'Hallam', 1, 0, 1);
    INSERT INTO outbox (id, account_id, thread_id, kind, text, in_reply_to, agent_id, send_anyway, then_resolve,
      then_reason, state, queued_at, not_before, state_at, checks, revision)
      VALUES ('o', 'x:account:1', 't', 'post', 'so sorry ^AB', '10', 'ab', 0, 1, 'spam', 'uncertain', 5, 6, 7, 2, 9);
    PRAGMA user_version = 2;
  `);
  const indexes = "SELECT name FROM sqlite_master WHERE type = 'index' AND tbl_name = 'outbox' ORDER BY name";
  const before = old.prepare(indexes).pluck().all() as string[];
  old.close();
  const db = openDb(file);
  expect(db.find('SELECT * FROM outbox')).toMatchObject({
    id: 'o',
    thread_id: 't',
    text: 'so sorry ^AB',
    then_reason: 'spam',
    state: 'uncertain',
    checks: 2,
    part: 1,
    parts: 1,
    after_id: null,
    revision: 9,
  });
  expect(db.raw.prepare(indexes).pluck().all()).toEqual(expect.arrayContaining(before));
  db.close();
});

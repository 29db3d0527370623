import { spawn } from 'node:child_process';
import { copyFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeAt, schemaVersion } from './migrate.ts';
import { openDb } from './open.ts';

const messages = 30_000;
const before = schemaVersion - 1;
let folder: string;
let old: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'earshot-migrate-'));
  old = path.join(folder, 'old.db');
  const db = new Sqlite(old);
  db.pragma('journal_mode = WAL');
  makeAt(db, before);
  db.exec(`
    INSERT INTO agents (id, name, initials, revision) VALUES ('ab', 'Ada Brook', 'AB', 1);
    INSERT INTO accounts (id, provider, remote_id, handle, name, is_practice, history_from, revision)
      VALUES ('x:account:1', 'x', '1', 'hallam', 'Hallam', 1, 0, 1);
    INSERT INTO customers VALUES ('c', 0, 1);
    INSERT INTO identities VALUES ('x:user:7', 'x', '7', 'c', 'maya', 'Maya', 1, 1);
    WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${messages})
      INSERT INTO messages (seq, id, account_id, kind, remote_id, version_id, role, author_id, text, is_cut, created_at,
        received_at, is_summons, reposts, revision)
      SELECT i, 'm' || i, 'x:account:1', 'post', i, '1', 'in', 'x:user:7', 'no signal since six ' || i, 0, i, i, 0, 0, 1 FROM n;
    INSERT INTO outbox (id, account_id, thread_id, kind, text, in_reply_to, agent_id, send_anyway, then_resolve,
      then_reason, state, queued_at, not_before, state_at, checks, revision)
      VALUES ('o', 'x:account:1', 't', 'post', 'so sorry ^AB', '10', 'ab', 0, 1, 'spam', 'uncertain', 5, 6, 7, 2, 9);
  `);
  db.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Ends by itself, or is killed so many milliseconds after it began to open the desk. Resolves with how long that took. */
const opened = (file: string, killAfterMs?: number): Promise<{ isKilled: boolean; tookMs: number }> =>
  new Promise((resolve, reject) => {
    const script = path.join(import.meta.dirname, 'testing/opened.ts');
    const program = spawn(process.execPath, [script, file], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let beganAt = 0;
    program.stdout.on('data', (said: Buffer) => {
      if (!said.toString().startsWith('opening')) return;
      beganAt = performance.now();
      if (killAfterMs !== undefined) setTimeout(() => program.kill('SIGKILL'), killAfterMs);
    });
    program.on('error', reject);
    program.on('exit', (code, signal) => {
      if (code !== 0 && signal !== 'SIGKILL') reject(new Error(`ended with ${code ?? signal}`));
      else resolve({ isKilled: signal === 'SIGKILL', tookMs: performance.now() - beganAt });
    });
  });

it('killed at any moment it is the old desk or the new one, whole, and the next start has it', async () => {
  const whole = path.join(folder, 'whole.db');
  copyFileSync(old, whole);
  const { tookMs } = await opened(whole);
  const seen = { old: 0, new: 0 };
  const kills = 16;
  for (let kill = 0; kill < kills; kill += 1) {
    const file = path.join(folder, `killed-${kill}.db`);
    copyFileSync(old, file);
    const { isKilled } = await opened(file, (tookMs * kill) / kills);
    const found = new Sqlite(file);
    const version = found.pragma('user_version', { simple: true });
    expect([before, schemaVersion]).toContain(version);
    if (isKilled) seen[version === before ? 'old' : 'new'] += 1;
    expect(found.pragma('integrity_check', { simple: true })).toBe('ok');
    found.close();

    openDb(file).close();
    const next = new Sqlite(file, { readonly: true });
    expect(next.pragma('user_version', { simple: true })).toBe(schemaVersion);
    expect(next.prepare('SELECT count(*) FROM messages').pluck().get()).toBe(messages);
    expect(next.prepare('SELECT state FROM outbox').pluck().all()).toEqual(['uncertain']);
    next.close();
    const beside = readdirSync(folder).filter((name) => name.startsWith(`killed-${kill}.db.before-`));
    expect(beside).toEqual([`killed-${kill}.db.before-${schemaVersion}`]);
    const copy = new Sqlite(path.join(folder, beside.join()), { readonly: true });
    expect(copy.pragma('user_version', { simple: true })).toBe(before);
    expect(copy.prepare('SELECT count(*) FROM messages').pluck().get()).toBe(messages);
    copy.close();
    for (const name of readdirSync(folder))
      if (name.startsWith(`killed-${kill}.`)) rmSync(path.join(folder, name));
  }
  // Otherwise nothing was proven.
  expect(seen.old).toBeGreaterThan(2);
});

import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeDesk } from '../testing/desk.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'earshot-export-memory-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Ten messages a thread, each of a handle of its own: written past the rules, which are not what is measured. */
const deskOf = (messages: number): string => {
  const file = path.join(folder, `${messages}.db`);
  const { db } = makeDesk(file);
  db.raw.exec(`
    BEGIN;
    WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${messages})
      INSERT INTO customers SELECT 'c' || i, i, 1 FROM n UNION ALL SELECT 'c', 0, 1;
    INSERT INTO identities SELECT 'x:user:' || id, 'x', id, id, 'user' || id, 'User ' || id, NULL, 1 FROM customers;
    WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${messages / 10})
      INSERT INTO threads (id, account_id, customer_id, identity_id, status, is_open, first_at, sort_at, last_at,
        last_in_id, last_in_seq, read_seq, inbound, outbound, direct, reposts, revision)
      SELECT 't' || i, 'x:account:1', 'c', 'x:user:c', 'resolved', 0, i, i, i, 'm', 1, 1, 10, 0, 0, 0, 1 FROM n;
    WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${messages})
      INSERT INTO messages (seq, id, account_id, kind, remote_id, version_id, role, thread_id, author_id, text, is_cut,
        created_at, received_at, is_summons, reposts, revision)
      SELECT i, 'x:account:1/post/' || i, 'x:account:1', 'post', i, i, 'in', 't' || ((i + 9) / 10), 'x:user:c' || i,
        '=' || hex(randomblob(120)), 0, i, i, 1, 0, 1 FROM n;
    COMMIT;
  `);
  db.close();
  return file;
};

type Measured = { messages: number; ms: number; peakMb: number };
const measured = (messages: number, format: 'csv' | 'jsonl'): Measured => {
  const part = path.join(folder, `${messages}.${format}.part`);
  const script = path.join(import.meta.dirname, 'testing/measure.ts');
  const args = [script, path.join(folder, `${messages}.db`), part, format];
  const told = execFileSync(process.execPath, args, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return JSON.parse(told) as Measured;
};

it('needs no more memory for a hundred thousand messages than for ten thousand', () => {
  const [few, half, many] = [10_000, 50_000, 100_000].map((messages) => {
    deskOf(messages);
    return measured(messages, 'jsonl').peakMb;
  }) as [number, number, number];
  console.log(`peak of an export: ${few} MB for 10,000 messages, ${half} for 50,000, ${many} for 100,000`);
  const fileMb = statSync(path.join(folder, '100000.jsonl.part')).size / 2 ** 20;
  expect(fileMb).toBeGreaterThan(80);
  // What SQLite keeps of the file, and room that is taken before anything is thrown away; then it stays so.
  expect(many - few).toBeLessThan(64);
  expect(many - half).toBeLessThan(24);
});

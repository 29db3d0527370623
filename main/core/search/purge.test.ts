import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { AgentId, NoteId } from '../../../shared/ids.ts';
import type { Query } from '../../../shared/search/query.ts';
import { openDb } from '../../db/open.ts';
import { operate } from '../desk.ts';
import { bury } from '../ingest/bury.ts';
import { addNote, removeNote } from '../notes/notes.ts';
import { arrive, makeDesk, onlyThread, post, start, type TestDesk } from '../testing/desk.ts';
import { finish } from '../testing/queues.ts';
import { createFinder } from './find.ts';
import { indexing, indexSome, marksOf } from './indexing.ts';
import { everything } from './testing.ts';

let folder: string;
let desk: TestDesk;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'earshot-search-'));
  desk = makeDesk(path.join(folder, 'desk.db'));
});
afterEach(() => {
  desk.db.close();
  rmSync(folder, { recursive: true, force: true });
});

const word = (text: string): Query => ({ kind: 'word', text, isPrefix: false });
const foundBy = (query: Query, db = desk.db): string[] =>
  createFinder(db)({ query, me: 'ab' as AgentId, before: null, limit: 10_000 }).found.map(
    ({ part, ref }) => `${part} ${ref}`,
  );
const every: Query = { kind: 'not', of: word('nothingatall') };
const sameAsContent = (db = desk.db): void => {
  expect(foundBy(every, db).toSorted()).toEqual(
    everything(db)
      .map(({ key }) => key)
      .toSorted(),
  );
  // Throws when the index and what it was made of differ.
  for (const name of ['search_words', 'search_names'])
    db.raw.exec(`INSERT INTO ${name} (${name}, rank) VALUES ('integrity-check', 1)`);
};

const canary = 'canaryword';
/** Whether the disk knows the word, as it was written or as the index folds it. */
const isOnDisk = (): boolean =>
  readdirSync(folder).some((name) =>
    /canary(?:word)?/iu.test(readFileSync(path.join(folder, name), 'latin1')),
  );

it('keeps nothing of what is gone at its source, edited away or removed', () => {
  arrive(desk, [post('10', { text: `My ${canary} is dead` }), post('11', { text: 'hello' })]);
  arrive(desk, [post('12', { text: `an edited ${canary}` })]);
  const note = { threadId: onlyThread(desk), about: 'thread' as const, mentions: [], text: 'they said it' };
  addNote(desk, note);
  // In segments that were merged, and in ones that were not.
  for (let n = 0; n < 40; n += 1) {
    arrive(desk, [post(String(100 + n), { text: `${n % 3 === 0 ? canary : 'other words'} ${n}` })]);
    finish(desk, indexing);
  }
  expect(foundBy(word(canary))).toHaveLength(16);
  desk.db.raw.pragma('wal_checkpoint(TRUNCATE)');
  expect(isOnDisk()).toBe(true);

  arrive(desk, [post('12', { versionId: '99', text: 'it was nothing' })]);
  desk.db.raw.exec("DELETE FROM message_versions WHERE message_id LIKE '%/12'");
  const gone = desk.db
    .all<{ id: string }>('SELECT id FROM messages WHERE text LIKE ?', `%${canary}%`)
    .map(({ id }) => ({ messageId: id, because: 'deleted' as const }));
  operate(desk, { op: 'test.bury', by: 'test', input: {} }, (tx) => {
    bury(tx, desk.account, gone, desk.now());
    return { value: null };
  });
  expect(foundBy(word(canary))).toEqual([]);
  finish(desk, indexing);
  sameAsContent();
  desk.db.raw.pragma('wal_checkpoint(TRUNCATE)');
  expect(isOnDisk()).toBe(false);
});

it('forgets how somebody was called, and finds them by what they are called now', () => {
  arrive(desk, [post('10', { authorRemoteId: '7' })]);
  finish(desk, indexing);
  const from = (value: string): string[] => foundBy({ kind: 'field', name: 'from', value });
  expect(from('user7')).toHaveLength(1);
  desk.db.raw.exec("UPDATE identities SET handle = 'canaryhandle', name = 'Canary' WHERE remote_id = '7'");
  finish(desk, indexing);
  expect([from('user7'), from('canaryhandle'), from('canary')].map((some) => some.length)).toEqual([0, 1, 1]);
  desk.db.raw.exec("UPDATE identities SET handle = 'x', name = 'x' WHERE remote_id = '7'");
  finish(desk, indexing);
  desk.db.raw.pragma('wal_checkpoint(TRUNCATE)');
  expect(isOnDisk()).toBe(false);
  sameAsContent();
});

it('finds a note until it is removed', () => {
  arrive(desk, [post('10')]);
  const threadId = onlyThread(desk);
  addNote(desk, { threadId, about: 'thread', mentions: [], text: 'wants a refund' });
  const { id } = desk.db.find<{ id: NoteId }>('SELECT id FROM notes') ?? { id: '' as NoteId };
  finish(desk, indexing);
  expect(foundBy(word('refund'))).toEqual([`note ${id}`]);
  removeNote(desk, { id });
  expect(foundBy(word('refund'))).toEqual([]);
  finish(desk, indexing);
  expect(foundBy(word('refund'))).toEqual([]);
});

it('goes on where it was after a kill in the middle, in both directions', () => {
  for (let n = 0; n < 30; n += 1) arrive(desk, [post(String(100 + n))]);
  // As an older desk is: full, and not looked at yet.
  desk.db.raw.exec('UPDATE search_marks SET from_seq = 31, upto_seq = 30');
  indexSome(desk.db, 7);
  expect(marksOf(desk.db)).toEqual({ from_seq: 24, upto_seq: 30 });
  const file = desk.db.file;
  desk.db.close();
  const db = openDb(file);
  desk = { ...desk, db };
  arrive(desk, [post('900', { createdAt: start - 5 })]);
  indexSome(db, 7);
  expect(marksOf(db)).toEqual({ from_seq: 24, upto_seq: 31 });
  finish(desk, indexing);
  sameAsContent();
});

it('is what the desk holds after any edits, deletions and turns', () => {
  let next = 1000;
  const step = fc.constantFrom('arrive', 'old', 'edit', 'time', 'delete', 'newest', 'turn', 'all');
  fc.assert(
    fc.property(fc.array(fc.tuple(step, fc.nat()), { maxLength: 40 }), (steps) => {
      const { db } = desk;
      const rows = db.all<{ seq: number }>('SELECT seq FROM messages ORDER BY seq');
      for (const [what, number] of steps) {
        const seq = rows[number % Math.max(1, rows.length)]?.seq ?? 0;
        if (what === 'arrive')
          arrive(desk, [post(String((next += 1)), { authorRemoteId: String(10 + (next % 9)) })]);
        else if (what === 'old') arrive(desk, [post(String((next += 1)), { createdAt: start - number })]);
        else if (what === 'turn') indexSome(db, 1 + (number % 5));
        else if (what === 'all') finish(desk, indexing);
        else if (what === 'newest')
          db.raw.exec('DELETE FROM messages WHERE seq = (SELECT max(seq) FROM messages)');
        else if (what === 'delete') db.raw.prepare('DELETE FROM messages WHERE seq = ?').run(seq);
        else if (what === 'edit')
          db.raw.prepare("UPDATE messages SET text = text || ' more' WHERE seq = ?").run(seq);
        else db.raw.prepare('UPDATE messages SET created_at = created_at + 1 WHERE seq = ?').run(seq);
      }
      finish(desk, indexing);
      sameAsContent();
      expect(foundBy(word('more')).length).toBe(
        db.find<{ n: number }>("SELECT count(*) AS n FROM messages WHERE text LIKE '% more%'")?.n,
      );
    }),
    { numRuns: 40 },
  );
});

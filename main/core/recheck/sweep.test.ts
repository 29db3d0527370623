import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { bury } from '../ingest/bury.ts';
import { indexSome, isBehind } from '../search/indexing.ts';
import { arrive, makeDesk, post, type TestDesk } from '../testing/desk.ts';
import { sweepDisk } from './sweep.ts';

let folder: string;
let desk: TestDesk;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'earshot-sweep-'));
  desk = makeDesk(path.join(folder, 'desk.db'));
});
afterEach(() => {
  desk.db.close();
  rmSync(folder, { recursive: true, force: true });
});

const count = 400;
/** A word of each message's own: spread over the alphabet, so that they are sorted into one another. */
const wordOf = (n: number): string =>
  `${((n * 7919) % 9973).toString(36)}${n % 8 === 0 ? 'stays' : 'canary'}${n}`;
const messages = Array.from({ length: count }, (_, n) =>
  post(String(1000 + n), { text: `about ${wordOf(n)}` }),
);

const signPosts = (): string[] =>
  desk.db
    .all<{ term: Buffer }>('SELECT CAST(term AS BLOB) AS term FROM search_words_idx')
    .map(({ term }) => term.toString())
    .filter((term) => term.includes('canary'));
it('takes a word that is gone from the sign-posts of the index too, once, and again after a kill', () => {
  arrive(desk, messages);
  // A few texts and a page of merging a turn: where a merge goes on, it begins with a whole word.
  while (isBehind(desk.db)) indexSome(desk.db, 5, 1);
  expect(signPosts().length).toBeGreaterThan(0);
  const gone = desk.db
    .all<{ id: string }>("SELECT id FROM messages WHERE text LIKE '%canary%'")
    .map(({ id }) => ({ messageId: id, because: 'deleted' as const }));
  desk.db.transaction((tx) => void bury(tx, desk.account, gone, desk.now()));
  expect(signPosts().length).toBeGreaterThan(0);

  desk.clock.now += 120_000;
  sweepDisk.dueAt(desk);
  desk.clock.now += 120_000;
  sweepDisk.run(desk);
  // As after a kill in the middle: nothing in memory says that it was at work.
  expect(desk.db.find('SELECT swept FROM search_marks')).toEqual({ swept: 2 });
  while (sweepDisk.dueAt(desk) <= desk.now()) sweepDisk.run(desk);
  expect(signPosts()).toEqual([]);
  expect(desk.db.find('SELECT swept FROM search_marks')).toEqual({ swept: 1 });
  desk.db.raw.exec("INSERT INTO search_words (search_words, rank) VALUES ('integrity-check', 1)");
});

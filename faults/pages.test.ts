import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { withoutGaps, withoutGapsInLog } from './pages.ts';
import { wordsIn } from './words.ts';

const letters = 'abcdefghijklmnopqrstuvwxyz';
const wordOf = (at: number): string =>
  [...String(at).padStart(8, '0')].map((digit) => letters[Number(digit)]).join('') + 'qzx';

test('all that the rows say is found, in the file and in its log; what lies between them is not', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'earshot-pages-'));
  const file = path.join(folder, 'desk.db');
  const db = new Database(file);
  try {
    for (const pragma of ['journal_mode = WAL', 'wal_autocheckpoint = 0']) db.pragma(pragma);
    db.exec('CREATE TABLE said (id INTEGER PRIMARY KEY, text TEXT); CREATE INDEX by_text ON said (text)');
    const say = db.prepare('INSERT INTO said VALUES (?, ?)');
    // From both ends, so that pages are laid anew again and again; one is too long for any page.
    const all = Array.from({ length: 900 }, (_, at) => wordOf(at));
    for (const [at, word] of all.entries())
      say.run(at % 2 === 0 ? at : 9_000 - at, `${'.'.repeat(at === 77 ? 9_000 : at % 300)}${word}`);
    const log = wordsIn(withoutGapsInLog(readFileSync(`${file}-wal`)));
    db.pragma('wal_checkpoint(TRUNCATE)');
    const bytes = readFileSync(file);
    const kept = wordsIn(withoutGaps(bytes));
    for (const word of all) expect([log.has(word), kept.has(word)]).toEqual([true, true]);

    const page = bytes.subarray(4096 * 2, 4096 * 3).fill(0);
    page.set([13, 0, 0, 0, 1, 15, 0]);
    page.write('betweenthemqzx', 2_000, 'latin1');
    page.write('insideonecellqzx', 3_900, 'latin1');
    const [lost, live] = ['weenthemqzx', 'eonecellqzx'];
    const heard = (from: Buffer): string[] => [lost, live].filter((word) => wordsIn(from).has(word));
    expect(heard(bytes)).toEqual([lost, live]);
    expect(heard(withoutGaps(bytes))).toEqual([live]);
  } finally {
    db.close();
    rmSync(folder, { recursive: true });
  }
});

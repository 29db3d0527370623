import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createFinder } from '../../main/core/search/find.ts';
import { indexSome, isBehind } from '../../main/core/search/indexing.ts';
import { createSearch } from '../../main/core/search/search.ts';
import { openDb } from '../../main/db/open.ts';
import type { AgentId } from '../../shared/ids.ts';
import { parseSearch } from '../../shared/search/parse.ts';
import { median, percentile } from '../measure/percentile.ts';
import { timed } from '../measure/time.ts';
import type { Figure } from '../report/figure.ts';
import { table } from '../report/table.ts';
import { createDice } from '../town/dice.ts';
import { fill, rareWord } from './fill.ts';

const messages = Number(/--messages=(\d+)/u.exec(process.argv.join(' '))?.[1] ?? 100_000);
const folder = mkdtempSync(path.join(tmpdir(), 'earshot-bench-search-'));
const me = 'ab' as AgentId;
const now = Date.UTC(2026, 10, 2, 9);

/** What is typed, and the nearest thing to it that FTS5 does by itself, on tables of its own. */
const asked: Record<string, { text: string; bare: string; where?: string }> = {
  common: { text: 'signal', bare: 'signal' },
  rare: { text: rareWord, bare: rareWord },
  prefix: { text: 'broad*', bare: 'broad*' },
  phrase: { text: '"waiting for the engineer"', bare: '"waiting for the engineer"' },
  CJK: { text: '復旧', bare: '復旧' },
  'five operators': {
    text: 'signal -thanks from:maya is:inbound is:public status:resolved has:link OR york',
    bare: '(signal NOT thanks) AND york',
    where: "AND m.role = 'in' AND m.kind = 'post' AND t.status = 'resolved'",
  },
};

const run = (): Figure[] => {
  const db = openDb(path.join(folder, 'desk.db'));
  const dice = createDice(1);
  fill(db, dice, messages, now);
  db.raw.exec(`UPDATE search_marks SET from_seq = ${messages + 1}, upto_seq = ${messages}`);
  const turns: number[] = [];
  // As the desk does it, then in large parts: its small ones leave it free for people, which here only takes time.
  for (let turn = 0; turn < 500 && isBehind(db); turn += 1) turns.push(timed(() => indexSome(db)).tookMs);
  while (isBehind(db)) indexSome(db, 5000, 2000);
  db.raw.exec(`CREATE VIRTUAL TABLE bare USING fts5(text, tokenize = 'unicode61 remove_diacritics 2');
    INSERT INTO bare (rowid, text) SELECT seq, text FROM messages;
    CREATE VIRTUAL TABLE bare_runs USING fts5(text, tokenize = 'trigram');
    INSERT INTO bare_runs (rowid, text) SELECT seq, text FROM messages WHERE seq % 8 = 0 OR text LIKE '%復旧%'`);
  db.raw.pragma('wal_checkpoint(TRUNCATE)');

  const segments = db.find<{ n: number }>('SELECT count(DISTINCT segid) AS n FROM search_words_idx')?.n ?? 0;
  const search = createSearch(db);
  const find = createFinder(db);
  const figures: Figure[] = [
    {
      name: 'a turn of indexing, p99',
      value: percentile(turns, 0.99),
      unit: 'ms',
      note: `median ${median(turns).toFixed(1)}, worst ${Math.max(...turns).toFixed(1)}, ${turns.length} turns; ${segments} segments`,
    },
  ];
  for (const [name, { text, bare, where }] of Object.entries(asked)) {
    const ours: number[] = [];
    const theirs: number[] = [];
    const statements: number[] = [];
    let hits = 0;
    let bareHits = 0;
    const sql =
      "SELECT bare.rowid, snippet(bare, 0, '[', ']', '…', 32) AS text FROM bare JOIN messages m ON m.seq = bare.rowid " +
      `JOIN threads t ON t.id = m.thread_id WHERE bare MATCH ? ${where ?? ''} ORDER BY bare.rowid DESC LIMIT 50`;
    // A trigram index has no words of two letters: it reads all texts then.
    const runs = "SELECT rowid, text FROM bare_runs WHERE text LIKE '%復旧%' ORDER BY rowid DESC LIMIT 50";
    const statement = db.raw.prepare(name === 'CJK' ? runs : sql);
    for (let round = 0; round < 60; round += 1) {
      const found = timed(() =>
        search({ text, me, now, zone: 'UTC', order: 'newest', before: null, limit: 50 }),
      );
      hits = found.value.threads.reduce((sum, thread) => sum + thread.hits.length, 0);
      ours.push(found.tookMs);
      const { query } = parseSearch(text, { now, zone: 'UTC' });
      if (query) statements.push(timed(() => find({ query, me, before: null, limit: 50 })).tookMs);
      const plain = timed(() => (name === 'CJK' ? statement.all() : statement.all(bare)));
      bareHits = plain.value.length;
      theirs.push(plain.tookMs);
    }
    figures.push({
      name: `search, ${name}, p95`,
      value: percentile(ours, 0.95),
      unit: 'ms',
      budget: { of: 'value', atMost: 30 },
      note: `${hits} hits, median ${median(ours).toFixed(2)}; bare ${bareHits} hits, median ${median(theirs).toFixed(2)}`,
    });
    figures.push({
      name: `statement, ${name}, median`,
      value: median(statements),
      baseline: median(theirs),
      unit: 'ms',
      budget: { of: 'ratio', atMost: 1.5 },
    });
    const best = Array.from(
      { length: 10 },
      () =>
        timed(() => search({ text, me, now, zone: 'UTC', order: 'best', before: null, limit: 50 })).tookMs,
    );
    figures.push({ name: `search, ${name}, best, p95`, value: percentile(best, 0.95), unit: 'ms' });
  }
  db.close();
  return figures;
};

try {
  process.stdout.write(`Searching ${messages.toLocaleString('en')} messages …\n${table(run())}\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

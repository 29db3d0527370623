import { createFinder } from '../../main/core/search/find.ts';
import { indexSome, isBehind } from '../../main/core/search/indexing.ts';
import { createSearch } from '../../main/core/search/search.ts';
import type { Db } from '../../main/db/db.ts';
import { openDb } from '../../main/db/open.ts';
import type { AgentId } from '../../shared/ids.ts';
import { parseSearch } from '../../shared/search/parse.ts';
import { budgets } from '../budgets.ts';
import { median, percentile } from '../measure/percentile.ts';
import { timed } from '../measure/time.ts';
import type { Figure } from '../report/figure.ts';
import { say } from '../report/say.ts';
import type { Sizes } from '../sizes.ts';
import { createDice } from '../town/dice.ts';
import { fill, rareWord } from './fill.ts';

const me = 'ab' as AgentId;
const now = Date.UTC(2026, 10, 2, 9);
const limit = 50;
const rounds = 60;

type Asked = { text: string; bare: string; where?: string };

/**
 * What is typed, and the same asked of FTS5 by hand: of the desk's own index, with no more tables and conditions than whoever
 * shows whose words they are needs. What the index itself is worth is told by the time a search takes.
 */
const asked: Record<string, Asked> = {
  common: { text: 'signal', bare: 'text : signal' },
  rare: { text: rareWord, bare: `text : ${rareWord}` },
  prefix: { text: 'broad*', bare: 'text : broad*' },
  phrase: { text: '"waiting for the engineer"', bare: 'text : "waiting for the engineer"' },
  CJK: { text: '復旧', bare: 'text : "復旧"' },
  'five operators': {
    text: 'signal -thanks from:maya is:inbound is:public status:resolved has:link',
    bare: '(text : signal) NOT (text : thanks)',
    where:
      "m.role = 'in' AND m.kind = 'post' AND t.status = 'resolved' AND i.name LIKE 'maya%' AND m.text LIKE '%http%://%'",
  },
  'five operators, or a word': {
    text: 'signal -thanks from:maya is:inbound is:public status:resolved has:link OR selby',
    bare: '((text : signal) NOT (text : thanks)) OR (text : selby)',
    where:
      "((m.role = 'in' AND m.kind = 'post' AND t.status = 'resolved' AND i.name LIKE 'maya%' AND m.text LIKE '%http%://%') " +
      "OR EXISTS (SELECT 1 FROM search_words o WHERE o.search_words MATCH 'text : selby' AND o.rowid = w.rowid))",
  },
};

/** As many as the promise is about: of fewer, asking at all takes longer than finding. */
const promised = 1_000_000;

/** Searches in a desk of its own, of messages that nobody works with. */
export const benchSearch = (file: string, { searched }: Sizes): Figure[] => {
  say(`Searching ${searched.toLocaleString('en')} messages …`);
  const db = openDb(file);
  fill(db, createDice(1), searched, now);
  const turns = indexAll(db, searched);
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
  for (const [name, what] of Object.entries(asked)) {
    const { text, bare } = what;
    const { query } = parseSearch(text, { now, zone: 'UTC' });
    if (!query) throw new Error(`${text} asks nothing`);
    const whole = (order: 'newest' | 'best') =>
      timed(() => search({ text, me, now, zone: 'UTC', order, before: null, limit }));
    const statement = db.raw.prepare(byHand(what));
    const took: Record<'ours' | 'statement' | 'bare' | 'best', number[]> = {
      ...{ ours: [], statement: [], bare: [], best: [] },
    };
    let [hits, bareHits] = [0, 0];
    for (let round = 0; round < rounds; round += 1) {
      const found = whole('newest');
      hits = found.value.threads.reduce((sum, thread) => sum + thread.hits.length, 0);
      took.ours.push(found.tookMs);
      took.statement.push(timed(() => find({ query, me, before: null, limit })).tookMs);
      const plain = timed(() => statement.all(bare));
      bareHits = plain.value.length;
      took.bare.push(plain.tookMs);
      if (round < 10) took.best.push(whole('best').tookMs);
    }
    figures.push(
      {
        name: `search, ${name}, p95`,
        value: percentile(took.ours, 0.95),
        unit: 'ms',
        budget: budgets.search,
        note: `${hits} hits, median ${median(took.ours).toFixed(2)}; by hand ${bareHits}`,
      },
      {
        name: `statement, ${name}, median`,
        value: median(took.statement),
        baseline: median(took.bare),
        unit: 'ms',
        ...(searched >= promised && { budget: budgets.searchStatement }),
      },
      { name: `search, ${name}, best first, p95`, value: percentile(took.best, 0.95), unit: 'ms' },
    );
  }
  db.close();
  return figures;
};

/** Some turns as the desk does them, then large ones: its own leave it free for people, which here only takes time. */
const indexAll = (db: Db, messages: number): number[] => {
  db.raw.exec(`UPDATE search_marks SET from_seq = ${messages + 1}, upto_seq = ${messages}`);
  const turns: number[] = [];
  for (let turn = 0; turn < 500 && isBehind(db); turn += 1) turns.push(timed(() => indexSome(db)).tookMs);
  while (isBehind(db)) indexSome(db, 5000, 2000);
  return turns;
};

const byHand = ({ where = '1' }: Asked): string =>
  'SELECT d.id, d.at, t.id AS thread, m.text FROM search_words w JOIN search_docs d ON d.id = w.rowid ' +
  'JOIN messages m ON m.seq = d.ref JOIN threads t ON t.id = m.thread_id JOIN identities i ON i.id = m.author_id ' +
  `WHERE w.search_words MATCH ? AND ${where} ORDER BY w.rowid DESC LIMIT ${limit}`;

import { openScratch } from '../../db/scratch.ts';

export type LedgerThread = { id: string; messages: number; isFirst: boolean };

/** What an export is about and what of it is written: on disk when it is much, so that memory stays the same. */
export type Ledger = {
  /** Threads keep the order in which they came; one that is known already is passed over. */
  add(thread: { id: string; customerId: string; messages: number }): void;
  threads(): Generator<LedgerThread>;
  totals(): { threads: number; messages: number };
  /** Whose they are; null: more than `most`. */
  customers(most: number): string[] | null;
  /** True the first time. */
  isNew(kind: string, id: string): boolean;
  close(): void;
};

const schema = `
  CREATE TABLE threads (
    n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, messages INTEGER NOT NULL, is_first INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE written (kind TEXT NOT NULL, id TEXT NOT NULL, PRIMARY KEY (kind, id)) STRICT, WITHOUT ROWID;
`;

const page = 200;

export const openLedger = (): Ledger => {
  const db = openScratch(schema);
  const insert = db.statement('INSERT OR IGNORE INTO written VALUES (?, ?)');
  const isNew: Ledger['isNew'] = (kind, id) => insert.run(kind, id).changes === 1;
  return {
    add({ id, customerId, messages }) {
      if (!isNew('found', id)) return;
      // Of its customer: what is told of a person stands in the first of their threads.
      const isFirst = isNew('found-customer', customerId) ? 1 : 0;
      db.statement('INSERT INTO threads (id, messages, is_first) VALUES (?, ?, ?)').run(
        id,
        messages,
        isFirst,
      );
    },
    *threads() {
      for (let after = 0; ;) {
        const rows = db.all<{ n: number; id: string; messages: number; is_first: 0 | 1 }>(
          `SELECT * FROM threads WHERE n > ? ORDER BY n LIMIT ${page}`,
          after,
        );
        for (const { id, messages, is_first } of rows) yield { id, messages, isFirst: is_first === 1 };
        const last = rows.at(-1);
        if (!last) return;
        after = last.n;
      }
    },
    totals: () =>
      db.find<{ threads: number; messages: number }>(
        'SELECT count(*) AS threads, coalesce(sum(messages), 0) AS messages FROM threads',
      ) ?? { threads: 0, messages: 0 },
    customers(most) {
      const rows = db.all<{ id: string }>(
        "SELECT id FROM written WHERE kind = 'found-customer' LIMIT ?",
        most + 1,
      );
      return rows.length > most ? null : rows.map(({ id }) => id);
    },
    isNew,
    close: () => db.close(),
  };
};

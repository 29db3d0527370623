import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { withoutGaps, withoutGapsInLog } from './pages.ts';
import { wordsIn } from './words.ts';

/** An answer, or a part of one, as the desk has it in the end. */
export type Item = {
  id: string;
  kind: 'post' | 'dm';
  text: string;
  state: string;
  code: string | null;
  remote_id: string | null;
  in_reply_to: string | null;
  /** The part before it. */
  after_id: string | null;
};

/** What only a look at the folder itself can tell. */
export type Disk = {
  items: Item[];
  /** Customers' words, wherever in the database or its log they stand, by how they end. */
  words: Set<string>;
  /** The same, with what is left between the cells of a page: bytes that nothing refers to. */
  traces: Set<string>;
  /** Customers' posts that stand, by the network's id of their first version. */
  standing: Set<string>;
  /** Attachments whose message has left, or that belong to none. */
  leftFiles: string[];
};

export const lookAt = (folder: string): Disk => {
  const file = path.join(folder, 'practice.db');
  const bytes = bytesOf(file);
  const log = bytesOf(`${file}-wal`);
  const words = wordsOf(withoutGaps(bytes), withoutGapsInLog(log));
  const traces = wordsOf(bytes, log);
  const db = new Database(file, { readonly: true });
  try {
    const items = db
      .prepare<[], Item>(
        'SELECT id, kind, text, state, code, remote_id, in_reply_to, after_id FROM outbox ORDER BY id',
      )
      .all();
    const standing = db
      .prepare<[], { id: string }>(
        "SELECT remote_id AS id FROM messages WHERE role = 'in' AND kind = 'post' AND gone_at IS NULL",
      )
      .all();
    const waiting = db
      .prepare<[], { id: string }>(
        "SELECT u.id FROM uploads u JOIN outbox o ON o.id = u.outbox_id WHERE u.state <> 'removed' AND o.state NOT IN ('sent', 'cancelled')",
      )
      .all();
    const mayStay = new Set(waiting.map(({ id }) => id));
    return {
      ...{ items, words, traces, standing: new Set(standing.map(({ id }) => id)) },
      leftFiles: filesIn(path.join(folder, 'practice.attachments')).filter((name) => !mayStay.has(name)),
    };
  } finally {
    db.close();
  }
};

const bytesOf = (file: string): Buffer => (existsSync(file) ? readFileSync(file) : Buffer.alloc(0));

const wordsOf = (...all: readonly Buffer[]): Set<string> =>
  new Set(all.flatMap((bytes) => [...wordsIn(bytes)]));

const filesIn = (folder: string): string[] => (existsSync(folder) ? readdirSync(folder) : []);

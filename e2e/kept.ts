import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';

/** What the desk has on disk, read behind its back. */
export type Kept = {
  messages: KeptMessage[];
  /** Network ids of the reposts that were folded, by account. */
  reposts: { account: string; remote_id: string; of_id: string }[];
  threads: { account: string; customer_id: string; is_open: number; inbound: number; said: number }[];
};

export type KeptMessage = {
  /** The network's id of the account that saw it. */
  account: string;
  kind: 'post' | 'dm';
  role: 'in' | 'out' | 'context';
  remote_id: string;
  /** Another one than `remote_id` once it was edited. */
  version_id: string;
  thread_id: string | null;
  text: string;
  reposts: number;
};

const fileIn = (folder: string): string => path.join(folder, 'practice.db');

const read = <T>(folder: string, job: (db: Database.Database) => T): T => {
  const db = new Database(fileIn(folder), { readonly: true, fileMustExist: true });
  try {
    return job(db);
  } finally {
    db.close();
  }
};

const account = 'JOIN accounts a ON a.id =';

export const kept = (folder: string): Kept =>
  read(folder, (db) => ({
    messages: db
      .prepare<[], KeptMessage>(
        `SELECT a.remote_id AS account, m.kind, m.role, m.remote_id, m.version_id, m.thread_id, m.text, m.reposts
         FROM messages m ${account} m.account_id`,
      )
      .all(),
    reposts: db
      .prepare<[], Kept['reposts'][number]>(
        `SELECT a.remote_id AS account, r.remote_id, r.of_id FROM reposts r ${account} r.account_id`,
      )
      .all(),
    threads: db
      .prepare<[], Kept['threads'][number]>(
        `SELECT a.remote_id AS account, t.customer_id, t.is_open, t.inbound,
           (SELECT count(*) FROM messages m WHERE m.thread_id = t.id AND m.role = 'in') AS said
         FROM threads t ${account} t.account_id`,
      )
      .all(),
  }));

/** None while the desk has no file, or no tables in it, yet. */
export const countKept = (folder: string): number =>
  existsSync(fileIn(folder)) ? read(folder, countMessages) : 0;

const countMessages = (db: Database.Database): number => {
  const isMade = db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'messages'").get() !== undefined;
  return isMade ? (db.prepare<[], { n: number }>('SELECT count(*) AS n FROM messages').get()?.n ?? 0) : 0;
};

/** A table as it is; for the few questions that are asked once. */
export const rowsOf = (folder: string, sql: string): unknown[] => read(folder, (db) => db.prepare(sql).all());

export const integrityOf = (folder: string): unknown =>
  read(folder, (db) => db.pragma('integrity_check', { simple: true }));

/** The first change whose hash does not follow from its content and the one before it; null when the chain is whole. */
export const brokenLink = (folder: string): number | null =>
  read(folder, (db) => {
    let before = Buffer.alloc(32);
    for (const row of db.prepare<[], Change>('SELECT * FROM changes ORDER BY seq').iterate()) {
      const { seq, op, agent, at, thread_id, input, rows, inverse, undoes } = row;
      const content = JSON.stringify([seq, op, agent, at, thread_id, input, rows, inverse, undoes]);
      const hash = createHash('sha256').update(before).update(content).digest();
      if (!row.prev_hash.equals(before) || !row.hash.equals(hash)) return seq;
      before = hash;
    }
    return null;
  });

type Change = {
  seq: number;
  op: string;
  agent: string;
  at: number;
  thread_id: string | null;
  input: string;
  rows: string;
  inverse: string | null;
  undoes: number | null;
  prev_hash: Buffer;
  hash: Buffer;
};

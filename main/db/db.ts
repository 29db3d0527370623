import type Sqlite from 'better-sqlite3';
import { planOnce } from './plan-once.ts';
import type { ImageRow, TableName } from './tables.ts';

export type Value = string | number | null | Buffer;

/**
 * One open database. Statements are prepared once per text, so SQL stays a constant beside the code that uses it.
 * Reading needs a `Db`; writing needs a `Tx`, which only a transaction hands out.
 */
export class Db {
  readonly raw: Sqlite.Database;
  readonly file: string;
  readonly #statements = new Map<string, Sqlite.Statement<Value[]>>();

  constructor(raw: Sqlite.Database) {
    this.raw = raw;
    this.file = raw.name;
  }

  statement(sql: string): Sqlite.Statement<Value[]> {
    let statement = this.#statements.get(sql);
    if (!statement) {
      statement = this.raw.prepare<Value[]>(planOnce(sql));
      this.#statements.set(sql, statement);
    }
    return statement;
  }

  all<R>(sql: string, ...values: Value[]): R[] {
    return this.statement(sql).all(...values) as R[];
  }

  /** The first row, or undefined. */
  find<R>(sql: string, ...values: Value[]): R | undefined {
    return this.statement(sql).get(...values) as R | undefined;
  }

  /** One synchronous transaction: all of it or none. Not re-entrant; nothing inside may wait. */
  transaction<T>(body: (tx: Tx) => T): T {
    const tx = new Tx(this);
    return this.raw.transaction(() => body(tx)).immediate();
  }

  close(): void {
    this.#statements.clear();
    this.raw.close();
  }
}

/** The right to write, for the length of one transaction; collects what was written for `changes` and the window. */
export class Tx {
  readonly db: Db;
  /** What each write left, without personal text: becomes `changes.rows`. */
  readonly images: ImageRow[] = [];
  /** Ids per table: what the window should look at again. */
  readonly touched = new Map<TableName, Set<string>>();

  constructor(db: Db) {
    this.db = db;
  }

  all<R>(sql: string, ...values: Value[]): R[] {
    return this.db.all<R>(sql, ...values);
  }

  find<R>(sql: string, ...values: Value[]): R | undefined {
    return this.db.find<R>(sql, ...values);
  }

  touch(table: TableName, id: string): void {
    const ids = this.touched.get(table);
    if (ids) ids.add(id);
    else this.touched.set(table, new Set([id]));
  }
}

/** What reads may be handed: a database or a running transaction. */
export type Reader = Pick<Db, 'all' | 'find'>;

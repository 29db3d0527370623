import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { assertBindingLoads } from './binding.ts';
import { schemaVersion } from './migrate.ts';
import { openDb } from './open.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'earshot-db-'));
});
afterEach(() => rmSync(folder, { recursive: true }));
const file = () => path.join(folder, 'desk.db');

it('makes a desk, and opens it again as it was', () => {
  const first = openDb(file());
  first.raw.exec("INSERT INTO settings VALUES ('me', 'ab', 1)");
  first.close();
  const again = openDb(file());
  expect(again.find('SELECT value FROM settings')).toEqual({ value: 'ab' });
  expect(again.raw.pragma('user_version', { simple: true })).toBe(schemaVersion);
  again.close();
});

it('writes durably and erases for good', () => {
  const db = openDb(file());
  const pragma = (name: string) => db.raw.pragma(name, { simple: true });
  expect([
    pragma('journal_mode'),
    pragma('synchronous'),
    pragma('foreign_keys'),
    pragma('secure_delete'),
  ]).toEqual(['wal', 2, 1, 1]);
  db.close();
});

it('leaves a newer program’s desk alone', () => {
  openDb(file()).close();
  const newer = new Sqlite(file());
  newer.pragma(`user_version = ${schemaVersion + 1}`);
  newer.close();
  expect(() => openDb(file())).toThrow(/newer Earshot/u);
  expect(readdirSync(folder)).toEqual(['desk.db']);
});

it('does not take another file for a desk', () => {
  writeFileSync(file(), 'this is a letter, not a database, and it is long enough to look at'.repeat(20));
  expect(() => openDb(file())).toThrow(/is not a database.*left as it is/u);
  expect(readFileSync(file(), 'utf8')).toMatch(/^this is a letter/u);
});

it('says what to do where the binding would end the process', () => {
  expect(() => assertBindingLoads(9, () => false)).toThrow(/npm start/u);
  expect(() => assertBindingLoads(9, () => true)).not.toThrow();
  expect(() => assertBindingLoads(10, () => false)).not.toThrow();
});

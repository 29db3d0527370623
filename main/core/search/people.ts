import { foldText } from '../../../shared/search/fold.ts';
import { isNamed, type Named } from '../../../shared/search/names.ts';
import { soughtIn } from '../../../shared/search/sought.ts';
import type { Db, Reader } from '../../db/db.ts';
import { askedFor, indexedText, quoted } from './indexed-text.ts';

/** The only file that writes `search_people` and `search_names`: who wrote here, by handle, name and id. */
export const indexPerson = (db: Db, identityId: string): void => {
  if (db.find('SELECT 1 FROM search_people WHERE identity_id = ?', identityId)) return;
  const row = db.find<Named>('SELECT id, name, handle FROM identities WHERE id = ?', identityId);
  if (!row) return;
  const { lastInsertRowid } = db
    .statement('INSERT INTO search_people (identity_id) VALUES (?)')
    .run(identityId);
  const { text, signed } = indexedText(row.name);
  db.statement('INSERT INTO search_names (rowid, text, facts) VALUES (?, ?, ?)').run(
    Number(lastInsertRowid),
    text,
    [...endings(row.id), `@${tokenOf(row.handle ?? '')}`, ...signed, 'all'].join(' '),
  );
};

/** Everybody meant by a typed value; null: they are too many to be told one by one. */
export const peopleNamed = (db: Reader, value: string, atMost: number): string[] | null => {
  const token = tokenOf(value);
  const sought = value.trim().startsWith('@') ? null : soughtIn(value, false);
  const asked = [
    ...(token === '' ? [] : [`facts : ${quoted(`@${token}`)}`, `facts : ${quoted(`id:${token}`)}`]),
    ...(sought === null ? [] : [`(${askedFor(sought).match})`]),
  ];
  if (asked.length === 0) return [];
  const rows = db.all<Named>(
    'SELECT i.id, i.name, i.handle FROM search_names s JOIN search_people p ON p.id = s.rowid ' +
      'JOIN identities i ON i.id = p.identity_id WHERE s.search_names MATCH ? LIMIT ?',
    asked.join(' OR '),
    atMost + 1,
  );
  return rows.length > atMost ? null : rows.filter((row) => isNamed(value, row)).map(({ id }) => id);
};

/** As `isNamed` bares a value; spaces would make two tokens of one. */
const tokenOf = (value: string): string =>
  foldText(value).trim().replace(/^@/u, '').replaceAll(' ', '\u00b7');

/** Of `x:user:7`: itself, `user:7`, `7`. */
const endings = (id: string): string[] => {
  const all = tokenOf(id).split(':');
  return all.map((_, at) => `id:${all.slice(at).join(':')}`);
};

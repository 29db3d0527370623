import { z } from 'zod';
import type { Changed, Parsed } from '../../../shared/api.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Snippet } from '../../../shared/model.ts';
import { longest } from '../../../shared/snippet.ts';
import type { Reader, Tx } from '../../db/db.ts';
import { assertMay } from '../agents.ts';
import { newId, operate, type Desk } from '../desk.ts';
import { taking, type Inverses } from '../inverse.ts';
import { getSnippet, putSnippet, snippetOf, type SnippetRow } from './rows.ts';

/** Throws `too-long` past what a fact or an opening may be, `taken` when another in that language has the name. */
export const saveSnippet = (desk: Desk, input: Parsed<'snippet.save'>): Snippet => {
  assertMay(desk, 'snippet.manage');
  const { id: replaces, name, kind, text, lang } = input;
  assertShort(kind, text);
  if (replaces !== null) assertInUse(getSnippet(desk.db, replaces));
  assertFree(desk.db, input);
  const id = newId(desk);
  operate(
    desk,
    { op: 'snippet.save', by: desk.me, input: { id, replaces, kind, lang, length: text.length } },
    (tx, at) => {
      if (replaces !== null) retire(tx, replaces, at);
      putSnippet(tx, { id, name, kind, text, lang, removed_at: null });
      return { value: null, inverse: { op: 'snippet.exchange', input: { out: id, back: replaces } } };
    },
  );
  return snippetOf(getSnippet(desk.db, id));
};

export const removeSnippet = (desk: Desk, { id }: Parsed<'snippet.remove'>): Changed => {
  assertMay(desk, 'snippet.manage');
  if (getSnippet(desk.db, id).removed_at !== null) return { seq: null };
  const { seq } = operate(desk, { op: 'snippet.remove', by: desk.me, input: { id } }, (tx, at) => {
    retire(tx, id, at);
    return { value: null, inverse: { op: 'snippet.exchange', input: { out: null, back: id } } };
  });
  return { seq };
};

export const snippetInverses: Inverses = {
  /** One goes out of use, another comes back. */
  'snippet.exchange': taking(
    z.object({ out: z.string().nullable(), back: z.string().nullable() }),
    (tx, { out, back }, at) => {
      if (out !== null) {
        assertInUse(getSnippet(tx, out));
        retire(tx, out, at);
      }
      if (back === null) return;
      const row = getSnippet(tx, back);
      assertFree(tx, { ...row, id: back });
      putSnippet(tx, { ...row, removed_at: null });
    },
  ),
};

const retire = (tx: Tx, id: string, at: number): void =>
  putSnippet(tx, { ...getSnippet(tx, id), removed_at: at });

const assertShort = (kind: Snippet['kind'], text: string): void => {
  const over = [...text].length - longest[kind];
  if (over <= 0) return;
  const what = kind === 'opening' ? 'An opening' : 'A fact';
  throw new AppError(
    'too-long',
    `${what} has at most ${longest[kind]} characters; this is ${over} over. A snippet is not a whole answer.`,
  );
};

const assertInUse = (row: SnippetRow): void => {
  if (row.removed_at === null) return;
  throw new AppError('moved-on', 'Somebody has changed or removed this snippet meanwhile.');
};

const assertFree = (
  db: Reader,
  { id, name, lang }: { id: string | null; name: string; lang: string | null },
): void => {
  const other = db.find<SnippetRow>(
    'SELECT * FROM snippets WHERE removed_at IS NULL AND name = ? COLLATE NOCASE AND lang IS ? AND id IS NOT ?',
    name,
    lang,
    id,
  );
  if (other) throw new AppError('taken', `There is a snippet called “${other.name}” already.`);
};

import { AppError } from '../../../shared/errors.ts';
import type { SnippetId } from '../../../shared/ids.ts';
import type { Snippet } from '../../../shared/model.ts';
import type { Reader, Tx } from '../../db/db.ts';
import { put } from '../../db/put.ts';

/**
 * The only file that writes `snippets`. A row is never reworded: an edit retires it and adds another, so that undo needs no
 * copy of the words.
 */
export type SnippetRow = {
  id: string;
  name: string;
  kind: Snippet['kind'];
  text: string;
  lang: string | null;
  removed_at: number | null;
  revision: number;
};

export const allSnippets = (db: Reader): Snippet[] =>
  db.all<SnippetRow>('SELECT * FROM snippets WHERE removed_at IS NULL ORDER BY name, id').map(snippetOf);

/** Throws `not-found`; one that was removed is still there. */
export const getSnippet = (db: Reader, id: string): SnippetRow => {
  const row = db.find<SnippetRow>('SELECT * FROM snippets WHERE id = ?', id);
  if (!row) throw new AppError('not-found', 'This snippet is no longer on this desk.');
  return row;
};

export const putSnippet = (tx: Tx, row: Omit<SnippetRow, 'revision'>): void => put(tx, 'snippets', row);

export const snippetOf = ({ id, name, kind, text, lang, revision }: SnippetRow): Snippet => ({
  id: id as SnippetId,
  name,
  kind,
  text,
  lang,
  revision,
});

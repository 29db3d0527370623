import type { SnippetId } from '../../../shared/ids.ts';
import type { Snippet } from '../../../shared/model.ts';
import type { Reader, Tx } from '../../db/db.ts';
import { put } from '../../db/put.ts';

/** The only file that writes `snippets`. */
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
  db.all<SnippetRow>('SELECT * FROM snippets WHERE removed_at IS NULL ORDER BY name').map(snippetOf);

export const putSnippet = (tx: Tx, row: Omit<SnippetRow, 'revision'>): void => put(tx, 'snippets', row);

export const snippetOf = ({ id, name, kind, text, lang, revision }: SnippetRow): Snippet => ({
  id: id as SnippetId,
  name,
  kind,
  text,
  lang,
  revision,
});

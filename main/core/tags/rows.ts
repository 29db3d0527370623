import { AppError } from '../../../shared/errors.ts';
import type { TagId } from '../../../shared/ids.ts';
import type { Tag, TagColour } from '../../../shared/model.ts';
import { Tx, type Reader } from '../../db/db.ts';
import { put } from '../../db/put.ts';

/** The only file that writes `tags`. */
export type TagRow = {
  id: string;
  name: string;
  colour: TagColour;
  removed_at: number | null;
  revision: number;
};

export const allTags = (db: Reader): Tag[] =>
  db.all<TagRow>('SELECT * FROM tags WHERE removed_at IS NULL ORDER BY name').map(tagOf);

export const findTag = (db: Reader, id: string): TagRow | undefined =>
  db.find<TagRow>('SELECT * FROM tags WHERE id = ?', id);

/** Throws `not-found`: unknown, or removed. */
export const getTag = (db: Reader, id: string): TagRow => {
  const row = db.find<TagRow>('SELECT * FROM tags WHERE id = ? AND removed_at IS NULL', id);
  if (!row) throw new AppError('not-found', 'This tag is no longer on this desk.');
  return row;
};

/** Whatever its case, removed or not: there is one tag of a name. */
export const findTagCalled = (db: Reader, name: string): TagRow | undefined =>
  db.find<TagRow>('SELECT * FROM tags WHERE name = ? COLLATE NOCASE', name);

/** How many threads wear each, by id; tags that none wears are left out. */
export const tagCounts = (db: Reader): Record<string, number> =>
  Object.fromEntries(
    db
      .all<{ tag_id: string; n: number }>('SELECT tag_id, count(*) AS n FROM thread_tags GROUP BY tag_id')
      .map(({ tag_id, n }) => [tag_id, n]),
  );

/** Ids; kept until a tag is written, for every rule that asks for tags asks this too. */
export const removedTags = (db: Reader): ReadonlySet<string> => {
  const of = db instanceof Tx ? db.db : db;
  let ids = removed.get(of);
  if (!ids) {
    const rows = db.all<{ id: string }>('SELECT id FROM tags WHERE removed_at IS NOT NULL');
    removed.set(of, (ids = new Set(rows.map(({ id }) => id))));
  }
  return ids;
};
const removed = new WeakMap<object, ReadonlySet<string>>();

export const putTag = (tx: Tx, { id, name, colour, removed_at }: Omit<TagRow, 'revision'>): void => {
  put(tx, 'tags', { id, name, colour, removed_at });
  removed.delete(tx.db);
};

export const tagOf = ({ id, name, colour, revision }: TagRow): Tag => ({
  id: id as TagId,
  name,
  colour,
  revision,
});

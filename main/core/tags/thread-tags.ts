import type { Ms } from '../../../shared/model.ts';
import type { Tx } from '../../db/db.ts';
import { add, drop } from '../../db/put.ts';
import type { Patch } from '../threads/patch.ts';

/**
 * The only file that writes `thread_tags`. They are kept twice: as rows for the index, and as a list on the thread for its
 * card; both are written here, and the caller puts the patch on the thread in the same transaction.
 */
export const withTags = (
  tx: Tx,
  at: Ms,
  { id, tags: known }: { id: string; tags: string },
  ids: readonly string[],
): Patch => {
  const tags = JSON.stringify(ids);
  if (tags === known) return {};
  const before = JSON.parse(known) as string[];
  for (const tagId of before) if (!ids.includes(tagId)) drop(tx, 'thread_tags', id, tagId);
  const fresh = ids.filter((tagId) => !before.includes(tagId));
  add(
    tx,
    'thread_tags',
    fresh.map((tag_id) => ({ thread_id: id, tag_id, at })),
  );
  return { tags };
};

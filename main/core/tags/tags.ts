import type { Changed, Parsed } from '../../../shared/api.ts';
import { AppError } from '../../../shared/errors.ts';
import { tagColours, type Tag } from '../../../shared/model.ts';
import type { Reader, Tx } from '../../db/db.ts';
import { assertMay } from '../agents.ts';
import { newId, operate, type Desk } from '../desk.ts';
import { askAnew } from './ask-anew.ts';
import { findTagCalled, getTag, putTag, tagOf, type TagRow } from './rows.ts';

/** The tag of that name, whatever its case; made when there is none. One that was removed comes back where it was. */
export const makeTag = (desk: Desk, { name, colour }: Parsed<'tag.make'>): Tag => {
  const known = findTagCalled(desk.db, name);
  if (known && known.removed_at === null) return tagOf(known);
  assertMay(desk, 'thread.work');
  const row = {
    id: known?.id ?? newId(desk),
    name,
    colour: colour ?? known?.colour ?? leastWorn(desk.db),
    removed_at: null,
  };
  const { id } = row;
  operate(desk, { op: 'tag.make', by: desk.me, input: { id } }, (tx, at) => {
    putTag(tx, row);
    if (known) askAnew(tx, id);
    return {
      value: null,
      inverse: { op: 'tag.restore', input: { id, name: row.name, colour: row.colour, removed_at: at } },
    };
  });
  return tagOf({ ...row, revision: (known?.revision ?? 0) + 1 });
};

/** Another name or colour. Throws `taken` when a tag is called so already. */
export const changeTag = (desk: Desk, { id, name, colour }: Parsed<'tag.change'>): Changed => {
  const before = getTag(desk.db, id);
  const after = { ...before, name: name ?? before.name, colour: colour ?? before.colour };
  if (after.name === before.name && after.colour === before.colour) return { seq: null };
  assertMay(desk, 'tag.manage');
  const other = findTagCalled(desk.db, after.name);
  if (other && other.id !== id) {
    const words = other.removed_at === null ? 'There is' : 'There was, and can be again,';
    throw new AppError('taken', `${words} a tag "${other.name}". Choose another name.`);
  }
  return change(desk, 'tag.change', before, (tx) => putTag(tx, after));
};

/**
 * It is shown nowhere from then on, and no rule asks for it. The threads that wear it keep it, so that undo gives it back to
 * each of them.
 */
export const removeTag = (desk: Desk, { id }: Parsed<'tag.remove'>): Changed => {
  const before = getTag(desk.db, id);
  assertMay(desk, 'tag.manage');
  return change(desk, 'tag.remove', before, (tx, at) => {
    putTag(tx, { ...before, removed_at: at });
    askAnew(tx, id);
  });
};

const change = (desk: Desk, op: string, before: TagRow, body: (tx: Tx, at: number) => void): Changed => {
  const { id, name, colour, removed_at } = before;
  const { seq } = operate(desk, { op, by: desk.me, input: { id } }, (tx, at) => {
    body(tx, at);
    return { value: null, inverse: { op: 'tag.restore', input: { id, name, colour, removed_at } } };
  });
  return { seq };
};

/** So that new tags can be told apart without anybody choosing. */
const leastWorn = (db: Reader): Tag['colour'] => {
  const worn = new Map(
    db
      .all<{ colour: Tag['colour']; n: number }>(
        'SELECT colour, count(*) AS n FROM tags WHERE removed_at IS NULL GROUP BY colour',
      )
      .map(({ colour, n }) => [colour, n]),
  );
  const [, ...bright] = tagColours;
  return bright.toSorted((a, b) => (worn.get(a) ?? 0) - (worn.get(b) ?? 0))[0] ?? 'grey';
};

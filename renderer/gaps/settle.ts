import type { Gap } from '../../shared/model.ts';
import type { Placed } from './placed.ts';

/** The rows somebody may be looking at; undefined: nobody can. */
type View = { first: number; last: number } | undefined;

type Rules = {
  place: (gaps: readonly Gap[]) => Placed;
  view: View;
  isOwn: (id: string) => boolean;
};

/**
 * From the gaps a column shows towards those there are, as far as no row in view moves by it: one that is new above them
 * waits, one that has ended stays in its place. Gives back the same list while nothing changes.
 */
export const settleGaps = (
  shown: readonly Gap[],
  fresh: readonly Gap[],
  { place, view, isOwn }: Rules,
): { gaps: readonly Gap[]; held: number } => {
  // One that was being fetched and is lost now takes the other's place: all together may move nothing.
  const isSame = shown.length === fresh.length && shown.every((gap, at) => isAs(gap, fresh[at]));
  if (!isSame && (view === undefined || !moves(place(shown), place(fresh), view)))
    return { gaps: fresh, held: 0 };
  let gaps = shown;
  let held = 0;
  const take = (id: string, next: readonly Gap[]): boolean => {
    const isFree = isOwn(id) || view === undefined || !moves(place(gaps), place(next), view);
    if (isFree) gaps = next;
    else held += 1;
    return isFree;
  };
  for (const gap of shown) {
    const now = fresh.find(({ id }) => id === gap.id);
    const others = gaps.filter(({ id }) => id !== gap.id);
    if (isAs(gap, now)) continue;
    if (now) take(gap.id, inOrderOf(fresh, [...others, now]));
    else if (!take(gap.id, others) && gap.endedAt === null)
      gaps = gaps.map((one) => (one.id === gap.id ? { ...one, endedAt: one.foundAt } : one));
  }
  for (const gap of fresh)
    if (!shown.some(({ id }) => id === gap.id)) take(gap.id, inOrderOf(fresh, [...gaps, gap]));
  return { gaps, held };
};

/** Shown as it is: the same one, and not one that has ended. */
const isAs = (gap: Gap, now: Gap | undefined): boolean =>
  now?.id === gap.id && now.revision === gap.revision && gap.endedAt === null;

const moves = (before: Placed, after: Placed, view: NonNullable<View>): boolean => {
  if (before.top.length !== after.top.length) return true;
  for (let at = view.first; at <= view.last; at += 1)
    if (countAbove(before, at) !== countAbove(after, at)) return true;
  return false;
};

const countAbove = ({ above }: Placed, index: number): number =>
  [...above].reduce((sum, [at, gaps]) => sum + (at <= index ? gaps.length : 0), 0);

/** As the desk lists them; what is shown beyond that comes last. */
const inOrderOf = (fresh: readonly Gap[], gaps: readonly Gap[]): readonly Gap[] => {
  const placeOf = ({ id }: Gap): number => {
    const at = fresh.findIndex((one) => one.id === id);
    return at < 0 ? fresh.length : at;
  };
  return gaps.toSorted((a, b) => placeOf(a) - placeOf(b));
};

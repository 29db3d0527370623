import type { Ms } from '../../shared/model.ts';
import type { Happening, Moment } from '../../shared/replay/story.ts';

export const lanes = ['customer', 'us', 'notes', 'work', 'clocks', 'calls'] as const;
export type Lane = (typeof lanes)[number];

export const laneNames: Record<Lane, string> = {
  customer: 'Customer',
  us: 'Us',
  notes: 'Notes',
  work: 'Status',
  clocks: 'Clocks',
  calls: 'Calls',
};

export const laneOf = (one: Happening): Lane => {
  switch (one.did) {
    case 'arrived':
      return one.direction === 'in' ? 'customer' : 'us';
    case 'edited':
    case 'gone':
      return 'customer';
    case 'sending':
      return 'us';
    case 'note':
    case 'question':
      return 'notes';
    case 'clock':
    case 'warned':
    case 'breached':
      return 'clocks';
    case 'promise':
    case 'call':
      return 'calls';
    default:
      return 'work';
  }
};

/** Where each moment stands between 0 and 1. Silence is compressed: ten times as long is one step wider. */
export const placesOf = (moments: readonly Pick<Moment, 'at'>[]): number[] => {
  const sums: number[] = [];
  let sum = 0;
  for (const [index, { at }] of moments.entries()) {
    const before = moments[index - 1];
    if (before) sum += weightOf(at - before.at);
    sums.push(sum);
  }
  return sums.map((one) => (sum === 0 ? 0.5 : one / sum));
};

const weightOf = (gap: Ms): number => 1 + Math.log10(1 + gap / 1000) * 2;

/** Where a time stands that is no moment of its own, a deadline; null: it is after the end. */
export const placeAt = (
  at: Ms,
  moments: readonly Pick<Moment, 'at'>[],
  places: readonly number[],
): number | null => {
  const next = moments.findIndex((moment) => moment.at >= at);
  if (next < 0) return null;
  const [a, b] = [moments[next - 1], moments[next]];
  const [from, to] = [places[next - 1], places[next]];
  if (!a || !b || from === undefined || to === undefined || b.at === a.at) return to ?? 0;
  return from + ((at - a.at) / (b.at - a.at)) * (to - from);
};

/** The moment nearest to a place. */
export const nearest = (place: number, places: readonly number[]): number => {
  let low = 0;
  let high = places.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((places[middle] ?? 0) <= place) low = middle;
    else high = middle;
  }
  return Math.abs((places[high] ?? 0) - place) < Math.abs((places[low] ?? 0) - place) ? high : low;
};

/** Where its length is written, in pixels. */
export type Silence = { middle: number; ms: Ms };

/** The longest silences whose length can be written near where they are: as many as have room beside each other. */
export const silencesOf = (
  moments: readonly Pick<Moment, 'at'>[],
  places: readonly number[],
  width: number,
): Silence[] => {
  const all: Silence[] = [];
  for (const [index, { at }] of moments.entries()) {
    const before = moments[index - 1];
    if (!before || at - before.at < leastSilence) continue;
    const middle = (((places[index - 1] ?? 0) + (places[index] ?? 0)) / 2) * width;
    const edge = labelWidth / 2;
    all.push({ middle: Math.max(edge, Math.min(middle, width - edge)), ms: at - before.at });
  }
  const kept: Silence[] = [];
  for (const one of all.toSorted((a, b) => b.ms - a.ms)) {
    if (kept.length > width / labelWidth) break;
    if (kept.every(({ middle }) => Math.abs(middle - one.middle) >= labelWidth)) kept.push(one);
  }
  return kept.toSorted((a, b) => a.middle - b.middle);
};

const leastSilence = 3_600_000;
const labelWidth = 84;

/** Of marks that would stand in the same place one is drawn: the one that weighs most. */
export const marksOf = (
  moments: readonly Moment[],
  places: readonly number[],
  width: number,
): { lane: Lane; x: number; one: Happening }[] => {
  const cells = new Map<string, { lane: Lane; x: number; one: Happening }>();
  for (const [index, { did }] of moments.entries()) {
    for (const one of did) {
      const lane = laneOf(one);
      const x = Math.round(((places[index] ?? 0) * width) / cell) * cell;
      const known = cells.get(`${lane} ${x}`);
      if (!known || weighs(one) > weighs(known.one)) cells.set(`${lane} ${x}`, { lane, x, one });
    }
  }
  return [...cells.values()];
};

const cell = 4;
const weighs = ({ did }: Happening): number =>
  did === 'breached' ? 2 : did === 'warned' || did === 'gone' ? 1 : 0;

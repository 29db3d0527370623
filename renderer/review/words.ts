import type { SampleLine } from '../../shared/api/review.ts';
import { traitWords, type Mode } from '../../shared/review/rule.ts';
import { plural } from '../ui/number.ts';

export const modeWords: Record<Mode, string> = {
  single: 'one reviewer',
  double: 'two reviewers',
  calibration: 'calibration',
};

/** "2 of each person’s, last 7 days, a deadline was missed". */
export const sampleWords = ({ rule, mode }: SampleLine): string =>
  [
    `${rule.perAgent} of each person’s`,
    `last ${plural(rule.days, 'day')}`,
    ...rule.traits.map((trait) => traitWords[trait]),
    ...(mode === 'single' ? [] : [modeWords[mode]]),
  ].join(', ');

export const pointsWords = (points: number | null): string =>
  points === null ? 'nothing applied' : `${Math.round(points)}`;

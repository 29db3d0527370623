import type { Ms } from './model.ts';

const hourMs = 3_600_000;
const hoursPerWeek = 168;
/** So far back the account's own past says what is usual; and so much of it there must be at least. */
export const weeksKnown = 8;
export const weeksNeeded = 3;
/** So improbable a silence is not chance any more. */
export const chanceLimit = 0.001;

export type History = {
  /** Messages by hour since 1970; an hour without any may be left out. */
  hours: ReadonlyMap<number, number>;
  /** The first hour that is known at all. */
  firstHour: number;
  /** When the last message was written; what is usual is read from the weeks before it. */
  lastAt: Ms;
};

export type Silence = {
  /** How many would have been usual from the last message until now. */
  expected: number;
  /** The probability of none, if messages came at the usual rate independently of each other. */
  chance: number;
  isTooQuiet: boolean;
};

/**
 * Whether an account has been quiet for longer than its own past explains. Each hour is measured by the same hour of the week
 * in the weeks before, so a night is quiet and a Monday morning is not; nobody tells it the office hours. `until`: up to
 * when we know that nothing came, which is not always now.
 */
export const silenceOf = (history: History, until: Ms): Silence => {
  const { firstHour, lastAt } = history;
  if (lastAt / hourMs - firstHour < weeksNeeded * hoursPerWeek || until <= lastAt) return quiet(0, false);
  let expected = 0;
  for (let hour = Math.floor(lastAt / hourMs); hour * hourMs < until; hour += 1) {
    const from = Math.max(lastAt, hour * hourMs);
    const to = Math.min(until, (hour + 1) * hourMs);
    expected += (usualIn(history, hour) * (to - from)) / hourMs;
  }
  return quiet(expected, true);
};

const quiet = (expected: number, isKnown: boolean): Silence => {
  const chance = Math.exp(-expected);
  return { expected, chance, isTooQuiet: isKnown && chance < chanceLimit };
};

/**
 * Messages an hour, by the mean of the same hour in up to eight weeks before the last message. The busiest of them is left
 * out: a wave that came once is not what is usual.
 */
const usualIn = ({ hours, firstHour, lastAt }: History, hour: number): number => {
  const counts: number[] = [];
  const lastHour = Math.floor(lastAt / hourMs);
  const weeksAgo = Math.floor((hour - lastHour) / hoursPerWeek) + 1;
  for (let week = weeksAgo; counts.length < weeksKnown; week += 1) {
    const then = hour - week * hoursPerWeek;
    if (then < firstHour) break;
    // The hour of the last message itself is not over.
    if (then < lastHour) counts.push(hours.get(then) ?? 0);
  }
  if (counts.length < 2) return 0;
  const sum = counts.reduce((a, b) => a + b, 0);
  return (sum - Math.max(...counts)) / (counts.length - 1);
};

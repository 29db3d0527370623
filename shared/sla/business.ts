import { never, type Ms } from '../model.ts';
import { dayMs, dayOf, isEverOpen, join, minuteMs, type Hours, type Span } from './hours.ts';

/** A deadline that business hours put further away than this many days is none. */
const farDays = 3660;

/** When so many minutes of opening time have passed; null hours: around the clock. `never` where nothing ever opens. */
export const dueAfter = (hours: Hours | null, start: Ms, minutes: number): Ms =>
  dueAfterMs(hours, start, minutes * minuteMs);

export const dueAfterMs = (hours: Hours | null, start: Ms, openMs: Ms): Ms => {
  if (hours === null) return start + openMs;
  if (!isEverOpen(hours)) return never;
  const first = Math.floor(start / dayMs);
  let left = openMs;
  for (let n = first; n < first + farDays; n += 1) {
    const day = dayOf(hours, n);
    if (n > first && day.openMs < left) {
      left -= day.openMs;
      continue;
    }
    for (const { from, to } of day.spans) {
      const begins = Math.max(from, start);
      if (begins >= to) continue;
      // At the very moment of closing the time is used up: nobody is given until the next morning.
      if (left <= to - begins) return begins + left;
      left -= to - begins;
    }
  }
  return never;
};

/** Milliseconds of opening time between two moments. */
export const elapsed = (hours: Hours | null, from: Ms, to: Ms): Ms => {
  if (to <= from) return 0;
  if (hours === null) return to - from;
  if (!isEverOpen(hours)) return 0;
  let sum = 0;
  for (let n = Math.floor(from / dayMs); n * dayMs < to; n += 1) {
    const day = dayOf(hours, n);
    if (n * dayMs >= from && (n + 1) * dayMs <= to) sum += day.openMs;
    else
      for (const span of day.spans) {
        sum += Math.max(0, Math.min(span.to, to) - Math.max(span.from, from));
      }
  }
  return sum;
};

/** What was or will be closed between two moments, whole stretches: a weekend is one. */
export const closedBetween = (hours: Hours | null, from: Ms, to: Ms): Span[] => {
  if (hours === null || to <= from) return [];
  const open: Span[] = [];
  for (let n = Math.floor(from / dayMs); n * dayMs < to && n < from / dayMs + farDays; n += 1) {
    open.push(...dayOf(hours, n).spans);
  }
  const closed: Span[] = [];
  let at = from;
  for (const span of join(open)) {
    if (span.to <= from) continue;
    if (span.from >= to) break;
    if (span.from > at) closed.push({ from: at, to: span.from });
    at = Math.max(at, span.to);
  }
  if (at < to) closed.push({ from: at, to });
  return closed;
};

import { never, type ClockKind, type Ms, type Policy, type Priority, type Status } from '../model.ts';
import { dueAfterMs, elapsed } from './business.ts';
import { minuteMs, type Hours, type Span } from './hours.ts';
import { waitsOf, type Segment, type Wait } from './segment.ts';

/**
 * Whether clocks run in a status. A waiting customer waits whatever we do with the thread: snoozing it, asking an expert or
 * promising a call stops nothing. Once all they wrote is answered it is their turn, and everything stands still until they
 * write again. A closed thread has no clock; reopening it starts a new segment with clocks of its own.
 */
export const clockRuns: Readonly<Record<Status, boolean>> = {
  new: true,
  open: true,
  'waiting-expert': true,
  phone: true,
  snoozed: true,
  'waiting-customer': false,
  resolved: false,
  'no-action': false,
};

/** One clock of a segment: running, standing still, or over. */
export type Run = {
  clock: ClockKind;
  startedAt: Ms;
  targetMinutes: number;
  /** `never`: nothing can be said while it stands still, or the calendar never opens. */
  dueAt: Ms;
  warnAt: Ms;
  isRunning: boolean;
  /** When it ended; null while it runs or stands still. */
  endedAt: Ms | null;
  /** When the answer or closing came that showed the deadline had passed by then; null: in time, or not known yet. */
  lateAt: Ms | null;
  /** Where it stood still because the customer had been answered. */
  frozen: readonly Span[];
};

/** All clocks of a segment, in order: those over first. */
export const clocksOf = (
  { targets, warnPercent }: Pick<Policy, 'targets' | 'warnPercent'>,
  hours: Hours | null,
  priority: Priority,
  segment: Segment,
): Run[] => {
  const waits = waitsOf(segment);
  const warnMs = (minutes: number): Ms => Math.round((minutes * minuteMs * warnPercent) / 100);
  const responses = waits.flatMap((wait, at): Run[] => {
    const clock = at === 0 ? 'first' : 'next';
    const targetMinutes = targets[clock][priority];
    if (targetMinutes === null) return [];
    const dueAt = dueAfterMs(hours, wait.from, targetMinutes * minuteMs);
    return [
      {
        clock,
        startedAt: wait.from,
        targetMinutes,
        dueAt,
        warnAt: dueAfterMs(hours, wait.from, warnMs(targetMinutes)),
        isRunning: wait.to === null,
        endedAt: wait.to,
        lateAt: wait.to !== null && wait.to > dueAt ? wait.to : null,
        frozen: [],
      },
    ];
  });
  const minutes = targets.resolution[priority];
  const [first] = waits;
  if (minutes === null || !first) return responses;
  const { dueAt, lateAt } = usedUp(hours, waits, minutes * minuteMs);
  const resolution: Run = {
    clock: 'resolution',
    startedAt: first.from,
    targetMinutes: minutes,
    dueAt,
    warnAt: usedUp(hours, waits, warnMs(minutes)).dueAt,
    isRunning: waits.at(-1)?.to === null,
    endedAt: segment.closedAt,
    lateAt,
    frozen: frozenBetween(waits),
  };
  return [...responses, resolution];
};

/** When so much of the time in which the customer waited is used up, and when that was seen. */
const usedUp = (
  hours: Hours | null,
  waits: readonly Wait[],
  openMs: Ms,
): { dueAt: Ms; lateAt: Ms | null } => {
  let left = openMs;
  let counted = -Infinity;
  for (const wait of waits) {
    const from = Math.max(wait.from, counted);
    if (wait.to === null) return { dueAt: dueAfterMs(hours, from, left), lateAt: null };
    const used = elapsed(hours, from, wait.to);
    if (used > left) return { dueAt: dueAfterMs(hours, from, left), lateAt: wait.to };
    left -= used;
    counted = Math.max(counted, wait.to);
  }
  return { dueAt: never, lateAt: null };
};

/**
 * How much opening time the customer waited before the present wait; less what that has in common with the one before it,
 * so that the resolution has used this and all of the present wait.
 */
export const waitedMs = (hours: Hours | null, waits: readonly Wait[]): Ms => {
  let sum = 0;
  let counted = -Infinity;
  for (const { from, to } of waits) {
    if (to === null) return sum - elapsed(hours, from, Math.max(from, counted));
    sum += elapsed(hours, Math.max(from, counted), to);
    counted = Math.max(counted, to);
  }
  return sum;
};

const frozenBetween = (waits: readonly Wait[]): Span[] =>
  waits.flatMap(({ to }, at): Span[] => {
    const next = waits[at + 1];
    return to !== null && next && next.from > to ? [{ from: to, to: next.from }] : [];
  });

/** The running clock whose deadline comes first; undefined when none runs. */
export const nextOf = (runs: readonly Run[]): Run | undefined => {
  let next: Run | undefined;
  for (const run of runs) {
    if (run.isRunning && run.dueAt < never && (!next || run.dueAt < next.dueAt)) next = run;
  }
  return next;
};

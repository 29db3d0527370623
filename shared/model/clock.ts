import type { CalendarId, PolicyId } from '../ids.ts';
import type { Rule } from '../rule.ts';
import type { Ms } from './time.ts';

/** 0 urgent · 1 high · 2 normal · 3 low: sorts as it reads. */
export type Priority = 0 | 1 | 2 | 3;
export const priorityNames = ['urgent', 'high', 'normal', 'low'] as const;

/** First response of a segment, next response after one, resolution of the segment. */
export const clockKinds = ['first', 'next', 'resolution'] as const;
export type ClockKind = (typeof clockKinds)[number];

/** What the card needs to draw its pill; null when no clock runs. */
export type ClockState = {
  clock: ClockKind;
  startedAt: Ms;
  dueAt: Ms;
  /** From then on it is "soon"; between then and due it turns to "now" (see `shared/sla.ts`). */
  warnAt: Ms;
  policyId: PolicyId;
};

/** Business hours: seven lists (Monday first) of [from, to) minutes of the day, in a time zone, without the holidays. */
export type Calendar = {
  id: CalendarId;
  name: string;
  /** IANA name: `Europe/London`. */
  zone: string;
  week: readonly (readonly (readonly [from: number, to: number])[])[];
  /** Whole days, `2026-12-25`. */
  holidays: readonly { date: string; name: string }[];
  revision: number;
};

/** Minutes by priority (urgent first); null: no such clock. */
export type Targets = Record<
  ClockKind,
  readonly [number | null, number | null, number | null, number | null]
>;

export type Policy = {
  id: PolicyId;
  name: string;
  position: number;
  conditions: Rule;
  targets: Targets;
  /** Null: around the clock. */
  calendarId: CalendarId | null;
  /** Warned when so much of the target is used up. */
  warnPercent: number;
  revision: number;
};

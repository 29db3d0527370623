import { z } from 'zod';
import { calendarId, policyId, threadId, type PolicyId } from '../ids.ts';
import type { ClockKind, Ms } from '../model.ts';
import { rule } from '../rule.ts';
import type { Stay } from '../sla/stayed.ts';
import { gives, request, type Changed } from './request.ts';

/** At most a year: a longer promise is none. */
const minutes = z.number().int().min(1).max(525_600).nullable();
const byPriority = z.tuple([minutes, minutes, minutes, minutes]);

/** What a supervisor sets of a policy. */
export const policyDraft = z.object({
  name: z.string().trim().min(1).max(60),
  conditions: rule,
  targets: z.object({ first: byPriority, next: byPriority, resolution: byPriority }),
  calendarId: calendarId.nullable(),
  warnPercent: z.number().int().min(1).max(100),
});
export type PolicyDraft = z.output<typeof policyDraft>;

export const isZone = (zone: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
};

const span = z
  .tuple([z.number().int().min(0).max(1439), z.number().int().min(1).max(1440)])
  .refine(([from, to]) => from < to);
const day = z
  .array(span)
  .max(6)
  .refine((spans) => spans.every(([from], at) => at === 0 || from >= (spans[at - 1]?.[1] ?? 0)));

const isDate = (date: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/u.test(date) &&
  !Number.isNaN(Date.parse(`${date}T00:00:00Z`)) &&
  new Date(`${date}T00:00:00Z`).toISOString().startsWith(date);

export const calendarDraft = z.object({
  name: z.string().trim().min(1).max(60),
  zone: z.string().max(60).refine(isZone),
  week: z.array(day).length(7),
  holidays: z
    .array(z.object({ date: z.string().refine(isDate), name: z.string().trim().min(1).max(80) }))
    .max(1000),
});
export type CalendarDraft = z.output<typeof calendarDraft>;

/** The most that is read of an iCalendar file. */
export const icsCap = 200_000;

export const clockRequests = {
  /** `revision`: as the window has it; null for one that is new, which is asked first. */
  'policy.save': request(
    z.object({ id: policyId, revision: z.number().int().nullable(), policy: policyDraft }),
    gives<Changed>(),
  ),
  'policy.remove': request(z.object({ id: policyId, revision: z.number().int() }), gives<Changed>()),
  /** All of them, in the order in which they are to be asked. */
  'policy.order': request(z.object({ ids: z.array(policyId).max(200) }), gives<Changed>()),
  'calendar.save': request(
    z.object({ id: calendarId, revision: z.number().int().nullable(), calendar: calendarDraft }),
    gives<Changed>(),
  ),
  'calendar.remove': request(z.object({ id: calendarId, revision: z.number().int() }), gives<Changed>()),
  /** Holidays from an iCalendar file, beside those that are there. */
  'calendar.import': request(
    z.object({ calendarId, ics: z.string().max(icsCap) }),
    gives<Changed & { added: number; from: number; to: number }>(),
  ),
  /** Why the pill of a thread says what it says. `zone`: of the reader, where the clock has none of its own. */
  'clock.explain': request(
    z.object({ threadId, zone: z.string().max(60).refine(isZone).default('UTC') }),
    gives<Explanation>(),
  ),
};

export type Explanation = {
  /** Null: none fits. */
  policy: { id: PolicyId; name: string } | null;
  /** Null: around the clock. */
  calendar: { name: string; zone: string } | null;
  /** Why nothing runs; null while something does. */
  still: string | null;
  clocks: ExplainedClock[];
  breaches: { clock: ClockKind; startedAt: Ms; dueAt: Ms }[];
  /** Whether the newest resolution has stayed for three days; null: never resolved. */
  stay: { state: Stay['state']; pieces: string[] } | null;
};
export type ExplainedClock = {
  clock: ClockKind;
  targetMinutes: number;
  isRunning: boolean;
  startedAt: Ms;
  /** `never` while it stands still. */
  dueAt: Ms;
  /** "started 16:45 Friday", "closed 17:00–09:00", "due Monday 09:15". */
  pieces: string[];
};

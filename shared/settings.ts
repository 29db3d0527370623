import { z } from 'zod';
import { columnDefinition, triageColumns } from './filter.ts';
import { agentId } from './ids.ts';

/** So many columns are on one desk at most. */
export const columnCap = 20;

const columns = z.array(columnDefinition).min(1).max(columnCap);

/** A desk of one's own: a named set of columns. */
const namedDesk = z.object({
  id: z.string().min(1).max(40),
  name: z.string().trim().min(1).max(40),
  columns,
});
export type NamedDesk = z.infer<typeof namedDesk>;

/** Minutes of the day, local time. */
const minuteOfDay = z.number().int().min(0).max(1439);

const notify = z.object({
  /** Nothing; what is about my own work; that, and everything that arrives in a column of mine. */
  tier: z.enum(['off', 'mine', 'all']).default('mine'),
  /** Both or neither: nothing is raised between them, past midnight too. */
  quietFrom: minuteOfDay.nullable().default(null),
  quietUntil: minuteOfDay.nullable().default(null),
  /** What the customer wrote is shown too, on a screen that others may see. */
  isTextShown: z.boolean().default(false),
});

const scheduleRules = z.object({
  /** So many scheduled messages of one account leave on one day (UTC), at most. */
  perDay: z.number().int().min(0).max(100).default(10),
  /** Who stopped everything that is scheduled, and when; null: it leaves as it is due. */
  stopped: z.object({ by: agentId, at: z.number() }).nullable().default(null),
});

/** What this desk remembers for its agent. Every field has a default, so an older file stays readable. */
export const settings = z.object({
  theme: z.enum(['system', 'dark', 'light', 'contrast']).default('dark'),
  /** The columns of Triage. */
  columns: columns.default([...triageColumns]),
  columnWidth: z.number().int().min(320).max(440).default(348),
  paneWidth: z.number().int().min(420).max(720).default(480),
  /** One switch for all single-letter keys. */
  singleKeys: z.boolean().default(true),
  zoom: z.number().min(0.5).max(3).default(1),
  /** Named sets of columns beside Triage: `G` and a digit goes to each. */
  desks: z.array(namedDesk).max(9).default([]),
  /** By command id, the keys that replace the declared ones; an empty list: none. */
  keys: z.record(z.string().max(60), z.array(z.string().min(1).max(40)).max(6)).default({}),
  /** The sounds of all columns together. */
  hasSounds: z.boolean().default(true),
  notify: notify.default(() => notify.parse({})),
  /** What numbers without a country are taken for: two letters; null: where this machine says it is. */
  phoneCountry: z
    .string()
    .regex(/^[A-Z]{2}$/u)
    .nullable()
    .default(null),
  /** What the softphone on this machine listens to. */
  phoneScheme: z.enum(['tel', 'sip']).default('tel'),
  /** The telephone system behind `sip:`; empty: the softphone knows. */
  phoneHost: z
    .string()
    .max(200)
    .regex(/^(?:[a-z\d-]+(?:\.[a-z\d-]+)*)?$/iu)
    .default(''),
  /** A call without an agreed time is due after so many minutes. */
  phoneDueMinutes: z.number().int().min(1).max(1440).default(30),
  /** Numbers are forgotten so many days after the customer gave them. */
  phoneKeptDays: z.number().int().min(1).max(366).default(30),
  /** Pictures are fetched and shown with their messages; else one at a time, when somebody asks. */
  showImages: z.boolean().default(false),
  /** An answer waits so long before it leaves, for second thoughts; 0: it leaves at once. */
  undoSendSeconds: z.number().int().min(0).max(30).default(10),
  /** Words are checked in these languages (`en-GB`); empty: in the system’s own. */
  spellLanguages: z.array(z.string().min(2).max(20)).max(12).default([]),
  /** Set by those who approve, through requests of their own. */
  schedules: scheduleRules.default(() => scheduleRules.parse({})),
  /** Looking at stored messages again may cost so much a day and account, in millionths of a US dollar. */
  recheckMicrosPerDay: z.number().int().min(0).max(1_000_000_000).default(2_000_000),
});
export type Settings = z.infer<typeof settings>;

/** What may not be saved with the rest: it has a right of its own. */
const guarded = 'schedules';

type Shape = Omit<typeof settings.shape, typeof guarded>;
type Bare = { [K in keyof Shape]: z.ZodOptional<ReturnType<Shape[K]['unwrap']>> };

/** What is to be different. `partial()` would fill in the defaults of everything that is not named, and so reset it. */
export const settingsChange = z.object(
  Object.fromEntries(
    Object.entries(settings.shape)
      .filter(([name]) => name !== guarded)
      .map(([name, field]) => [name, field.unwrap().optional()]),
  ) as Bare,
);

import { AppError } from '../../../shared/errors.ts';
import { compileRules, type Matcher } from '../../../shared/fits.ts';
import type { CalendarId, PolicyId } from '../../../shared/ids.ts';
import type { Calendar, Ms, Policy, Targets } from '../../../shared/model.ts';
import type { Rule } from '../../../shared/rule.ts';
import { Tx, type Reader } from '../../db/db.ts';
import { put } from '../../db/put.ts';

/** The only file that writes `policies` and `calendars`. */
export type PolicyRow = {
  id: string;
  name: string;
  position: number;
  /** JSON: `Rule`. */
  conditions: string;
  /** JSON: `Targets`. */
  targets: string;
  calendar_id: string | null;
  warn_percent: number;
  since_at: Ms;
  removed_at: number | null;
  revision: number;
};

export type CalendarRow = {
  id: string;
  name: string;
  zone: string;
  /** JSON, as in `Calendar`. */
  week: string;
  holidays: string;
  removed_at: number | null;
  revision: number;
};

/** In use, in the order in which they are asked. */
export const allPolicies = (db: Reader): Policy[] => policyRows(db).map(policyOf);

export const policyRows = (db: Reader): PolicyRow[] =>
  db.all<PolicyRow>('SELECT * FROM policies WHERE removed_at IS NULL ORDER BY position, id');

export const allCalendars = (db: Reader): Calendar[] =>
  db.all<CalendarRow>('SELECT * FROM calendars WHERE removed_at IS NULL ORDER BY name, id').map(calendarOf);

export const putPolicy = (tx: Tx, row: Omit<PolicyRow, 'revision'>): void => {
  put(tx, 'policies', row);
  books.delete(tx.db);
};

export const putCalendar = (tx: Tx, row: Omit<CalendarRow, 'revision'>): void => {
  put(tx, 'calendars', row);
  books.delete(tx.db);
};

/** A policy with its hours; null: around the clock. */
export type Entry = { policy: Policy; calendar: Calendar | null; sinceAt: Ms };
/** All policies, ready to be asked thousands of times a second. */
export type Book = {
  readonly entries: readonly Entry[];
  /** The place of the first policy that fits. */
  readonly find: Matcher;
};

/** Remembered until one of them is written. */
export const bookOf = (db: Reader): Book => {
  const key = db instanceof Tx ? db.db : db;
  let book = books.get(key);
  if (!book) books.set(key, (book = readBook(db)));
  return book;
};
const books = new WeakMap<object, Book>();

const readBook = (db: Reader): Book => {
  const calendars = new Map(allCalendars(db).map((calendar) => [calendar.id, calendar]));
  const rows = policyRows(db);
  const entries = rows.map((row): Entry => {
    const policy = policyOf(row);
    const calendar = policy.calendarId === null ? undefined : calendars.get(policy.calendarId);
    return { policy, calendar: calendar ?? null, sinceAt: row.since_at };
  });
  return {
    entries,
    find: compileRules(entries.map(({ policy }) => policy.conditions)),
  };
};

/** Throws `not-found` for one that was removed, too. */
export const getPolicyRow = (db: Reader, id: string): PolicyRow => {
  const row = db.find<PolicyRow>('SELECT * FROM policies WHERE id = ? AND removed_at IS NULL', id);
  if (!row) throw new AppError('not-found', 'This policy is no longer in use. Nothing was changed.');
  return row;
};

/** Throws `not-found` for one that was removed, too. */
export const getCalendarRow = (db: Reader, id: string): CalendarRow => {
  const row = db.find<CalendarRow>('SELECT * FROM calendars WHERE id = ? AND removed_at IS NULL', id);
  if (!row) throw new AppError('not-found', 'This calendar is no longer in use. Nothing was changed.');
  return row;
};

export const policyOf = (row: PolicyRow): Policy => ({
  id: row.id as PolicyId,
  name: row.name,
  position: row.position,
  conditions: JSON.parse(row.conditions) as Rule,
  targets: JSON.parse(row.targets) as Targets,
  calendarId: row.calendar_id as CalendarId | null,
  warnPercent: row.warn_percent,
  revision: row.revision,
});

export const calendarOf = (row: CalendarRow): Calendar => ({
  id: row.id as CalendarId,
  name: row.name,
  zone: row.zone,
  week: JSON.parse(row.week) as Calendar['week'],
  holidays: JSON.parse(row.holidays) as Calendar['holidays'],
  revision: row.revision,
});

import type { CalendarId, PolicyId } from '../../../shared/ids.ts';
import type { Calendar, Policy, Targets } from '../../../shared/model.ts';
import type { Rule } from '../../../shared/rule.ts';
import type { Reader, Tx } from '../../db/db.ts';
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
export const allPolicies = (db: Reader): Policy[] =>
  db.all<PolicyRow>('SELECT * FROM policies WHERE removed_at IS NULL ORDER BY position, id').map(policyOf);

export const allCalendars = (db: Reader): Calendar[] =>
  db.all<CalendarRow>('SELECT * FROM calendars WHERE removed_at IS NULL ORDER BY name, id').map(calendarOf);

export const putPolicy = (tx: Tx, row: Omit<PolicyRow, 'revision'>): void => put(tx, 'policies', row);
export const putCalendar = (tx: Tx, row: Omit<CalendarRow, 'revision'>): void => put(tx, 'calendars', row);

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

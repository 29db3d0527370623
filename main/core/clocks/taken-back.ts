import { z } from 'zod';
import { AppError } from '../../../shared/errors.ts';
import type { Inverse } from '../../db/changes.ts';
import type { Reader, Tx } from '../../db/db.ts';
import type { Row } from '../../db/put.ts';
import { taking, type Inverses } from '../inverse.ts';
import { beginRecount } from './recount.ts';
import { getCalendarRow, putCalendar, putPolicy, type CalendarRow, type PolicyRow } from './rows.ts';

type Was = { policies?: readonly PolicyRow[]; calendars?: readonly CalendarRow[] };

/** How policies and calendars stood before a step; one that was new is given as removed. Call it after writing. */
export const restoringClocks = (tx: Tx, { policies = [], calendars = [] }: Was): Inverse => ({
  op: 'clocks.restore',
  input: {
    policies: policies.map((was) => ({ was, now: rowOf(tx, 'policies', was.id) })),
    calendars: calendars.map((was) => ({ was, now: rowOf(tx, 'calendars', was.id) })),
  },
});

const rowOf = (db: Reader, table: 'policies' | 'calendars', id: string): Row | undefined =>
  db.find<Row>(`SELECT * FROM ${table} WHERE id = ?`, id);

const policy = z.object({
  id: z.string(),
  name: z.string(),
  position: z.number(),
  conditions: z.string(),
  targets: z.string(),
  calendar_id: z.string().nullable(),
  warn_percent: z.number(),
  since_at: z.number(),
  removed_at: z.number().nullable(),
});
const calendar = z.object({
  id: z.string(),
  name: z.string(),
  zone: z.string(),
  week: z.string(),
  holidays: z.string(),
  removed_at: z.number().nullable(),
});

const left = z.record(z.string(), z.union([z.string(), z.number(), z.null()]));

export const clockInverses: Inverses = {
  'clocks.restore': taking(
    z.object({
      policies: z.array(z.object({ was: policy, now: left })),
      calendars: z.array(z.object({ was: calendar, now: left })),
    }),
    (tx, { policies, calendars }, at) => {
      for (const { was, now } of policies) assertAsLeft(rowOf(tx, 'policies', was.id), now);
      for (const { was, now } of calendars) assertAsLeft(rowOf(tx, 'calendars', was.id), now);
      for (const { was } of calendars) {
        if (was.removed_at !== null) assertUnused(tx, was.id);
        putCalendar(tx, was);
      }
      for (const { was } of policies) {
        if (was.removed_at === null && was.calendar_id !== null) getCalendarRow(tx, was.calendar_id);
        putPolicy(tx, { ...was, since_at: at });
      }
      beginRecount(tx);
    },
  ),
};

// Since when a policy counts, and how often it was written, follow from other steps too.
const assertAsLeft = (row: Row | undefined, left: Row): void => {
  const isAsLeft = Object.entries(left).every(
    ([column, value]) => column === 'since_at' || column === 'revision' || row?.[column] === value,
  );
  if (isAsLeft) return;
  throw new AppError('moved-on', 'Somebody has changed this since. It stays as it is now.');
};

/** Throws `not-allowed`, naming a policy that counts by this calendar. */
export const assertUnused = (db: Reader, calendarId: string): void => {
  const user = db.find<{ name: string }>(
    'SELECT name FROM policies WHERE calendar_id = ? AND removed_at IS NULL ORDER BY position LIMIT 1',
    calendarId,
  );
  if (!user) return;
  throw new AppError('not-allowed', `“${user.name}” counts by this calendar. Give it another one first.`);
};

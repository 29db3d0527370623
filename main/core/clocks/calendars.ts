import type { Changed, Output, Parsed } from '../../../shared/api.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Ms } from '../../../shared/model.ts';
import type { Tx } from '../../db/db.ts';
import { assertMay } from '../agents.ts';
import { operate, type Desk } from '../desk.ts';
import { assertAt } from './policies.ts';
import { beginRecount } from './recount.ts';
import { calendarOf, getCalendarRow, policyRows, putCalendar, putPolicy, type CalendarRow } from './rows.ts';
import { assertUnused, restoringClocks } from './taken-back.ts';

/** Throws `moved-on` when somebody else saved it meanwhile. */
export const saveCalendar = (desk: Desk, { id, revision, calendar }: Parsed<'calendar.save'>): Changed => {
  assertMay(desk, 'policy.manage');
  const before = revision === null ? undefined : getCalendarRow(desk.db, id);
  if (before) assertAt(before, revision);
  const holidays = calendar.holidays.toSorted((a, b) => (a.date < b.date ? -1 : 1));
  const { seq } = operate(desk, { op: 'calendar.save', by: desk.me, input: { id } }, (tx, at) => {
    const { name, zone, week } = calendar;
    const row = { id, name, zone, week: JSON.stringify(week), holidays: JSON.stringify(holidays) };
    write(tx, { ...row, removed_at: null }, at);
    const was: CalendarRow = before ?? { ...row, removed_at: at, revision: 0 };
    return { value: null, inverse: restoringClocks(tx, { calendars: [was] }) };
  });
  return { seq };
};

/** Throws `not-allowed` while a policy counts by it. */
export const removeCalendar = (desk: Desk, { id, revision }: Parsed<'calendar.remove'>): Changed => {
  assertMay(desk, 'policy.manage');
  const before = getCalendarRow(desk.db, id);
  assertAt(before, revision);
  assertUnused(desk.db, id);
  const { seq } = operate(desk, { op: 'calendar.remove', by: desk.me, input: { id } }, (tx, at) => {
    putCalendar(tx, { ...before, removed_at: at });
    return { value: null, inverse: restoringClocks(tx, { calendars: [before] }) };
  });
  return { seq };
};

/** So many years are read of what repeats: this one and the next two. */
const years = 3;

/**
 * Rejects with `bad-input` when the file can't be read, and changes nothing then. A date that is known gets the new name.
 * What reads such files is large and loaded here alone: a desk that never imports one starts without it.
 */
export const importHolidays = async (
  desk: Desk,
  { calendarId, ics }: Parsed<'calendar.import'>,
): Promise<Output<'calendar.import'>> => {
  assertMay(desk, 'policy.manage');
  const { readHolidays } = await import('./ics.ts');
  const before = getCalendarRow(desk.db, calendarId);
  const known = calendarOf(before).holidays;
  const from = new Date(desk.now()).getUTCFullYear();
  const to = from + years - 1;
  const read = readHolidays(ics, from, to);
  const names = new Map([...known, ...read].map(({ date, name }) => [date, name]));
  if (names.size > 1000) {
    throw new AppError('too-long', 'A calendar holds 1000 holidays at most. Nothing was changed.');
  }
  const holidays = [...names]
    .map(([date, name]) => ({ date, name }))
    .toSorted((a, b) => (a.date < b.date ? -1 : 1));
  const { seq } = operate(
    desk,
    { op: 'calendar.import', by: desk.me, input: { calendarId, holidays: read.length } },
    (tx, at) => {
      write(tx, { ...before, holidays: JSON.stringify(holidays) }, at);
      return { value: null, inverse: restoringClocks(tx, { calendars: [before] }) };
    },
  );
  return { seq, added: names.size - known.length, from, to };
};

/** What was answered before is not judged by other hours. */
const write = (tx: Tx, row: Omit<CalendarRow, 'revision'>, at: Ms): void => {
  putCalendar(tx, row);
  for (const policy of policyRows(tx)) {
    if (policy.calendar_id === row.id) putPolicy(tx, { ...policy, since_at: at });
  }
  beginRecount(tx);
};

import ICAL from 'ical.js';
import { AppError } from '../../../shared/errors.ts';

export type Holiday = { date: string; name: string };

/** No holiday lasts longer; a longer entry is a mistake. */
const longestDays = 62;

/**
 * The whole days of an iCalendar file within these years: single days, several days, and what repeats every year. Times
 * of day are no holidays and left out. Throws `bad-input`, in words, when it is no such file or says nothing of use.
 */
export const readHolidays = (text: string, fromYear: number, toYear: number): Holiday[] => {
  const days = eventsOf(text).flatMap((event) => daysOf(event, fromYear, toYear));
  if (days.length > 0) return days;
  throw new AppError(
    'bad-input',
    `This file has no whole days in ${fromYear}–${toYear}. Nothing was changed.`,
  );
};

const eventsOf = (text: string): ICAL.Event[] => {
  try {
    const calendars: unknown = ICAL.parse(text);
    const all = Array.isArray(calendars) && Array.isArray(calendars[0]) ? calendars : [calendars];
    return all.flatMap((one) => {
      const component = new ICAL.Component(one as []);
      if (component.name !== 'vcalendar') throw new Error('no calendar');
      return component.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
    });
  } catch {
    throw new AppError('bad-input', 'This is not an iCalendar file that can be read. Nothing was changed.');
  }
};

const daysOf = (event: ICAL.Event, fromYear: number, toYear: number): Holiday[] => {
  const { startDate, component } = event;
  if (!startDate?.isDate || component.getFirstPropertyValue('status') === 'CANCELLED') return [];
  const name = event.summary?.trim().slice(0, 80) || 'Holiday';
  const length = Math.max(1, Math.round(event.duration.toSeconds() / 86_400));
  if (length > longestDays) {
    throw new AppError(
      'bad-input',
      `“${name}” lasts ${length} days: that is no holiday. Nothing was changed.`,
    );
  }
  return startsOf(event, name, fromYear, toYear).flatMap((start) =>
    Array.from({ length }, (_, at) => {
      const day = start.clone();
      day.adjust(at, 0, 0, 0);
      return { date: day.toString(), name };
    }).filter(({ date }) => Number(date.slice(0, 4)) >= fromYear && Number(date.slice(0, 4)) <= toYear),
  );
};

const startsOf = (event: ICAL.Event, name: string, fromYear: number, toYear: number): ICAL.Time[] => {
  if (!event.isRecurring()) return [event.startDate];
  const rules = event.component.getAllProperties('rrule').map((one) => one.getFirstValue() as ICAL.Recur);
  // Other rules can be written so that nothing ever fits them, and looking for it would never end.
  if (rules.some(({ freq }) => freq !== 'YEARLY')) {
    throw new AppError(
      'bad-input',
      `“${name}” repeats other than every year. Only yearly holidays can be read; nothing was changed.`,
    );
  }
  const isPlain = rules.every(({ parts }) => Object.keys(parts).length === 0);
  const starts: ICAL.Time[] = [];
  const iterator = event.iterator();
  for (let next = iterator.next(); next && next.year <= toYear; next = iterator.next()) {
    // 29 February is on no other day in other years.
    const isMoved = isPlain && (next.month !== event.startDate.month || next.day !== event.startDate.day);
    if (next.year >= fromYear - 1 && !isMoved) starts.push(next.clone());
  }
  return starts;
};

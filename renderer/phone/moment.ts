import type { Ms } from '../../shared/model.ts';

/** A time as it is typed into a form: so many days from today, at `15:00`; null while it is none. */
export const momentOf = (days: number, time: string, now: Ms): Ms | null => {
  const parts = /^(\d{2}):(\d{2})$/u.exec(time);
  if (!parts) return null;
  const at = new Date(now);
  // Days of the calendar, not of 24 hours: tomorrow at 9 is at 9 on the days on which clocks change, too.
  at.setDate(at.getDate() + days);
  at.setHours(Number(parts[1]), Number(parts[2]), 0, 0);
  return at.getTime();
};

/** The next full half hour, to start from. */
export const halfHourAfter = (now: Ms): string => {
  const at = new Date(Math.ceil((now + 1) / halfHour) * halfHour);
  return `${String(at.getHours()).padStart(2, '0')}:${String(at.getMinutes()).padStart(2, '0')}`;
};

const halfHour = 30 * 60_000;
const weekday = new Intl.DateTimeFormat(undefined, { weekday: 'long' });

/** Today, tomorrow, and the weekdays that follow. */
export const dayNames = (now: Ms): string[] =>
  Array.from({ length: 7 }, (_, days) => {
    const at = new Date(now);
    at.setDate(at.getDate() + days);
    return ['Today', 'Tomorrow'][days] ?? weekday.format(at);
  });

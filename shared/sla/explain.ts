import { never, type Ms } from '../model.ts';
import { closedBetween } from './business.ts';
import type { Run } from './clocks.ts';
import { dayMs, type Hours } from './hours.ts';

/**
 * The number of a pill in words, piece by piece: "started 16:45 Friday", "closed 17:00–09:00", "due Monday 09:15". In the
 * zone of the hours; `zone` is the reader's, for clocks that run around the clock.
 */
export const explain = (run: Run, hours: Hours | null, zone: string): string[] => {
  const words = wordsIn(hours?.zone ?? zone, run);
  const until = run.dueAt === never ? (run.frozen.at(-1)?.to ?? run.startedAt) : run.dueAt;
  return [
    `started ${words.timeFirst(run.startedAt)}`,
    ...closed(run, hours, until, words),
    ...run.frozen.map(
      ({ from, to }) => `waited for the customer ${words.dayFirst(from)}–${words.dayFirst(to)}`,
    ),
    run.dueAt === never ? 'stands still until the customer writes' : `due ${words.dayFirst(run.dueAt)}`,
  ];
};

type Words = { time(at: Ms): string; timeFirst(at: Ms): string; dayFirst(at: Ms): string };

/** Every night is told once, with how often; holidays by their names. */
const closed = (run: Run, hours: Hours | null, until: Ms, words: Words): string[] => {
  if (hours === null) return [];
  const times = new Map<string, number>();
  const spans = closedBetween(hours, run.startedAt, until);
  for (const { from, to } of spans) {
    const text = `${words.time(from)}–${words.time(to)}`;
    times.set(text, (times.get(text) ?? 0) + 1);
  }
  const nights = [...times].map(([text, n]) => `closed ${text}${n > 1 ? ` (${n} times)` : ''}`);
  return [...nights, ...holidaysWithin(hours, run.startedAt, until)];
};

const holidaysWithin = ({ holidays, zone }: Hours, from: Ms, to: Ms): string[] => {
  const date = new Intl.DateTimeFormat('en-CA', { timeZone: zone });
  const [first, last] = [date.format(from), date.format(to)];
  return holidays
    .filter((one) => one.date >= first && one.date <= last)
    .map(({ name }) => `holiday: ${name}`);
};

/** A weekday says enough within six days; beyond that the date is added. */
const wordsIn = (timeZone: string, { startedAt, dueAt }: Run): Words => {
  const isFar = dueAt !== never && Math.abs(dueAt - startedAt) > 6 * dayMs;
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const day = new Intl.DateTimeFormat(
    'en-GB',
    isFar ? { timeZone, weekday: 'long', day: 'numeric', month: 'long' } : { timeZone, weekday: 'long' },
  );
  const time = (at: Ms): string => clock.format(at);
  return {
    time,
    timeFirst: (at) => `${time(at)} ${day.format(at)}`,
    dayFirst: (at) => `${day.format(at)} ${time(at)}`,
  };
};

import { Temporal } from 'temporal-polyfill';
import type { Ms } from '../model/time.ts';
import type { TimeForm } from './mapping.ts';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** `Tue Oct 31 22:10:47 +0000 2017`, as X has always written it in its older words. */
const ofX = /^[A-Z][a-z]{2} ([A-Z][a-z]{2}) (\d{1,2}) (\d{2}):(\d{2}):(\d{2}) ([+-])(\d{2})(\d{2}) (\d{4})$/u;
const iso =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?$/iu;
const local =
  /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?:,?\s+(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\s*([AaPp])\.?[Mm]\.?)?)?$/u;
/** Before the networks there was nothing to import, and nothing is imported from the future by seconds. */
const earliest = Date.UTC(2000, 0, 1);
const latest = Date.UTC(2100, 0, 1);

/** Null: it can't be read, or only in more than one way. @param zone of times that name none. */
export const readTime = (written: string, form: TimeForm, zone: string): Ms | null => {
  const text = written.trim();
  const at = readX(text) ?? readIso(text, zone) ?? readEpoch(text) ?? readLocal(text, form, zone);
  return at !== null && at >= earliest && at < latest ? at : null;
};

const readX = (text: string): Ms | null => {
  const [, month, day, h, m, s, sign, zh, zm, year] = ofX.exec(text) ?? [];
  const place = months.indexOf(month?.toLowerCase() ?? '');
  if (place < 0) return null;
  const parts = { year: Number(year), month: place + 1, day: Number(day), h: Number(h), m: Number(m) };
  const utc = utcOf({ ...parts, s: Number(s) });
  const offset = (Number(zh) * 60 + Number(zm)) * 60_000;
  return utc === null ? null : utc - (sign === '-' ? -offset : offset);
};

const readIso = (text: string, zone: string): Ms | null => {
  const found = iso.exec(text);
  if (!found) return null;
  const [, year, month, day, h = '0', m = '0', s = '0', fraction = '', named] = found;
  const utc = utcOf({
    ...{ year: Number(year), month: Number(month), day: Number(day) },
    ...{ h: Number(h), m: Number(m), s: Number(s) },
  });
  if (utc === null) return null;
  const at = utc + Math.floor(Number(`0.${fraction || '0'}`) * 1000);
  if (named === undefined) return at - offsetOf(at, zone);
  const [, sign, zh, zm] = /^([+-])(\d{2}):?(\d{2})$/u.exec(named) ?? [];
  const offset = sign === undefined ? 0 : (Number(zh) * 60 + Number(zm)) * 60_000;
  return at - (sign === '-' ? -offset : offset);
};

/** Seconds or milliseconds since 1970. */
const readEpoch = (text: string): Ms | null => {
  if (!/^\d{9,13}(?:\.\d+)?$/u.test(text)) return null;
  const value = Number(text);
  return Math.floor(value < 100_000_000_000 ? value * 1000 : value);
};

const readLocal = (text: string, form: TimeForm, zone: string): Ms | null => {
  const found = local.exec(text);
  if (!found) return null;
  const [, a, sign, b, year, h = '0', m = '0', s = '0', half] = found;
  // With points the day is first wherever people write so.
  const isDayFirst = sign === '.' || Number(a) > 12 || (Number(b) <= 12 && form !== 'month-first');
  if (form === 'auto' && sign !== '.' && Number(a) <= 12 && Number(b) <= 12 && a !== b) return null;
  if (form === 'month-first' && sign !== '.' && Number(a) > 12) return null;
  if (form === 'day-first' && Number(b) > 12) return null;
  const hour = half === undefined ? Number(h) : (Number(h) % 12) + (/p/iu.test(half) ? 12 : 0);
  const utc = utcOf({
    ...{ year: Number(year), month: Number(isDayFirst ? b : a), day: Number(isDayFirst ? a : b) },
    ...{ h: hour, m: Number(m), s: Number(s) },
  });
  return utc === null ? null : utc - offsetOf(utc, zone);
};

type Parts = { year: number; month: number; day: number; h: number; m: number; s: number };

/** Null for a day or an hour that does not exist; a leap second is the second before it. */
const utcOf = ({ year, month, day, h, m, s }: Parts): Ms | null => {
  if (h > 23 || m > 59 || s > 60) return null;
  const at = Date.UTC(year, month - 1, day, h, m, Math.min(s, 59));
  const date = new Date(at);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? at : null;
};

/** No zone has ever changed but at a quarter of an hour, so each is asked for once. */
const quarterMs = 900_000;
const offsets = new Map<string, number>();

const offsetOf = (localAsUtc: Ms, zone: string): number => {
  if (zone === 'UTC') return 0;
  const quarter = Math.floor(localAsUtc / quarterMs);
  const key = `${zone} ${quarter}`;
  let offset = offsets.get(key);
  if (offset === undefined) {
    const there = Temporal.Instant.fromEpochMilliseconds(quarter * quarterMs)
      .toZonedDateTimeISO('UTC')
      .toPlainDateTime()
      .toZonedDateTime(zone);
    offset = quarter * quarterMs - there.epochMilliseconds;
    if (offsets.size > 50_000) offsets.clear();
    offsets.set(key, offset);
  }
  return offset;
};

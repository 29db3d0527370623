import type {
  AbandonReason,
  CallOutcome,
  Escalation,
  EscalationState,
  IncomingCall,
  Ms,
} from '../../shared/model.ts';
import type { Shape } from '../ui/mark.tsx';
import { clockTime, isSameDay } from '../ui/time.ts';

export const stateWords: Record<EscalationState, string> = {
  requested: 'Requested',
  booked: 'Booked',
  attempted: 'Attempted',
  done: 'Done',
  abandoned: 'Abandoned',
};

export const outcomeWords: Record<CallOutcome, string> = {
  talked: 'Talked',
  'no-answer': 'No answer',
  busy: 'Busy',
  voicemail: 'Voicemail',
  'wrong-number': 'Wrong number',
  refused: 'Refused',
};

export const reasonWords: Record<AbandonReason, string> = {
  unreachable: 'Can’t be reached',
  'wrong-number': 'The number is wrong',
  declined: 'The customer does not want a call',
  'solved-in-writing': 'Solved in writing',
  'no-longer-needed': 'No longer needed',
  other: 'Another reason',
};

/** How it ended, whichever way. */
export const endWords = (outcome: string | null): string => {
  if (outcome === null) return '';
  if (outcome === 'taken-back') return 'Slip taken back';
  if (outcome === 'merged') return 'Merged with another call';
  if (outcome === 'imported') return 'Open when it was imported';
  return { ...outcomeWords, ...reasonWords }[outcome as CallOutcome | AbandonReason] ?? outcome;
};

/** Why a column of the board is empty, and what would fill it. */
export const emptyWords: Record<EscalationState, { why: string; what: string }> = {
  requested: { why: 'Nobody waits for a call.', what: 'T on a thread asks for one.' },
  booked: { why: 'No time is agreed.', what: 'B on a call books one.' },
  attempted: { why: 'Nobody is to be tried again.', what: 'Calls that were not answered come here.' },
  done: { why: 'No call was made yet.', what: 'A call you wrap up as talked ends here.' },
  abandoned: { why: 'None was given up.', what: 'Calls that came to nothing end here, with the reason.' },
};

const minute = 60_000;
const day = 24 * 60 * minute;
const weekday = new Intl.DateTimeFormat(undefined, { weekday: 'short' });
const date = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short' });

/** What the pill says of a promise: `in 25m`, `15:00`, `Tue 09:00`, `5m late`. */
export const dueWords = (dueAt: Ms, now: Ms): string => {
  const left = dueAt - now;
  if (left <= -day) return `${Math.floor(-left / day)}d late`;
  if (left <= -60 * minute) return `${Math.floor(-left / (60 * minute))}h late`;
  if (left <= -minute) return `${Math.floor(-left / minute)}m late`;
  if (left < minute) return 'now';
  if (left < 60 * minute) return `in ${Math.ceil(left / minute)}m`;
  return whenWords(dueAt, now);
};

/** `15:00`, `Tue 09:00`, `3 Dec 09:00`. */
export const whenWords = (at: Ms, now: Ms): string => {
  if (isSameDay(at, now)) return clockTime(at);
  const isSoon = Math.abs(at - now) < 6 * day;
  return `${(isSoon ? weekday : date).format(at)} ${clockTime(at)}`;
};

export const dueShape = (dueAt: Ms, now: Ms): Shape => {
  const left = dueAt - now;
  if (left < 0) return 'breached';
  if (left <= 5 * minute) return 'now';
  return left <= 30 * minute ? 'soon' : 'fine';
};

/** The window the customer asked for: `15:00–16:00`, `from 15:00`, `any time`. */
export const windowWords = ({ fromAt, untilAt }: Pick<Escalation, 'fromAt' | 'untilAt'>, now: Ms): string => {
  if (fromAt === null) return untilAt === null ? 'any time' : `until ${whenWords(untilAt, now)}`;
  if (untilAt === null) return `from ${whenWords(fromAt, now)}`;
  const until = isSameDay(fromAt, untilAt) ? clockTime(untilAt) : whenWords(untilAt, now);
  return `${whenWords(fromAt, now)}–${until}`;
};

/** `3:07`, `1:02:40`: how long somebody has talked. */
export const lengthWords = (ms: number): string => {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const two = (n: number): string => String(n).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const rest = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return hours > 0 ? `${hours}:${rest}` : rest;
};

const languages = new Intl.DisplayNames(undefined, { type: 'language' });

/** `pl` → `Polish`; the code itself where it is none. */
export const languageName = (lang: string): string => {
  try {
    return languages.of(lang) ?? lang;
  } catch {
    return lang;
  }
};

const countries = new Intl.DisplayNames(undefined, { type: 'region' });

/** What is known of a number nobody is known by: `United Kingdom · 14:03 · rang at 13:58 and 14:01 too`. */
export const ringWords = ({ at, country, isNumber, rangAt }: IncomingCall): string => {
  const before = rangAt.slice(-3).map((time) => whenWords(time, at));
  const more = rangAt.length > before.length ? `${rangAt.length} times before, last ` : '';
  const facts = [
    country === null ? null : countries.of(country),
    clockTime(at),
    isNumber ? null : 'can’t be called back',
    before.length === 0 ? 'first call since the desk was opened' : `rang ${more}at ${joined(before)} too`,
  ];
  return facts.filter(Boolean).join(' · ');
};

const joined = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;

export { closeLine } from '../../shared/close-line.ts';

import { statuses } from '../model.ts';
import { meantDay, plainDay, readDay } from './day.ts';
import { nearest } from './nearest.ts';
import {
  hasValues,
  isValues,
  type DayName,
  type Field,
  type FieldName,
  type Problem,
  type Reading,
} from './query.ts';

/** Why a value is no value, and what to write in its place where that can be guessed. */
export type Refusal = Pick<Problem, 'says'> & { meant?: string };

/** A part's value, or in words why it is none. */
export const readField = (name: FieldName, typed: string, reading: Reading): Field | Refusal => {
  const value = typed.trim();
  switch (name) {
    case 'status':
      return choice(statuses, name, value, (one) => ({ kind: 'field', name, value: one }));
    case 'has':
      return choice(hasValues, name, value, (one) => ({ kind: 'field', name, value: one }));
    case 'is':
      return choice(isValues, name, value, (one) => ({ kind: 'field', name, value: one }));
    case 'lang':
      return tongue(value);
    case 'before':
    case 'after':
    case 'on':
      return day(name, value, reading);
    default:
      return { kind: 'field', name, value };
  }
};

/** What a part is for, and how it is written. */
export const explained: Readonly<Record<FieldName, { means: string; example: string }>> = {
  from: { means: 'who wrote it', example: 'from:mayaok' },
  to: { means: 'whom it went to', example: 'to:hallammobile' },
  account: { means: 'the brand it belongs to', example: 'account:hallammobile' },
  agent: { means: 'who of us wrote it', example: 'agent:AB' },
  assigned: { means: 'who has the thread', example: 'assigned:me' },
  tag: { means: 'a tag of the thread', example: 'tag:refund' },
  status: { means: 'where the thread stands', example: 'status:resolved' },
  lang: { means: 'its language', example: 'lang:pl' },
  before: { means: 'written before that day', example: 'before:2026-03-14' },
  after: { means: 'written on that day or later', example: 'after:yesterday' },
  on: { means: 'written that day, week, month or year', example: 'on:march' },
  has: { means: 'what it comes with', example: 'has:image' },
  is: { means: 'what sort it is', example: 'is:dm' },
};

/** What people say for it elsewhere. */
const meant: Readonly<Record<string, string>> = {
  photo: 'image',
  picture: 'image',
  gif: 'video',
  url: 'link',
  number: 'phone',
  notes: 'note',
  direct: 'dm',
  post: 'public',
  in: 'inbound',
  out: 'outbound',
  sent: 'outbound',
  received: 'inbound',
  removed: 'deleted',
  late: 'breached',
  closed: 'resolved',
  done: 'resolved',
  spam: 'no-action',
  waiting: 'waiting-customer',
};

const choice = <T extends string>(
  choices: readonly T[],
  name: FieldName,
  typed: string,
  make: (value: T) => Field,
): Field | Refusal => {
  const value = typed.toLowerCase().replaceAll(/\s+/gu, '-');
  const found = choices.find((one) => one === value);
  if (found !== undefined) return make(found);
  const guess = choices.find((one) => one === (Object.hasOwn(meant, value) ? meant[value] : null));
  return refusal(
    `${name} can’t be “${shown(typed)}”. It can be ${choices.join(', ')}.`,
    guess ?? nearest(value, choices),
  );
};

const tongues: Readonly<Record<string, string>> = {
  english: 'en',
  german: 'de',
  polish: 'pl',
  french: 'fr',
  spanish: 'es',
  italian: 'it',
  portuguese: 'pt',
  dutch: 'nl',
  arabic: 'ar',
  japanese: 'ja',
  chinese: 'zh',
  thai: 'th',
  hindi: 'hi',
};

const tongue = (typed: string): Field | Refusal => {
  const value = typed.toLowerCase();
  if (/^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3}$/u.test(value)) return { kind: 'field', name: 'lang', value };
  return refusal(
    `“${shown(typed)}” is no code of a language. Codes have two or three letters, such as en or pl.`,
    Object.hasOwn(tongues, value) ? (tongues[value] ?? null) : null,
  );
};

const day = (name: DayName, typed: string, reading: Reading): Field | Refusal => {
  const value = plainDay(typed);
  const span = readDay(value, reading);
  if (span) return { kind: 'field', name, value, ...span };
  return refusal(
    `“${shown(typed)}” is no day that is known here. Write it as 2026-03-14, 14 march, march, yesterday or 7d.`,
    meantDay(value, reading),
  );
};

const refusal = (says: string, guess: string | null): Refusal =>
  guess === null ? { says } : { says, meant: guess };

/** Short, and without what could turn the sentence around it. */
export const shown = (typed: string): string => {
  const plain = typed.replaceAll(/\p{C}/gu, '');
  const letters = [...plain.slice(0, 80)];
  return letters.length > 30 || plain.length > 80 ? `${letters.slice(0, 29).join('')}…` : plain;
};

import type { Attachment, Extras, Ms } from '../../../shared/model.ts';
import { numbersIn } from '../../../shared/phone.ts';
import type { Has } from '../../../shared/search/query.ts';
import type { Reader } from '../../db/db.ts';
import type { MessageRow } from '../messages.ts';
import { indexedText } from './indexed-text.ts';

/** What can be found: a message, a note, what was noted of a call, and why somebody was promised one. */
export const parts = ['message', 'note', 'call', 'promise'] as const;
export type Part = (typeof parts)[number];
/** A message by its place in the order of arrival, everything else by its id. */
export type Ref = number | string;

/** As it goes into the index. */
export type Entry = { part: Part; ref: Ref; at: Ms; text: string; facts: string };

export type IndexedMessage = Pick<
  MessageRow,
  | 'account_id'
  | 'kind'
  | 'role'
  | 'author_id'
  | 'other_id'
  | 'text'
  | 'created_at'
  | 'lang'
  | 'attachments'
  | 'extras'
  | 'gone_at'
  | 'outbox_id'
> & { seq: number };

export const messageColumns =
  'seq, account_id, kind, role, author_id, other_id, text, created_at, lang, attachments, extras, gone_at, outbox_id';

export const messageEntry = (row: IndexedMessage, country: string): Entry => {
  const { text, signed } = indexedText(row.text);
  const facts = [
    ...['all', row.kind, `by:${row.author_id}`, `account:${row.account_id}`],
    ...(row.role === 'context'
      ? []
      : [row.role, `to:${(row.role === 'in' ? row.account_id : row.other_id) ?? ''}`]),
    ...tonguesOf(row.lang),
    ...hasOf(row, country).map((has) => `has:${has}`),
    ...(row.gone_at === null ? [] : ['deleted']),
    ...(row.outbox_id === null ? [] : ['ours']),
    ...signed,
  ];
  return { part: 'message', ref: row.seq, at: row.created_at, text, facts: facts.join(' ') };
};

/** What a message itself has; whether its thread has a note or a call is not told here. */
export const hasOf = (
  row: Pick<IndexedMessage, 'text' | 'attachments' | 'extras'>,
  country: string,
): Has[] => {
  const has: Has[] = [];
  const extras = row.extras === null ? null : (JSON.parse(row.extras) as Extras);
  const attached = row.attachments === null ? [] : (JSON.parse(row.attachments) as Attachment[]);
  if (/https?:\/\/\S/iu.test(row.text) || (extras?.cards.length ?? 0) > 0) has.push('link');
  if (attached.some(({ kind }) => kind === 'photo')) has.push('image');
  if (attached.some(({ kind }) => kind === 'video' || kind === 'gif')) has.push('video');
  // Looking for a number costs more than all the rest; most texts have no seven digits.
  if (sevenDigits.test(row.text) && numbersIn(row.text, country).length > 0) has.push('phone');
  return has;
};

const sevenDigits = /(?:\p{Nd}[^\p{Nd}\p{L}\n]{0,4}){6}\p{Nd}/u;

/** `pt-br` is found by `pt` too. */
const tonguesOf = (lang: string | null): string[] =>
  lang === null
    ? []
    : lang
        .toLowerCase()
        .split('-')
        .map((_, at, all) => `lang:${all.slice(0, at + 1).join('-')}`);

/** Undefined: it is gone, or says nothing. */
export const besideEntry = (db: Reader, part: Exclude<Part, 'message'>, ref: string): Entry | undefined => {
  const row = db.find<{ text: string; at: Ms; by: string }>(besides[part], ref);
  if (!row || row.text === '') return undefined;
  const { text, signed } = indexedText(row.text);
  return { part, ref, at: row.at, text, facts: ['all', 'beside', `agent:${row.by}`, ...signed].join(' ') };
};

const besides = {
  note: 'SELECT text, created_at AS at, agent_id AS "by" FROM notes WHERE id = ? AND removed_at IS NULL',
  call: 'SELECT note AS text, started_at AS at, agent_id AS "by" FROM call_attempts WHERE id = ?',
  promise: 'SELECT summary AS text, requested_at AS at, requested_by AS "by" FROM escalations WHERE id = ?',
} as const;

import type { MessageId } from '../../../shared/ids.ts';
import type { EscalationId } from '../../../shared/ids.ts';
import type { PhoneSlip } from '../../../shared/model.ts';
import { maskNumbers, numbersIn, readable } from '../../../shared/phone.ts';
import type { Reader } from '../../db/db.ts';
import type { Desk } from '../desk.ts';
import { readSettings } from '../settings.ts';
import { getThread, type ThreadRow } from '../threads/rows.ts';
import { countryOf } from './country.ts';
import { liveOf } from './rows.ts';

/** So many of the customer's messages are read for numbers and offered as the place of consent. */
const newest = 30;
/** What one message may take of the summary. */
const quoteLength = 160;

/** What the slip is filled in with. Everything in it the agent may change. */
export const prepareSlip = ({ db }: Desk, threadId: string): PhoneSlip => {
  const thread = getThread(db, threadId);
  const country = countryOf(readSettings(db));
  const written = messagesOf(db, thread, 'in');
  const numbers = written.flatMap(({ id, text }) =>
    numbersIn(text, country).map((e164) => ({ e164, shown: readable(e164), messageId: id as MessageId })),
  );
  return {
    country,
    numbers: numbers.filter(({ e164 }, at) => numbers.findIndex((other) => other.e164 === e164) === at),
    messages: written.map(({ id, text, created_at, kind }) => ({
      id: id as MessageId,
      text: quoted(text),
      at: created_at,
      kind,
    })),
    lang: written.find(({ lang }) => lang !== null)?.lang ?? null,
    // A number stands in one place, and what is written about a call is another.
    summary: maskNumbers(summaryOf(db, thread, written), country),
    live: (liveOf(db, threadId)?.id ?? null) as EscalationId | null,
  };
};

type Said = { id: string; text: string; created_at: number; kind: 'post' | 'dm'; lang: string | null };

/** Newest first, by the network's time. */
const messagesOf = (db: Reader, { id }: ThreadRow, role: 'in' | 'out'): Said[] =>
  db.all<Said>(
    'SELECT id, text, created_at, kind, lang FROM messages WHERE thread_id = ? AND role = ? ' +
      `ORDER BY created_at DESC, id DESC LIMIT ${newest}`,
    id,
    role,
  );

/** Who it is, what they wrote (newest first), what we answered, what it is about: the same thread, the same words. */
const summaryOf = (db: Reader, thread: ThreadRow, written: readonly Said[]): string => {
  const who = db.find<{ name: string; handle: string }>(
    'SELECT name, handle FROM identities WHERE id = ?',
    thread.identity_id,
  );
  const answers = messagesOf(db, thread, 'out');
  const tags = db.all<{ name: string }>(
    'SELECT t.name FROM thread_tags x JOIN tags t ON t.id = x.tag_id AND t.removed_at IS NULL ' +
      'WHERE x.thread_id = ? ORDER BY t.name',
    thread.id,
  );
  return [
    who ? `${who.name} (@${who.handle})` : '',
    ...written.slice(0, 3).map(({ text }) => `Wrote: ${quoted(text)}`),
    ...answers.slice(0, 2).map(({ text }) => `We said: ${quoted(text)}`),
    tags.length > 0 ? `About: ${tags.map(({ name }) => name).join(', ')}` : '',
  ]
    .filter(Boolean)
    .join('\n');
};

/** One line, without the mentions it began with. */
const quoted = (text: string): string => {
  const line = text
    .replace(/^(?:@\w+\s+)+/u, '')
    .replace(/\s+/gu, ' ')
    .trim();
  const letters = [...line];
  return letters.length <= quoteLength ? line : `${letters.slice(0, quoteLength - 1).join('')}…`;
};

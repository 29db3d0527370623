import { csvLine } from '../../../shared/archive/csv.ts';
import type { Db } from '../../db/db.ts';
import { getThread, type ThreadRow } from '../threads/rows.ts';
import { goneWords } from './gone-words.ts';
import type { Ledger } from './ledger.ts';
import type { People } from './mask.ts';
import { namesIn, type Names } from './names.ts';
import type { MessageRecord } from './read-messages.ts';
import { spokenIn, type Aside } from './spoken.ts';

/** As they stand in the first line. Nothing is ever taken out or moved: sheets are built on it. */
export const csvColumns = [
  'thread',
  'account',
  'customer',
  'customer_name',
  'status',
  'tags',
  'time_utc',
  'kind',
  'direction',
  'author',
  'author_name',
  'written_by',
  'text',
  'language',
  'edited',
  'gone',
  'gone_at_utc',
  'attachments',
  'reply_to',
  'message',
  'link',
] as const;
type Row = Record<(typeof csvColumns)[number], string>;

export type CsvLine = { line: string; isMessage: boolean };

/** One line for each message, and for each thing colleagues wrote beside it. */
export function* csvLines(db: Db, ledger: Ledger, people: People, hasNotes: boolean): Generator<CsvLine> {
  yield { line: csvLine(csvColumns), isMessage: false };
  const names = namesIn(db);
  for (const { id, isFirst } of ledger.threads()) {
    const thread = getThread(db, id);
    const common = commonOf(thread, names, people);
    const called = [names.identity(thread.identity_id).name, names.identity(thread.identity_id).handle];
    for (const { message, aside } of spokenIn(db, thread, { hasNotes, isFirst })) {
      const row = message
        ? messageCells(message, names, people, called)
        : asideCells(aside, names, people, called);
      const cells: Row = { ...common, ...row };
      yield { line: csvLine(csvColumns.map((column) => cells[column])), isMessage: message !== null };
    }
  }
}

type Common = Pick<Row, 'thread' | 'account' | 'customer' | 'customer_name' | 'status' | 'tags'>;
type Own = Omit<Row, keyof Common>;

const commonOf = (thread: ThreadRow, names: Names, people: People): Common => {
  const customer = names.identity(thread.identity_id);
  return {
    thread: thread.id,
    account: names.account(thread.account_id).handle,
    customer: people.handle(customer),
    customer_name: people.name(customer),
    status: thread.status,
    tags: (JSON.parse(thread.tags) as string[]).flatMap((id) => names.tag(id) ?? []).join(', '),
  };
};

const messageCells = (
  message: MessageRecord,
  names: Names,
  people: People,
  called: readonly string[],
): Own => {
  const author = names.identity(message.authorId);
  const isPublic = message.kind === 'post';
  const isLinked = isPublic && !people.isMasked && message.gone === null;
  return {
    time_utc: utc(message.createdAt),
    kind: isPublic ? 'post' : 'direct message',
    direction: message.direction,
    author: people.handle(author),
    author_name: people.name(author),
    written_by: message.sent ? names.agent(message.sent.by).name : '',
    text: people.text(message.text, called),
    language: message.lang ?? '',
    edited: message.versionId === message.remoteId ? '' : 'edited',
    gone: message.gone ? goneWords[message.gone.because] : '',
    gone_at_utc: message.gone ? utc(message.gone.at) : '',
    attachments: people.isMasked
      ? message.attachments.map(({ kind }) => kind).join(' ')
      : message.attachments.map(({ kind, url }) => url ?? kind).join(' '),
    reply_to: people.isMasked ? '' : (message.inReplyTo ?? ''),
    message: people.isMasked ? '' : message.id,
    link: isLinked
      ? `https://x.com/${encodeURIComponent(author.handle)}/status/${encodeURIComponent(message.versionId)}`
      : '',
  };
};

const asideCells = (aside: Aside, names: Names, people: People, called: readonly string[]): Own => ({
  ...{ language: '', edited: '', gone: '', gone_at_utc: '', attachments: '', reply_to: '' },
  ...{ message: '', link: '', author: '', author_name: '' },
  time_utc: utc(aside.at),
  kind: aside.kind,
  direction: 'internal',
  written_by: names.agent(aside.by).name,
  text: people.text(aside.text, called),
});

const utc = (at: number): string => new Date(at).toISOString();

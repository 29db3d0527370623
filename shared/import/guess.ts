import { csvFields, type CsvField, type CsvMapping, type TimeForm } from './mapping.ts';
import { readTime } from './time.ts';

/** Words that a column of this meaning is headed with, the likeliest first; compared without case, spaces and signs. */
const heads: Record<CsvField, readonly string[]> = {
  id: ['tweetid', 'messageid', 'postid', 'id', 'statusid', 'idstr'],
  author: ['authorid', 'author', 'username', 'user', 'handle', 'screenname', 'from', 'sender', 'senderid'],
  text: ['text', 'message', 'body', 'content', 'fulltext', 'tweet'],
  time: ['createdat', 'time', 'date', 'timestamp', 'sentat', 'datetime', 'created'],
  inbound: ['inbound', 'direction', 'isinbound', 'incoming'],
  replyTo: ['inresponsetotweetid', 'inreplyto', 'inreplytostatusid', 'replyto', 'replytoid', 'parentid'],
  to: ['to', 'recipient', 'recipientid', 'toid'],
  brand: ['brand', 'account', 'company'],
  kind: ['kind', 'type', 'channel'],
  name: ['name', 'displayname', 'authorname', 'fullname'],
  lang: ['lang', 'language'],
};

const plain = (head: string): string => head.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');

/** What the columns mean, by their heads and, where heads say nothing of the time, by what is in them. */
export const guessColumns = (
  header: readonly string[],
  rows: readonly (readonly string[])[],
): CsvMapping['columns'] => {
  const names = header.map(plain);
  const taken = new Set<number>();
  const columns: CsvMapping['columns'] = {};
  for (const field of csvFields) {
    const found = heads[field].map((head) => names.indexOf(head)).find((at) => at >= 0 && !taken.has(at));
    if (found === undefined) continue;
    columns[field] = found;
    taken.add(found);
  }
  if (columns.time === undefined) {
    const isTime = (at: number): boolean =>
      rows.length > 0 && rows.every((row) => /\d.*\D.*\d/u.test(row[at] ?? '') && readsAsTime(row[at] ?? ''));
    const found = names.findIndex((_, at) => !taken.has(at) && isTime(at));
    if (found >= 0) columns.time = found;
  }
  return columns;
};

const readsAsTime = (text: string): boolean =>
  readTime(text, 'day-first', 'UTC') !== null || readTime(text, 'month-first', 'UTC') !== null;

/** Which of day and month comes first, where one of the rows can tell; else as most of the world writes it. */
export const guessTimeForm = (times: readonly string[]): TimeForm => {
  // What can be read in no way says nothing of the others.
  const isOpen = times.some((time) => readTime(time, 'auto', 'UTC') === null && readsAsTime(time));
  if (!isOpen) return 'auto';
  const fails = (form: TimeForm): number =>
    times.filter((time) => time.trim() !== '' && readTime(time, form, 'UTC') === null).length;
  return fails('month-first') < fails('day-first') ? 'month-first' : 'day-first';
};

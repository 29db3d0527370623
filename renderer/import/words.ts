import type { ImportPreview, ImportState } from '../../shared/api/import.ts';
import type { CsvField, ImportKind, TimeForm } from '../../shared/import/mapping.ts';
import type { Ms } from '../../shared/model.ts';

const count = new Intl.NumberFormat('en');
const day = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short', year: 'numeric' });
const moment = new Intl.DateTimeFormat(undefined, {
  ...{ day: 'numeric', month: 'short', year: 'numeric' },
  ...{ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
});

export const many = (n: number, one: string, more = `${one}s`): string =>
  `${count.format(n)} ${n === 1 ? one : more}`;
export const momentWords = (at: Ms): string => moment.format(at);

export const kindWords: Record<ImportKind, string> = {
  csv: 'A table (CSV)',
  'earshot-archive': 'An archive of Earshot (JSON Lines)',
  'x-archive': 'An archive of X (zip)',
};

export const fieldWords: Record<CsvField, string> = {
  author: 'Who wrote it',
  text: 'What it says',
  time: 'When',
  id: 'Its id',
  replyTo: 'The id it answers',
  inbound: 'From a customer or the brand',
  to: 'To whom',
  brand: 'Which brand it concerns',
  kind: 'Post or direct message',
  name: 'The author’s full name',
  lang: 'Language',
};

export const timeFormWords: Record<TimeForm, string> = {
  auto: 'As it stands there',
  'day-first': 'Day before month (31/10/2026)',
  'month-first': 'Month before day (10/31/2026)',
};

export const spanWords = ({ from, to }: Pick<ImportPreview, 'from' | 'to'>): string => {
  if (from === null || to === null) return 'no time';
  const [first, last] = [day.format(from), day.format(to)];
  return first === last ? first : `${first} to ${last}`;
};

/** What becomes of the threads. */
export const threadWords = ({ threads, openThreads }: ImportPreview): string => {
  const over = threads - openThreads;
  if (openThreads === 0)
    return `${many(threads, 'thread')}, all of them history: they come closed, and wake nobody`;
  return `${many(over, 'thread')} come closed, as history; ${many(openThreads, 'thread')} of the last three days come open, as work`;
};

export const refusedWords = (count: number, firstRow: number): string =>
  count === 1
    ? `Row ${firstRow} is refused`
    : `${many(count, 'row')} are refused, the first is row ${firstRow}`;

/** How an import that is not under way stands. */
export const stateWords = ({ state, added, refused, reason }: ImportState): string => {
  const parts = [many(added, 'message')];
  if (refused > 0) parts.push(`${many(refused, 'row')} refused`);
  const words = parts.join(', ');
  switch (state) {
    case 'running':
      return `Being imported: ${words} so far.`;
    case 'stopped':
      return `Stopped after ${words}.`;
    case 'failed':
      return `Failed after ${words}. ${reason ?? ''}`;
    case 'done':
      return `${words}.`;
  }
};

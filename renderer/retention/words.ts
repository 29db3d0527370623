import type { RetentionPreview, Retention } from '../../shared/api/retention.ts';
import { dayName } from '../ui/time.ts';

const number = new Intl.NumberFormat('en');
const full = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
const some = (n: number, one: string): string => `${number.format(n)} ${n === 1 ? one : `${one}s`}`;

/** `Would remove 1,204 threads, 9,311 messages, the oldest of 3 March 2024. 12 are on hold and stay.` */
export const previewWords = ({ threads, messages, directs, oldestAt, held }: RetentionPreview): string => {
  const gone =
    threads > 0 &&
    `${some(threads, 'thread')}, ${some(messages, 'message')}${oldestAt === null ? '' : `, the oldest of ${full.format(oldestAt)}`}`;
  const emptied = directs > 0 && `the words of ${some(directs, 'direct message')}`;
  const both = [gone, emptied].filter(Boolean).join('; and ');
  const stays =
    held > 0
      ? ` ${number.format(held)} ${held === 1 ? 'is' : 'are'} on hold and ${held === 1 ? 'stays' : 'stay'}.`
      : '';
  return `${both === '' ? 'Would remove nothing now.' : `Would remove ${both}.`}${stays}`;
};

export const lastWords = (last: Retention['last'], now: number): string => {
  if (last === null) return 'Nothing has been removed by age on this desk so far.';
  const { threads, messages, directs, endedAt } = last;
  const what = [
    threads > 0 && `${some(threads, 'thread')} with ${some(messages, 'message')}`,
    directs > 0 && `the words of ${some(directs, 'direct message')}`,
  ].filter(Boolean);
  const removed = what.length === 0 ? 'nothing was due' : `removed ${what.join(' and ')}`;
  return endedAt === null
    ? `Going on now: ${removed} so far.`
    : `Looked last ${dayName(endedAt, now).toLowerCase()}: ${removed}.`;
};

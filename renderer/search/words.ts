import type { Hit } from '../../shared/api/search.ts';
import type { Ms } from '../../shared/model.ts';
import { isSameDay } from '../ui/time.ts';
import type { Shown } from './store.ts';

const sameYear = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short' });
const otherYear = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short', year: 'numeric' });

/** The day, as short as it can be told: `Today`, `3 Mar`, `3 Mar 2024`. */
export const dayWords = (at: Ms, now: Ms): string => {
  if (isSameDay(at, now)) return 'Today';
  const isThisYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  return (isThisYear ? sameYear : otherYear).format(at);
};

/** What it is and who wrote it, where that is not the customer in public. */
export const whatWords = ({ part, message }: Hit, by: string | null, customer: string): string => {
  const ours = by === null ? '' : ` by ${by}`;
  switch (part) {
    case 'note':
      return `Note${ours}`;
    case 'call':
      return `Noted of a call${ours}`;
    case 'promise':
      return `A call was promised${ours}`;
    case 'message': {
      if (!message) return '';
      const kind = message.kind === 'dm' ? 'Direct message' : null;
      if (message.direction === 'out') return `${kind ?? 'Answer'}${ours === '' ? ' of the brand' : ours}`;
      const who = message.handle === customer ? null : `@${message.handle}`;
      return [kind, who].filter((one) => one !== null).join(' · ');
    }
  }
};

const count = (n: number, one: string): string => `${n.toLocaleString('en')} ${n === 1 ? one : `${one}s`}`;

/** How much was found, and what that does not say. */
export const foundWords = ({ threads, next, isCut, isCapped, order }: Shown): string => {
  const places = threads.reduce((sum, { hits }) => sum + hits.length, 0);
  if (places === 0) return isCut ? 'Nothing found in two seconds of looking.' : 'Nothing found.';
  const all = new Set(threads.map(({ threadId }) => threadId)).size;
  const found = `${count(places, 'place')} in ${count(all, 'thread')}`;
  if (order === 'best') {
    if (isCut) return `${found}, the best of what two seconds of looking found.`;
    return isCapped ? `${found}, the best of the newest 400 found.` : `${found}, the best first.`;
  }
  if (isCut) return `${found} in two seconds of looking; there may be more.`;
  return next === null ? `${found}.` : `${found}, and more.`;
};

export const indexWords = ({ indexed, of }: { indexed: number; of: number }): string =>
  `${indexed.toLocaleString('en')} of ${of.toLocaleString('en')} messages can be found so far.`;

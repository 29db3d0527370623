import type { Ms } from '../../shared/model.ts';
import type { Shape } from '../ui/mark.tsx';
import { age } from '../ui/time.ts';

export type ClockId = '15m' | '1h' | '4h' | 'today';

/** Until when an answer is wanted. */
export const clocks: readonly { value: ClockId; label: string }[] = [
  { value: '15m', label: '15 minutes' },
  { value: '1h', label: '1 hour' },
  { value: '4h', label: '4 hours' },
  { value: 'today', label: 'Today' },
];

const minute = 60_000;
const lengths: Record<Exclude<ClockId, 'today'>, Ms> = {
  '15m': 15 * minute,
  '1h': 60 * minute,
  '4h': 240 * minute,
};

/** The end of the day is midnight here; within its last minutes it still leaves a quarter of an hour. */
export const dueFrom = (clock: ClockId, now: Ms): Ms =>
  clock === 'today'
    ? Math.max(new Date(now).setHours(23, 59, 59, 0), now + lengths['15m'])
    : now + lengths[clock];

/** `due in 48m`, `12m over`. */
export const dueWords = (dueAt: Ms, now: Ms): string => {
  const left = dueAt - now;
  if (left <= 0) return left > -minute ? 'due now' : `${age(dueAt, now)} over`;
  // An hour is an hour until a minute of it is gone.
  return `due in ${age(now - Math.ceil(left / minute) * minute, now)}`;
};

/** The same shapes as a customer's clock: half of the time gone, four fifths gone, over. */
export const dueShape = ({ askedAt, dueAt }: { askedAt: Ms; dueAt: Ms }, now: Ms): Shape => {
  if (now >= dueAt) return 'breached';
  const gone = (now - askedAt) / (dueAt - askedAt);
  return gone > 0.8 ? 'now' : gone > 0.5 ? 'soon' : 'fine';
};

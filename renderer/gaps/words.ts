import type { Gap, Ms } from '../../shared/model.ts';
import { clockTime, dayName, exactTime, isSameDay } from '../ui/time.ts';

const what: Record<Gap['stream'], string> = {
  mentions: 'Messages',
  direct: 'Direct messages',
  own: 'The brand’s own posts',
};

type Told = Pick<Gap, 'stream' | 'kind' | 'from' | 'until' | 'reason'>;

/** "Messages from 10:02 to 13:40 may be missing", and why; or that they are on their way. */
export const gapWords = (gap: Told, now: Ms): { span: string; why: string } => {
  const span = `${what[gap.stream]} ${spanWords(gap.from, gap.until, now)}`;
  return gap.kind === 'fetching'
    ? { span: `${span} are being fetched, newest first.`, why: '' }
    : { span: `${span} may be missing.`, why: gap.reason };
};

const spanWords = (from: Ms | null, until: Ms, now: Ms): string => {
  if (from === null) return `before ${moment(until, now)}`;
  const isOneDay = isSameDay(from, until);
  if (isOneDay && exactTime(from) === exactTime(until)) return `of ${moment(from, now, exactTime)}`;
  // Within a minute both ends would read the same.
  if (isOneDay && clockTime(from) === clockTime(until)) {
    return `from ${moment(from, now, exactTime)} to ${exactTime(until)}`;
  }
  return `from ${moment(from, now)} to ${isOneDay ? clockTime(until) : moment(until, now)}`;
};

const moment = (at: Ms, now: Ms, time = clockTime): string => {
  const day = dayName(at, now);
  if (day === 'Today') return time(at);
  return `${day === 'Yesterday' ? 'yesterday' : day} ${time(at)}`;
};

import type { Gap, Ms } from '../../shared/model.ts';
import { clockTime, dayName, isSameDay } from '../ui/time.ts';

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
  return `from ${moment(from, now)} to ${isOneDay ? clockTime(until) : moment(until, now)}`;
};

const moment = (at: Ms, now: Ms): string => {
  const day = dayName(at, now);
  if (day === 'Today') return clockTime(at);
  return `${day === 'Yesterday' ? 'yesterday' : day} ${clockTime(at)}`;
};

import type { Ms } from '../../shared/model.ts';
import { clockTime, isSameDay } from '../ui/time.ts';

const day = new Intl.DateTimeFormat(undefined, { weekday: 'short', day: 'numeric', month: 'short' });

/** `14:03` today, `Tue, 24 Nov 09:00` on another day. */
export const dayTime = (at: Ms): string =>
  isSameDay(at, Date.now()) ? clockTime(at) : `${day.format(at)} ${clockTime(at)}`;

import type { Ms } from '../../shared/model.ts';

/** A day of this machine, as a date field has it. */
export const dayOf = (at: Ms): string => {
  const day = new Date(at);
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
};

/** Its first moment; undefined: no day. */
export const msOf = (day: string): Ms | undefined => {
  const at = new Date(`${day}T00:00:00`).getTime();
  return Number.isNaN(at) ? undefined : at;
};

/** The first moment after it, however long the day is. */
export const dayAfter = (day: string): Ms | undefined => {
  const at = msOf(day);
  return at === undefined ? undefined : new Date(at).setHours(24, 0, 0, 0);
};

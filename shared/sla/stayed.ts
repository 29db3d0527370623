import type { Ms } from '../model.ts';

/** The third measure of a resolution, beside the first and the full one: it holds only if nothing brings the thread back. */
export const stayHours = 72;
const stayMs = stayHours * 3_600_000;

/**
 * Whether a thread stayed closed for three days, around the clock: a customer who comes back does not mind our hours.
 * `open`: too early to say.
 */
export type Stay = {
  state: 'open' | 'stayed' | 'reopened';
  closedAt: Ms;
  /** From when on it has stayed. */
  stayedAt: Ms;
  /** Null: nothing has brought it back. */
  reopenedAt: Ms | null;
};

/** Of one closing and of what came after it. A message that crossed the closing on its way reopens at the moment of closing. */
export const stayOf = (closedAt: Ms, reopenedAt: Ms | null, now: Ms): Stay => {
  const stayedAt = closedAt + stayMs;
  const back = reopenedAt === null ? null : Math.max(reopenedAt, closedAt);
  const isBack = back !== null && back <= stayedAt;
  const state = isBack ? 'reopened' : now > stayedAt ? 'stayed' : 'open';
  return { state, closedAt, stayedAt, reopenedAt: back };
};

/** In the zone of the reader, piece by piece: "closed Friday 20 November 14:03", "stayed closed for 72 hours". */
export const explainStay = ({ state, closedAt, stayedAt, reopenedAt }: Stay, zone: string): string[] => {
  const moment = momentIn(zone);
  return [
    `closed ${moment(closedAt)}`,
    ...(state === 'stayed' ? [`stayed closed for ${stayHours} hours`] : []),
    ...(state === 'open' ? [`stays resolved from ${moment(stayedAt)}, unless it is reopened before`] : []),
    ...(reopenedAt === null ? [] : [`reopened ${moment(reopenedAt)}`]),
    ...(state === 'reopened' ? [`did not stay closed for ${stayHours} hours`] : []),
  ];
};

const momentIn = (timeZone: string): ((at: Ms) => string) => {
  const day = new Intl.DateTimeFormat('en-GB', { timeZone, weekday: 'long', day: 'numeric', month: 'long' });
  const time = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  return (at) => `${day.format(at)} ${time.format(at)}`;
};

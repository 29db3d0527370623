import type { Ms } from '../../../../shared/model.ts';

/** Times as they are read on paper: with their zone, for nobody knows later where it was printed. */
export type Times = { long(at: Ms): string; iso(at: Ms): string };

export const zoneTimes = (zone: string): Times => {
  const long = new Intl.DateTimeFormat('en-GB', {
    ...{ day: 'numeric', month: 'short', year: 'numeric' },
    ...{ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
    ...{ timeZone: zone, timeZoneName: 'short' },
  });
  return { long: (at) => long.format(at), iso: (at) => new Date(at).toISOString() };
};

import type { IncomingHttpHeaders } from 'node:http';
import type { Ms } from '../../../shared/model.ts';
import type { Budget } from '../provider.ts';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

const prefixes = ['x-rate-limit', 'x-user-limit-24hour', 'x-app-limit-24hour'] as const;

/** The quarter-hour of this call, and the tighter of the two 24-hour windows (the user's, the app's). */
export const budgetOf = (headers: IncomingHttpHeaders): Budget => {
  const [quarter = unknownWindow, ...days] = prefixes.map((prefix) => windowOf(headers, prefix));
  const told = days.flatMap(({ left, limit, resetAt }) =>
    left === null || limit === null || resetAt === null ? [] : [{ left, limit, resetAt }],
  );
  return { ...quarter, day: told.toSorted((a, b) => a.left - b.left)[0] ?? null };
};

type Window = Omit<Budget, 'day'>;
const unknownWindow: Window = { left: null, limit: null, resetAt: null };
export const unknownBudget: Budget = { ...unknownWindow, day: null };

/** When a refused call may be tried again. A 429 with calls left in the quarter-hour means a 24-hour window is used up. */
export const retryAtOf = (headers: IncomingHttpHeaders, now: Ms): Ms => {
  const [quarter, ...days] = prefixes.map((prefix) => windowOf(headers, prefix));
  const usedUp = days.filter(({ left }) => left === 0);
  const guilty =
    quarter?.left === 0 || days.every(({ resetAt }) => resetAt === null)
      ? [quarter]
      : usedUp.length > 0
        ? usedUp
        : days;
  const resets = [...guilty, ...usedUp].flatMap((window) => window?.resetAt ?? []);
  if (resets.length > 0) return sensible(Math.max(...resets), now);
  const seconds = numberIn(headers, 'retry-after');
  return now + (seconds === null ? minuteMs : seconds * 1000);
};

const windowOf = (headers: IncomingHttpHeaders, prefix: string): Window => {
  const resetSeconds = numberIn(headers, `${prefix}-reset`);
  return {
    left: numberIn(headers, `${prefix}-remaining`),
    limit: numberIn(headers, `${prefix}-limit`),
    resetAt: resetSeconds === null ? null : resetSeconds * 1000,
  };
};

// A reset in the past means that our clock runs ahead: asking at once, again and again, would not help.
const sensible = (resetAt: Ms, now: Ms): Ms =>
  resetAt > now ? Math.min(resetAt, now + dayMs) : now + minuteMs / 2;

const numberIn = (headers: IncomingHttpHeaders, name: string): number | null => {
  const value = headers[name];
  if (typeof value !== 'string' || !/^\d{1,13}$/.test(value)) return null;
  return Number(value);
};

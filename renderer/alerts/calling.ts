import type { Alert } from '../../shared/model.ts';

/** Those nobody has taken note of yet, the oldest first. */
export const calling = (alerts: readonly Alert[]): Alert[] =>
  alerts.filter(({ acknowledgedAt, endedAt }) => acknowledgedAt === null && endedAt === null);

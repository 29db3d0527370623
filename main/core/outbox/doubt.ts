import type { OutboxRow } from './rows.ts';

/** Longer than the network's slowest processing: reading back sooner could miss a post that is still on its way. */
export const settleMs = 30_000;
/** So many readings back must miss a post before it counts as surely absent. */
export const checksNeeded = 3;
/** When a person has to decide, the desk goes on looking, in case it turns up: so often. */
export const againMs = 10 * 60_000;

/** When to look next after so many complete readings without a find. */
export const nextLook = (checks: number): number =>
  checks < checksNeeded ? settleMs * 2 ** checks : againMs;

/**
 * The readings are over, and it is neither there nor surely absent: something nearly the same is there, or the network says
 * that it has this text, or it waited in a backup and may have been taken back since. Only a person who looks can know.
 */
export const isUpToPeople = (row: Pick<OutboxRow, 'checks' | 'code'>, near: number): boolean =>
  row.checks >= checksNeeded && (near > 0 || row.code === 'duplicate' || row.code === 'restored');

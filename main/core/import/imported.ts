import { importedReason } from '../../../shared/import/mapping.ts';
import type { Ms } from '../../../shared/model.ts';
import { reopenWindowMs } from '../threads/place.ts';
import type { ThreadRow } from '../threads/rows.ts';

/** It was over before it came to this desk, and nobody here has touched that since. */
export const isImported = ({ is_open, reason }: ThreadRow): boolean =>
  is_open === 0 && reason === importedReason;

/** Too long ago for anybody to be waiting: it is history, never work. */
export const isPast = (newest: Ms, now: Ms): boolean => newest < now - reopenWindowMs;

/**
 * As a thread stands that is history: this desk took no action, and nobody waits. By its own time, so that it is not among what
 * was closed today.
 */
export const asPast = (lastAt: Ms) =>
  ({
    is_open: 0,
    status: 'no-action',
    reason: importedReason,
    closed_at: lastAt,
    cleared_until: lastAt,
    snoozed_until: null,
    return_at: null,
  }) as const;

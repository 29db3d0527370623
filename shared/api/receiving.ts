import { z } from 'zod';
import { accountId, alertId, gapId, messageId } from '../ids.ts';
import type { MessageVersion, Quarantined } from '../model.ts';
import { gives, request, type Changed } from './request.ts';

/** What may be missing, what went quiet, what could not be read, and what was changed at its source. */
export const receivingRequests = {
  /** Somebody has taken note of a span that may be missing: it is no longer shown. */
  'gap.note': request(z.object({ id: gapId }), gives<Changed>()),
  /** Somebody knows of it: the alert stays until it is over, but calls no longer. */
  'alert.acknowledge': request(z.object({ id: alertId }), gives<Changed>()),
  /** The newest first; `count` says how many there are in all. */
  'quarantine.list': request(z.object({ accountId }), gives<{ items: Quarantined[]; count: number }>()),
  /** Reads them once more with this program: `read` were taken in, `left` could not be read again. */
  'quarantine.retry': request(z.object({ accountId }), gives<{ read: number; left: number }>()),
  /** What an edited message said before, oldest first; nothing of a message that is gone. */
  'message.versions': request(z.object({ messageId }), gives<MessageVersion[]>()),
};

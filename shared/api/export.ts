import { z } from 'zod';
import { exportFormats } from '../archive/formats.ts';
import { customerId, jobId, threadId } from '../ids.ts';
import type { JobId } from '../ids.ts';
import { isZone } from './clocks.ts';
import { gives, request } from './request.ts';

const zone = z.string().max(60).refine(isZone);

/** Whole threads, whichever way they are named. */
export const exportScope = z.discriminatedUnion('what', [
  z.object({ what: z.literal('thread'), threadId }),
  /** Every thread in which something is found; days begin at midnight in the zone of the export. */
  z.object({ what: z.literal('search'), text: z.string().trim().min(1).max(4000) }),
  z.object({ what: z.literal('customer'), customerId }),
]);
export type ExportScope = z.infer<typeof exportScope>;

export const exportAsked = z.object({
  scope: exportScope,
  format: z.enum(exportFormats),
  /** In which times are told to people. */
  zone,
  /** With what colleagues wrote to each other: notes, questions, calls. */
  hasNotes: z.boolean(),
  /** Customers without names, handles and addresses. JSON Lines are complete, and never masked. */
  isMasked: z.boolean(),
  /** For spreadsheets that take a file without it for another alphabet. CSV alone. */
  hasBom: z.boolean(),
});
export type ExportAsked = z.infer<typeof exportAsked>;

export const exportRequests = {
  /** Asks where to, then begins. Null: the person thought better of it. */
  'export.start': request(exportAsked, gives<{ id: JobId | null }>()),
  /** Shows the file a job made, in the system's own window. */
  'job.reveal': request(z.object({ id: jobId }), gives<null>()),
};

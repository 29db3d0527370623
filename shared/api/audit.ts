import { z } from 'zod';
import { auditKindNames } from '../audit/kinds.ts';
import type { Look } from '../audit/look.ts';
import type { Head, Verdict } from '../audit/verdict.ts';
import { agentId, threadId, type AgentId, type JobId, type ThreadId } from '../ids.ts';
import type { Ms } from '../model.ts';
import { gives, nothing, request } from './request.ts';

/** What of the log is looked at; what is not given holds for all. Who may not see all sees their own. */
const auditFilter = z.object({
  threadId: threadId.optional(),
  person: agentId.optional(),
  kind: z.enum(auditKindNames).optional(),
  /** Only what people did. */
  isByPeople: z.boolean().optional(),
  from: z.number().optional(),
  /** Up to before this. */
  until: z.number().optional(),
});
export type AuditFilter = z.infer<typeof auditFilter>;

/** Who saw what, and who did what. */
export const auditRequests = {
  'audit.page': request(
    z.object({
      filter: auditFilter,
      /** `next` of the page before; null: from the newest on. */
      before: z.number().int().nonnegative().nullable(),
      limit: z.number().int().min(1).max(200),
    }),
    gives<AuditPage>(),
  ),
  /** Who had to do with one thread, each once. */
  'audit.people': request(z.object({ threadId }), gives<readonly PersonOnThread[]>()),
  'audit.state': request(nothing, gives<AuditState>()),
  /** Walks the whole log, beside the work. A fingerprint that somebody wrote down is looked for in it. */
  'audit.verify': request(
    z.object({ fingerprint: z.string().trim().max(60).nullable() }),
    gives<{ jobId: JobId }>(),
  ),
  /** Writes what the filter holds to a file that is asked for; null: nothing was chosen. */
  'audit.export': request(
    z.object({
      filter: auditFilter,
      format: z.enum(['csv', 'jsonl']),
      zone: z.string().max(60),
    }),
    gives<{ jobId: JobId } | null>(),
  ),
};

/** A page may be short, even empty, with more to come: `next` is where to read on. Null: that was all. */
export type AuditPage = { entries: readonly AuditEntry[]; next: number | null };

export type AuditEntry = {
  seq: number;
  at: Ms;
  /** Somebody on the roster, a network, or `desk`. */
  by: string;
  op: string;
  threadId: ThreadId | null;
  /** Whose thread it is; null: none, or it is gone. */
  handle: string | null;
  look: Look | null;
  /** What was asked, by ids; null where that is long or nothing. */
  input: Readonly<Record<string, unknown>> | null;
  /** It was taken back since. */
  isUndone: boolean;
};

export type PersonOnThread = {
  agentId: AgentId;
  /** How often direct messages were opened, found or replayed; the newest time. */
  looks: number;
  lookedAt: Ms | null;
  /** Everything else they did to it. */
  acts: number;
  actedAt: Ms | null;
};

export type AuditState = {
  /** The newest row. */
  head: Head | null;
  /** The newest row that was kept apart, and where; null: none. */
  kept: Head | null;
  keptIn: 'keychain' | 'file' | null;
  /** The last time somebody had the log verified; null: nobody has. */
  verified: (Verdict & { verifiedAt: Ms; by: AgentId }) | null;
};

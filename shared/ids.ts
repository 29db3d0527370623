import { z } from 'zod';

/**
 * Ids have kinds: `open(account.id)` where a thread is wanted does not compile.
 * What comes from a network keeps the network's name (`x:user:123`); what is made here is a UUIDv7.
 */
const id = <K extends string>() => z.string().min(1).max(200).brand<K>();

export const accountId = id<'AccountId'>();
export const identityId = id<'IdentityId'>();
export const customerId = id<'CustomerId'>();
export const threadId = id<'ThreadId'>();
export const messageId = id<'MessageId'>();
export const agentId = id<'AgentId'>();
export const jobId = id<'JobId'>();
export const importId = id<'ImportId'>();
export const importFileId = id<'ImportFileId'>();
export const outboxId = id<'OutboxId'>();
export const queueId = id<'QueueId'>();
export const policyId = id<'PolicyId'>();
export const calendarId = id<'CalendarId'>();
export const tagId = id<'TagId'>();
export const noteId = id<'NoteId'>();
export const phoneId = id<'PhoneId'>();
export const escalationId = id<'EscalationId'>();
export const callId = id<'CallId'>();
export const questionId = id<'QuestionId'>();
export const snippetId = id<'SnippetId'>();
export const uploadId = id<'UploadId'>();
export const scheduleId = id<'ScheduleId'>();
export const gapId = id<'GapId'>();
export const alertId = id<'AlertId'>();

export const reviewFormId = id<'ReviewFormId'>();
export const sampleId = id<'SampleId'>();
export const pickId = id<'PickId'>();
export const scoreId = id<'ScoreId'>();

/** `x:account:123`: a brand on a network. */
export type AccountId = z.infer<typeof accountId>;
/** `x:user:123`: a handle on a network. */
export type IdentityId = z.infer<typeof identityId>;
/** UUIDv7: the person behind one or more identities. */
export type CustomerId = z.infer<typeof customerId>;
/** UUIDv7. */
export type ThreadId = z.infer<typeof threadId>;
export type JobId = z.infer<typeof jobId>;
/** UUIDv7. */
export type ImportId = z.infer<typeof importId>;
/** A file that was chosen to be imported; good until the program ends. */
export type ImportFileId = z.infer<typeof importFileId>;
/** `<account id>/post/<remote id>`: one network message as one account sees it. */
export type MessageId = z.infer<typeof messageId>;
/** UUIDv7. */
export type AgentId = z.infer<typeof agentId>;
/** UUIDv7, made with the first keystroke, so that one intention can never be queued twice. */
export type OutboxId = z.infer<typeof outboxId>;

/** All that follow are UUIDv7. */
export type QueueId = z.infer<typeof queueId>;
export type PolicyId = z.infer<typeof policyId>;
export type CalendarId = z.infer<typeof calendarId>;
export type TagId = z.infer<typeof tagId>;
export type NoteId = z.infer<typeof noteId>;
export type PhoneId = z.infer<typeof phoneId>;
export type EscalationId = z.infer<typeof escalationId>;
export type CallId = z.infer<typeof callId>;
export type QuestionId = z.infer<typeof questionId>;
export type SnippetId = z.infer<typeof snippetId>;
export type UploadId = z.infer<typeof uploadId>;
export type ScheduleId = z.infer<typeof scheduleId>;
export type GapId = z.infer<typeof gapId>;
export type AlertId = z.infer<typeof alertId>;
export type ReviewFormId = z.infer<typeof reviewFormId>;
export type SampleId = z.infer<typeof sampleId>;
export type PickId = z.infer<typeof pickId>;
export type ScoreId = z.infer<typeof scoreId>;

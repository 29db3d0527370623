import type { AgentId, CustomerId, NoteId, QuestionId, ScoreId, SnippetId, ThreadId } from '../ids.ts';
import type { Ms } from './time.ts';

/** What colleagues write to each other about a thread, or (thread null) about its customer. Never sent anywhere. */
export type Note = {
  id: NoteId;
  customerId: CustomerId;
  threadId: ThreadId | null;
  by: AgentId;
  text: string;
  mentions: readonly AgentId[];
  createdAt: Ms;
  isRemoved: boolean;
  /** The review of this thread that it tells of; null: no feedback. */
  scoreId: ScoreId | null;
  revision: number;
};

/** The expert line: one question to one colleague about one thread. */
export type Question = {
  id: QuestionId;
  threadId: ThreadId;
  askedBy: AgentId;
  expertId: AgentId;
  text: string;
  askedAt: Ms;
  dueAt: Ms;
  state: 'open' | 'answered' | 'withdrawn';
  answer: string | null;
  /** Null: open. Waiting time is from `askedAt` to here, measured apart from the customer's clock. */
  endedAt: Ms | null;
  revision: number;
};

/** A fact or an opening to write with, never a line to take. Variables: `{name}`, `{handle}`, `{brand}`, `{me}`. */
export type Snippet = {
  id: SnippetId;
  name: string;
  kind: 'fact' | 'opening';
  text: string;
  lang: string | null;
  revision: number;
};

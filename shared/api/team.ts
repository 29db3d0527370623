import { z } from 'zod';
import type { AgentId, QueueId, ThreadId } from '../ids.ts';
import { threadId } from '../ids.ts';
import type { Ms } from '../model.ts';
import { gives, nothing, request } from './request.ts';

/** What a supervisor looks at, and what helps to choose a person. */
export const teamRequests = {
  'team.board': request(nothing, gives<TeamBoard>()),
  /** Everybody who could be given these threads, with what speaks for and against. */
  'team.candidates': request(
    z.object({ threadId: threadId.nullable() }),
    gives<{ candidates: Candidate[] }>(),
  ),
};

export type Candidate = {
  agentId: AgentId;
  load: number;
  /** Null: the thread's queue asks for none, or no single thread is meant. */
  hasSkill: boolean | null;
  /** Null: its language is not known, or the person's languages are not listed. */
  speaks: boolean | null;
  /** When they last had a thread of this customer; null: never. */
  hadCustomerAt: Ms | null;
};

/** One line of the board: a person. */
export type PersonLine = {
  agentId: AgentId;
  /** Open threads that are theirs. */
  load: number;
  /** Of these, those in which a customer waits for an answer. */
  waiting: number;
  /** Since when the longest of them waits; null: nobody does. */
  oldestWait: Ms | null;
  dueSoon: number;
  overdue: number;
  /** What they last opened or did something to, and when; null: nothing in the last hours. */
  lastThread: { id: ThreadId; handle: string; at: Ms } | null;
  /** Put to them and not answered yet, and those of them past their time. */
  questions: number;
  questionsOver: number;
  callbacks: number;
};

export type QueueLine = {
  /** Null: threads that no queue's rules fit. */
  queueId: QueueId | null;
  /** Open threads of it, and those of them that are nobody's. */
  open: number;
  unassigned: number;
  oldestWait: Ms | null;
  dueSoon: number;
  overdue: number;
};

export type TeamBoard = {
  people: PersonLine[];
  queues: QueueLine[];
  /** Questions past their time, whoever they were put to. */
  overdueQuestions: number;
  at: Ms;
};

import type {
  AgentId,
  CallId,
  EscalationId,
  MessageId,
  NoteId,
  OutboxId,
  PolicyId,
  QuestionId,
  QueueId,
  TagId,
  ThreadId,
} from '../ids.ts';
import type {
  CallOutcome,
  ClockKind,
  Escalation,
  EscalationState,
  GoneBecause,
  Message,
  MessageKind,
  Ms,
  Note,
  OutboxItem,
  Priority,
  Question,
  Status,
} from '../model.ts';

/** One thread as it happened: everything that is needed to show it as it looked at any instant. */
export type Story = {
  threadId: ThreadId;
  /** Oldest first; their times never go backwards. */
  moments: readonly Moment[];
  /** What is said of things that can be on screen, by whatever instant. Messages are read apart, in parts. */
  notes: readonly Note[];
  questions: readonly Question[];
  promises: readonly Escalation[];
  items: readonly Item[];
  /** False: the log from before is still being put in order, so some of what was done then may be missing. */
  isWhole: boolean;
};

/** One change of the desk, as far as it touched this thread. */
export type Moment = {
  at: Ms;
  /** Its row in the log; null: told by the rows themselves, for the log does not. */
  seq: number | null;
  /** An agent's id, the network's, or `desk`. */
  by: string;
  /** It took back what was done before. */
  isUndo: boolean;
  did: readonly Happening[];
  /** What was different from then on. */
  set: Patch;
};

export type Happening =
  | { did: 'began' }
  | { did: 'arrived'; id: MessageId; direction: 'in' | 'out'; kind: MessageKind }
  | { did: 'edited'; id: MessageId }
  | { did: 'gone'; id: MessageId; because: GoneBecause }
  /** From, or to, another thread of this customer. */
  | { did: 'came'; messages: number }
  | { did: 'went'; messages: number }
  | { did: 'read' }
  | { did: 'unread' }
  /** Direct messages were shown to somebody, in the thread itself or as what a search found. */
  | { did: 'seen'; how: 'opened' | 'found' }
  | { did: 'status'; from: Status | null; to: Status; reason: string | null }
  | { did: 'assigned'; from: AgentId | null; to: AgentId | null }
  | { did: 'moved'; from: QueueId | null; to: QueueId | null }
  | { did: 'priority'; from: Priority; to: Priority }
  | { did: 'tagged'; added: readonly TagId[]; removed: readonly TagId[] }
  | { did: 'note'; id: NoteId; is: Presence }
  | { did: 'question'; id: QuestionId; state: Question['state'] }
  | { did: 'promise'; id: EscalationId; from: EscalationState | null; to: EscalationState }
  /** Outcome null: somebody is on the telephone from now on. */
  | { did: 'call'; id: CallId; outcome: CallOutcome | null }
  | { did: 'sending'; id: OutboxId; state: OutboxItem['state']['at'] }
  /** Clock null: none runs any more. */
  | { did: 'clock'; clock: ClockKind | null; dueAt: Ms | null }
  | { did: 'warned'; clock: ClockKind; dueAt: Ms }
  | { did: 'breached'; clock: ClockKind; startedAt: Ms; dueAt: Ms };

export type Presence = 'here' | 'removed';

/** What agents and the desk had made of the thread at an instant. */
export type ThreadThen = {
  status: Status;
  reason: string | null;
  assigneeId: AgentId | null;
  queueId: QueueId | null;
  priority: Priority;
  tags: readonly TagId[];
  snoozedUntil: Ms | null;
  expertId: AgentId | null;
  waitingSince: Ms | null;
  clock: ClockKind | null;
  clockFrom: Ms | null;
  policyId: PolicyId | null;
  /** `never`: no clock runs. */
  dueAt: Ms;
  breaches: number;
};

export type PromiseThen = Pick<
  Escalation,
  'state' | 'fromAt' | 'untilAt' | 'assigneeId' | 'dueAt' | 'endedAt' | 'outcome'
>;
export type CallThen = { outcome: CallOutcome | null; endedAt: Ms | null };

/** The parts of a thread whose rows come and go, by id. A message is told as which of its versions could be read. */
export type Rows = {
  messages: number;
  notes: Presence;
  questions: Question['state'];
  promises: PromiseThen;
  calls: CallThen;
  items: OutboxItem['state']['at'];
};
export type Part = keyof Rows;
export const parts: readonly Part[] = ['messages', 'notes', 'questions', 'promises', 'calls', 'items'];

/** Null: not there any more. */
export type Patch = { thread?: Partial<ThreadThen> } & {
  [P in Part]?: Readonly<Record<string, Rows[P] | null>>;
};

/** A message with everything it ever said that can still be read: oldest first, the last as it stands now. */
export type Said = { message: Message; versions: readonly string[] };

/** Something of ours on its way: its words; null once they are gone. */
export type Item = Pick<OutboxItem, 'id' | 'kind' | 'by' | 'byInitials' | 'queuedAt' | 'part' | 'parts'> & {
  text: string | null;
};

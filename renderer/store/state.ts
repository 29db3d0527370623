import type { Action } from '../../shared/action.ts';
import type { DeskSnapshot, Lists } from '../../shared/api.ts';
import type { Target } from '../../shared/api/bulk.ts';
import type { OpenQuestion } from '../../shared/api/experts.ts';
import type { Alike } from '../../shared/api/snippets.ts';
import type { Context } from '../../shared/commands.ts';
import type { Failure } from '../../shared/errors.ts';
import type { Filter } from '../../shared/filter.ts';
import type { AgentId, MessageId, OutboxId, ThreadId } from '../../shared/ids.ts';
import type {
  AccountState,
  Agent,
  Card,
  DraftKind,
  Message,
  MessageKind,
  Ms,
  OutboxItem,
  ThreadView,
} from '../../shared/model.ts';
import type { Settings } from '../../shared/settings.ts';
import type { Column } from './column.ts';
import type { PhoneState } from './phone.ts';

export type DeskName = 'triage' | 'mine' | 'supervisor' | 'phones' | 'questions';
export type Overlay =
  | 'clock'
  | 'resolve-as'
  | 'no-action'
  | 'snooze'
  | 'tag'
  | 'priority'
  | 'merge'
  | 'split'
  | 'ask'
  | 'move-to-queue'
  | 'snippets'
  | 'phone-slip'
  | 'phone-book'
  | 'phone-abandon'
  | 'find-caller'
  | 'assign'
  | 'planned'
  | 'palette'
  | 'help'
  | 'connect'
  | 'introduce'
  | 'settings'
  | 'handOver'
  | 'baton'
  | 'switch'
  | 'column'
  | 'deskName';
/** What the next command acts on, when it is not the thread in focus. */
export type Selection =
  | { by: 'ids'; columnId: string; ids: ReadonlySet<ThreadId>; anchor: ThreadId }
  /** Everything the column's filter holds, on screen or not. */
  | { by: 'filter'; columnId: string; filter: Filter; count: number };
/** Something about to be done to many, waiting for a look at what it would do. */
export type Planned = { target: Target; action: Action };
export type Notice = { id: number; text: string; tone: 'plain' | 'trouble'; at: Ms };

/** The thread in the pane. Its card lives in `cards`, like every other. */
export type OpenThread = {
  id: ThreadId;
  phase: 'loading' | 'ready' | 'failed';
  problem: Failure | null;
  customer: ThreadView['customer'] | null;
  context: readonly Message[];
  messages: readonly Message[];
  hasEarlier: boolean;
  isReadingEarlier: boolean;
  outbox: readonly OutboxItem[];
  previous: ThreadView['previous'];
  answeredBy: ThreadView['answeredBy'];
  notes: ThreadView['notes'];
  escalations: ThreadView['escalations'];
  questions: ThreadView['questions'];
  /** The newest message the agent has had time to see: a send that is older than the thread is stopped. */
  seenHead: MessageId | null;
  /** After a stopped send: what arrived later than this is marked as new. */
  newSince: number | null;
};

/** What is being written to one customer; kept by thread, so it can never show under another. */
export type Composing = {
  kind: MessageKind;
  texts: Record<DraftKind, string>;
  /** Made with the first keystroke: one intention, one id. */
  intents: Record<DraftKind, OutboxId | null>;
  isSending: boolean;
  /** Sending closes the thread for this reason; null: it stays as it is. */
  closesAs: 'answered-by-another' | null;
  /** Why the last attempt was stopped; the text is still here. */
  stopped: Failure | null;
  /** What it was too much like, when that stopped it. */
  alike: Alike | null;
  /** What the last attempt wanted: sending anyway wants it still. */
  thenResolve: boolean;
};

export type Desk = Omit<Lists, 'agents'> & {
  phase: 'opening' | 'failed' | 'open';
  problem: Failure | null;
  me: Agent;
  agents: ReadonlyMap<AgentId, Agent>;
  accounts: readonly AccountState[];
  settings: Settings;
  resolvedToday: number;
  version: string;
  platform: DeskSnapshot['platform'];
  practice: DeskSnapshot['practice'];

  /** Changed in place (see apply.ts); a `Card` itself never is, so selecting one by id is safe. */
  cards: Map<ThreadId, Card>;
  columns: Readonly<Record<string, Column>>;
  desk: DeskName;
  /** Which desk of one's own Triage shows; null: its own columns. */
  namedDesk: string | null;
  /** The column the keys work in, and each column's row. */
  activeColumn: string;
  focused: Readonly<Record<string, ThreadId | undefined>>;
  /** Where the keyboard is. */
  region: Context;
  /** The keyboard is in a field: letters are text there. */
  isTyping: boolean;

  selection: Selection | null;
  planned: Planned | null;

  thread: OpenThread | null;
  composing: Readonly<Record<ThreadId, Composing>>;
  /** Where a command wants the keyboard next; whoever takes it sets it back. */
  wantsFocus: 'pane' | 'composer' | 'note' | 'customer' | null;
  /** What the open note is about; null: no note is being written. */
  noteAbout: 'thread' | 'customer' | null;
  isCustomerOpen: boolean;
  isReadingWide: boolean;

  /** Promises to call, the call under way, and who is ringing. */
  phone: PhoneState;

  overlay: Overlay | null;
  /** Whose sheet is open. */
  handOverOf: AgentId | null;
  /** The column (or, for its name, the desk) that is being changed; null: a new one. */
  editedColumn: string | null;
  /** The section of the settings to show, by its id in renderer/settings/sections.ts; null: the first. */
  settingsSection: string | null;
  /** The last summary for a screen reader. */
  spoken: string;
  /** The keys of a sequence pressed so far (`G`), for the status line; empty: none. */
  sequence: string;
  /** What is typed into the palette; kept here, because typing may begin before its field is on screen. */
  query: string;
  /** The slash that asked for a snippet, to be replaced by it; null: it goes where the cursor is. */
  slashAt: number | null;

  /** Open questions to me, the one due first first, and what I have written so far, by question. */
  myQuestions: readonly OpenQuestion[];
  answers: Readonly<Record<string, string>>;
  notices: readonly Notice[];
};

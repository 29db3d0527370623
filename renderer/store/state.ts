import type { Action } from '../../shared/action.ts';
import type { DeskSnapshot, Lists } from '../../shared/api.ts';
import type { Target } from '../../shared/api/bulk.ts';
import type { OpenQuestion } from '../../shared/api/experts.ts';
import type { Alike } from '../../shared/api/snippets.ts';
import type { Context } from '../../shared/commands.ts';
import type { Failure } from '../../shared/errors.ts';
import type { Filter } from '../../shared/filter.ts';
import type { AccountId, AgentId, MessageId, OutboxId, ThreadId } from '../../shared/ids.ts';
import type {
  AccountState,
  Agent,
  Card,
  DraftKind,
  Job,
  Message,
  MessageKind,
  Ms,
  OutboxItem,
  ThreadView,
  Upload,
} from '../../shared/model.ts';
import type { Settings } from '../../shared/settings.ts';
import type { ToExport } from '../export/open.ts';
import type { Pictured } from '../media/picture.tsx';
import type { Column } from './column.ts';
import type { MailState } from './mail.ts';
import type { PhoneState } from './phone.ts';

export type DeskName =
  | 'triage'
  | 'mine'
  | 'supervisor'
  | 'phones'
  | 'questions'
  | 'outbox'
  | 'scheduled'
  | 'review'
  | 'audit'
  | 'archive';
export type Overlay =
  | 'erase'
  | 'hold'
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
  | 'emoji'
  | 'draft-versions'
  | 'picture'
  | 'connections'
  | 'schedule'
  | 'schedule-refuse'
  | 'phone-slip'
  | 'phone-book'
  | 'phone-abandon'
  | 'find-caller'
  | 'assign'
  | 'planned'
  | 'palette'
  | 'help'
  | 'connect'
  | 'unlock'
  | 'introduce'
  | 'settings'
  | 'handOver'
  | 'baton'
  | 'switch'
  | 'column'
  | 'review-draw'
  | 'review-form'
  | 'review-agreement'
  | 'keep-search'
  | 'export'
  | 'jobs'
  | 'import'
  | 'audit-verify'
  | 'deskName';
/** What the next command acts on, when it is not the thread in focus. */
export type Selection =
  | { by: 'ids'; columnId: string; ids: ReadonlySet<ThreadId>; anchor: ThreadId }
  /** Everything the column's filter holds, on screen or not. */
  | { by: 'filter'; columnId: string; filter: Filter; count: number };
/** A place in a thread that somebody was looking for: a message, a note, what was noted of a call, why one was promised. */
export type Sought = { threadId: ThreadId; part: 'message' | 'note' | 'call' | 'promise'; id: string };
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
  /** What I have attached to my drafts here, in order. */
  uploads: readonly Upload[];
  /** The newest message the agent has had time to see: a send that is older than the thread is stopped. */
  seenHead: MessageId | null;
  /** Edits and deletions up to then were on screen before the agent began to write. */
  seenAltered: Ms;
  /** After a stopped send: what arrived later than this is marked as new. */
  newSince: number | null;
};

/** What is being written to one customer; kept by thread, so it can never show under another. */
export type Composing = {
  kind: MessageKind;
  texts: Record<DraftKind, string>;
  /** Made with the first keystroke: one intention, one id. */
  intents: Record<DraftKind, OutboxId | null>;
  /** The draft on disk as this window last saved or read it: what is newer was not typed here. */
  versions: Record<DraftKind, number>;
  isSending: boolean;
  /** Sending closes the thread for this reason; null: it stays as it is. */
  closesAs: 'answered-by-another' | null;
  /** Why the last attempt was stopped; the text is still here. */
  stopped: Failure | null;
  /** What it was too much like, when that stopped it. */
  alike: Alike | null;
  /** What had been seen when the thread moved on: all that came or changed after it is shown as the difference. */
  missed: { arrival: number; altered: Ms; at: Ms } | null;
  /** Sending waits for words about the pictures, for those who can't see them. */
  asksForAlt: boolean;
  /** What the last attempt wanted: sending anyway wants it still. */
  thenResolve: boolean;
};

/** A file on its way from the agent's hand to this desk's disk; then it is an `Upload`. */
export type Arriving = {
  key: string;
  threadId: ThreadId;
  messageKind: MessageKind;
  file: File;
  kind: Upload['kind'];
  sentBytes: number;
  /** Why it was not taken; null: it is on its way. */
  problem: string | null;
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
  machine: string;
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
  /** The thread that is shown as it happened; null: the present. */
  replay: ThreadId | null;
  /** Where the open thread is to be read; marked there until another thread is opened. */
  sought: Sought | null;
  composing: Readonly<Record<ThreadId, Composing>>;
  /** Files that are being attached, or could not be. */
  arriving: readonly Arriving[];
  /** Where a command wants the keyboard next; whoever takes it sets it back. */
  wantsFocus: 'pane' | 'composer' | 'note' | 'customer' | null;
  /** What the open note is about; null: no note is being written. */
  noteAbout: 'thread' | 'customer' | null;
  isCustomerOpen: boolean;
  isReadingWide: boolean;

  /** Promises to call, the call under way, and who is ringing. */
  phone: PhoneState;
  mail: MailState;

  /** Newest first: what runs behind the work, and what of it has ended and was not put away. */
  jobs: readonly Job[];

  overlay: Overlay | null;
  /** What the export dialog is about. */
  exporting: ToExport | null;
  /** The account that `connect` signs in again; null: a new one. */
  reauthorising: AccountId | null;
  /** The picture that is shown larger. */
  picture: Pictured | null;
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
  /** Enter was pressed before the palette was on screen: what fits best is run as soon as it is. */
  isChosenAhead: boolean;
  /** The slash that asked for a snippet, to be replaced by it; null: it goes where the cursor is. */
  slashAt: number | null;

  /** Open questions to me, the one due first first, and what I have written so far, by question. */
  myQuestions: readonly OpenQuestion[];
  answers: Readonly<Record<string, string>>;
  notices: readonly Notice[];
};

import { z } from 'zod';
import { accountRequests, signInRequests, type SignInBegan } from './api/accounts.ts';
import { auditRequests } from './api/audit.ts';
import { backupRequests, safetyRequests } from './api/backup.ts';
import { bulkRequests } from './api/bulk.ts';
import { clockRequests } from './api/clocks.ts';
import { customerRequests } from './api/customers.ts';
import { draftRequests } from './api/drafts.ts';
import { eraseRequests } from './api/erase.ts';
import { expertRequests } from './api/experts.ts';
import { exportRequests } from './api/export.ts';
import { importRequests, importShellRequests } from './api/import.ts';
import { jobRequests } from './api/jobs.ts';
import { noteRequests } from './api/notes.ts';
import { noticeRequests } from './api/notice.ts';
import { outboxRequests } from './api/outbox.ts';
import { peopleRequests } from './api/people.ts';
import { phoneRequests } from './api/phone.ts';
import { queueRequests } from './api/queues.ts';
import { receivingRequests } from './api/receiving.ts';
import { replayRequests } from './api/replay.ts';
import { gives, nothing, onThread, request, text, type Changed } from './api/request.ts';
import { retentionRequests } from './api/retention.ts';
import { reviewRequests } from './api/review.ts';
import { scheduleRequests } from './api/schedules.ts';
import { searchRequests } from './api/search.ts';
import { snippetRequests } from './api/snippets.ts';
import { spellingRequests } from './api/spelling.ts';
import { tagRequests } from './api/tags.ts';
import { teamRequests } from './api/team.ts';
import { threadRequests } from './api/threads.ts';
import type { ColumnDefinition } from './filter.ts';
import { filter, order } from './filter.ts';
import { messageId, outboxId, threadId } from './ids.ts';
import type { ThreadId } from './ids.ts';
import type { SortKey } from './match.ts';
import type {
  AccountState,
  Agent,
  Alert,
  Calendar,
  Card,
  Draft,
  Escalation,
  Gap,
  IncomingCall,
  Job,
  Message,
  Note,
  OutboxItem,
  Policy,
  Question,
  Queue,
  Schedule,
  Snippet,
  Tag,
  ThreadView,
} from './model.ts';
import { settingsChange, type Settings } from './settings.ts';

export type { OutboxPage, Queued } from './api/outbox.ts';
export type { NextStep, PhonesPage } from './api/phone.ts';
export { textCap, type Changed } from './api/request.ts';

const draftKind = z.enum(['post', 'dm', 'note']);

/** Every request the window may make, declared once: name, input, answer. */
export const requests = {
  // Reading.
  'desk.open': request(nothing, gives<DeskSnapshot>()),
  'column.page': request(
    z.object({
      filter,
      order,
      /** The last row known, or the `cursor` of the page before. */
      after: z.object({ sortAt: z.number(), deadlineAt: z.number(), id: threadId }).nullable(),
      limit: z.number().int().min(1).max(200),
    }),
    gives<ColumnPage>(),
  ),
  'column.count': request(z.object({ filter }), gives<ColumnCount>()),
  'thread.open': request(z.object({ threadId }), gives<ThreadView>()),
  'thread.earlier': request(
    z.object({ threadId, before: messageId }),
    gives<{ messages: Message[]; hasEarlier: boolean }>(),
  ),

  // Operations: each leaves a row in `changes`.
  'thread.claim': request(onThread, gives<Changed>()),
  'thread.release': request(onThread, gives<Changed>()),
  ...threadRequests,
  ...noteRequests,
  ...tagRequests,
  ...customerRequests,
  'thread.read': request(z.object({ threadId }), gives<Changed>()),
  ...outboxRequests,
  'draft.save': request(
    z.object({ threadId, kind: draftKind, text, intention: outboxId.nullable().default(null) }),
    gives<Draft>(),
  ),
  ...draftRequests,
  ...spellingRequests,
  'change.undo': request(nothing, gives<Undone>()),
  ...peopleRequests,
  'settings.save': request(settingsChange, gives<Settings>()),

  ...queueRequests,
  ...noticeRequests,
  ...bulkRequests,
  ...teamRequests,
  ...reviewRequests,
  ...phoneRequests,

  ...expertRequests,
  ...snippetRequests,
  ...scheduleRequests,
  ...searchRequests,
  ...replayRequests,
  ...jobRequests,
  ...importRequests,
  ...importShellRequests,
  ...auditRequests,
  ...exportRequests,
  ...backupRequests,
  ...safetyRequests,
  ...receivingRequests,
  ...clockRequests,

  // Accounts.
  'practice.start': request(nothing, gives<{ accounts: number }>()),
  ...eraseRequests,
  ...retentionRequests,
  ...accountRequests,
  ...signInRequests,

  // The shell.
  /** Shows these commands as a native menu under the pointer; the chosen one comes back as `command.run`. */
  'menu.open': request(z.object({ commands: z.array(z.string().max(60)).min(1).max(40) }), gives<null>()),
  'link.open': request(z.object({ url: z.string().max(4000) }), gives<null>()),
} as const;

export type Requests = typeof requests;
export type RequestName = keyof Requests;
/** What a caller passes (defaults may be left out). */
export type Input<N extends RequestName> = z.input<Requests[N]['input']>;
/** What a handler receives. */
export type Parsed<N extends RequestName> = z.output<Requests[N]['input']>;
export type Output<N extends RequestName> = Requests[N]['output'];

/** What was undone, in words ("Claim of @mayaok"); null when there was nothing left to undo. */
export type Undone = {
  what: string | null;
  threadId: ThreadId | null;
  /** In words, what of it could not be taken back. */
  note?: string;
};
/** A page may be short, even empty, with more to come: `cursor` is where to read on. Null: nothing was found. */
export type ColumnPage = { cards: Card[]; hasMore: boolean; cursor: SortKey | null };
/** Counting stops at `cap`, so that a column of 200,000 costs no more than one of 1,000. */
export type ColumnCount = { count: number; isCapped: boolean };

/** Short lists that every window has whole: sent anew when one row of them changes. */
export type Lists = {
  /** Everybody who was ever on the roster. */
  agents: Agent[];
  queues: Queue[];
  tags: Tag[];
  policies: Policy[];
  calendars: Calendar[];
  snippets: Snippet[];
  /** What is still to leave or to be decided. */
  schedules: Schedule[];
  /** Open ones. */
  gaps: Gap[];
  alerts: Alert[];
};

export type DeskSnapshot = Lists & {
  agent: Agent;
  accounts: AccountState[];
  settings: Settings;
  columns: readonly ColumnDefinition[];
  resolvedToday: number;
  version: string;
  /** This machine, by the name people know it by: scheduled messages say which one sends them. */
  machine: string;
  platform: 'mac' | 'windows' | 'linux';
  /** How the practice network runs, if it does. */
  practice: 'off' | 'starting' | 'on';
};

export type ChangedRows = Partial<Lists> & {
  cards: Card[];
  /** Threads folded into another or erased. */
  gone: ThreadId[];
  messages: Message[];
  outbox: OutboxItem[];
  notes: Note[];
  escalations: Escalation[];
  questions: Question[];
};

/** Every event the main process may send. Batched per tick; only what changed. */
export type Events = {
  'rows.changed': ChangedRows;
  'accounts.changed': AccountState[];
  'settings.changed': Settings;
  'account.signIn': SignInBegan;
  /** A key of the native menu or tray was chosen: runs the command of that id. */
  'command.run': { id: string };
  /** A notification outside the window was pressed. */
  'notice.opened': { threadId: ThreadId };
  /** Something the agent should know, said in the status line. */
  'desk.notice': { text: string; tone: 'plain' | 'trouble' };
  /** Whole, newest first. */
  'jobs.changed': readonly Job[];
  /** Something of a review, a sample or the form: whoever shows it reads it again. */
  'review.changed': null;
  /** The telephone system says who rings. */
  'call.came': IncomingCall;
};
export type EventName = keyof Events;

/** What the preload puts on `window.earshot`: two functions, nothing else. */
export type Door = {
  invoke(name: string, input: unknown): Promise<unknown>;
  on(listener: (name: string, payload: unknown) => void): () => void;
};

import type { DeskSnapshot, EventName, Events, Lists } from '../../shared/api.ts';
import { auditRequests } from '../../shared/api/audit.ts';
import { backupRequests } from '../../shared/api/backup.ts';
import { eraseRequests } from '../../shared/api/erase.ts';
import { importRequests } from '../../shared/api/import.ts';
import { replayRequests } from '../../shared/api/replay.ts';
import { retentionRequests } from '../../shared/api/retention.ts';
import { reviewRequests } from '../../shared/api/review.ts';
import type { AgentId } from '../../shared/ids.ts';
import type { AccountState } from '../../shared/model.ts';
import type { Db } from '../db/db.ts';
import type { Capabilities, Connection } from '../providers/provider.ts';
import { accountHandlers } from './accounts/handlers.ts';
import { getAgent } from './agents.ts';
import { readLists } from './announcer.ts';
import type { Heads } from './audit/heads.ts';
import { directOf, type Looks } from './audit/looks.ts';
import type { Upkeep } from './backup/upkeep.ts';
import { bulkHandlers } from './bulk/handlers.ts';
import { clockHandlers } from './clocks/handlers.ts';
import { columnCount, columnPage } from './columns/page.ts';
import { resolvedSince } from './columns/resolved.ts';
import type { Handlers, ShellRequest } from './core.ts';
import { customerHandlers } from './customers/handlers.ts';
import type { Desk } from './desk.ts';
import { draftVersions } from './draft-versions.ts';
import { saveDraft } from './drafts.ts';
import { expertHandlers } from './experts/handlers.ts';
import { receivingHandlers } from './ingest/handlers.ts';
import { jobHandlers } from './jobs/handlers.ts';
import type { Jobs } from './jobs/jobs.ts';
import type { LongWorks } from './jobs/long.ts';
import { lazily } from './lazily.ts';
import { noteHandlers } from './notes/handlers.ts';
import { outboxHandlers } from './outbox/handlers.ts';
import { peopleHandlers } from './people/handlers.ts';
import type { Softphone } from './phone/dial.ts';
import { phoneHandlers } from './phone/handlers.ts';
import type { Ringing } from './phone/ringing.ts';
import { queueHandlers } from './queues/handlers.ts';
import { scheduleHandlers } from './schedules/handlers.ts';
import { searchHandlers } from './search/handlers.ts';
import type { Searching } from './search/searching.ts';
import { readSettings, saveSettings } from './settings.ts';
import { snippetHandlers } from './snippets/handlers.ts';
import { tagHandlers } from './tags/handlers.ts';
import { teamHandlers } from './team/handlers.ts';
import { looksAt } from './team/looking.ts';
import { threadHandlers } from './threads/handlers.ts';
import { claim, markRead, release } from './threads/operations.ts';
import { messagesBefore, viewThread } from './threads/view.ts';
import { undo } from './undo.ts';
import { readUpload } from './uploads/read.ts';

export type Surroundings = {
  accounts(): AccountState[];
  emit<N extends EventName>(name: N, payload: Events[N]): void;
  about(): Pick<DeskSnapshot, 'version' | 'platform' | 'practice'>;
  /** Null: every account. */
  hurry(accountId: string | null, what: 'send' | 'read'): void;
  /** Somebody is about to answer here: whether it all stands at its source is looked at first. */
  glance(threadId: string): void;
  /** Of a signed-in account; undefined: it is not. */
  connection(accountId: string): Connection | undefined;
  /** What its network can do; undefined while it is not signed in. */
  can(accountId: string): Capabilities | undefined;
  /** At a window now: else they are on nothing, whatever they did last. */
  isSitting(agentId: AgentId): boolean;
  searching: Searching;
  /** Who saw which direct messages: whatever shows some says so. */
  looks: Looks;
  /** The newest rows of the log as they were, kept apart from it. */
  heads: Heads;
  jobs: Jobs;
  /** Reads much in a thread of its own. */
  long: LongWorks;
  upkeep: Upkeep;
  ringing: Ringing;
  softphone: Softphone;
};

/** One line per request: what it asks of which room. */
export const deskHandlers = (desk: Desk, around: Surroundings): Omit<Handlers, ShellRequest> => ({
  'desk.open': () => snapshot(desk, around),
  'column.page': (input) => columnPage(desk, input),
  'column.count': ({ filter }) => columnCount(desk, filter),
  'thread.open': ({ threadId }) => {
    const view = viewThread(desk, threadId);
    looksAt(desk, threadId);
    around.looks.saw(desk.me, 'opened', { threadId, ids: directOf(view.messages) });
    around.glance(threadId);
    return view;
  },
  'thread.earlier': ({ threadId, before }) => {
    const page = messagesBefore(desk.db, threadId, before);
    around.looks.saw(desk.me, 'opened', { threadId, ids: directOf(page.messages) });
    return page;
  },

  'thread.claim': (input) => claim(desk, input),
  'thread.release': (input) => release(desk, input),
  ...threadHandlers(desk),
  ...noteHandlers(desk),
  ...tagHandlers(desk),
  ...customerHandlers(desk),
  'thread.read': ({ threadId }) => {
    around.looks.stillSees(desk.me, threadId);
    return markRead(desk, threadId);
  },
  'draft.versions': (input) => draftVersions(desk, input),
  'upload.read': ({ id }) => readUpload(desk, id),
  'draft.save': ({ threadId, kind, text, intention }) => saveDraft(desk, threadId, kind, text, intention),
  'change.undo': () => undo(desk),

  ...expertHandlers(desk),
  ...snippetHandlers(desk),
  ...scheduleHandlers(desk, around),
  ...clockHandlers(desk),
  ...receivingHandlers(desk, around),

  ...outboxHandlers(desk, around),

  ...queueHandlers(desk),
  ...bulkHandlers(desk),
  ...searchHandlers(desk, around),
  ...lazily(replayRequests, async () => (await import('./replay/handlers.ts')).replayHandlers(desk, around)),
  ...jobHandlers(around),
  ...lazily(importRequests, async () => {
    const { importHandlers, importsRecovered } = await import('./import/handlers.ts');
    importsRecovered(desk);
    return importHandlers(desk, around);
  }),
  ...lazily(auditRequests, async () => (await import('./audit/handlers.ts')).auditHandlers(desk, around)),
  ...lazily(backupRequests, async () => (await import('./backup/handlers.ts')).backupHandlers(desk, around)),
  ...teamHandlers(desk, around),
  ...lazily(reviewRequests, async () => (await import('./review/handlers.ts')).reviewHandlers(desk, around)),
  ...phoneHandlers(desk, around),

  ...peopleHandlers(desk),
  'settings.save': (input) => {
    const next = saveSettings(desk, input);
    around.emit('settings.changed', next);
    return next;
  },
  ...lazily(eraseRequests, async () => (await import('./erase/handlers.ts')).eraseHandlers(desk, around)),
  ...lazily(retentionRequests, async () =>
    (await import('./retention/handlers.ts')).retentionHandlers(desk, around),
  ),
  ...accountHandlers(desk, around),
});

const snapshot = (desk: Desk, around: Surroundings): DeskSnapshot => {
  const settings = readSettings(desk.db);
  return {
    agent: getAgent(desk.db, desk.me),
    ...readAll(desk.db),
    accounts: around.accounts(),
    settings,
    columns: settings.columns,
    resolvedToday: resolvedSince(desk.db, new Date(desk.now()).setHours(0, 0, 0, 0)),
    machine: desk.machine,
    ...around.about(),
  };
};

const readAll = (db: Db): Lists =>
  Object.fromEntries(Object.entries(readLists).map(([name, read]) => [name, read(db)])) as Lists;

import type { DeskSnapshot, EventName, Events, Lists } from '../../shared/api.ts';
import type { AccountState } from '../../shared/model.ts';
import type { Db } from '../db/db.ts';
import { getAgent } from './agents.ts';
import { readLists } from './announcer.ts';
import { bulkHandlers } from './bulk/handlers.ts';
import { clockHandlers } from './clocks/handlers.ts';
import { columnCount, columnPage } from './columns/page.ts';
import { resolvedSince } from './columns/resolved.ts';
import type { Handlers, ShellRequest } from './core.ts';
import { customerHandlers } from './customers/handlers.ts';
import { operate, type Desk } from './desk.ts';
import { saveDraft } from './drafts.ts';
import { expertHandlers } from './experts/handlers.ts';
import { noteHandlers } from './notes/handlers.ts';
import { cancelItem, queueMessage, retryItem } from './outbox/queue.ts';
import { getItem } from './outbox/rows.ts';
import { peopleHandlers } from './people/handlers.ts';
import type { Softphone } from './phone/dial.ts';
import { phoneHandlers } from './phone/handlers.ts';
import type { Ringing } from './phone/ringing.ts';
import { queueHandlers } from './queues/handlers.ts';
import { readSettings, saveSettings } from './settings.ts';
import { snippetHandlers } from './snippets/handlers.ts';
import { tagHandlers } from './tags/handlers.ts';
import { teamHandlers } from './team/handlers.ts';
import { looksAt } from './team/looking.ts';
import { threadHandlers } from './threads/handlers.ts';
import { claim, markRead, release } from './threads/operations.ts';
import { getThread } from './threads/rows.ts';
import { messagesBefore, viewThread } from './threads/view.ts';
import { undo } from './undo.ts';

export type Surroundings = {
  accounts(): AccountState[];
  emit<N extends EventName>(name: N, payload: Events[N]): void;
  about(): Pick<DeskSnapshot, 'version' | 'platform' | 'practice'>;
  /** Null: every account. */
  hurry(accountId: string | null, what: 'send' | 'read'): void;
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
    return view;
  },
  'thread.earlier': ({ threadId, before }) => messagesBefore(desk.db, threadId, before),

  'thread.claim': (input) => claim(desk, input),
  'thread.release': (input) => release(desk, input),
  ...threadHandlers(desk),
  ...noteHandlers(desk),
  ...tagHandlers(desk),
  ...customerHandlers(desk),
  'thread.read': ({ threadId }) => markRead(desk, threadId),
  'draft.save': ({ threadId, kind, text }) => saveDraft(desk, threadId, kind, text),
  'change.undo': () => undo(desk),

  ...expertHandlers(desk),
  ...snippetHandlers(desk),
  ...clockHandlers(desk),

  'message.reply': (input) => sent(around, queueMessage(desk, 'post', input)),
  'message.direct': (input) => sent(around, queueMessage(desk, 'dm', input)),
  'outbox.cancel': ({ id }) =>
    operate(
      desk,
      { op: 'outbox.cancel', by: desk.me, threadId: threadOf(desk, id), input: { id } },
      (tx, at) => ({
        value: cancelItem(tx, at, id),
      }),
    ),
  'outbox.retry': ({ id }) => {
    const change = operate(
      desk,
      { op: 'outbox.retry', by: desk.me, threadId: threadOf(desk, id), input: { id } },
      (tx, at) => ({ value: retryItem(tx, at, id) }),
    );
    return sent(around, change);
  },

  ...queueHandlers(desk),
  ...bulkHandlers(desk),
  ...teamHandlers(desk),
  ...phoneHandlers(desk, around),

  ...peopleHandlers(desk),
  'settings.save': (input) => {
    const next = saveSettings(desk, input);
    around.emit('settings.changed', next);
    return next;
  },
  'account.refresh': ({ accountId }) => {
    around.hurry(accountId ?? null, 'read');
    return null;
  },
});

const threadOf = (desk: Desk, itemId: string): string =>
  getThread(desk.db, getItem(desk.db, itemId).thread_id).id;

/** The outbox has something to do: it need not wait for its clock. */
const sent = <T>(around: Surroundings, value: T): T => {
  around.hurry(null, 'send');
  return value;
};

const snapshot = (desk: Desk, around: Surroundings): DeskSnapshot => {
  const settings = readSettings(desk.db);
  return {
    agent: getAgent(desk.db, desk.me),
    ...readAll(desk.db),
    accounts: around.accounts(),
    settings,
    columns: settings.columns,
    resolvedToday: resolvedSince(desk.db, new Date(desk.now()).setHours(0, 0, 0, 0)),
    ...around.about(),
  };
};

const readAll = (db: Db): Lists =>
  Object.fromEntries(Object.entries(readLists).map(([name, read]) => [name, read(db)])) as Lists;

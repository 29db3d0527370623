import type { AgentId, ThreadId } from '../../../shared/ids.ts';
import type { Stream } from '../../../shared/model.ts';
import { openDb } from '../../db/open.ts';
import { put } from '../../db/put.ts';
import type { Poll, RemoteIdentity, RemoteMessage } from '../../providers/provider.ts';
import { getAccount, putAccount, type AccountRow } from '../accounts/rows.ts';
import { newcomer, putAgent } from '../agents.ts';
import { operate, type Desk } from '../desk.ts';
import { ingest } from '../ingest/ingest.ts';

/** A desk on a database of its own, with a clock the test turns. */
export type TestDesk = Desk & { account: AccountRow; clock: { now: number }; as(agent: string): Desk };

export const start = Date.UTC(2026, 10, 2, 9);
export const brand: RemoteIdentity = {
  remoteId: '1',
  handle: 'hallammobile',
  name: 'Hallam Mobile',
  reach: 90_000,
};

export const makeDesk = (file = ':memory:'): TestDesk => {
  const clock = { now: start };
  const db = openDb(file);
  const desk: Desk = {
    db,
    now: () => clock.now,
    random: () => 0.5,
    machine: 'desk-1',
    me: 'ab' as AgentId,
    onCommit: () => {},
    onTrouble: (error) => {
      throw error;
    },
  };
  operate(desk, { op: 'test.begin', by: 'test', input: {} }, (tx) => {
    putAgent(tx, { ...newcomer('ab', 'Ada Brook', 'AB', start), role: 'admin' });
    putAgent(tx, newcomer('cd', 'Carl Dunn', 'CD', start));
    putAccount(tx, {
      id: 'x:account:1',
      provider: 'x',
      remote_id: '1',
      handle: brand.handle,
      name: brand.name,
      is_practice: 1,
      paused_because: null,
      history_from: 0,
      baton_id: null,
      removed_at: null,
      erase_at: null,
      client_id: null,
    });
    // Second thoughts are tested where they belong; everywhere else what is sent leaves at once.
    put(tx, 'settings', { name: 'desk', value: JSON.stringify({ undoSendSeconds: 0 }) });
    return { value: null };
  });
  return {
    ...desk,
    clock,
    account: getAccount(db, 'x:account:1'),
    as: (agent) => ({ ...desk, me: agent as AgentId }),
  };
};

export const person = (remoteId: string): RemoteIdentity => ({
  remoteId,
  handle: `user${remoteId}`,
  name: `User ${remoteId}`,
  reach: 10,
});

/** A post of a customer to the brand; every part can be replaced. */
export const post = (remoteId: string, change: Partial<RemoteMessage> = {}): RemoteMessage => ({
  kind: 'post',
  remoteId,
  versionId: remoteId,
  authorRemoteId: '7',
  toRemoteId: null,
  conversationId: null,
  inReplyToRemoteId: null,
  repostOfRemoteId: null,
  text: `@hallammobile no signal (${remoteId})`,
  isCut: false,
  createdAt: start + Number(remoteId),
  lang: 'en',
  isSummons: true,
  attachments: [],
  extras: null,
  ...change,
});

export const direct = (remoteId: string, change: Partial<RemoteMessage> = {}): RemoteMessage =>
  post(remoteId, { kind: 'dm', text: `a word in private (${remoteId})`, ...change });

/** The brand's own reply, written elsewhere. */
export const ownReply = (remoteId: string, to: string, change: Partial<RemoteMessage> = {}): RemoteMessage =>
  post(remoteId, {
    authorRemoteId: '1',
    toRemoteId: to,
    isSummons: false,
    text: `We are on it (${remoteId})`,
    ...change,
  });

export const answerOf = (messages: RemoteMessage[], cursor: string | null = null): Poll => ({
  messages,
  identities: [brand, ...new Set(messages.map((message) => message.authorRemoteId))].map((who) =>
    typeof who === 'string' ? (who === '1' ? brand : person(who)) : who,
  ),
  unreadable: [],
  cursor,
  hasMore: false,
  gap: null,
  budget: { left: null, limit: null, resetAt: null, day: null },
  cost: [],
});

export const arrive = (desk: TestDesk, messages: RemoteMessage[], stream: Stream = 'mentions') =>
  ingest(desk, desk.account, stream, answerOf(messages));

export const onlyThread = (desk: Desk): ThreadId => {
  const [row, ...more] = desk.db.all<{ id: string }>('SELECT id FROM threads');
  if (!row || more.length > 0) throw new Error(`expected one thread, found ${more.length + (row ? 1 : 0)}`);
  return row.id as ThreadId;
};

/** The desk without what differs by chance: ids made here, arrival order, our own clock. */
export const stateOf = (desk: Desk): unknown => {
  const threads = desk.db.all<Record<string, unknown> & { id: string }>(
    'SELECT t.*, i.remote_id AS who FROM threads t JOIN identities i ON i.id = t.identity_id ORDER BY who, first_at',
  );
  const label = new Map(threads.map((thread, at) => [thread.id, at]));
  return {
    threads: threads.map(
      ({ id, customer_id: _c, previous_id, last_in_seq: _s, revision: _r, read_seq: _q, ...rest }) => ({
        ...rest,
        thread: label.get(id),
        previous: previous_id === null ? null : label.get(previous_id as string),
      }),
    ),
    messages: desk.db
      .all<{ thread_id: string | null }>(
        'SELECT id, role, thread_id, version_id, text, reposts, author_id, other_id FROM messages ORDER BY id',
      )
      .map((row) => ({ ...row, thread_id: row.thread_id === null ? null : label.get(row.thread_id) })),
    reposts: desk.db.all('SELECT * FROM reposts ORDER BY account_id, remote_id'),
  };
};

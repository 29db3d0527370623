import { createHmac, randomBytes } from 'node:crypto';
import type { ProviderId } from '../../../shared/model.ts';
import type { Db, Reader, Tx } from '../../db/db.ts';
import type { Poll, RemoteMessage } from '../../providers/provider.ts';
import { identityIdOf } from '../identities.ts';

/**
 * What was erased must not come in again with a page that is late, a post it answers, or another reading of the past. Kept
 * of it is a keyed hash of what the network calls it: without this desk's key it says nothing about anybody.
 */
export type Forgotten = { name: string; until: number };

export const nameOfPerson = identityIdOf;
export const nameOfMessage = (provider: string, kind: string, remoteId: string): string =>
  `${provider}:${kind}:${remoteId}`;

/** Whatever they wrote up to then; a message of its own: for good. */
export const forget = (tx: Tx, names: readonly Forgotten[]): void => {
  if (names.length === 0) return;
  const hash = hashBy(keyOf(tx));
  const statement = tx.db.statement(
    'INSERT INTO retention_forgotten (hash, until_at) VALUES (?, ?) ' +
      'ON CONFLICT (hash) DO UPDATE SET until_at = max(until_at, excluded.until_at)',
  );
  for (const { name, until } of names) statement.run(hash(name), until);
  known.set(tx.db, true);
};

/** Most desks have never forgotten anybody: what comes in is looked up only when there is something to find. */
const known = new WeakMap<Db, boolean>();
const hasAny = (db: Db): boolean => {
  let any = known.get(db);
  if (any === undefined) {
    any = db.find('SELECT 1 FROM retention_forgotten LIMIT 1') !== undefined;
    known.set(db, any);
  }
  return any;
};

type Content = Pick<Poll, 'messages' | 'identities' | 'unreadable'>;

/** An answer of a network without what must not come in again. Somebody erased who writes anew is somebody new. */
export const withoutForgotten = <C extends Content>(
  tx: Tx,
  { provider, remote_id }: { provider: ProviderId; remote_id: string },
  content: C,
): C => {
  if (!hasAny(tx.db)) return content;
  const hash = hashBy(keyOf(tx));
  const until = (name: string): number =>
    tx.find<{ until_at: number }>('SELECT until_at FROM retention_forgotten WHERE hash = ?', hash(name))
      ?.until_at ?? -Infinity;
  const people = new Map<string, number>();
  const untilOf = (remoteId: string | null): number => {
    if (remoteId === null || remoteId === remote_id) return -Infinity;
    let at = people.get(remoteId);
    if (at === undefined) people.set(remoteId, (at = until(nameOfPerson(provider, remoteId))));
    return at;
  };
  const isMessageGone = (kind: string, remoteId: string): boolean =>
    until(nameOfMessage(provider, kind, remoteId)) > -Infinity;

  const isGone = (message: RemoteMessage): boolean =>
    message.createdAt <= untilOf(message.authorRemoteId) ||
    // What was said to them in private, and what was answered, went with them.
    (message.authorRemoteId === remote_id && message.createdAt <= untilOf(message.toRemoteId)) ||
    isMessageGone(message.kind, message.remoteId) ||
    (message.repostOfRemoteId !== null && isMessageGone('post', message.repostOfRemoteId));

  const messages = content.messages
    .filter((message) => !isGone(message))
    .map((message) => withoutQuote(message, (remoteId) => isMessageGone('post', remoteId)));
  const named = new Set(
    messages.flatMap(({ authorRemoteId, toRemoteId }) => [authorRemoteId, toRemoteId ?? '']),
  );
  const identities = content.identities.filter(
    ({ remoteId }) => named.has(remoteId) || untilOf(remoteId) === -Infinity,
  );
  const unreadable = content.unreadable.filter(
    ({ remoteId }) =>
      remoteId === null || !(isMessageGone('post', remoteId) || isMessageGone('dm', remoteId)),
  );
  return { ...content, messages, identities, unreadable };
};

const withoutQuote = (message: RemoteMessage, isGone: (remoteId: string) => boolean): RemoteMessage => {
  const quoted = message.extras?.quoted;
  if (!message.extras || !quoted || !isGone(quoted.remoteId)) return message;
  return { ...message, extras: { ...message.extras, quoted: { ...quoted, handle: null, text: null } } };
};

/** Made when it is first needed; it never leaves this file. */
const keyOf = (tx: Tx): Buffer => {
  const row = findKey(tx);
  if (row) return row.key;
  const key = randomBytes(32);
  tx.db.statement('INSERT INTO retention_key (one, key) VALUES (1, ?)').run(key);
  return key;
};

const findKey = (db: Reader): { key: Buffer } | undefined =>
  db.find<{ key: Buffer }>('SELECT key FROM retention_key WHERE one = 1');

const hashBy =
  (key: Buffer) =>
  (name: string): Buffer =>
    createHmac('sha256', key).update(name).digest().subarray(0, 16);

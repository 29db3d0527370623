import type { Extras } from '../../../shared/model.ts';
import type { Reader, Tx } from '../../db/db.ts';
import type { RemoteMessage } from '../../providers/provider.ts';
import type { AccountRow } from '../accounts/rows.ts';
import { findIdentity, identityIdOf, rememberIdentity, type IdentityRow } from '../identities.ts';
import { isGone, messageIdOf, unaltered, type MessageRow } from '../messages.ts';
import type { Batch } from './receive.ts';

/** A network's message as a row of this desk, not yet in any thread. */
export const rowOf = (
  tx: Tx,
  batch: Batch,
  remote: RemoteMessage,
  id: string,
  reposts: number,
): MessageRow => {
  const role = roleOf(batch.account, remote);
  return {
    ...unaltered,
    ...contentOf(tx, batch.account.id, remote),
    id,
    account_id: batch.account.id,
    kind: remote.kind,
    remote_id: remote.remoteId,
    role,
    thread_id: null,
    author_id: identityOf(tx, batch, remote.authorRemoteId).id,
    other_id: role === 'context' ? null : (counterpart(tx, batch, remote, role)?.id ?? null),
    conversation_id: remote.conversationId,
    in_reply_to: remote.inReplyToRemoteId,
    created_at: remote.createdAt,
    received_at: batch.at,
    is_summons: remote.isSummons ? 1 : 0,
    reposts,
    answers_until: role === 'out' ? remote.createdAt : null,
    outbox_id: null,
    is_automatic: 0,
    import_id: batch.importId ?? null,
  };
};

/** What may differ between two versions of a message. */
export const contentOf = (db: Reader, accountId: string, remote: RemoteMessage) => ({
  version_id: remote.versionId,
  text: remote.text,
  is_cut: remote.isCut ? (1 as const) : (0 as const),
  lang: remote.lang,
  attachments: remote.attachments.length > 0 ? JSON.stringify(remote.attachments) : null,
  extras: remote.extras === null ? null : JSON.stringify(readable(db, accountId, remote.extras)),
});

/** A post that is gone is not quoted either, however late the page is that quotes it. */
const readable = (db: Reader, accountId: string, extras: Extras): Extras => {
  const { quoted } = extras;
  if (quoted === null || !isGone(db, messageIdOf(accountId, 'post', quoted.remoteId))) return extras;
  return { ...extras, quoted: { ...quoted, text: null } };
};

/** The customer's side of a message; null for a broadcast. */
export const counterpart = (
  tx: Tx,
  batch: Batch,
  remote: RemoteMessage,
  role: 'in' | 'out',
): IdentityRow | null => {
  const remoteId = role === 'in' ? remote.authorRemoteId : remote.toRemoteId;
  if (remoteId === null || remoteId === batch.account.remote_id) return null;
  return identityOf(tx, batch, remoteId);
};

export const roleOf = (account: AccountRow, remote: RemoteMessage): MessageRow['role'] => {
  if (remote.authorRemoteId === account.remote_id) return 'out';
  if (remote.kind === 'dm') return 'in';
  const speaksToUs = remote.isSummons || remote.toRemoteId === account.remote_id;
  return speaksToUs && remote.createdAt >= account.history_from ? 'in' : 'context';
};

/** An author the answer did not describe still gets a row: the message must not wait for a name. */
const identityOf = (tx: Tx, batch: Batch, remoteId: string): IdentityRow => {
  const id = identityIdOf(batch.account.provider, remoteId);
  const known =
    batch.identities.get(remoteId) ??
    findIdentity(tx, id) ??
    rememberIdentity(
      tx,
      batch.account.provider,
      { remoteId, handle: remoteId, name: remoteId, reach: null },
      { at: batch.at, id: batch.makeId, onNew: (customerId) => batch.newcomers.add(customerId) },
    );
  batch.identities.set(remoteId, known);
  return known;
};

import type { MessageKind, Ms } from '../../../../shared/model.ts';
import type { Tx } from '../../../db/db.ts';
import { customerOf } from '../../identities.ts';
import { putMessage, unaltered } from '../../messages.ts';
import { begin } from '../../threads/place.ts';
import { hasOpen, type ThreadRow } from '../../threads/rows.ts';
import { addThreads, settle } from '../../threads/settle.ts';

/** Stands where a message was, until the network gives it again. */
export const lostWords =
  '[This message was on a damaged page of the desk’s file. It is shown again if the network still has it.]';

/** Threads and their messages need each other: what is lost of one is made of the other. */
export const mendThreads = (tx: Tx, at: Ms, isWhole: boolean): { rebuilt: number; emptied: number } => {
  const rebuilt = rebuild(tx, at);
  const emptied = fill(tx);
  if (!isWhole || rebuilt + emptied > 0) settleWrong(tx);
  return { rebuilt, emptied };
};

type First = { id: string; thread_id: string; account_id: string; author_id: string; created_at: Ms };

const rebuild = (tx: Tx, at: Ms): number => {
  const firsts = tx.all<First>(
    'SELECT id, thread_id, account_id, author_id, min(created_at) AS created_at FROM messages ' +
      "WHERE role = 'in' AND thread_id IS NOT NULL AND thread_id NOT IN (SELECT id FROM threads) GROUP BY thread_id",
  );
  for (const first of firsts) {
    const customer_id = customerOf(tx, first.author_id);
    if (customer_id === undefined) continue;
    const arrival = {
      accountId: first.account_id,
      customerId: customer_id,
      identityId: first.author_id,
      messageId: first.id,
      createdAt: first.created_at,
    };
    const fresh = begin(arrival, null, first.thread_id);
    // Whether it was done with is not known; nobody has two open ones.
    const closed = { is_open: 0, status: 'resolved', closed_at: at, cleared_until: at } as const;
    addThreads(tx, [hasOpen(tx, fresh) ? { ...fresh, ...closed } : fresh]);
    settle(tx, first.thread_id);
  }
  tx.db
    .statement(
      'UPDATE messages SET thread_id = NULL WHERE thread_id IS NOT NULL AND thread_id NOT IN (SELECT id FROM threads)',
    )
    .run();
  return firsts.length;
};

/** A thread whose customer has said nothing any more could not be shown. */
const fill = (tx: Tx): number => {
  const empty = tx.all<ThreadRow>(
    "SELECT * FROM threads t WHERE NOT EXISTS (SELECT 1 FROM messages m WHERE m.thread_id = t.id AND m.role = 'in')",
  );
  for (const thread of empty) {
    const { id, account_id, identity_id, last_in_id, last_at } = thread;
    const [kind = 'post', remote = id] = last_in_id.slice(account_id.length + 1).split('/');
    const created_at = thread.waiting_since ?? last_at;
    putMessage(tx, {
      ...unaltered,
      ...{ id: last_in_id, account_id, kind: kind as MessageKind, remote_id: remote },
      // Older than whatever version the network has.
      version_id: '0',
      ...{ role: 'in', thread_id: id, author_id: identity_id, other_id: identity_id },
      ...{ conversation_id: null, in_reply_to: null, text: lostWords, is_cut: 0 },
      ...{ created_at, received_at: created_at, lang: null, is_summons: 0, reposts: 0 },
      ...{ attachments: null, answers_until: null, outbox_id: null, is_automatic: 0 },
    });
    settle(tx, id);
  }
  return empty.length;
};

/** Those whose columns name messages that are not there, or count them otherwise. */
const settleWrong = (tx: Tx): void => {
  const wrong = tx.all<{ id: string }>(
    'SELECT t.id FROM threads t WHERE NOT EXISTS (SELECT 1 FROM messages m WHERE m.id = t.last_in_id AND m.thread_id = t.id) ' +
      'OR (t.reply_to_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM messages m WHERE m.id = t.reply_to_id)) ' +
      "OR t.inbound <> (SELECT count(*) FROM messages m WHERE m.thread_id = t.id AND m.role = 'in')",
  );
  for (const { id } of wrong) settle(tx, id);
};

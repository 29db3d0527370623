import { AppError } from '../../../shared/errors.ts';
import type { MessageKind } from '../../../shared/model.ts';
import type { Reader } from '../../db/db.ts';
import { findMessage } from '../messages.ts';
import type { ThreadRow } from '../threads/rows.ts';
import { assertThere } from './guard.ts';
import type { OutboxRow } from './rows.ts';

type Target = Pick<OutboxRow, 'in_reply_to' | 'to_remote_id'>;

/** What an answer in this thread answers. Throws `not-allowed` when there is nothing, `gone` when it is not there any more. */
export const targetOf = (db: Reader, thread: ThreadRow, kind: MessageKind): Target => {
  if (kind === 'post') {
    const post = thread.reply_to_id === null ? undefined : findMessage(db, thread.reply_to_id);
    if (!post)
      throw new AppError('not-allowed', 'There is no public message to answer here. Write a direct message.');
    assertThere(db, thread.id, post.version_id);
    return { in_reply_to: post.version_id, to_remote_id: null };
  }
  const identity = db.find<{ remote_id: string }>(
    'SELECT remote_id FROM identities WHERE id = ?',
    thread.identity_id,
  );
  return { in_reply_to: null, to_remote_id: identity?.remote_id ?? null };
};

/** The newest version of what is answered: it may have been edited since the answer was written. */
export const newestVersion = (db: Reader, { thread_id, in_reply_to }: OutboxRow): string | null =>
  thread_id === null || in_reply_to === null
    ? in_reply_to
    : (db.find<{ version_id: string }>(
        "SELECT m.version_id FROM messages m WHERE m.thread_id = ? AND m.kind = 'post' AND (m.version_id = ? OR m.remote_id = ? " +
          'OR EXISTS (SELECT 1 FROM message_versions v WHERE v.message_id = m.id AND v.version_id = ?))',
        thread_id,
        in_reply_to,
        in_reply_to,
        in_reply_to,
      )?.version_id ?? in_reply_to);

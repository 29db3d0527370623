import { attachmentsOf } from './attachments.ts';
import { isJson } from './json.ts';
import type { Reading } from './page.ts';
import type { Read } from './post.ts';
import { direct } from './schema.ts';
import { readText } from './text.ts';
import { unreadable, whyNot } from './unreadable.ts';

/** Total, as `readPost`. */
export const readDirect = (raw: unknown, { me, page, textCap }: Reading): Read => {
  if (isJson(raw) && raw['event_type'] !== undefined && raw['event_type'] !== 'MessageCreate')
    return { at: 'nothing' };
  const aside = (reason: string): Read => ({ at: 'unreadable', unreadable: unreadable(raw, reason) });

  const read = direct.safeParse(raw);
  if (!read.success) return aside(whyNot('A direct message', read.error));
  const { id, text, sender_id, created_at, dm_conversation_id, attachments } = read.data;
  const keys = attachments?.media_keys ?? [];
  if (text === undefined && keys.length === 0) return aside('A direct message without a readable text.');

  const pair = /^(\d{1,19})-(\d{1,19})$/.exec(dm_conversation_id ?? '')?.slice(1);
  // A group's id is a single number. Its messages are counted and kept, not mixed into one customer's thread.
  if (dm_conversation_id !== undefined && pair === undefined)
    return aside('A group conversation: the desk shows those of two only.');
  const other = pair?.find((one) => one !== me.remoteId);
  const to = sender_id === me.remoteId ? other : me.remoteId;
  if (to === undefined) return aside('A direct message that does not say to whom it went.');

  return {
    at: 'message',
    message: {
      kind: 'dm',
      remoteId: id,
      versionId: id,
      authorRemoteId: sender_id,
      toRemoteId: to,
      conversationId: dm_conversation_id ?? null,
      inReplyToRemoteId: null,
      repostOfRemoteId: null,
      ...readText(text ?? '', textCap),
      createdAt: created_at,
      lang: null,
      isSummons: true,
      attachments: attachmentsOf(keys, page.media),
      extras: null,
    },
  };
};

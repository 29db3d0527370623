import type { z } from 'zod';
import type { RemoteMessage, Unreadable } from '../provider.ts';
import { attachmentsOf } from './attachments.ts';
import { extrasOf } from './extras.ts';
import type { Reading } from './page.ts';
import { post } from './schema.ts';
import { compareIds } from './snowflake.ts';
import { readText } from './text.ts';
import { unreadable, whyNot } from './unreadable.ts';
import { isWithheld } from './withheld.ts';

export type Read =
  | { at: 'message'; message: RemoteMessage }
  | { at: 'unreadable'; unreadable: Unreadable }
  /** Something that is no message and was not asked for. */
  | { at: 'nothing' };

/** Total: whatever arrives becomes a message or is put aside with its reason. */
export const readPost = (raw: unknown, reading: Reading): Read => {
  const read = post.safeParse(raw);
  // Its words may not be kept: of what is put aside only the id stays.
  if (read.success && isWithheld(raw))
    return { at: 'unreadable', unreadable: unreadable({ id: read.data.id }, withheld) };
  if (!read.success) return { at: 'unreadable', unreadable: unreadable(raw, whyNot('A post', read.error)) };
  return { at: 'message', message: messageOf(read.data, reading) };
};

const withheld = 'X withholds this post in some countries, so it is not shown here.';

type Post = z.output<typeof post>;

const messageOf = (raw: Post, reading: Reading): RemoteMessage => {
  const { posts, page, textCap } = reading;
  const named = (type: string): string | null =>
    raw.referenced_tweets.find((one) => one.type === type)?.id ?? null;
  // Posts are kept under their first version; what names a later one must lead to the same place.
  const firstOf = (id: string | null): string | null => (id === null ? null : (posts.get(id)?.firstId ?? id));
  const repostOf = firstOf(named('retweeted') ?? named('reposted'));
  return {
    kind: 'post',
    remoteId: firstVersion(raw),
    versionId: raw.id,
    authorRemoteId: raw.author_id,
    toRemoteId: raw.in_reply_to_user_id ?? null,
    conversationId: raw.conversation_id ?? null,
    inReplyToRemoteId: firstOf(named('replied_to')),
    repostOfRemoteId: repostOf,
    // Of a long post `text` holds the beginning only.
    ...readText(raw.note_tweet?.text ?? raw.text, textCap),
    createdAt: raw.created_at,
    lang: raw.lang ?? null,
    isSummons: repostOf === null && isSummons(raw, reading),
    attachments: attachmentsOf(raw.attachments?.media_keys ?? [], page.media),
    extras: repostOf === null ? extrasOf(raw, firstOf(named('quoted')), page.polls) : null,
  };
};

const firstVersion = ({ id, edit_history_tweet_ids }: Post): string => {
  const first = edit_history_tweet_ids[0];
  return first !== undefined && compareIds(first, id) < 0 ? first : id;
};

/** X takes our reply to a post whose author named the brand in it, or quoted one of the brand's. */
const isSummons = (raw: Post, { me, posts }: Reading): boolean => {
  if (raw.author_id === me.remoteId) return false;
  const handle = me.handle.toLowerCase();
  const mentions = [...(raw.entities?.mentions ?? []), ...(raw.note_tweet?.entities?.mentions ?? [])];
  if (mentions.some(({ id, username }) => id === me.remoteId || username?.toLowerCase() === handle))
    return true;
  return raw.referenced_tweets.some(
    ({ type, id }) => type === 'quoted' && posts.get(id)?.authorId === me.remoteId,
  );
};

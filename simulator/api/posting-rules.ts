import { forbidden } from '../http/problem.ts';
import type { Post, User } from '../world/model.ts';
import type { ApiCall } from './call.ts';

const DUPLICATE_WINDOW_MS = 24 * 60 * 60_000;

/** Self-serve access may answer only who mentioned the brand in that very post or quoted one of its posts. */
export function checkReplyRight(call: ApiCall, parent: Post): void {
  const { world, settings } = call.context;
  const isOwn = parent.authorId === call.user.id;
  const isNamed = parent.mentions.includes(call.user.id);
  const isFollowUp = settings.followUpCounts && parent.replyTo?.authorId === call.user.id;
  const isQuoting =
    parent.quoteOf !== undefined && world.posts.get(parent.quoteOf)?.authorId === call.user.id;
  if (!settings.replyRight || isOwn || isNamed || isFollowUp || isQuoting) return;
  throw forbidden(
    'Reply to this conversation is not allowed because you have not been mentioned or otherwise engaged by the author of the post you are replying to.',
  );
}

/** The second sentence is ours: how the network words its refusal for an encrypted chat is not documented. */
export function checkDirectRight(recipient: User): void {
  if (recipient.directs === 'closed')
    throw forbidden('You do not have permission to DM one or more participants.');
  if (recipient.directs === 'encrypted')
    throw forbidden('This conversation is encrypted and is not available to this endpoint.');
}

/** The same text again is refused, and the answer does not say which post has it already. */
export function checkDuplicate(call: ApiCall, text: string, parent: Post | undefined): void {
  const { world, settings, clock } = call.context;
  if (settings.duplicateScope === 'nowhere') return;
  const own = world.indexes.byAuthor.get(call.user.id) ?? [];
  for (let at = own.length - 1; at >= 0; at -= 1) {
    const post = own[at] as Post;
    if (clock.now() - post.createdAtMs > DUPLICATE_WINDOW_MS) return;
    const isSamePlace = settings.duplicateScope === 'account' || post.replyTo?.postId === parent?.id;
    if (isSamePlace && !world.isDeleted(post.id) && withoutLinks(post.text) === withoutLinks(text)) {
      throw forbidden('You are not allowed to create a Tweet with duplicate content.');
    }
  }
}

/** A link has become a short one by then, so links are compared by place only. */
function withoutLinks(text: string): string {
  return text
    .replace(/https?:\/\/\S+/g, 'https://t.co/')
    .trim()
    .normalize('NFC');
}

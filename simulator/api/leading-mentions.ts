import type { Post } from '../world/model.ts';
import { handlesIn } from '../world/text.ts';
import type { ApiCall } from './call.ts';

/** An answer begins with the handles of those it answers: the network writes them when the author did not. */
export function leadingMentions(
  call: ApiCall,
  parent: Post,
  text: string,
  excluded: readonly string[],
): string {
  const { world, settings } = call.context;
  if (!settings.autoMention) return '';
  const written = new Set(handlesIn(text).map((handle) => handle.toLowerCase()));
  const userIds = [...new Set([parent.authorId, ...parent.mentions])];
  return userIds
    .filter((userId) => userId !== call.user.id && (userId === parent.authorId || !excluded.includes(userId)))
    .map((userId) => world.getUser(userId))
    .filter((user) => !user.isBrand && !written.has(user.handle.toLowerCase()))
    .map((user) => `@${user.handle} `)
    .join('');
}

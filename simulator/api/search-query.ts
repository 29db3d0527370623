import type { Post } from '../world/model.ts';
import type { World } from '../world/world.ts';

type Test = (post: Post, world: World) => boolean;

export interface Search {
  conversationId: string | undefined;
  matches: Test;
}

/** The part of the query language that a care desk uses: operators and words, all of which must hold; `-` negates, `OR`
 * separates alternatives. Without brackets. */
export function parseSearch(text: string): Search | undefined {
  const alternatives = text.split(/\s+OR\s+/).map((part) => part.trim());
  const parsed = alternatives.map(termsOf);
  if (parsed.some((terms) => terms.length === 0)) return undefined;
  const [only] = parsed;
  return {
    conversationId:
      parsed.length === 1 ? only?.find((term) => term.conversationId)?.conversationId : undefined,
    matches: (post, world) => parsed.some((terms) => terms.every((term) => term.test(post, world))),
  };
}

function termsOf(text: string): { test: Test; conversationId?: string }[] {
  return [...text.matchAll(/-?(?:[a-z_]+:)?(?:"[^"]+"|\S+)/g)].map(([raw]) => {
    const isNegated = raw.startsWith('-') && raw.length > 1;
    const term = isNegated ? raw.slice(1) : raw;
    const test = testOf(term);
    const conversationId = /^conversation_id:(\d+)$/.exec(term)?.[1];
    return {
      test: isNegated ? (post, world) => !test(post, world) : test,
      ...(conversationId !== undefined && !isNegated && { conversationId }),
    };
  });
}

function testOf(term: string): Test {
  const [, operator, value = ''] = /^([a-z_]+):(.+)$/.exec(term) ?? [];
  switch (operator) {
    case 'conversation_id':
      return (post) => post.conversationId === value;
    case 'in_reply_to_tweet_id':
      return (post) => post.replyTo?.postId === value;
    case 'from':
      return (post, world) => isUser(world, post.authorId, value);
    case 'to':
      return (post, world) => post.replyTo !== undefined && isUser(world, post.replyTo.authorId, value);
    case 'lang':
      return (post) => post.lang === value;
    case 'is':
      return (post) =>
        ({ reply: post.replyTo, retweet: post.repostOf, quote: post.quoteOf })[value as 'reply'] !==
        undefined;
    case 'has':
      return (post) => (value === 'links' ? post.links : post.mediaIds).length > 0;
    default: {
      const word = term.replaceAll('"', '').toLowerCase();
      return (post) => post.text.toLowerCase().includes(word);
    }
  }
}

function isUser(world: World, userId: string, name: string): boolean {
  return (
    userId === name || world.getUser(userId).handle.toLowerCase() === name.replace(/^@/, '').toLowerCase()
  );
}

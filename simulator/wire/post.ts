import type { Post } from '../world/model.ts';
import { escapeText } from '../world/text.ts';
import type { World } from '../world/world.ts';
import { entitiesOf, sentLength } from './entities.ts';
import { cutText, isLong } from './long-text.ts';

export type Wire = Record<string, unknown>;
type Field = (post: Post, world: World) => unknown;

export function wirePost(post: Post, fields: ReadonlySet<string>, world: World): Wire {
  const wire: Wire = {
    id: post.id,
    text: escapeText(shownText(post)),
    edit_history_tweet_ids: post.versions,
  };
  for (const name of fields) {
    const value = FIELDS[name]?.(post, world);
    if (value !== undefined) wire[name] = value;
  }
  return wire;
}

function shownText(post: Post): string {
  return isLong(post.text) ? cutText(post.text, post.id) : post.text;
}

export function mediaKey(mediaId: string, kind: 'photo' | 'animated_gif' | 'video' = 'photo'): string {
  return `${{ photo: 3, animated_gif: 16, video: 7 }[kind]}_${mediaId}`;
}

const FIELDS: Readonly<Record<string, Field>> = {
  author_id: (post) => post.authorId,
  conversation_id: (post) => post.conversationId,
  created_at: (post) => new Date(post.createdAtMs).toISOString(),
  in_reply_to_user_id: (post) => post.replyTo?.authorId,
  lang: (post) => post.lang,
  possibly_sensitive: () => false,
  reply_settings: () => 'everyone',
  referenced_tweets: referenced,
  entities: (post, world) => entitiesOf(shownText(post), post.links, world),
  public_metrics: publicMetrics,
  edit_controls: (post, world) => {
    const first = world.posts.get(post.versions[0] as string) ?? post;
    return {
      edits_remaining: Math.max(0, 6 - post.versions.length),
      is_edit_eligible: !post.replyTo && !post.repostOf,
      editable_until: new Date(first.createdAtMs + 3_600_000).toISOString(),
    };
  },
  display_text_range: (post) => {
    const lead = post.replyTo ? (/^(@\w+\s+)+/.exec(post.text)?.[0].length ?? 0) : 0;
    return [lead, sentLength(shownText(post))];
  },
  note_tweet: (post, world) => {
    if (!isLong(post.text)) return undefined;
    const entities = entitiesOf(post.text, post.links, world);
    return { text: escapeText(post.text), ...(entities && { entities }) };
  },
  withheld: (post, world) => {
    const countries = world.stateOf(post.id).withheldIn;
    if (countries === undefined || countries.length === 0) return undefined;
    return { copyright: false, country_codes: countries, scope: 'tweet' };
  },
  attachments: (post, world) => {
    if (post.mediaIds.length === 0 && !post.poll) return undefined;
    return {
      ...(post.mediaIds.length > 0 && {
        media_keys: post.mediaIds.map((id) => mediaKey(id, world.media.get(id)?.kind)),
      }),
      ...(post.poll && { poll_ids: [post.poll.id] }),
    };
  },
};

function referenced(post: Post): unknown {
  const references = [
    ...(post.repostOf ? [{ type: 'retweeted', id: post.repostOf }] : []),
    ...(post.quoteOf ? [{ type: 'quoted', id: post.quoteOf }] : []),
    ...(post.replyTo ? [{ type: 'replied_to', id: post.replyTo.postId }] : []),
  ];
  return references.length > 0 ? references : undefined;
}

function publicMetrics(post: Post, world: World): unknown {
  const { replies, reposts, quotes } = world.stateOf(post.versions[0] as string);
  return {
    retweet_count: reposts,
    reply_count: replies,
    like_count: post.likes,
    quote_count: quotes,
    bookmark_count: 0,
    impression_count: post.likes * 41 + replies * 17 + 12,
  };
}

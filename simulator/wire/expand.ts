import { notAuthorized, notFound, type Problem } from '../http/problem.ts';
import type { DirectMessage, Post } from '../world/model.ts';
import type { World } from '../world/world.ts';
import { wireMedia } from './media.ts';
import { wirePoll } from './poll.ts';
import { type Wire, wirePost } from './post.ts';
import type { Selection } from './selection.ts';
import { wireUser } from './user.ts';

export interface Expanded {
  includes: { users?: Wire[]; tweets?: Wire[]; media?: Wire[]; polls?: Wire[] };
  errors: Problem[];
  readUsers: string[];
  readPosts: string[];
}

interface Wanted {
  users: Set<string>;
  posts: Set<string>;
  media: Set<string>;
}

export function expandPosts(
  posts: readonly Post[],
  selection: Selection,
  world: World,
  nowMs: number,
): Expanded {
  const wanted: Wanted = { users: new Set(), posts: new Set(), media: new Set() };
  for (const post of posts) {
    for (const expansion of selection.expansions) want(wanted, post, expansion, world);
  }
  const expanded = collect(wanted, selection, world, 'referenced_tweets.id');
  const polls = selection.expansions.has('attachments.poll_ids')
    ? posts.flatMap(({ poll }) => (poll ? [wirePoll(poll, selection.pollFields, nowMs)] : []))
    : [];
  if (polls.length > 0) expanded.includes.polls = polls;
  return expanded;
}

export function expandDirects(
  directs: readonly DirectMessage[],
  selection: Selection,
  world: World,
): Expanded {
  const wanted: Wanted = { users: new Set(), posts: new Set(), media: new Set() };
  for (const direct of directs) {
    if (selection.expansions.has('sender_id')) wanted.users.add(direct.senderId);
    if (selection.expansions.has('participant_ids')) {
      wanted.users.add(direct.senderId).add(direct.recipientId);
    }
    if (selection.expansions.has('attachments.media_keys'))
      for (const id of direct.mediaIds) wanted.media.add(id);
  }
  return collect(wanted, selection, world, 'referenced_tweets.id');
}

function want(wanted: Wanted, post: Post, expansion: string, world: World): void {
  const references = [post.repostOf, post.quoteOf, post.replyTo?.postId].filter((id) => id !== undefined);
  switch (expansion) {
    case 'author_id':
      wanted.users.add(post.authorId);
      return;
    case 'in_reply_to_user_id':
      if (post.replyTo) wanted.users.add(post.replyTo.authorId);
      return;
    case 'entities.mentions.username':
      for (const id of post.mentions) wanted.users.add(id);
      return;
    case 'attachments.media_keys':
      for (const id of post.mediaIds) wanted.media.add(id);
      return;
    case 'referenced_tweets.id':
      for (const id of references) wanted.posts.add(id);
      return;
    case 'referenced_tweets.id.author_id':
      for (const id of references) {
        const authorId = world.posts.get(id)?.authorId;
        wanted.posts.add(id);
        if (authorId && !world.isDeleted(id)) wanted.users.add(authorId);
      }
      return;
    case 'referenced_tweets.id.attachments.media_keys':
      for (const id of references)
        for (const media of world.posts.get(id)?.mediaIds ?? []) wanted.media.add(media);
      return;
    case 'edit_history_tweet_ids':
      for (const id of post.versions) wanted.posts.add(id);
      return;
  }
}

function collect(wanted: Wanted, selection: Selection, world: World, parameter: string): Expanded {
  const expanded: Expanded = { includes: {}, errors: [], readUsers: [], readPosts: [] };
  const tweets: Wire[] = [];
  for (const id of wanted.posts) {
    const post = world.posts.get(id);
    if (!post || world.isDeleted(id)) expanded.errors.push(notFound('tweet', parameter, id));
    else if (world.getUser(post.authorId).state !== 'active')
      expanded.errors.push(notAuthorized(parameter, id));
    else {
      tweets.push(wirePost(post, selection.postFields, world));
      expanded.readPosts.push(id);
    }
  }
  const users: Wire[] = [];
  for (const id of wanted.users) {
    const user = world.users.get(id);
    if (!user || user.state === 'suspended') continue;
    users.push(wireUser(user, selection.userFields, world));
    expanded.readUsers.push(id);
  }
  const media = [...wanted.media]
    .flatMap((id) => world.media.get(id) ?? [])
    .map((item) => wireMedia(item, selection.mediaFields));
  if (users.length > 0) expanded.includes.users = users;
  if (tweets.length > 0) expanded.includes.tweets = tweets;
  if (media.length > 0) expanded.includes.media = media;
  return expanded;
}

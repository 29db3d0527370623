import type { Vocabulary } from './vocabulary.ts';

export type Query = Record<string, string>;

const userFields = 'id,name,username,public_metrics,protected,verified';
const pollFields = 'id,options,end_datetime,voting_status';
const mediaFields = 'media_key,type,url,preview_image_url,alt_text';

/** What a post is asked with. In the newer words an expansion brings its own field, which is no longer in the list of fields. */
export const postQuery: Record<Vocabulary, Query> = {
  tweet: {
    'tweet.fields':
      'id,text,author_id,created_at,conversation_id,in_reply_to_user_id,referenced_tweets,attachments,entities,lang,note_tweet,edit_history_tweet_ids,public_metrics,withheld',
    expansions:
      'author_id,in_reply_to_user_id,referenced_tweets.id,referenced_tweets.id.author_id,attachments.media_keys,attachments.poll_ids,referenced_tweets.id.attachments.media_keys',
    'user.fields': userFields,
    'media.fields': mediaFields,
    'poll.fields': pollFields,
  },
  post: {
    'post.fields':
      'id,text,created_at,conversation_id,attachments,entities,lang,note_post,public_metrics,withheld',
    expansions: 'author_id,in_reply_to_user_id,referenced_posts,attachments.media_keys,attachments.poll_ids',
    'user.fields': userFields,
    'media.fields': mediaFields,
    'poll.fields': pollFields,
  },
};

/** Reposts of posts and people's comings and goings are not asked for: each event read costs money. */
export const directQuery: Record<Vocabulary, Query> = {
  tweet: {
    event_types: 'MessageCreate',
    'dm_event.fields':
      'id,event_type,text,created_at,dm_conversation_id,sender_id,participant_ids,attachments',
    expansions: 'sender_id,participant_ids,attachments.media_keys',
    'user.fields': userFields,
    'media.fields': mediaFields,
  },
  post: {
    event_types: 'MessageCreate',
    'dm_event.fields': 'id,event_type,text,created_at,dm_conversation_id,attachments',
    expansions: 'sender_id,participant_ids,attachments.media_keys',
    'user.fields': userFields,
    'media.fields': mediaFields,
  },
};

export const userQuery: Query = { 'user.fields': userFields };

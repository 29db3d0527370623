/** The values the description allows for each `*.fields` and `expansions` parameter. */
export const POST_FIELDS = split(
  'article attachments author_id card_uri community_id context_annotations conversation_id created_at display_text_range edit_controls edit_history_tweet_ids entities geo id in_reply_to_user_id lang matched_media_notes media_metadata non_public_metrics note_request_suggestions note_tweet organic_metrics paid_partnership possibly_sensitive promoted_metrics public_metrics referenced_tweets reply_settings scopes source suggested_source_links suggested_source_links_with_counts text withheld',
);
export const USER_FIELDS = split(
  'affiliation confirmed_email connection_status created_at description entities id is_identity_verified location most_recent_tweet_id name parody pinned_tweet_id profile_banner_url profile_image_url protected public_metrics receives_your_dm subscription subscription_type url username verified verified_followers_count verified_type withheld',
);
export const DIRECT_FIELDS = split(
  'attachments created_at dm_conversation_id entities event_type id participant_ids referenced_tweets sender_id text',
);
export const MEDIA_FIELDS = split(
  'alt_text duration_ms height media_key non_public_metrics organic_metrics preview_image_url promoted_metrics public_metrics type url variants width',
);
export const PLACE_FIELDS = split('contained_within country country_code full_name geo id name place_type');
export const POLL_FIELDS = split('duration_minutes end_datetime id options voting_status');

export const POST_EXPANSIONS = split(
  'article.cover_media article.media_entities attachments.media_keys attachments.media_source_tweet attachments.poll_ids author_id edit_history_tweet_ids entities.mentions.username geo.place_id in_reply_to_user_id entities.note.mentions.username referenced_tweets.id referenced_tweets.id.attachments.media_keys referenced_tweets.id.author_id',
);
export const USER_EXPANSIONS = split('affiliation.user_id most_recent_tweet_id pinned_tweet_id');
export const DIRECT_EXPANSIONS = split(
  'attachments.media_keys participant_ids referenced_tweets.id sender_id',
);

/** An expansion brings its own field with it, asked for or not. */
export const FIELD_OF_EXPANSION: Readonly<Record<string, string>> = {
  author_id: 'author_id',
  in_reply_to_user_id: 'in_reply_to_user_id',
  'referenced_tweets.id': 'referenced_tweets',
  'referenced_tweets.id.author_id': 'referenced_tweets',
  'referenced_tweets.id.attachments.media_keys': 'referenced_tweets',
  'attachments.media_keys': 'attachments',
  'attachments.poll_ids': 'attachments',
  'entities.mentions.username': 'entities',
  edit_history_tweet_ids: 'edit_history_tweet_ids',
  sender_id: 'sender_id',
  participant_ids: 'participant_ids',
};

function split(words: string): readonly string[] {
  return words.split(' ');
}

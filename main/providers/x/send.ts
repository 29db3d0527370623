import { ProviderFailure, type Outgoing } from '../provider.ts';
import type { Api } from './api.ts';
import { isJson } from './json.ts';
import { id } from './schema.ts';

/** One attempt. What X made of it is in the failure's kind; nothing here tries again. */
export const send = async (api: Api, item: Outgoing): Promise<{ remoteId: string }> => {
  const to = item.kind === 'post' ? item.inReplyToRemoteId : item.toRemoteId;
  if (!id.safeParse(to).success)
    throw new ProviderFailure('rejected', 'There is nothing on X that this could answer.');
  const text = item.text.toWellFormed();
  if (item.kind === 'post') {
    const { body } = await api({
      method: 'POST',
      path: 'tweets',
      body: { text, reply: { in_reply_to_tweet_id: to } },
    });
    return { remoteId: idIn(body['data'], 'id') };
  }
  const { body } = await api({
    method: 'POST',
    path: `dm_conversations/with/${to}/messages`,
    body: { text },
  });
  return { remoteId: idIn(body['data'], 'dm_event_id') };
};

const idIn = (data: unknown, key: string): string => {
  const found = isJson(data) ? id.safeParse(data[key]).data : undefined;
  if (found === undefined) {
    throw new ProviderFailure('unknown-outcome', 'X may or may not have taken it: its answer names no id.');
  }
  return found;
};

import { ProviderFailure, type Budget, type Charge, type Outgoing } from '../provider.ts';
import type { Call } from './api.ts';
import { isJson } from './json.ts';
import { budgetOf } from './limits.ts';
import { id } from './schema.ts';
import type { Session } from './session.ts';

type Sent = { remoteId: string; budget: Budget; cost: readonly Charge[] };

/** One attempt. What X made of it is in the failure's kind; nothing here tries again. */
export const send = async ({ api, meter }: Session, item: Outgoing): Promise<Sent> => {
  const { body, headers } = await api(item.kind === 'post' ? postOf(item) : directOf(item));
  const remoteId = idIn(body['data'], item.kind === 'post' ? 'id' : 'dm_event_id');
  return { remoteId, budget: budgetOf(headers), cost: meter.take() };
};

const postOf = ({ text, inReplyToRemoteId: to, mediaIds }: Extract<Outgoing, { kind: 'post' }>): Call => {
  if (to !== null) assertId(to);
  return {
    method: 'POST',
    path: 'tweets',
    body: {
      ...said(text),
      ...(to === null ? {} : { reply: { in_reply_to_tweet_id: to } }),
      ...(mediaIds.length === 0 ? {} : { media: { media_ids: mediaIds } }),
    },
  };
};

const directOf = ({ text, toRemoteId: to, mediaId }: Extract<Outgoing, { kind: 'dm' }>): Call => {
  assertId(to);
  return {
    method: 'POST',
    path: `dm_conversations/with/${to}/messages`,
    body: { ...said(text), ...(mediaId === null ? {} : { attachments: [{ media_id: mediaId }] }) },
  };
};

/** A picture may go without a word, but X takes no empty one. */
const said = (text: string): { text?: string } => (text === '' ? {} : { text: text.toWellFormed() });

const assertId = (to: string): void => {
  if (!id.safeParse(to).success)
    throw new ProviderFailure('rejected', 'There is nothing on X that this could answer.');
};

const idIn = (data: unknown, key: string): string => {
  const found = isJson(data) ? id.safeParse(data[key]).data : undefined;
  if (found === undefined) {
    throw new ProviderFailure('unknown-outcome', 'X may or may not have taken it: its answer names no id.');
  }
  return found;
};

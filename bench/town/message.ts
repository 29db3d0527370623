import type { RemoteIdentity, RemoteMessage } from '../../main/providers/provider.ts';
import type { Customer } from './customers.ts';
import type { Dice } from './dice.ts';
import { sentence } from './words.ts';

type Telling = { dice: Dice; brand: RemoteIdentity; customer: Customer; id: string; atMs: number };

/** What the next message of a conversation is: mostly posts, some direct, some of the brand's own, a few reposts. */
export const nextMessage = (telling: Telling): RemoteMessage => {
  const { customer, dice } = telling;
  const { lastPostId } = customer;
  if (lastPostId === null) return post(telling);
  const chance = dice.roll();
  if (chance < 0.15) return answer(telling, lastPostId);
  if (chance < 0.25) return direct(telling);
  if (chance < 0.27) return { ...base(telling), toRemoteId: null, repostOfRemoteId: lastPostId };
  return post(telling);
};

const base = ({ dice, brand, customer, id, atMs }: Telling): RemoteMessage => ({
  kind: 'post',
  remoteId: id,
  versionId: id,
  authorRemoteId: customer.identity.remoteId,
  toRemoteId: brand.remoteId,
  conversationId: customer.conversationId ?? id,
  inReplyToRemoteId: null,
  repostOfRemoteId: null,
  text: sentence(dice, brand.handle),
  isCut: false,
  createdAt: atMs,
  lang: 'en',
  isSummons: true,
  attachments: [],
  extras: null,
});

const post = (telling: Telling): RemoteMessage => {
  const { customer, id } = telling;
  customer.conversationId ??= id;
  customer.lastPostId = id;
  return { ...base(telling), inReplyToRemoteId: customer.lastAnswerId };
};

const answer = (telling: Telling, to: string): RemoteMessage => {
  const { brand, customer, id } = telling;
  customer.lastAnswerId = id;
  const parties = { authorRemoteId: brand.remoteId, toRemoteId: customer.identity.remoteId };
  return { ...base(telling), ...parties, inReplyToRemoteId: to, isSummons: false };
};

const direct = (telling: Telling): RemoteMessage => {
  const { brand, customer } = telling;
  const conversationId = `${brand.remoteId}-${customer.identity.remoteId}`;
  return { ...base(telling), kind: 'dm', conversationId };
};

import { asSent } from '../../shared/as-sent.ts';
import type { Message, OutboxItem } from '../../shared/model.ts';

/**
 * An answer on its way whose message was read before the network's word of it came: it is shown as what it is, being sent,
 * and not a second time as one from elsewhere.
 */
export const isInTheAir = (message: Message, outbox: readonly OutboxItem[]): boolean =>
  outbox.some((item) => item.state.at === 'sending' && isAlike(message, item));

/** Nobody here is known to have written it, and it may be the one of which nobody knows whether it arrived. */
export const isPerhapsOurs = (message: Message, outbox: readonly OutboxItem[]): boolean =>
  outbox.some(
    (item) =>
      item.state.at === 'uncertain' &&
      (isAlike(message, item) || item.state.facts?.near.some(({ messageId }) => messageId === message.id)),
  );

/** Word for word, of the same kind, and come in since the attempt; both times are told by this machine. */
const isAlike = ({ direction, sentBy, kind, receivedAt, text }: Message, item: OutboxItem): boolean =>
  direction === 'out' &&
  sentBy === null &&
  kind === item.kind &&
  item.attemptAt !== null &&
  receivedAt >= item.attemptAt &&
  asSent(text) === asSent(item.text);

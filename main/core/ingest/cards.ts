import { coverCards } from '../../../shared/card-numbers.ts';
import type { RemoteMessage } from '../../providers/provider.ts';
import type { AccountRow } from '../accounts/rows.ts';

/**
 * A message as it may be kept: numbers of payment cards are covered before anything is written. The brand's own are kept as
 * they left: an answer is told from another by its words when it is in doubt.
 */
export const withoutCards = (account: AccountRow, message: RemoteMessage): RemoteMessage => {
  if (message.authorRemoteId === account.remote_id) return message;
  const text = coverCards(message.text);
  const extras = message.extras && quotedWithoutCards(message.extras);
  return text === message.text && extras === message.extras ? message : { ...message, text, extras };
};

const quotedWithoutCards = (extras: NonNullable<RemoteMessage['extras']>): RemoteMessage['extras'] => {
  const { quoted } = extras;
  if (quoted === null || quoted.text === null) return extras;
  const text = coverCards(quoted.text);
  return text === quoted.text ? extras : { ...extras, quoted: { ...quoted, text } };
};

import type { Account, Card, MessageKind, ReplyRight } from '../../shared/model.ts';

/** Said before the first word is typed: what the network will do with an answer. */
export const replyRightLine = (card: Card, kind: MessageKind, account: Account | undefined): string => {
  if (account?.pausedBecause) return account.pausedBecause;
  if (kind === 'dm') return 'Goes to the customer alone';
  return lines[card.replyRight];
};

const lines: Record<ReplyRight, string> = {
  'may-reply': 'May reply, in public',
  'not-summoned': 'X takes no public reply here: the customer has not mentioned you',
  'dm-only': 'Nothing public to answer: write a direct message',
  unknown: 'X has not said whether it takes a reply',
  'account-paused': 'The account is paused',
};

/** The short form on a card; null when it is plain "may reply". */
export const replyRightMark = (card: Card): string | null => marks[card.replyRight];

const marks: Record<ReplyRight, string | null> = {
  'may-reply': null,
  'not-summoned': 'no public reply',
  'dm-only': 'DM only',
  unknown: 'reply unsure',
  'account-paused': 'paused',
};

/** Said to a role that answers colleagues, never customers. */
export const readsOnly = 'You may read here. Customers are answered by agents.';

/** Why nothing can be sent now; null when it can. The text may always be written and kept. */
export const whyNoSend = (card: Card, kind: MessageKind, account: Account | undefined): string | null => {
  if (account?.pausedBecause) return `Nothing is sent: ${account.pausedBecause} Your text is kept.`;
  if (card.replyRight === 'account-paused')
    return 'Nothing is sent while the account is paused. Your text is kept.';
  if (kind === 'post' && (card.replyRight === 'not-summoned' || card.replyRight === 'dm-only')) {
    return `${lines[card.replyRight]}.`;
  }
  return null;
};

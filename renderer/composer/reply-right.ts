import type { Card, MessageKind, ReplyRight } from '../../shared/model.ts';

/** What an answer of one kind may count on, said before the first word is typed. */
export type Right = {
  line: string;
  /** Why nothing can be sent now; null when it can, or when only trying will tell. The text may always be written and kept. */
  blocked: string | null;
  /** What can be done instead: on the network itself, in a direct message, or in public. */
  instead: readonly ('open' | 'direct' | 'reply')[];
};

/** By the network's rule for the thread. Whether its account stands still is another matter, and the account's own. */
export const rightOf = (card: Card, kind: MessageKind): Right =>
  (kind === 'post' ? inPublic : inPrivate)[card.replyRight];

const on = (line: string): Right => ({ line, blocked: null, instead: [] });

const off = (line: string, blocked = `${line}. Your text is kept.`, ...instead: Right['instead']): Right => ({
  line,
  blocked,
  instead,
});

const nothingPublic = 'Nothing public to answer here';

const inPublic: Record<ReplyRight, Right> = {
  'may-reply': on('May reply, in public'),
  'not-summoned': off(
    'X takes no public reply here: they have not mentioned you',
    'X takes a public reply only where the customer has mentioned you. Your text is kept.',
    'open',
    'direct',
  ),
  deleted: off('Their post is gone from X: nothing to answer in public', undefined, 'direct'),
  'dm-open': off(nothingPublic, undefined, 'direct'),
  'dm-closed': off(`${nothingPublic}, and they take no direct messages of yours`, undefined, 'open'),
  encrypted: off(`${nothingPublic}: they talk in an encrypted chat`, undefined, 'open'),
  unknown: on('X has not said whether it takes a reply. Try: we know then, and your text is kept'),
};

const alone = on('Goes to the customer alone');
const mayBeClosed = on('Goes to the customer alone, if they take messages from you');

const inPrivate: Record<ReplyRight, Right> = {
  'may-reply': alone,
  'not-summoned': mayBeClosed,
  deleted: mayBeClosed,
  'dm-open': on('Goes to the customer alone; they take direct messages'),
  'dm-closed': off('They take no direct messages of yours', undefined, 'open'),
  encrypted: off(
    'They talk in an encrypted chat, which X shows in its own apps alone',
    'X lets nobody but its own apps into an encrypted chat. Your text is kept.',
    'open',
  ),
  unknown: mayBeClosed,
};

/** The short form on a card; null when it is plain "may reply". */
export const replyRightMark = (card: Card): string | null => marks[card.replyRight];

const marks: Record<ReplyRight, string | null> = {
  'may-reply': null,
  'not-summoned': 'no public reply',
  'dm-open': 'DM only',
  'dm-closed': 'DM closed',
  encrypted: 'encrypted chat',
  deleted: 'post deleted',
  unknown: 'reply unsure',
};

/** Said to a role that answers colleagues, never customers. */
export const readsOnly = 'You may read here. Customers are answered by agents.';

import type { Message } from '../../shared/model.ts';
import { plural } from '../ui/number.ts';
import { clockTime } from '../ui/time.ts';

/** What is worth knowing about a message besides its words. */
export const entryFacts = (message: Message, isPerhapsOurs: boolean): string[] => {
  const { direction, kind, sentBy, createdAt } = message;
  const elsewhere = isPerhapsOurs ? '; this may be the answer below' : ' from elsewhere';
  const by = sentBy === null ? elsewhere : ` by ${sentBy}`;
  const facts = [
    kind === 'dm' && 'Direct message',
    direction === 'out' && `Sent ${clockTime(createdAt)}${by}`,
    message.isCut && 'Cut: the message was too long to keep whole',
    message.reposts > 0 && plural(message.reposts, 'repost'),
  ];
  return facts.filter((fact) => fact !== false);
};

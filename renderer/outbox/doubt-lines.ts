import type { OutboxItem } from '../../shared/model.ts';
import { exactTime } from '../ui/time.ts';

/** Both facts about what nobody knows, each in a sentence: how the attempt ended, and what was read back since. */
export const doubtLines = ({ state }: Pick<OutboxItem, 'state'>): string[] => {
  if (state.at !== 'uncertain' || !state.facts) return [];
  const { since, checks, facts } = state;
  const ended =
    facts.endedAt === null
      ? 'no answer came before Earshot ended'
      : `the answer was lost at ${exactTime(facts.endedAt)}`;
  const times = checks === 1 ? 'once' : `${checks} times`;
  const read =
    facts.readUntil === null || checks === 0
      ? 'Your own messages have not been read back completely yet.'
      : `Read back ${times}, up to ${exactTime(facts.readUntil)}: not among your messages.`;
  const [near] = facts.near;
  return [
    `Handed over at ${exactTime(since)}; ${ended}.`,
    read,
    ...(near
      ? [
          `Nearly the same, written at ${exactTime(near.createdAt)} (${Math.round(near.likeness * 100)} % alike): “${near.text}”`,
        ]
      : []),
    ...(facts.isUpToYou
      ? ['Earshot can’t find out more: look on the network, and say whether it arrived.']
      : []),
  ];
};

import type { AssignmentMode, MessageKind, Priority, Queue, Sentiment } from '../../shared/model.ts';
import type { Rule } from '../../shared/rule.ts';
import type { Desk } from '../store/state.ts';

export const kindWords: Record<MessageKind, string> = { post: 'public', dm: 'direct message' };
export const priorityWords: Record<Priority, string> = { 0: 'urgent', 1: 'high', 2: 'normal', 3: 'low' };
export const sentimentWords: Record<Sentiment, string> = {
  negative: 'unhappy',
  neutral: 'neither',
  positive: 'happy',
};
export const assignmentWords: Record<AssignmentMode, string> = {
  off: 'agents claim',
  'round-robin': 'given in turns',
  'least-loaded': 'given to who has least',
};

type Names = Pick<Desk, 'accounts' | 'tags'>;

/** `“bill” or “refund”, public, in pl, not “thank you”`; a rule that asks nothing takes everything. */
export const ruleWords = (rule: Rule, names: Names): string => {
  const parts = (Object.entries(rule) as [keyof Rule, readonly (string | number)[]][]).map(([part, values]) =>
    partWords(part, values, names),
  );
  return parts.join(', ') || 'everything';
};

/** One part of a rule with some of its values, as in “why”. */
export const partWords = (
  part: keyof Rule,
  values: readonly (string | number)[],
  { accounts, tags }: Names,
): string => {
  const either = (words: readonly string[]): string => words.join(' or ');
  const all = values.map(String);
  switch (part) {
    case 'words':
      return either(all.map((word) => `“${word}”`));
    case 'notWords':
      return `not ${either(all.map((word) => `“${word}”`))}`;
    case 'languages':
      return `in ${either(all)}`;
    case 'kinds':
      return either(all.map((kind) => kindWords[kind as MessageKind]));
    case 'accounts':
      return `to ${either(all.map((id) => `@${accounts.find(({ account }) => account.id === id)?.account.handle ?? id}`))}`;
    case 'customerTags':
      return `customer tagged ${either(all.map((id) => tags.find((tag) => tag.id === id)?.name ?? 'a removed tag'))}`;
    case 'sentiments':
      return `sounds ${either(all.map((one) => sentimentWords[one as Sentiment]))}`;
    case 'priorities':
      return `priority ${either(values.map((one) => priorityWords[Number(one) as Priority]))}`;
  }
};

/** What the list says of a queue in one line. */
export const queueWords = (queue: Queue, names: Names): string =>
  queue.rules.length === 0
    ? 'No rule: only by hand'
    : queue.rules.map((rule) => ruleWords(rule, names)).join(' · or · ');

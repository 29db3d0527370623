import { v7 } from 'uuid';
import type { QueueDraft } from '../../shared/api/queues.ts';
import type { AccountId, QueueId, TagId } from '../../shared/ids.ts';
import type { AssignmentMode, MessageKind, Priority, Queue, Sentiment } from '../../shared/model.ts';
import type { Rule } from '../../shared/rule.ts';

/** A rule as it is typed: lists as one line of words with commas. */
export type RuleFields = {
  words: string;
  notWords: string;
  languages: string;
  kind: MessageKind | 'any';
  accounts: readonly AccountId[];
  tags: readonly TagId[];
  sentiments: readonly Sentiment[];
  priorities: readonly Priority[];
};

/** A queue as it is typed. `revision` null: not saved yet. */
export type QueueFields = {
  id: QueueId;
  revision: number | null;
  name: string;
  rules: readonly RuleFields[];
  assignment: AssignmentMode;
  skill: string;
  isLanguage: boolean;
  isSticky: boolean;
  /** Minutes; empty: never. */
  returnAfter: string;
};

export const blankRule: RuleFields = {
  words: '',
  notWords: '',
  languages: '',
  kind: 'any',
  accounts: [],
  tags: [],
  sentiments: [],
  priorities: [],
};

export const newQueue = (): QueueFields => ({
  id: v7() as QueueId,
  revision: null,
  name: '',
  rules: [blankRule],
  assignment: 'off',
  skill: '',
  isLanguage: false,
  isSticky: true,
  returnAfter: '',
});

export const fieldsOf = (queue: Queue): QueueFields => ({
  id: queue.id,
  revision: queue.revision,
  name: queue.name,
  rules: queue.rules.map(ruleFieldsOf),
  assignment: queue.assignment,
  skill: queue.skill ?? '',
  isLanguage: queue.isLanguage,
  isSticky: queue.isSticky,
  returnAfter: queue.returnAfterMs === null ? '' : String(queue.returnAfterMs / minuteMs),
});

/** What is wrong with it, in words; null: it can be saved. */
export const problemOf = ({ name, returnAfter, rules }: QueueFields): string | null => {
  if (name.trim() === '') return 'The queue needs a name.';
  if (returnAfter.trim() !== '' && minutesOf(returnAfter) === null)
    return 'Minutes are a number from 1 to 1,440.';
  const long = rules
    .flatMap((one) => [...list(one.words), ...list(one.notWords)])
    .find((word) => word.length > 80);
  if (long !== undefined) return `“${long.slice(0, 30)}…” is too long: 80 characters at most.`;
  const odd = rules.flatMap((one) => list(one.languages)).find((one) => !isLanguage.test(one));
  return odd === undefined ? null : `“${odd}” is no language. Write it as en or pt-BR.`;
};

export const draftOf = (fields: QueueFields): QueueDraft => ({
  name: fields.name.trim(),
  rules: fields.rules.map(ruleOf),
  assignment: fields.assignment,
  skill: fields.skill.trim() || null,
  isLanguage: fields.isLanguage,
  isSticky: fields.isSticky,
  returnAfterMs: minutesToMs(fields.returnAfter),
});

/** Only the parts that say something. */
export const ruleOf = (fields: RuleFields): Rule => ({
  ...given('words', list(fields.words)),
  ...given('notWords', list(fields.notWords)),
  ...given('languages', list(fields.languages)),
  ...given('kinds', fields.kind === 'any' ? [] : [fields.kind]),
  ...given('accounts', fields.accounts),
  ...given('customerTags', fields.tags),
  ...given('sentiments', fields.sentiments),
  ...given('priorities', fields.priorities),
});

export const ruleFieldsOf = (rule: Rule): RuleFields => ({
  words: (rule.words ?? []).join(', '),
  notWords: (rule.notWords ?? []).join(', '),
  languages: (rule.languages ?? []).join(', '),
  kind: rule.kinds?.length === 1 ? (rule.kinds[0] ?? 'any') : 'any',
  accounts: rule.accounts ?? [],
  tags: rule.customerTags ?? [],
  sentiments: rule.sentiments ?? [],
  priorities: rule.priorities ?? [],
});

const given = (name: keyof Rule, values: readonly (string | number)[]): Rule =>
  values.length === 0 ? {} : { [name]: [...values] };

const list = (text: string): string[] => [
  ...new Set(
    text
      .split(/[,\n、，]/u)
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  ),
];

const isLanguage = /^[a-z]{2,3}(-[a-z0-9]{2,8})?$/iu;
const minuteMs = 60_000;

const minutesOf = (text: string): number | null => {
  const minutes = Number(text);
  return Number.isInteger(minutes) && minutes >= 1 && minutes <= 1440 ? minutes : null;
};
const minutesToMs = (text: string): number | null => {
  const minutes = text.trim() === '' ? null : minutesOf(text);
  return minutes === null ? null : minutes * minuteMs;
};

import type { Filter } from './filter.ts';
import { priorityNames, statuses } from './model.ts';

/** What names mean on this desk. An id without a name here is written `=id`. */
export type Names = {
  queues: readonly Named[];
  tags: readonly Named[];
  /** By initials. */
  agents: readonly Named[];
  /** By handle. */
  accounts: readonly Named[];
};
export type Named = { id: string; name: string };

/** Something in the words that could not be understood; `from`–`to` is where. */
export type Mistake = { from: number; to: number; says: string };

/** Words into a filter: `status:new queue:Billing assigned:nobody tag:refund due:15m`. What can't be read is told, the rest counts. */
export const parseFilter = (words: string, names: Names): { filter: Filter; mistakes: Mistake[] } => {
  const filter: Record<string, unknown> = {};
  const mistakes: Mistake[] = [];
  for (const word of wordsOf(words)) {
    const tell = (says: string): void => void mistakes.push({ from: word.from, to: word.to, says });
    if (!Object.hasOwn(grammar, word.key)) {
      tell(
        word.key === ''
          ? 'Write a part and what it should be, such as status:new.'
          : `There is no part “${word.key}”.`,
      );
      continue;
    }
    const rule = grammar[word.key as PartName];
    if (word.value === '') {
      tell(`What should ${word.key} be? ${examples(rule, names)}`);
      continue;
    }
    const read = rule.read(word, names);
    if (read === null) tell(`${word.key} can’t be “${word.value}”. ${examples(rule, names)}`);
    else if (Object.hasOwn(filter, read[0])) tell(`This is said twice; the first counts.`);
    else filter[read[0]] = read[1];
  }
  return { filter, mistakes };
};

/** A filter in words that mean the same filter again. */
export const printFilter = (filter: Filter, names: Names): string =>
  partNames
    .flatMap((name) => {
      const words = grammar[name].write(filter, names);
      return words === null ? [] : [`${name}:${words}`];
    })
    .join(' ');

/** What could stand where the caret is, and what it would replace. */
export const completions = (
  words: string,
  caret: number,
  names: Names,
): { from: number; to: number; options: string[] } => {
  const all = wordsOf(words);
  const word = all.find((one) => one.from <= caret && caret <= one.to);
  const from = word?.from ?? caret;
  const to = word?.to ?? caret;
  const typed = words.slice(from, caret).toLowerCase();
  const used = new Set(all.filter((one) => one !== word).map(({ key }) => key));
  const parts = partNames.filter((name) => !used.has(name) || name === 'is');
  const options = parts.flatMap((name) => {
    const start = `${name}:`;
    if (!typed.startsWith(start)) return start.startsWith(typed) ? [start] : [];
    return grammar[name].offers(names).map((value) => `${start}${value}`);
  });
  const plain = typed.replaceAll('"', '');
  return {
    from,
    to,
    options: options.filter((one) => one.replaceAll('"', '').toLowerCase().startsWith(plain)),
  };
};

type Word = { from: number; to: number; key: string; value: string; isQuoted: boolean };
type Rule = {
  /** The field and its value; null: not understood. */
  read(word: Word, names: Names): [keyof Filter, unknown] | null;
  /** Null: the filter does not have it. */
  write(filter: Filter, names: Names): string | null;
  offers(names: Names): readonly string[];
};

const oneOf = <T>(field: keyof Filter, choices: Readonly<Record<string, T>>): Rule => ({
  read: ({ value, isQuoted }) => {
    const key = value.toLowerCase();
    return !isQuoted && Object.hasOwn(choices, key) ? [field, choices[key]] : null;
  },
  write: (filter) => Object.entries(choices).find(([, one]) => one === filter[field])?.[0] ?? null,
  offers: () => Object.keys(choices),
});

const named = (field: keyof Filter, list: keyof Names, keywords: readonly string[] = []): Rule => {
  const find = ({ value, isQuoted }: Pick<Word, 'value' | 'isQuoted'>, names: Names): string | null => {
    if (!isQuoted && keywords.includes(value.toLowerCase())) return value.toLowerCase();
    if (!isQuoted && value.startsWith('=') && value.length > 1) return value.slice(1);
    const all = names[list];
    const exact = all.find(({ name }) => name === value);
    const like = all.find(({ name }) => name.toLowerCase() === value.toLowerCase());
    return (exact ?? like)?.id ?? null;
  };
  return {
    read: (word, names) => {
      const id = find(word, names);
      return id === null ? null : [field, id];
    },
    write: (filter, names) => {
      const id = filter[field];
      if (typeof id !== 'string') return null;
      if (keywords.includes(id)) return id;
      const name = names[list].find((one) => one.id === id)?.name;
      // A name that two share, or that means something here, does not lead back: then the id does.
      const isPlain = name !== undefined && name !== '' && !keywords.includes(name.toLowerCase());
      if (isPlain && find({ value: name, isQuoted: needsQuotes(name) }, names) === id) return quoted(name);
      return needsQuotes(id) ? `="${escaped(id)}"` : `=${id}`;
    },
    offers: (names) => [...keywords, ...names[list].map(({ name }) => quoted(name))],
  };
};

const flags: readonly { word: string; field: keyof Filter; value: boolean }[] = [
  { word: 'open', field: 'isOpen', value: true },
  { word: 'closed', field: 'isOpen', value: false },
  { word: 'unread', field: 'isUnread', value: true },
  { word: 'read', field: 'isUnread', value: false },
  { word: 'breached', field: 'isBreached', value: true },
  { word: 'unbreached', field: 'isBreached', value: false },
];

const is: Rule = {
  read: ({ value, isQuoted }) => {
    const flag = isQuoted ? undefined : flags.find(({ word }) => word === value.toLowerCase());
    return flag ? [flag.field, flag.value] : null;
  },
  write: (filter) => {
    const all = flags.filter(({ field, value }) => filter[field] === value).map(({ word }) => word);
    return all.length === 0 ? null : all.join(' is:');
  },
  offers: () => flags.map(({ word }) => word),
};

const units = { d: 86_400_000, h: 3_600_000, m: 60_000, s: 1000, ms: 1 } as const;
const longest = 30 * units.d;

const due: Rule = {
  read: ({ value, isQuoted }) => {
    if (isQuoted) return null;
    if (value.toLowerCase() === 'now') return ['dueWithinMs', 0];
    const [, amount, unit] = /^(\d{1,10})(ms|d|h|m|s)$/u.exec(value.toLowerCase()) ?? [];
    const ms = Number(amount) * units[(unit ?? 'ms') as keyof typeof units];
    return Number.isFinite(ms) && ms <= longest ? ['dueWithinMs', ms] : null;
  },
  write: ({ dueWithinMs: ms }) => {
    if (ms === undefined) return null;
    if (ms === 0) return 'now';
    const [unit, size] = Object.entries(units).find(([, length]) => ms % length === 0) ?? ['ms', 1];
    return `${ms / size}${unit}`;
  },
  offers: () => ['now', '5m', '15m', '1h', '4h', '1d'],
};

const lang: Rule = {
  read: ({ value }) => (value.length >= 2 && value.length <= 12 ? ['lang', value] : null),
  write: ({ lang: tongue }) => (tongue === undefined ? null : quoted(tongue)),
  offers: () => ['en', 'pl', 'de', 'fr', 'es', 'ja', 'ar', 'und'],
};

const asItIs = <T extends string>(all: readonly T[]): Record<T, T> =>
  Object.fromEntries(all.map((one) => [one, one])) as Record<T, T>;

const grammar = {
  is,
  status: oneOf('status', asItIs(statuses)),
  assigned: named('assignee', 'agents', ['me', 'nobody']),
  queue: named('queue', 'queues', ['none']),
  tag: named('tag', 'tags'),
  priority: oneOf('priority', Object.fromEntries(priorityNames.map((name, at) => [name, at]))),
  due,
  kind: oneOf('kind', asItIs(['direct', 'public'])),
  account: named('account', 'accounts'),
  lang,
  asked: oneOf('expert', asItIs(['me'])),
} satisfies Record<string, Rule>;
export type PartName = keyof typeof grammar;
const partNames = Object.keys(grammar) as PartName[];

const examples = (rule: Rule, names: Names): string => {
  const some = rule.offers(names).slice(0, 8);
  return some.length === 0 ? 'There is none yet.' : `Try ${some.join(', ')}.`;
};

/** `key:value`, the value perhaps in quotes; any text at all is some list of words. */
const wordsOf = (text: string): Word[] => {
  const words: Word[] = [];
  const pattern = /([^\s:"]*)(:)?(=)?(?:"((?:[^"\\]|\\.)*)"?|(\S*))/gu;
  for (const found of text.matchAll(pattern)) {
    const [whole, key = '', colon, equals = '', quotedValue, plain = ''] = found;
    if (whole === '') continue;
    const value = quotedValue === undefined ? plain : quotedValue.replaceAll(/\\(.)/gu, '$1');
    words.push({
      from: found.index,
      to: found.index + whole.length,
      key: colon === undefined ? '' : key.toLowerCase(),
      value: equals + value,
      isQuoted: quotedValue !== undefined && equals === '',
    });
  }
  return words;
};

const needsQuotes = (value: string): boolean => /[\s":\\]|^=|^$/u.test(value);
const escaped = (value: string): string => value.replaceAll(/[\\"]/gu, String.raw`\$&`);
const quoted = (value: string): string => (needsQuotes(value) ? `"${escaped(value)}"` : value);

import { fold } from './fold.ts';
import type { MessageKind, Priority } from './model.ts';
import type { Rule } from './rule.ts';
import { sentimentOf } from './sentiment.ts';
import { createWords } from './words.ts';

/**
 * What a rule may ask of a thread. Each part is read only when some rule asks for it, so what is dear to find out may be
 * a getter.
 */
export type Facts = {
  readonly accountId: string;
  readonly kind: MessageKind;
  readonly text: string;
  /** As the network tells it; null: unknown, which no list of languages has. */
  readonly lang: string | null;
  readonly customerTags: readonly string[];
  readonly priority: Priority;
};

/** The place of the first rule that fits, or −1. */
export type Matcher = {
  (facts: Facts): number;
  /** The parts that any of the rules gives: what nobody asks for need not be known. */
  readonly asks: ReadonlySet<keyof Rule>;
};

/** Prepares a list of rules for many threads: words of all of them are looked for in one reading of the text. */
export const compileRules = (rules: readonly Rule[]): Matcher => {
  const numbers = new Map<string, number>();
  const numberOf = (word: string): number => {
    const known = numbers.get(word);
    if (known !== undefined) return known;
    numbers.set(word, numbers.size);
    return numbers.size - 1;
  };
  const checks = rules.map((rule) => checkOf(rule, numberOf));
  const words = createWords([...numbers.keys()]);
  /** The turn in which a word was last seen: clearing the whole list for each text would cost more. */
  const seen = new Float64Array(numbers.size);
  let turn = 0;

  const find = (facts: Facts): number => {
    let isRead = false;
    const has = (word: number): boolean => {
      if (!isRead) {
        isRead = true;
        turn += 1;
        words(fold(facts.text), (id) => (seen[id] = turn));
      }
      return seen[word] === turn;
    };
    let sentiment: string | undefined;
    const mood = (): string => (sentiment ??= sentimentOf(facts.text));
    return checks.findIndex((check) => check(facts, has, mood));
  };
  const asks = new Set(rules.flatMap((rule) => Object.keys(rule) as (keyof Rule)[]));
  return Object.assign(find, { asks });
};

/** One rule, one thread. For many, compile. */
export const fits = (rule: Rule, facts: Facts): boolean => compileRules([rule])(facts) === 0;

/** Why a rule fits: every part that is given, with the value of it that holds. Empty for a rule that fits everything. */
export const whyFits = (rule: Rule, facts: Facts): { part: keyof Rule; value: string }[] =>
  (Object.entries(rule) as [keyof Rule, readonly (string | number)[]][]).flatMap(([part, values]) => {
    if (part === 'notWords') return [];
    const held = values.find((value) => fits({ [part]: [value] }, facts));
    return held === undefined ? [] : [{ part, value: String(held) }];
  });

type Check = (facts: Facts, has: (word: number) => boolean, mood: () => string) => boolean;

/** The cheap parts are asked first. */
const checkOf = (rule: Rule, numberOf: (word: string) => number): Check => {
  const checks: Check[] = [];
  const asked = <T>(values: readonly T[] | undefined, check: (values: readonly T[]) => Check): void => {
    if (values && values.length > 0) checks.push(check(values));
  };
  asked(rule.accounts, (some) => (facts) => (some as readonly string[]).includes(facts.accountId));
  asked(rule.kinds, (some) => (facts) => some.includes(facts.kind));
  asked(rule.priorities, (some) => (facts) => some.includes(facts.priority));
  asked(rule.languages, (some) => {
    const wanted = some.map((one) => one.toLowerCase());
    return ({ lang }) => lang !== null && wanted.some((one) => speaks(lang.toLowerCase(), one));
  });
  asked(rule.words, (some) => {
    const wanted = some.map(numberOf);
    return (_, has) => wanted.some(has);
  });
  asked(rule.notWords, (some) => {
    const unwanted = some.map(numberOf);
    return (_, has) => !unwanted.some(has);
  });
  asked(
    rule.customerTags,
    (some) => (facts) => facts.customerTags.some((tag) => some.includes(tag as never)),
  );
  asked(rule.sentiments, (some) => (_f, _h, mood) => some.includes(mood() as never));
  return (facts, has, mood) => checks.every((check) => check(facts, has, mood));
};

/** `en` takes `en-GB`; `en-GB` does not take `en`. */
const speaks = (lang: string, wanted: string): boolean => lang === wanted || lang.startsWith(`${wanted}-`);

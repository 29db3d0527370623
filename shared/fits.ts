import { fold, type Folded } from './fold.ts';
import type { MessageKind, Priority } from './model.ts';
import type { Rule, Sentiment } from './rule.ts';
import { sentimentIn } from './sentiment.ts';
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
  const wantedBy: number[][] = [];
  const unwantedBy: number[][] = [];
  for (const [at, rule] of rules.entries()) {
    for (const [words, by] of [
      [rule.words, wantedBy],
      [rule.notWords, unwantedBy],
    ] as const) {
      for (const word of words ?? []) {
        const number = numbers.get(word) ?? numbers.size;
        numbers.set(word, number);
        (by[number] ??= []).push(at);
      }
    }
  }
  const words = createWords([...numbers.keys()]);
  /** By rule, the turn in which one of its words was last met: clearing the lists for each text would cost more. */
  const met = new Float64Array(rules.length);
  const metUnwanted = new Float64Array(rules.length);
  let turn = 0;
  const meet = (folded: Folded): void => {
    turn += 1;
    words(folded, (number) => {
      for (const rule of wantedBy[number] ?? []) met[rule] = turn;
      for (const rule of unwantedBy[number] ?? []) metUnwanted[rule] = turn;
    });
  };

  const compiled = rules.map(compile);
  const find = (facts: Facts): number => {
    let folded: Folded | undefined;
    let isMet = false;
    let mood: Sentiment | undefined;
    return compiled.findIndex((rule, at) => {
      for (const check of rule.checks) if (!check(facts)) return false;
      if (rule.hasWords || rule.hasUnwanted) {
        if (!isMet) meet((folded ??= fold(facts.text)));
        isMet = true;
        if (rule.hasWords && met[at] !== turn) return false;
        if (metUnwanted[at] === turn) return false;
      }
      if (rule.tags !== null && !facts.customerTags.some((tag) => rule.tags?.has(tag))) return false;
      if (rule.moods === null) return true;
      mood ??= sentimentIn((folded ??= fold(facts.text)));
      return rule.moods.includes(mood);
    });
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

/** A rule by what its parts cost to ask: of the row, of the text, of other threads, of how it sounds. */
type Compiled = {
  checks: ((facts: Facts) => boolean)[];
  hasWords: boolean;
  hasUnwanted: boolean;
  tags: ReadonlySet<string> | null;
  moods: readonly Sentiment[] | null;
};

const compile = ({ accounts, kinds, priorities, languages, ...rest }: Rule): Compiled => {
  const checks: Compiled['checks'] = [];
  if (accounts) {
    const some = new Set<string>(accounts);
    checks.push(({ accountId }) => some.has(accountId));
  }
  if (priorities) checks.push(({ priority }) => priorities.includes(priority));
  if (kinds) checks.push(({ kind }) => kinds.includes(kind));
  if (languages) {
    const some = languages.map((one) => one.toLowerCase());
    checks.push(({ lang }) => lang !== null && some.some((one) => speaks(lang.toLowerCase(), one)));
  }
  return {
    checks,
    hasWords: rest.words !== undefined,
    hasUnwanted: rest.notWords !== undefined,
    tags: rest.customerTags ? new Set<string>(rest.customerTags) : null,
    moods: rest.sentiments ?? null,
  };
};

/** `en` takes `en-GB`; `en-GB` does not take `en`. */
const speaks = (lang: string, wanted: string): boolean => lang === wanted || lang.startsWith(`${wanted}-`);

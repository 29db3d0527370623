import type { Status } from '../model.ts';
import { readField } from './fields.ts';
import { parseSearch } from './parse.ts';
import { printSearch } from './print.ts';
import {
  nameFields,
  type DayName,
  type Has,
  type Is,
  type NameField,
  type Problem,
  type Query,
  type Reading,
  type Word,
} from './query.ts';
import { tidy } from './tidy.ts';

/** A query to be filled in by those who don't type operators; all of it must hold, and what is empty does not count. */
export type SearchForm = {
  /** Words with gaps between, each to be there; a star at the end of one stands for its rest. No other sign means anything. */
  words: string;
  /** Word for word. */
  phrase: string;
  /** At least one of these words. */
  any: string;
  /** None of these words. */
  none: string;
  status: Status | '';
  has: readonly Has[];
  is: readonly Is[];
  /** What the form has no place for, in the language of the search. */
  rest: string;
} & Record<NameField | DayName | 'lang', string>;

export const emptyForm: SearchForm = {
  words: '',
  phrase: '',
  any: '',
  none: '',
  from: '',
  to: '',
  account: '',
  agent: '',
  assigned: '',
  tag: '',
  status: '',
  lang: '',
  before: '',
  after: '',
  on: '',
  has: [],
  is: [],
  rest: '',
};

/** A field of the form that means nothing as it is. */
export type FormProblem = { field: keyof SearchForm; says: string; suggestion?: string };

/** The form filled in with a query; `fromForm` of it finds the same. */
export const formOf = (query: Query | null): SearchForm => {
  const form = { ...emptyForm };
  const plain = query && tidy(query);
  if (plain === null) return form;
  const rest = (plain.kind === 'all' ? plain.of : [plain]).filter((part) => !fillIn(form, part));
  return { ...form, rest: printSearch({ kind: 'all', of: rest }) };
};

/** The query a form asks for. What means nothing is told and left out; `printSearch` of the rest is what could be typed. */
export const fromForm = (
  form: SearchForm,
  reading: Reading,
): { query: Query | null; problems: readonly FormProblem[] } => {
  const problems: FormProblem[] = [];
  const fields = single.flatMap((name): Query[] => {
    if (form[name].trim() === '') return [];
    const read = readField(name, form[name], reading);
    if ('kind' in read) return [read];
    const { says, meant } = read;
    problems.push({ field: name, says, ...(meant === undefined ? {} : { suggestion: meant }) });
    return [];
  });
  const rest = parseSearch(form.rest, reading);
  problems.push(...rest.problems.map(({ says }: Problem) => ({ field: 'rest' as const, says })));
  const query: Query = {
    kind: 'all',
    of: [
      ...wordsIn(form.words),
      { kind: 'phrase', text: form.phrase },
      { kind: 'any', of: wordsIn(form.any) },
      ...wordsIn(form.none).map((of): Query => ({ kind: 'not', of })),
      ...fields,
      ...form.has.map((value): Query => ({ kind: 'field', name: 'has', value })),
      ...form.is.map((value): Query => ({ kind: 'field', name: 'is', value })),
      ...(rest.query ? [rest.query] : []),
    ],
  };
  return { query: tidy(query), problems };
};

const single = [...nameFields, 'status', 'lang', 'before', 'after', 'on'] as const;

const wordsIn = (typed: string): Word[] =>
  typed
    .split(/\s+/u)
    .filter((word) => word !== '')
    .map((word) => {
      const text = word.replace(/\*{1,100}$/u, '');
      const isPrefix = text !== '' && text !== word;
      return { kind: 'word', text: isPrefix ? text : word, isPrefix };
    });

/** Whether the form has a place for it. */
const fillIn = (form: SearchForm, part: Query): boolean => {
  switch (part.kind) {
    case 'word':
      return write(form, 'words', part);
    case 'phrase':
      if (form.phrase !== '') return false;
      form.phrase = part.text;
      return true;
    case 'not':
      return part.of.kind === 'word' && write(form, 'none', part.of);
    case 'any': {
      const words = part.of.filter((one) => one.kind === 'word');
      if (form.any !== '' || words.length < part.of.length || !words.every(isPlain)) return false;
      return words.every((word) => write(form, 'any', word));
    }
    case 'all':
      return false;
    case 'field':
      if (part.name === 'has') form.has = [...new Set([...form.has, part.value])];
      else if (part.name === 'is') form.is = [...new Set([...form.is, part.value])];
      else {
        if (form[part.name] !== '') return form[part.name] === part.value;
        Object.assign(form, { [part.name]: part.value });
      }
      return true;
  }
};

const write = (form: SearchForm, field: 'words' | 'any' | 'none', word: Word): boolean => {
  if (!isPlain(word)) return false;
  form[field] = `${form[field]} ${word.text}${word.isPrefix ? '*' : ''}`.trim();
  return true;
};

/** It reads as the same word where words are split at gaps. */
const isPlain = ({ text }: Word): boolean => !/\s|\*$/u.test(text);

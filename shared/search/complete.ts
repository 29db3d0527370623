import { statuses } from '../model.ts';
import { dayWords } from './day.ts';
import { explained } from './fields.ts';
import { foldText } from './fold.ts';
import { fieldNames, hasValues, isValues, type FieldName } from './query.ts';
import { scan, type Term } from './scan.ts';
import { valued } from './writing.ts';

/** Something that could stand where the caret is. */
export type Completion = {
  /** What it takes the place of, in UTF-16 units of the text. */
  from: number;
  to: number;
  /** What is put there. A part without its value ends with a colon; everything else is whole. */
  text: string;
  /** In a few words. */
  means: string;
};

/** What has a name on this desk. People are those at hand (on screen, or met lately): nobody lists all customers. */
export type Known = {
  agents: readonly { initials: string; name: string }[];
  accounts: readonly { handle: string; name: string }[];
  tags: readonly { name: string }[];
  people: readonly { handle: string; name: string }[];
};

const most = 13;

/** The best first: what begins as it was typed, parts before values. Nothing inside quotes or where nothing can be guessed. */
export const completeSearch = (text: string, caret: number, known: Known): Completion[] => {
  const at = Math.max(0, Math.min(caret, text.length));
  const term = termAt(text, at);
  if (term === 'nothing') return [];
  const offers =
    term === null
      ? parts('')
      : term.name !== null && at >= term.textFrom
        ? values(term.name, typedIn(term, text, at), known)
        : term.isQuoted
          ? []
          : free(text.slice(term.from, at), known);
  const [from, to] = term === null ? [at, at] : [term.from, term.to];
  return offers.slice(0, most).map((offer) => ({ from, to, ...offer }));
};

type Offer = Pick<Completion, 'text' | 'means'>;

/** Null: the caret stands free. */
const termAt = (text: string, at: number): Term | null | 'nothing' => {
  for (const token of scan(text)) {
    if (token.from > at) break;
    if (token.kind === 'term' && token.from < at && at <= token.to) return token;
    if ((token.kind === 'or' || token.kind === 'and') && at <= token.to) return 'nothing';
    // In front of a word there is no room for another.
    if (token.kind === 'term' && token.from === at) return 'nothing';
  }
  return null;
};

const typedIn = (term: Term, text: string, at: number): string =>
  text.slice(term.textFrom + (term.isQuoted ? 1 : 0), at).replace(/["”]$/u, '');

const parts = (typed: string): Offer[] =>
  fieldNames
    .filter((name) => name.startsWith(typed.toLowerCase()))
    .map((name) => ({ text: `${name}:`, means: explained[name].means }));

/** A word that is not finished may become a part, or a value of one: `li` is `has:link`, `@ma` is `from:mayaok`. */
const free = (typed: string, known: Known): Offer[] => {
  if (typed.startsWith('#')) return values('tag', typed.slice(1), known);
  if (typed.startsWith('@')) return [...values('from', typed, known), ...values('to', typed, known)];
  const closed = typed.length < 2 ? [] : (['is', 'has', 'status'] as const);
  return [...parts(typed), ...closed.flatMap((name) => values(name, typed, known))];
};

const values = (name: FieldName, typed: string, known: Known): Offer[] => {
  const wanted = foldText(typed).trim().replace(/^@/u, '');
  return choices(name, known)
    .map((choice) => ({ choice, rank: rankOf(wanted, choice) }))
    .filter(({ rank }) => rank < 2)
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ choice }) => ({ text: `${name}:${valued(choice.value)}`, means: choice.means }));
};

type Choice = { value: string; means: string };

/** 0: it begins so; 1: a word of what it means does; 2: neither. */
const rankOf = (wanted: string, { value, means }: Choice): number => {
  if (foldText(value).startsWith(wanted)) return 0;
  const words = foldText(`${value} ${means}`).split(/[\s-]/u);
  return words.some((word) => word.startsWith(wanted)) ? 1 : 2;
};

const choices = (name: FieldName, known: Known): Choice[] => {
  const brands = known.accounts.map(named);
  const people = known.people.map(named);
  const agents = known.agents.map(({ initials, name: called }) => ({ value: initials, means: called }));
  const me = { value: 'me', means: 'whoever looks' };
  switch (name) {
    case 'from':
      return [...people, ...brands];
    case 'to':
      return [...brands, ...people];
    case 'account':
      return brands;
    case 'agent':
      return [me, ...agents];
    case 'assigned':
      return [me, { value: 'nobody', means: 'it waits for somebody' }, ...agents];
    case 'tag':
      return known.tags.map(({ name: called }) => ({ value: called, means: 'a tag of the thread' }));
    case 'status':
      return statuses.map((value) => ({ value, means: 'where the thread stands' }));
    case 'lang':
      return Object.entries(tongues).map(([value, means]) => ({ value, means }));
    case 'has':
      return hasValues.map((value) => ({ value, means: hasMeans[value] }));
    case 'is':
      return isValues.map((value) => ({ value, means: isMeans[value] }));
    case 'before':
    case 'after':
    case 'on':
      return dayWords.map((value) => ({ value, means: dayMeans[value] ?? 'the latest there was' }));
  }
};

const named = ({ handle, name }: { handle: string; name: string }): Choice => ({
  value: handle,
  means: name,
});

const tongues = {
  en: 'English',
  de: 'German',
  es: 'Spanish',
  fr: 'French',
  it: 'Italian',
  ja: 'Japanese',
  nl: 'Dutch',
  pl: 'Polish',
  pt: 'Portuguese',
  ar: 'Arabic',
  hi: 'Hindi',
  th: 'Thai',
  zh: 'Chinese',
  und: 'nobody could tell',
};

const hasMeans = {
  link: 'leads somewhere',
  image: 'a picture with it',
  video: 'a video or moving picture with it',
  phone: 'a telephone number in it',
  note: 'colleagues left a note on the thread',
  call: 'somebody called about the thread',
} as const;

const isMeans = {
  dm: 'direct messages',
  public: 'what everybody can read',
  inbound: 'what customers wrote',
  outbound: 'what the brand wrote',
  deleted: 'gone at its source',
  breached: 'the thread missed a deadline',
  escalated: 'a call was promised',
} as const;

const dayMeans: Readonly<Record<string, string>> = {
  today: 'since midnight',
  yesterday: 'the day before today',
  '7d': 'the last seven days',
  '30d': 'the last thirty days',
  'last-week': 'Monday to Sunday before this week',
  'last-month': 'the whole month before this one',
};

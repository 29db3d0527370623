import { explained, readField, shown } from './fields.ts';
import { nearest } from './nearest.ts';
import { fieldNames, type Problem, type Query, type Read, type Reading } from './query.ts';
import { scan, type Sign, type Term } from './scan.ts';
import { soughtIn } from './sought.ts';
import { tidy } from './tidy.ts';
import { isWritable, valued } from './writing.ts';

/** More than anybody types; every one of them costs. */
export const mostTerms = 50;
export const longestTerm = 500;
const deepest = 16;
const mostProblems = 20;

/**
 * What was typed, as a query. `OR` binds what stands beside it before anything else, as it does in mail: `a b OR c` is
 * `a (b OR c)`. Never throws, and reads every character once; what can't be read is told, and the rest counts.
 */
export const parseSearch = (text: string, reading: Reading): Read => {
  const problems: Problem[] = [];
  const tell = (problem: Problem): void => {
    if (problems.length < mostProblems) problems.push(problem);
  };
  const frames: [Frame, ...Frame[]] = [frameAt(0, false)];
  let terms = 0;
  /** Brackets deeper than we go: their ends mean nothing either. */
  let ignored = 0;
  let minus: Sign | null = null;

  for (const token of scan(text)) {
    const frame = frames.at(-1) ?? frames[0];
    const isJoined = minus !== null && minus.to === token.from;
    if (
      minus !== null &&
      (!isJoined || token.kind === 'close' || token.kind === 'or' || token.kind === 'and')
    ) {
      tell(loneMinus(minus, token));
      frame.isDenied = false;
    }
    minus = token.kind === 'not' ? token : null;
    switch (token.kind) {
      case 'not':
        frame.isDenied = !frame.isDenied;
        break;
      case 'or':
        if (frame.or !== null || frame.groups.length === 0) tell(loneOr(frame.or ?? token));
        if (frame.groups.length > 0) frame.or = token;
        break;
      case 'and':
        tell(needlessAnd(token));
        break;
      case 'open':
        if (frames.length > deepest) {
          if (ignored === 0) tell(tooDeep(token));
          ignored += 1;
        } else {
          frames.push(frameAt(token.from, frame.isDenied));
          frame.isDenied = false;
        }
        break;
      case 'close':
        if (ignored > 0) ignored -= 1;
        else close(frames, token, tell);
        break;
      case 'term':
        if (terms === mostTerms) {
          tell(tooMany(token.from, text.length));
          // Nor are the brackets that would have been closed there anybody's mistake.
          return end(text, frames, problems, () => {});
        }
        terms += 1;
        add(frame, readTerm(token, text, reading, tell));
    }
  }
  if (minus !== null) tell(loneMinus(minus, null));
  return end(text, frames, problems, tell);
};

/** What stands between two brackets, or between the ends of the text. */
type Frame = {
  from: number;
  /** Each is joined by OR; together they must all hold. Null: something that could not be read. */
  groups: (Query | null)[][];
  or: Sign | null;
  /** A minus before what comes next. */
  isDenied: boolean;
  /** A minus before the bracket. */
  isWhollyDenied: boolean;
};
const frameAt = (from: number, isWhollyDenied: boolean): Frame => ({
  from,
  groups: [],
  or: null,
  isDenied: false,
  isWhollyDenied,
});

type Tell = (problem: Problem) => void;

const add = (frame: Frame, query: Query | null): void => {
  const one: Query | null = query && frame.isDenied ? { kind: 'not', of: query } : query;
  frame.isDenied = false;
  const last = frame.groups.at(-1);
  if (frame.or !== null && last) last.push(one);
  else frame.groups.push([one]);
  frame.or = null;
};

const wholeOf = ({ groups }: Frame): Query => ({
  kind: 'all',
  of: groups.map((of) => ({ kind: 'any', of: of.filter((one) => one !== null) })),
});

const close = (frames: [Frame, ...Frame[]], at: { to: number }, tell: Tell): void => {
  const frame = frames.pop();
  const outer = frames.at(-1);
  if (!frame || !outer) return;
  if (frame.or !== null) tell(loneOr(frame.or));
  if (frame.groups.length === 0) {
    tell(hint(frame.from, at.to, 'There is nothing between these brackets.'));
  }
  outer.isDenied = frame.isWhollyDenied;
  add(outer, wholeOf(frame));
};

const end = (text: string, frames: [Frame, ...Frame[]], problems: readonly Problem[], tell: Tell): Read => {
  const [outermost, unclosed] = frames;
  if (unclosed) {
    const suggestion = `${text.slice(unclosed.from)}${')'.repeat(frames.length - 1)}`;
    tell({
      ...hint(unclosed.from, text.length, 'This bracket has no end; it is read as if it ended here.'),
      ...(suggestion.length <= longestTerm ? { suggestion } : {}),
    });
  }
  while (frames.length > 1) close(frames, { to: text.length }, tell);
  if (outermost.or !== null) tell(loneOr(outermost.or));
  return { query: tidy(wholeOf(outermost)), problems };
};

const readTerm = (term: Term, text: string, reading: Reading, tell: Tell): Query | null => {
  const { from, to } = term;
  if (term.text.length > longestTerm) {
    tell(error(from, to, `This is longer than ${longestTerm} characters, so it is left out.`));
    return null;
  }
  if (!term.isClosed) {
    tell({
      ...hint(term.textFrom, to, 'This quote has no end; it is read as if it ended here.'),
      suggestion: `${text.slice(term.textFrom, to)}"`,
    });
  }
  return term.name === null ? readWord(term, reading, tell) : readPart(term, term.name, reading, tell);
};

const readPart = (
  { from, to, text, isPrefix }: Term,
  name: keyof typeof explained,
  reading: Reading,
  tell: Tell,
): Query | null => {
  if (text.trim() === '') {
    const { means, example } = explained[name];
    tell(error(from, to, `${name}: is ${means}. Write it right behind the colon, such as ${example}.`));
    return null;
  }
  const read = readField(name, text, reading);
  if ('kind' in read) {
    if (isPrefix) tell(hint(from, to, 'A star works behind words; behind a colon it means nothing.'));
    return read;
  }
  tell({
    ...error(from, to, read.says),
    ...(read.meant === undefined ? {} : { suggestion: `${name}:${valued(read.meant)}` }),
  });
  return null;
};

const readWord = (
  { from, to, text, strange, isQuoted, isPrefix }: Term,
  { caret }: Reading,
  tell: Tell,
): Query | null => {
  if (!isQuoted && /^\)+$/u.test(text)) {
    tell(hint(from, to, 'There is no bracket open that this could close.'));
    return null;
  }
  if (soughtIn(text, isPrefix) === null || (!isQuoted && /^\*+$/u.test(text))) {
    tell(hint(from, to, 'There is nothing in this to look for.'));
    return null;
  }
  if (strange !== null) tell(strangePart(from, to, text, strange));
  else if (!isQuoted && text.startsWith('*')) {
    tell(hint(from, to, 'A star stands for the rest of a word, so it only works at the end.'));
  }
  if (isQuoted && !isPrefix) return { kind: 'phrase', text };
  const isUnfinished = caret === to && isWritable(text);
  return { kind: 'word', text, isPrefix: isPrefix || isUnfinished };
};

/** What people say for a part elsewhere. */
const elsewhere: Readonly<Record<string, string>> = {
  since: 'after',
  newer: 'after',
  until: 'before',
  older: 'before',
  during: 'on',
  date: 'on',
  by: 'agent',
  sender: 'from',
  owner: 'assigned',
  assignee: 'assigned',
  brand: 'account',
  label: 'tag',
  language: 'lang',
  filter: 'has',
};

const strangePart = (from: number, to: number, text: string, strange: string): Problem => {
  const name = strange.toLowerCase();
  const meant = Object.hasOwn(elsewhere, name) ? (elsewhere[name] ?? null) : nearest(name, fieldNames);
  const problem = hint(from, to, `There is no “${shown(strange)}:” here, so it is looked for as words.`);
  const value = text.slice(strange.length + 1);
  return meant === null
    ? problem
    : { ...problem, suggestion: `${meant}:${value === '' ? '' : valued(value)}` };
};

const loneMinus = ({ from, to }: Sign, next: { kind: string; to: number } | null): Problem =>
  next?.kind === 'term'
    ? hint(from, to, 'A minus leaves out what stands right behind it, without a space between.')
    : hint(from, to, 'A minus leaves out what stands right behind it; nothing does.');

const loneOr = ({ from, to }: Sign): Problem =>
  hint(from, to, 'OR stands between two things, of which one must be there.');

const needlessAnd = ({ from, to }: Sign): Problem =>
  hint(from, to, 'AND is not needed: all that stands side by side must be there. For the word, write "AND".');

const tooDeep = ({ from, to }: Sign): Problem =>
  error(from, to, `Brackets go ${deepest} deep; this one and those in it are left out.`);

const tooMany = (from: number, to: number): Problem =>
  error(from, to, `That is more than ${mostTerms} things to look for at once; from here on it is left out.`);

const hint = (from: number, to: number, says: string): Problem => ({ from, to, tone: 'hint', says });
const error = (from: number, to: number, says: string): Problem => ({ from, to, tone: 'error', says });

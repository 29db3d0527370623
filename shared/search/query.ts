import type { Status } from '../model.ts';
import type { Ms } from '../model/time.ts';

/**
 * What somebody looks for among messages, notes and call notes. Groups hold two or more, none of their own kind directly
 * inside (`tidy` sees to that), and what is denied is not a denial itself.
 */
export type Query =
  /** Everything in it holds: parts written beside each other. */
  | { kind: 'all'; of: readonly Query[] }
  /** `OR` in capitals: one of them holds. */
  | { kind: 'any'; of: readonly Query[] }
  /** `-`: it does not hold. */
  | { kind: 'not'; of: Query }
  | Word
  | Phrase
  | Field;

/**
 * `refund`, `#refund`, `@maya`, `wor*`: as typed, without spaces, to be folded by whoever looks for it (`fold.ts`). What
 * folds to several words (`o2-arena`) is looked for as a phrase, the last of them as a prefix if `isPrefix`.
 */
export type Word = { kind: 'word'; text: string; isPrefix: boolean };

/** `"no signal since"`: these words one after the other; with scripts that have no spaces: this run of characters. */
export type Phrase = { kind: 'phrase'; text: string };

export type Field =
  | { kind: 'field'; name: NameField; value: string }
  | { kind: 'field'; name: 'status'; value: Status }
  /** As the network told it, in lower case: `en`, `pl`, `und`. */
  | { kind: 'field'; name: 'lang'; value: string }
  | { kind: 'field'; name: 'has'; value: Has }
  | { kind: 'field'; name: 'is'; value: Is }
  | DayField;

/**
 * Written at or after `from` and before `to` for `on`; before `from` for `before`; at or after `from` for `after`, so that
 * the day named belongs to `after` and never to `before`, as people know it from mail.
 */
export type DayField = {
  kind: 'field';
  name: DayName;
  /** As typed, in lower case and with single spaces: `yesterday` means another day tomorrow, so texts are kept, not moments. */
  value: string;
  from: Ms;
  to: Ms;
};

/**
 * Their values are names, as typed; `names.ts` says whom they mean.
 *
 * - `from`, `to`: who wrote it and to whom, by handle, name or id of the network; `to` a brand is its account
 * - `account`: the brand's account the thread belongs to, by handle or name
 * - `agent`: who of us wrote it, by initials or name; `me` is whoever looks
 * - `assigned`: who has the thread; `me`, `nobody`
 * - `tag`: on the thread
 */
export const nameFields = ['from', 'to', 'account', 'agent', 'assigned', 'tag'] as const;
export type NameField = (typeof nameFields)[number];

export const dayNames = ['before', 'after', 'on'] as const;
export type DayName = (typeof dayNames)[number];

export const fieldNames = [
  'from',
  'to',
  'account',
  'agent',
  'assigned',
  'tag',
  'status',
  'lang',
  'before',
  'after',
  'on',
  'has',
  'is',
] as const;
export type FieldName = (typeof fieldNames)[number];

/** `note` and `call`: the thread has a note, or an attempt to call; the others are the message's own. */
export const hasValues = ['link', 'image', 'video', 'phone', 'note', 'call'] as const;
export type Has = (typeof hasValues)[number];

/** `escalated`: the thread was promised a call; `breached`: a breach is recorded for it; `deleted`: the text is gone. */
export const isValues = ['dm', 'public', 'inbound', 'outbound', 'deleted', 'breached', 'escalated'] as const;
export type Is = (typeof isValues)[number];

/** Something in what was typed that is not as it should be; `from`–`to` is where, in UTF-16 units of the text. */
export type Problem = {
  from: number;
  to: number;
  /** `error`: the part is left out; `hint`: it counts, though perhaps not as it was meant. */
  tone: 'error' | 'hint';
  says: string;
  /** What would be right in the place of `from`–`to`, when it can be guessed. */
  suggestion?: string;
};

/** When and where the text is read: days begin at midnight of the `zone` (`Europe/London`). */
export type Reading = {
  now: Ms;
  zone: string;
  /** Where the caret stands while somebody types: the word that ends there may not be finished, so it counts as a prefix. */
  caret?: number;
};

/** `query` is null when there is nothing to look for; whatever the text is, it is read and never thrown at anybody. */
export type Read = { query: Query | null; problems: readonly Problem[] };

/** Where the keyboard is: the innermost that applies decides which commands a key may reach. */
export type Context =
  | 'everywhere'
  | 'columns'
  | 'phones'
  | 'outbox'
  | 'scheduled'
  | 'team'
  | 'search'
  | 'review'
  | 'audit'
  | 'replay'
  | 'thread'
  | 'composer'
  | 'note';

/** In the order in which help lists them. */
export const groups = [
  'Move',
  'Select',
  'Thread',
  'Write',
  'Phone',
  'Review',
  'Columns',
  'Archive',
  'Team',
  'Desk',
] as const;

export type Command = {
  title: string;
  /** Chords in TanStack form (`Mod` is ⌘ on a Mac, Ctrl elsewhere). Defaults; remapping comes by id. */
  keys: readonly string[];
  when: Context;
  group: (typeof groups)[number];
  /** Short label for the status line; commands without one stay out of it. */
  hint?: string;
  /** Keep out of the palette: it makes sense only as a key. */
  isKeyOnly?: boolean;
};

export const define = <const T extends Record<string, Command>>(all: T): Record<keyof T & string, Command> =>
  all;

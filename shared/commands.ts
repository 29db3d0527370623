/** Where the keyboard is: the innermost that applies decides which commands a key may reach. */
export type Context = 'everywhere' | 'columns' | 'thread' | 'composer';

export type Command = {
  title: string;
  /** Chords in TanStack form (`Mod` is ⌘ on a Mac, Ctrl elsewhere). Defaults; remapping comes by id. */
  keys: readonly string[];
  when: Context;
  group: 'Move' | 'Thread' | 'Write' | 'Desk';
  /** Short label for the status line; commands without one stay out of it. */
  hint?: string;
  /** Keep out of the palette: it makes sense only as a key. */
  isKeyOnly?: boolean;
};

const define = <const T extends Record<string, Command>>(all: T): Record<keyof T & string, Command> => all;

/** Every command: dispatcher, palette, menu, help and status line read this and nothing else. */
export const commands = define({
  'column.left': {
    title: 'Column to the left',
    keys: ['H', 'ArrowLeft'],
    when: 'columns',
    group: 'Move',
    isKeyOnly: true,
  },
  'column.right': {
    title: 'Column to the right',
    keys: ['L', 'ArrowRight'],
    when: 'columns',
    group: 'Move',
    isKeyOnly: true,
  },
  'card.down': {
    title: 'Next thread',
    keys: ['J', 'ArrowDown'],
    when: 'columns',
    group: 'Move',
    hint: 'move',
    isKeyOnly: true,
  },
  'card.up': {
    title: 'Previous thread',
    keys: ['K', 'ArrowUp'],
    when: 'columns',
    group: 'Move',
    isKeyOnly: true,
  },
  'card.first': { title: 'First thread', keys: ['Home'], when: 'columns', group: 'Move', isKeyOnly: true },
  'card.last': { title: 'Last thread', keys: ['End'], when: 'columns', group: 'Move', isKeyOnly: true },
  'card.pageDown': {
    title: 'A page down',
    keys: ['Space', 'PageDown'],
    when: 'columns',
    group: 'Move',
    isKeyOnly: true,
  },
  'card.pageUp': {
    title: 'A page up',
    keys: ['Shift+Space', 'PageUp'],
    when: 'columns',
    group: 'Move',
    isKeyOnly: true,
  },
  'column.1': { title: 'Column 1', keys: ['1'], when: 'columns', group: 'Move', isKeyOnly: true },
  'column.2': { title: 'Column 2', keys: ['2'], when: 'columns', group: 'Move', isKeyOnly: true },
  'column.3': { title: 'Column 3', keys: ['3'], when: 'columns', group: 'Move', isKeyOnly: true },
  'column.4': { title: 'Column 4', keys: ['4'], when: 'columns', group: 'Move', isKeyOnly: true },
  'column.5': { title: 'Column 5', keys: ['5'], when: 'columns', group: 'Move', isKeyOnly: true },
  'column.6': { title: 'Column 6', keys: ['6'], when: 'columns', group: 'Move', isKeyOnly: true },
  'column.7': { title: 'Column 7', keys: ['7'], when: 'columns', group: 'Move', isKeyOnly: true },
  'column.8': { title: 'Column 8', keys: ['8'], when: 'columns', group: 'Move', isKeyOnly: true },
  'column.9': { title: 'Column 9', keys: ['9'], when: 'columns', group: 'Move', isKeyOnly: true },
  'column.last': { title: 'Last column', keys: ['0'], when: 'columns', group: 'Move', isKeyOnly: true },
  'column.showNew': {
    title: 'Show new threads',
    keys: ['.'],
    when: 'columns',
    group: 'Move',
    hint: 'show new',
  },
  'column.flip': { title: 'Turn the column’s order round', keys: [], when: 'columns', group: 'Move' },

  'thread.open': { title: 'Open thread', keys: ['Enter'], when: 'columns', group: 'Thread', hint: 'open' },
  'thread.back': {
    title: 'Back to the columns',
    keys: ['Escape'],
    when: 'thread',
    group: 'Thread',
    hint: 'back',
    isKeyOnly: true,
  },
  'thread.claim': { title: 'Claim', keys: ['I'], when: 'thread', group: 'Thread', hint: 'claim' },
  'thread.release': { title: 'Give back to the queue', keys: [], when: 'thread', group: 'Thread' },
  'message.reply': { title: 'Reply publicly', keys: ['R'], when: 'thread', group: 'Write', hint: 'reply' },
  'message.direct': {
    title: 'Write a direct message',
    keys: ['D'],
    when: 'thread',
    group: 'Write',
    hint: 'direct',
  },
  'thread.resolve': { title: 'Resolve', keys: ['E'], when: 'thread', group: 'Thread', hint: 'resolve' },
  'thread.reopen': { title: 'Reopen', keys: [], when: 'thread', group: 'Thread' },
  'thread.openOnNetwork': { title: 'Open on X', keys: [], when: 'thread', group: 'Thread' },
  'change.undo': { title: 'Undo', keys: ['Z'], when: 'everywhere', group: 'Thread', hint: 'undo' },

  'composer.send': { title: 'Send', keys: ['Mod+Enter'], when: 'composer', group: 'Write', hint: 'send' },
  'composer.sendAndResolve': {
    title: 'Send and resolve',
    keys: ['Mod+Shift+Enter'],
    when: 'composer',
    group: 'Write',
    hint: 'send and resolve',
  },
  'composer.leave': {
    title: 'Leave, keep the draft',
    keys: ['Escape'],
    when: 'composer',
    group: 'Write',
    hint: 'keep draft',
    isKeyOnly: true,
  },

  'desk.triage': { title: 'Go to Triage', keys: [], when: 'everywhere', group: 'Desk' },
  'desk.mine': { title: 'Go to Mine', keys: [], when: 'everywhere', group: 'Desk' },
  'pane.readWide': {
    title: 'Read the thread at full width, or back',
    keys: [],
    when: 'thread',
    group: 'Thread',
  },
  'palette.open': {
    title: 'Find a command',
    keys: ['Mod+K', ';'],
    when: 'everywhere',
    group: 'Desk',
    isKeyOnly: true,
  },
  'help.open': { title: 'All keys', keys: ['?'], when: 'everywhere', group: 'Desk', hint: 'all keys' },
  'theme.next': {
    title: 'Switch theme: system, dark, light, high contrast',
    keys: [],
    when: 'everywhere',
    group: 'Desk',
  },
  'keys.toggle': {
    title: 'Switch single-letter keys on or off',
    keys: [],
    when: 'everywhere',
    group: 'Desk',
  },
  'account.refresh': { title: 'Fetch now', keys: [], when: 'everywhere', group: 'Desk' },
  'account.connect': { title: 'Connect an account…', keys: [], when: 'everywhere', group: 'Desk' },
  'practice.start': { title: 'Start practice', keys: [], when: 'everywhere', group: 'Desk' },
  'agent.introduce': { title: 'Change my name and initials…', keys: [], when: 'everywhere', group: 'Desk' },
});
export type CommandId = keyof typeof commands;

export const isCommand = (id: string): id is CommandId => Object.hasOwn(commands, id);

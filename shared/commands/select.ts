import { define } from './command.ts';

/** Choosing several threads, and giving them to somebody. */
export const selectCommands = define({
  'select.toggle': {
    title: 'Select, or take out of the selection',
    keys: ['X'],
    when: 'columns',
    group: 'Select',
    hint: 'select',
  },
  'select.down': {
    title: 'Extend the selection down',
    keys: ['Shift+J', 'Shift+ArrowDown'],
    when: 'columns',
    group: 'Select',
    isKeyOnly: true,
  },
  'select.up': {
    title: 'Extend the selection up',
    keys: ['Shift+K', 'Shift+ArrowUp'],
    when: 'columns',
    group: 'Select',
    isKeyOnly: true,
  },
  'select.shown': {
    title: 'Select all shown in this column',
    keys: ['Mod+A'],
    when: 'columns',
    group: 'Select',
  },
  'select.filter': {
    title: 'Select everything this column’s filter holds',
    keys: ['Mod+Shift+A'],
    when: 'columns',
    group: 'Select',
  },
  'select.clear': {
    title: 'Clear the selection',
    keys: ['Escape'],
    when: 'columns',
    group: 'Select',
    isKeyOnly: true,
  },
  'thread.assign': {
    title: 'Assign…',
    keys: ['Shift+I'],
    when: 'thread',
    group: 'Thread',
    hint: 'assign',
  },
  'thread.unassign': {
    title: 'Take it from whoever has it',
    keys: [],
    when: 'thread',
    group: 'Thread',
  },
});

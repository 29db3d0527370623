import { define } from './command.ts';

/** Who saw what, and who did what. */
export const auditCommands = define({
  'desk.audit': { title: 'Go to Audit: who saw what', keys: ['G W'], when: 'everywhere', group: 'Desk' },
  'audit.thread': { title: 'Who saw this thread', keys: ['Shift+W'], when: 'thread', group: 'Thread' },
  'audit.down': {
    title: 'Next act',
    keys: ['J', 'ArrowDown'],
    when: 'audit',
    group: 'Move',
    hint: 'move',
    isKeyOnly: true,
  },
  'audit.up': {
    title: 'Previous act',
    keys: ['K', 'ArrowUp'],
    when: 'audit',
    group: 'Move',
    isKeyOnly: true,
  },
  'audit.open': {
    title: 'Open the thread of this act',
    keys: ['Enter'],
    when: 'audit',
    group: 'Thread',
    hint: 'open',
  },
  'audit.onlyThread': {
    title: 'Only what was done with this thread',
    keys: ['T'],
    when: 'audit',
    group: 'Select',
    hint: 'this thread',
  },
  'audit.onlyPerson': {
    title: 'Only what this person did',
    keys: ['P'],
    when: 'audit',
    group: 'Select',
    hint: 'this person',
  },
  'audit.filter': {
    title: 'To the filters of the audit',
    keys: ['F'],
    when: 'audit',
    group: 'Select',
    hint: 'filter',
  },
  'audit.all': {
    title: 'Show everything again',
    keys: ['X'],
    when: 'audit',
    group: 'Select',
    hint: 'all',
  },
  'audit.verify': {
    title: 'Verify the log…',
    keys: ['Y'],
    when: 'audit',
    group: 'Desk',
    hint: 'verify',
  },
  'audit.csv': {
    title: 'Export this audit as CSV…',
    keys: ['E'],
    when: 'audit',
    group: 'Desk',
    hint: 'export',
  },
  'audit.jsonl': {
    title: 'Export this audit as JSON Lines…',
    keys: ['Shift+E'],
    when: 'audit',
    group: 'Desk',
  },
  'audit.back': {
    title: 'Close the thread',
    keys: ['Escape'],
    when: 'audit',
    group: 'Move',
    isKeyOnly: true,
  },
});

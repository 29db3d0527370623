import { define } from './command.ts';

/** What leaves, what has not, and what nobody knows yet. */
export const outboxCommands = define({
  'desk.outbox': { title: 'Go to Outbox', keys: ['G O'], when: 'everywhere', group: 'Desk' },
  'outbox.down': {
    title: 'Next message of the outbox',
    keys: ['J', 'ArrowDown'],
    when: 'outbox',
    group: 'Move',
    hint: 'move',
    isKeyOnly: true,
  },
  'outbox.up': {
    title: 'Previous message of the outbox',
    keys: ['K', 'ArrowUp'],
    when: 'outbox',
    group: 'Move',
    isKeyOnly: true,
  },
  'outbox.open': {
    title: 'Open the thread of this message',
    keys: ['Enter'],
    when: 'outbox',
    group: 'Write',
    hint: 'open',
  },
  'outbox.sendNow': {
    title: 'Send it now',
    keys: ['S'],
    when: 'outbox',
    group: 'Write',
    hint: 'send now',
  },
  'outbox.retry': {
    title: 'Try to send it again',
    keys: ['R'],
    when: 'outbox',
    group: 'Write',
    hint: 'retry',
  },
  'outbox.edit': {
    title: 'Take it back and edit it',
    keys: ['E'],
    when: 'outbox',
    group: 'Write',
    hint: 'edit',
  },
  'outbox.cancel': { title: 'Take it back', keys: ['X'], when: 'outbox', group: 'Write', hint: 'take back' },
  'outbox.arrived': {
    title: 'It arrived: I have seen it there',
    keys: ['A'],
    when: 'outbox',
    group: 'Write',
    hint: 'arrived',
  },
  'outbox.lost': {
    title: 'It did not arrive: I have looked',
    keys: ['L'],
    when: 'outbox',
    group: 'Write',
    hint: 'did not',
  },
  'outbox.back': {
    title: 'Close the thread beside the outbox',
    keys: ['Escape'],
    when: 'outbox',
    group: 'Write',
    isKeyOnly: true,
  },
});

import { define } from './command.ts';

/** Promises to call, the board they stand on, and the call itself. */
export const phoneCommands = define({
  'phone.request': {
    title: 'Ask for a phone call…',
    keys: ['T'],
    when: 'thread',
    group: 'Phone',
    hint: 'phone',
  },
  'desk.phones': { title: 'Go to Phones', keys: ['G P'], when: 'everywhere', group: 'Desk' },

  'phones.down': {
    title: 'Next call',
    keys: ['J', 'ArrowDown'],
    when: 'phones',
    group: 'Move',
    hint: 'move',
    isKeyOnly: true,
  },
  'phones.up': {
    title: 'Previous call',
    keys: ['K', 'ArrowUp'],
    when: 'phones',
    group: 'Move',
    isKeyOnly: true,
  },
  'phones.left': {
    title: 'Column of calls to the left',
    keys: ['H', 'ArrowLeft'],
    when: 'phones',
    group: 'Move',
    isKeyOnly: true,
  },
  'phones.right': {
    title: 'Column of calls to the right',
    keys: ['L', 'ArrowRight'],
    when: 'phones',
    group: 'Move',
    isKeyOnly: true,
  },
  'phones.open': {
    title: 'Open the thread of this call',
    keys: ['Enter'],
    when: 'phones',
    group: 'Phone',
    hint: 'open',
  },
  'call.dial': { title: 'Call', keys: ['C'], when: 'phones', group: 'Phone', hint: 'call' },
  'phone.claim': { title: 'Make this call mine', keys: ['I'], when: 'phones', group: 'Phone', hint: 'mine' },
  'phone.release': { title: 'Leave this call to anybody', keys: [], when: 'phones', group: 'Phone' },
  'phone.book': { title: 'Book a time…', keys: ['B'], when: 'phones', group: 'Phone', hint: 'book' },
  'phone.abandon': {
    title: 'Abandon this call…',
    keys: ['Shift+E'],
    when: 'phones',
    group: 'Phone',
    hint: 'abandon',
  },
  'phone.reveal': { title: 'Show the number in full', keys: ['V'], when: 'phones', group: 'Phone' },
  'phones.back': {
    title: 'Close the thread beside the board',
    keys: ['Escape'],
    when: 'phones',
    group: 'Phone',
    isKeyOnly: true,
  },

  'call.toPanel': {
    title: 'To the notes of the call, or back',
    keys: ['F8'],
    when: 'everywhere',
    group: 'Phone',
  },
  'call.answerPop': {
    title: 'Open or find who is calling',
    keys: ['F6'],
    when: 'everywhere',
    group: 'Phone',
  },
  'call.dismissPop': {
    title: 'Put the announced call away',
    keys: ['Shift+F6'],
    when: 'everywhere',
    group: 'Phone',
  },
});

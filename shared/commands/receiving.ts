import { define } from './command.ts';

/** What comes in: how fresh it is, what may be missing, and what calls for somebody. */
export const receivingCommands = define({
  'connections.open': {
    title: 'Connections: how fresh, calls left, what may be missing',
    keys: ['G C'],
    when: 'everywhere',
    group: 'Desk',
  },
  'alert.acknowledge': {
    title: 'Take note of the alert',
    keys: ['Shift+A'],
    when: 'everywhere',
    group: 'Desk',
    hint: 'noted',
  },
  'gap.note': {
    title: 'Take note of messages that may be missing',
    keys: [],
    when: 'everywhere',
    group: 'Desk',
  },
});

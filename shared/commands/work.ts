import { define } from './command.ts';

/** What an agent does with a thread besides answering it. */
export const workCommands = define({
  'thread.resolveAs': { title: 'Resolve, with a reason…', keys: [], when: 'thread', group: 'Thread' },
  'thread.noAction': { title: 'No action…', keys: ['Shift+E'], when: 'thread', group: 'Thread' },
  'thread.snooze': { title: 'Snooze…', keys: ['B'], when: 'thread', group: 'Thread', hint: 'snooze' },
  'thread.wake': { title: 'Wake', keys: [], when: 'thread', group: 'Thread' },
  'thread.tag': { title: 'Tag…', keys: ['#'], when: 'thread', group: 'Thread', hint: 'tag' },
  'thread.priority': { title: 'Priority…', keys: ['!'], when: 'thread', group: 'Thread' },
  'note.write': { title: 'Write a note', keys: ['W'], when: 'thread', group: 'Write', hint: 'note' },
  'thread.unread': { title: 'Mark unread', keys: ['U'], when: 'thread', group: 'Thread' },
  'customer.open': { title: 'Customer’s card', keys: ['C'], when: 'thread', group: 'Thread' },
  'thread.merge': { title: 'Merge with another thread…', keys: [], when: 'thread', group: 'Thread' },
  'thread.split': { title: 'New matter from a message on…', keys: [], when: 'thread', group: 'Thread' },
  'thread.thank': {
    title: 'Thank the customer who answered, and close…',
    keys: [],
    when: 'thread',
    group: 'Write',
  },
});

import { define } from './command.ts';

/** What can be done with the thread in focus. */
export const threadCommands = define({
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
});

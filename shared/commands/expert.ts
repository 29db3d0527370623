import { define } from './command.ts';

/** The expert line: one question to a colleague, and what becomes of the answer. */
export const expertCommands = define({
  'expert.ask': { title: 'Ask a colleague…', keys: ['Q'], when: 'thread', group: 'Thread', hint: 'ask' },
  'expert.useAnswer': {
    title: 'Turn the colleague’s answer into a reply',
    keys: ['Shift+Q'],
    when: 'thread',
    group: 'Write',
  },
  'expert.withdraw': { title: 'Withdraw the question', keys: [], when: 'thread', group: 'Thread' },
  'expert.answer': { title: 'Answer the question', keys: [], when: 'thread', group: 'Write' },
  'desk.questions': { title: 'Go to Questions', keys: ['G E'], when: 'everywhere', group: 'Desk' },
});

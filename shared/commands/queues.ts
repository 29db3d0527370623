import { define } from './command.ts';

export const queueCommands = define({
  'thread.move': { title: 'Move to queue…', keys: ['M'], when: 'thread', group: 'Thread' },
  'queues.open': { title: 'Queues and their rules', keys: [], when: 'everywhere', group: 'Team' },
});

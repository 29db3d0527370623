import { define } from './command.ts';

/** In the composer. */
export const writeCommands = define({
  'composer.send': { title: 'Send', keys: ['Mod+Enter'], when: 'composer', group: 'Write', hint: 'send' },
  'composer.sendAndResolve': {
    title: 'Send and resolve',
    keys: ['Mod+Shift+Enter'],
    when: 'composer',
    group: 'Write',
    hint: 'send and resolve',
  },
  'composer.snippet': {
    title: 'Insert a fact or an opening…',
    keys: ['Mod+/'],
    when: 'composer',
    group: 'Write',
    hint: 'snippet',
  },
  'composer.leave': {
    title: 'Leave, keep the draft',
    keys: ['Escape'],
    when: 'composer',
    group: 'Write',
    hint: 'keep draft',
    isKeyOnly: true,
  },
});

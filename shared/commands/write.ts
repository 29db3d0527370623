import { define } from './command.ts';

/** In the composer, and in the box of a note. */
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
  'composer.attach': {
    title: 'Attach a picture or a film…',
    keys: ['Mod+Shift+P'],
    when: 'composer',
    group: 'Write',
  },
  'composer.emoji': { title: 'Insert an emoji…', keys: ['Mod+E'], when: 'composer', group: 'Write' },
  'composer.versions': {
    title: 'Earlier versions of this draft…',
    keys: ['Mod+Shift+H'],
    when: 'composer',
    group: 'Write',
  },
  'composer.sendNow': { title: 'Send now, without waiting', keys: [], when: 'thread', group: 'Write' },
  'composer.leave': {
    title: 'Leave, keep the draft',
    keys: ['Escape'],
    when: 'composer',
    group: 'Write',
    hint: 'keep draft',
    isKeyOnly: true,
  },
  'note.add': { title: 'Add the note', keys: ['Mod+Enter'], when: 'note', group: 'Write', hint: 'add note' },
  'note.leave': {
    title: 'Leave, keep the note',
    keys: ['Escape'],
    when: 'note',
    group: 'Write',
    hint: 'keep note',
    isKeyOnly: true,
  },
});

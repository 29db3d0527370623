import { define } from './command.ts';

/** Looking through everything that was ever said here. */
export const searchCommands = define({
  'desk.archive': { title: 'Go to the Archive', keys: ['G A'], when: 'everywhere', group: 'Desk' },
  'search.open': { title: 'Search everything', keys: ['/'], when: 'everywhere', group: 'Desk' },
  'search.down': {
    title: 'Next place found',
    keys: ['J', 'ArrowDown'],
    when: 'search',
    group: 'Move',
    hint: 'move',
    isKeyOnly: true,
  },
  'search.up': {
    title: 'Previous place found',
    keys: ['K', 'ArrowUp'],
    when: 'search',
    group: 'Move',
    isKeyOnly: true,
  },
  'search.first': {
    title: 'First place found',
    keys: ['Home'],
    when: 'search',
    group: 'Move',
    isKeyOnly: true,
  },
  'search.last': {
    title: 'Last place found so far',
    keys: ['End'],
    when: 'search',
    group: 'Move',
    isKeyOnly: true,
  },
  'search.openHit': {
    title: 'Open the thread at this place',
    keys: ['Enter'],
    when: 'search',
    group: 'Archive',
    hint: 'open there',
    isKeyOnly: true,
  },
  'search.back': {
    title: 'Back to the search field, then to where you came from',
    keys: ['Escape'],
    when: 'search',
    group: 'Archive',
    hint: 'back',
    isKeyOnly: true,
  },
  'search.order': {
    title: 'Newest first, or best first',
    keys: ['O'],
    when: 'search',
    group: 'Archive',
    hint: 'order',
  },
  'search.keep': {
    title: 'Keep this search as a column…',
    keys: ['Mod+S', 'S'],
    when: 'search',
    group: 'Archive',
    hint: 'keep as a column',
  },
  'search.form': {
    title: 'Search by form, without operators',
    keys: ['Mod+F', 'F'],
    when: 'search',
    group: 'Archive',
    hint: 'by form',
  },
});

import { define } from './command.ts';

/** What is taken out of the desk, and what runs behind the work. */
export const exportCommands = define({
  'thread.export': { title: 'Export this thread…', keys: ['Mod+Shift+E'], when: 'thread', group: 'Thread' },
  'customer.export': {
    title: 'Export everything of this customer…',
    keys: [],
    when: 'thread',
    group: 'Thread',
  },
  'archive.export': {
    title: 'Export what the search finds…',
    keys: ['Mod+Shift+E'],
    when: 'search',
    group: 'Archive',
  },
  'jobs.open': { title: 'Show what runs behind the work', keys: ['G J'], when: 'everywhere', group: 'Desk' },
});

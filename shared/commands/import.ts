import { define } from './command.ts';

/** What is brought in from elsewhere. */
export const importCommands = define({
  'archive.import': {
    title: 'Import past conversations…',
    keys: [],
    when: 'everywhere',
    group: 'Archive',
  },
});

import { define } from './command.ts';

/** What is kept, and what goes for good. */
export const eraseCommands = define({
  'hold.set': {
    title: 'Hold: keep this whatever happens…',
    keys: [],
    when: 'thread',
    group: 'Thread',
  },
  'customer.erase': {
    title: 'Erase this person…',
    keys: [],
    when: 'thread',
    group: 'Thread',
  },
  'retention.settings': {
    title: 'How long conversations are kept',
    keys: [],
    when: 'everywhere',
    group: 'Desk',
  },
});

import { define } from './command.ts';

/** The brands of this desk and their sign-ins. */
export const accountCommands = define({
  'account.settings': { title: 'Accounts: what each may do', keys: [], when: 'everywhere', group: 'Desk' },
  'account.reauthorise': {
    title: 'Sign an account in again…',
    keys: [],
    when: 'everywhere',
    group: 'Desk',
  },
  'network.settings': { title: 'Way to the network: proxy', keys: [], when: 'everywhere', group: 'Desk' },
  'signIns.unlock': { title: 'Unlock the sign-ins…', keys: [], when: 'everywhere', group: 'Desk' },
});

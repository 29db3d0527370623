import { define } from './command.ts';

/** The safety of the desk's file. */
export const backupCommands = define({
  'backup.settings': { title: 'Backup and repair', keys: [], when: 'everywhere', group: 'Desk' },
  'backup.now': { title: 'Back up now', keys: [], when: 'everywhere', group: 'Desk' },
  'desk.check': { title: 'Check the desk’s file now', keys: [], when: 'everywhere', group: 'Desk' },
});

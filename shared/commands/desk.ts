import { define } from './command.ts';

/** The desk itself: where to look, and how. */
export const deskCommands = define({
  'desk.triage': { title: 'Go to Triage', keys: ['G Q'], when: 'everywhere', group: 'Desk' },
  'desk.mine': { title: 'Go to Mine', keys: ['G M'], when: 'everywhere', group: 'Desk' },
  'pane.readWide': {
    title: 'Read the thread at full width, or back',
    keys: [],
    when: 'thread',
    group: 'Thread',
  },
  'palette.open': {
    title: 'Find a command',
    keys: ['Mod+K', ';'],
    when: 'everywhere',
    group: 'Desk',
    isKeyOnly: true,
  },
  'help.open': { title: 'All keys', keys: ['?'], when: 'everywhere', group: 'Desk', hint: 'all keys' },
  'settings.open': { title: 'Settings…', keys: ['Mod+,'], when: 'everywhere', group: 'Desk' },
  'theme.next': {
    title: 'Switch theme: system, dark, light, high contrast',
    keys: [],
    when: 'everywhere',
    group: 'Desk',
  },
  'keys.toggle': {
    title: 'Switch single-letter keys on or off',
    keys: [],
    when: 'everywhere',
    group: 'Desk',
  },
  'account.refresh': { title: 'Fetch now', keys: [], when: 'everywhere', group: 'Desk' },
  'account.connect': { title: 'Connect an account…', keys: [], when: 'everywhere', group: 'Desk' },
  'practice.start': { title: 'Start practice', keys: [], when: 'everywhere', group: 'Desk' },
  'agent.introduce': { title: 'Change my name and initials…', keys: [], when: 'everywhere', group: 'Desk' },
});

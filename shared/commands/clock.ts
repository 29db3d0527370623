import { define } from './command.ts';

/** Deadlines: why, and what they follow from. */
export const clockCommands = define({
  'clock.explain': { title: 'Why this deadline', keys: ['Y'], when: 'thread', group: 'Thread' },
  'clock.settings': { title: 'Deadlines and business hours…', keys: [], when: 'everywhere', group: 'Team' },
});

import { define } from './command.ts';

/** Who works here, who is there, who answers for what. */
export const peopleCommands = define({
  'duty.on': { title: 'Go on duty', keys: [], when: 'everywhere', group: 'Team' },
  'duty.away': {
    title: 'Step away: keep what is mine, get nothing new',
    keys: [],
    when: 'everywhere',
    group: 'Team',
  },
  'duty.off': { title: 'Go off duty: hand over…', keys: [], when: 'everywhere', group: 'Team' },
  'baton.pass': { title: 'Pass the baton…', keys: [], when: 'everywhere', group: 'Team' },
  'baton.take': { title: 'Take the baton', keys: [], when: 'everywhere', group: 'Team' },
  'roster.open': { title: 'People: the roster', keys: [], when: 'everywhere', group: 'Team' },
  'agent.switch': { title: 'Work as someone else…', keys: [], when: 'everywhere', group: 'Desk' },
  'window.new': { title: 'New window', keys: ['Mod+Shift+N'], when: 'everywhere', group: 'Desk' },
});

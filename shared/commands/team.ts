import { define } from './command.ts';

/** The supervisor's desk: people and queues, and what is theirs. */
export const teamCommands = define({
  'desk.supervisor': {
    title: 'Go to Supervisor',
    keys: ['G S'],
    when: 'everywhere',
    group: 'Desk',
  },
  'team.down': {
    title: 'Next person or queue',
    keys: ['J', 'ArrowDown'],
    when: 'team',
    group: 'Team',
    hint: 'move',
    isKeyOnly: true,
  },
  'team.up': {
    title: 'Previous person or queue',
    keys: ['K', 'ArrowUp'],
    when: 'team',
    group: 'Team',
    isKeyOnly: true,
  },
  'team.open': {
    title: 'Show their threads in a column',
    keys: ['Enter'],
    when: 'team',
    group: 'Team',
    hint: 'show threads',
  },
  'team.reassign': {
    title: 'Give all of them to somebody else…',
    keys: ['Shift+I'],
    when: 'team',
    group: 'Team',
    hint: 'move all',
  },
  'team.columns': {
    title: 'From the board to the columns',
    keys: ['L', 'ArrowRight'],
    when: 'team',
    group: 'Team',
    hint: 'columns',
    isKeyOnly: true,
  },
  'team.board': {
    title: 'Back to the board of people',
    keys: ['Shift+H', 'Shift+ArrowLeft'],
    when: 'columns',
    group: 'Team',
    hint: 'board',
  },
});

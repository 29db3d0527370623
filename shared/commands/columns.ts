import { define, type Command } from './command.ts';

const column = { when: 'columns', group: 'Columns' } as const;
const desk = { when: 'everywhere', group: 'Columns' } as const;
const place = (nth: number): Command => ({
  title: `Go to my desk ${nth}`,
  keys: [`G ${nth}`],
  ...desk,
  isKeyOnly: true,
});

/** Which columns there are, and how they look: `V` for view, then a letter. */
export const columnCommands = define({
  'column.add': { title: 'Add a column…', keys: ['V A'], ...column },
  'column.edit': { title: 'Change this column…', keys: ['V E'], ...column },
  'column.duplicate': { title: 'Duplicate this column', keys: ['V D'], ...column },
  'column.remove': { title: 'Remove this column', keys: ['V X'], ...column },
  'column.restore': { title: 'Bring the removed column back', keys: ['V Z'], ...column },
  'column.moveLeft': { title: 'Move this column to the left', keys: ['V H'], ...column },
  'column.moveRight': { title: 'Move this column to the right', keys: ['V L'], ...column },
  'column.wider': { title: 'Make this column wider', keys: ['V .'], ...column },
  'column.narrower': { title: 'Make this column narrower', keys: ['V ,'], ...column },
  'column.density': { title: 'Compact or comfortable cards in this column', keys: ['V C'], ...column },
  'column.pin': { title: 'Pin this column at the left, or let it go', keys: ['V P'], ...column },
  'column.sound': { title: 'Next sound of this column, or none', keys: ['V S'], ...column },
  'column.flip': { title: 'Next order of this column', keys: ['V O'], ...column },

  'desk.save': { title: 'Save these columns as a desk…', keys: [], ...desk },
  'desk.rename': { title: 'Rename this desk…', keys: [], ...desk },
  'desk.remove': { title: 'Remove this desk', keys: [], ...desk },
  'desk.restore': { title: 'Bring the removed desk back', keys: [], ...desk },
  'desk.next': { title: 'Go to my next desk', keys: ['G N'], ...desk },
  'desk.1': place(1),
  'desk.2': place(2),
  'desk.3': place(3),
  'desk.4': place(4),
  'desk.5': place(5),
  'desk.6': place(6),
  'desk.7': place(7),
  'desk.8': place(8),
  'desk.9': place(9),
});

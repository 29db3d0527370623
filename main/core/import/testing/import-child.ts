import { onFailpoint } from '../../failpoint.ts';
import { makeDesk } from '../../testing/desk.ts';
import { beginImport } from '../start.ts';
import { goOn } from './importing.ts';

// A program of its own that imports one file and says each slice that is on the disk, so that somebody can end it there.
const [file = '', csv = ''] = process.argv.slice(2);
const desk = makeDesk(file);
onFailpoint((name) => {
  if (name === 'import.slice') process.stdout.write('slice\n');
});
await goOn(desk, beginImport(desk, { path: csv, accountId: 'x:account:1', mapping: null }), undefined, {
  perUnit: 5,
  perSlice: 10,
});

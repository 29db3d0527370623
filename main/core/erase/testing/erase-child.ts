import { writeSync } from 'node:fs';
import { makeDesk } from '../../testing/desk.ts';
import { nextErasure } from '../rows.ts';
import { eraseStep } from '../step.ts';

// A program of its own that erases, and says each part before it begins, so that somebody can end it there.
const desk = makeDesk(process.argv[2] ?? '');
const turn = (): void => {
  const row = nextErasure(desk.db);
  if (!row) return void writeSync(1, 'done\n');
  writeSync(1, `${row.phase}\n`);
  eraseStep(desk, row);
  setImmediate(turn);
};
turn();

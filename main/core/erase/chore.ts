import type { Chore } from '../chores.ts';
import { nextErasure } from './rows.ts';
import { eraseStep, notBefore } from './step.ts';

/** One part each turn, until nothing is left of whoever is being erased. It goes on after a restart. */
export const erasingPeople: Chore = {
  name: 'customer.erase',
  apartMs: 15,
  dueAt(desk) {
    const row = nextErasure(desk.db);
    return row ? Math.max(row.asked_at, notBefore(desk)) : Infinity;
  },
  run(desk) {
    const row = nextErasure(desk.db);
    if (row) eraseStep(desk, row);
  },
};

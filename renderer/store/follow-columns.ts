import { useDesk } from './desk.ts';
import { showColumns } from './load.ts';
import { ownColumns } from './own-desks.ts';

/** Columns changed in another window of this desk change here too. */
export const followColumns = (): (() => void) =>
  useDesk.subscribe((desk, before) => {
    if (desk.phase !== 'open' || before.phase !== 'open' || desk.settings === before.settings) return;
    const own = ownColumns(desk);
    if (!own || own === ownColumns(before)) return;
    const shown = Object.values(desk.columns).map(({ definition }) => definition);
    if (JSON.stringify(shown) !== JSON.stringify(own)) void showColumns(own);
  });

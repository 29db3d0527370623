import type { ThreadAction } from '../../../shared/action.ts';
import type { Ms } from '../../../shared/model.ts';
import type { Tx } from '../../db/db.ts';
import type { Desk } from '../desk.ts';
import { act } from '../threads/act.ts';
import { patchThread, type Step } from '../threads/patch.ts';
import type { ThreadRow } from '../threads/rows.ts';

/** One thread's part of an action that has to be worked out; none when nothing had to change. */
export const takeStep = (tx: Tx, desk: Desk, at: Ms, row: ThreadRow, action: ThreadAction): Step[] => {
  const patch = act(tx, desk, at, row, action);
  return Object.keys(patch).length === 0 ? [] : [patchThread(tx, row, patch)];
};

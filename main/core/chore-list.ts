import { erasing } from './accounts/erase.ts';
import { countInbound } from './alerts/inbound.ts';
import { drain } from './assignment/drain.ts';
import { giveBack } from './assignment/returned.ts';
import type { Chore } from './chores.ts';
import { recountClocks } from './clocks/recount.ts';
import { watchClocks } from './clocks/watch.ts';
import { erasingPeople } from './erase/chore.ts';
import { returnFromOffDuty } from './people/returning.ts';
import { forgetNumbers, remindOfCalls } from './phone/chores.ts';
import { recount } from './queues/recount.ts';
import { sweepDisk } from './recheck/sweep.ts';
import { replayIndexing } from './replay/indexing.ts';
import { retaining } from './retention/chore.ts';
import { leaving } from './schedules/leave.ts';
import { waking } from './threads/wake.ts';

export { indexing } from './search/indexing.ts';
export { exportsSwept } from './export/leftovers.ts';
export { importsRecovered } from './import/start.ts';

/** What the desk does by itself. Loaded after the first cards: no start waits for any of it. */
export const chores: readonly Chore[] = [
  waking,
  returnFromOffDuty,
  forgetNumbers,
  remindOfCalls,
  leaving,
  recount,
  giveBack,
  drain,
  recountClocks,
  watchClocks,
  sweepDisk,
  countInbound,
  erasing,
  erasingPeople,
  retaining,
  replayIndexing,
];

import type { CallLog } from './api/call-log.ts';
import type { Ledger } from './api/ledger.ts';
import type { RateLimits } from './api/limits.ts';
import type { Uploads } from './api/uploads.ts';
import type { SimulatedClock } from './clock.ts';
import type { Faults } from './faults/faults.ts';
import type { Codes } from './oauth/codes.ts';
import type { Grants } from './oauth/grants.ts';
import type { Random } from './random.ts';
import type { Schedule } from './schedule.ts';
import type { Settings } from './settings.ts';
import type { Authoring } from './world/authoring.ts';
import type { World } from './world/world.ts';

/** What every part of the simulator may use; made once in simulator.ts. */
export interface Context {
  settings: Settings;
  clock: SimulatedClock;
  random: Random;
  schedule: Schedule;
  world: World;
  authoring: Authoring;
  grants: Grants;
  codes: Codes;
  limits: RateLimits;
  ledger: Ledger;
  faults: Faults;
  calls: CallLog;
  uploads: Uploads;
}

import { CallLog } from './api/call-log.ts';
import { Ledger } from './api/ledger.ts';
import { RateLimits } from './api/limits.ts';
import { Uploads } from './api/uploads.ts';
import { SimulatedClock } from './clock.ts';
import type { Context } from './context.ts';
import type { ControlContext } from './control/control-context.ts';
import { Director } from './customers/director.ts';
import { Faults } from './faults/faults.ts';
import { openDoor } from './http/server.ts';
import { Journal } from './journal/journal.ts';
import { Codes } from './oauth/codes.ts';
import { Grants } from './oauth/grants.ts';
import { fromSource, seeded } from './random.ts';
import { preparePlayer } from './replay/prepare.ts';
import { Schedule } from './schedule.ts';
import { DEFAULTS, type Settings } from './settings.ts';
import { Authoring } from './world/authoring.ts';
import type { User } from './world/model.ts';
import { Snowflakes } from './world/snowflake.ts';
import { World } from './world/world.ts';

export interface SimulatorOptions extends Partial<Settings> {
  now?: () => number;
  random?: () => number;
}

export interface Simulator {
  port: number;
  url: string;
  brands: User[];
  /** For tests in the same process: everything, without going through the socket. */
  context: ControlContext;
  world: World;
  close(): Promise<void>;
}

export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  const { now = Date.now, random, ...chosen } = options;
  const settings: Settings = { ...DEFAULTS, ...chosen };
  const journal = settings.journal === undefined ? undefined : Journal.open(settings.journal);
  const context = makeContext(settings, now, random, journal);
  const isFresh = context.world.users.size === 0;
  const player = settings.replay === undefined ? undefined : preparePlayer(context, settings.replay);
  const director = new Director(context, { isFresh, isReplaying: player !== undefined });
  const control: ControlContext = Object.assign(context, { director, player });
  const door = await openDoor(control);
  director.start();
  player?.start();
  return {
    port: door.port,
    url: `http://127.0.0.1:${door.port}`,
    brands: context.world.brands(),
    context: control,
    world: context.world,
    async close() {
      director.stop();
      context.schedule.close();
      await door.close();
      journal?.close();
    },
  };
}

function makeContext(
  settings: Settings,
  now: () => number,
  source: (() => number) | undefined,
  journal: Journal | undefined,
): Context {
  // A restarted world goes on with other words than it began with.
  const seed = `${settings.seed}${journal && journal.entries > 0 ? `+${journal.entries}` : ''}`;
  const random = source ? fromSource(source, seed) : seeded(seed);
  const clock = new SimulatedClock(now);
  const world = new World();
  const snowflakes = new Snowflakes(random.fork('ids'));
  const grants = new Grants(settings.accessTokenTtlMs, (event) => journal?.append(event));
  journal?.replay({ world, grants, snowflakes });
  world.listen((event) => journal?.append(event));
  return {
    settings,
    clock,
    random,
    schedule: new Schedule(clock),
    world,
    authoring: new Authoring(world, snowflakes),
    grants,
    codes: new Codes(),
    limits: new RateLimits(() => clock.now(), settings.rateLimitScale),
    ledger: new Ledger(),
    faults: new Faults(random.fork('faults')),
    calls: new CallLog(),
    uploads: new Uploads(),
  };
}

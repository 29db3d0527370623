import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { seeded } from '../simulator/random.ts';
import type { Asked } from './arguments.ts';
import { createCustomers } from './customers.ts';
import { points } from './desk/deaths.ts';
import type { Death, FromDesk, Intent } from './desk/order.ts';
import type { FastTime } from './fast-time.ts';
import { createFates } from './fates.ts';
import { live, type Life } from './life.ts';
import type { Simulated } from './network/process.ts';
import { bursts, weather } from './network/weather.ts';
import type { Plan } from './plan.ts';

/** What was done to the desk, for the report. */
export type Story = {
  taken: Set<string>;
  refused: string[];
  /** What the desk says went wrong inside it, and how often. */
  troubles: Map<string, number>;
  crashes: number;
  /** Where lives ended that died by themselves, every point with its count. */
  deaths: readonly [string, number][];
  /** Lives that were ended from outside. */
  killed: number;
  sleeps: number;
  clocks: number;
  faults: Map<string, number>;
  /** Attempts to send while faults were about, by what came of them on the wire. */
  attempts: Map<string, number>;
};

/** So many answers are under way at once: enough that every death meets some, few enough that agents are believable. */
const underWay = 30;
const fewLeft = 6;
const minuteMs = 60_000;
/** After so long the desk has compared all it has with the network once more. */
const roundMs = 25 * 60 * minuteMs;

/** Many lives of one desk, one after the other, each ended by a death; then one in fine weather, in which all must come right. */
export const play = async (
  asked: Asked,
  plan: Plan,
  { network, port, brands }: Simulated,
  folder: string,
  isRight: () => Promise<boolean>,
): Promise<Story> => {
  const { seed, speed, scheme, without } = asked;
  mkdirSync(folder, { recursive: true });
  const fate = seeded(`${seed}/fate`);
  const { nowMs } = await network.clock({ speed });
  const time: FastTime = { realMs: Date.now(), atMs: nowMs, speed };
  const customers = createCustomers(network, plan.customers, seeded(`${seed}/customers`));
  const fates = createFates(points, seeded(`${seed}/deaths`));
  const tombstones = path.join(folder, 'tombstones');
  let buried = 0;
  const story: Story = {
    ...{ taken: new Set(), refused: [], troubles: new Map(), crashes: 0, killed: 0 },
    ...{ deaths: [], sleeps: 0, clocks: 0, faults: new Map(), attempts: new Map() },
  };
  const waiting: Intent[] = [...plan.intents];
  const asking = new Map<string, Intent>();
  /** So many more are begun in this life. */
  let quota = 0;
  let wrongByMs = 0;
  const calm = new AbortController();
  const isMortal = !without.includes('deaths');

  const heard = (message: FromDesk): void => {
    if (message.say === 'trouble') {
      story.troubles.set(message.text, (story.troubles.get(message.text) ?? 0) + 1);
      return;
    }
    if (message.say === 'open' || message.say === 'state') return;
    const intent = asking.get(message.id);
    asking.delete(message.id);
    if (intent === undefined) return;
    if (message.say === 'taken') story.taken.add(message.id);
    else if (message.say === 'not-yet') {
      waiting.push(intent);
      quota += 1;
    } else story.refused.push(`${message.id} ${message.why}`);
  };
  const begin = (death: Death | null, life: number): Life =>
    live(
      { folder, port, brands, time, tombstones, wrongByMs, scheme, death, seed: `${seed}/${life}` },
      heard,
    );
  /** Where the last life ended by itself; undefined: it was ended. */
  const grave = (): string | undefined => {
    const all = existsSync(tombstones) ? readFileSync(tombstones, 'utf8').trimEnd().split('\n') : [];
    const isNew = all.length > buried;
    buried = all.length;
    return isNew ? all.at(-1) : undefined;
  };
  /** Hands the desk what the agents have decided, a few at a time; ends with the life. */
  const feed = async (life: Life, isEarly: boolean): Promise<void> => {
    // A picture can be attached only where somebody is signed in; words alone wait in the outbox.
    if (!isEarly) await life.signedIn;
    while (!life.isOver && waiting.length + asking.size > 0 && quota > 0) {
      const room = underWay - life.state.unsettled - asking.size;
      for (const intent of waiting.splice(0, Math.max(0, Math.min(room, quota, 5)))) {
        quota -= 1;
        asking.set(intent.id, intent);
        life.send(intent);
      }
      await after(25);
    }
  };
  /** The machine is shut for some hours; the network and its customers go on. */
  const sleep = async (life: Life): Promise<void> => {
    story.sleeps += 1;
    life.sleep();
    const advanceMs = fate.int(10, 360) * minuteMs;
    await network.clock({ advanceMs });
    time.atMs += advanceMs;
    for (let written = 0; written < 20; written += 1) await customers.next();
    life.setClock(wrongByMs + advanceMs);
    life.wake();
  };
  const setClock = (life: Life): void => {
    story.clocks += 1;
    wrongByMs = fate.pick([-60, -10, -1, 0, 1, 10, 60]) * minuteMs;
    life.setClock(wrongByMs);
  };

  const writing = (async () => {
    while (!calm.signal.aborted) {
      await customers.next();
      await after(customers.areAllHere() ? 100 : 8);
    }
  })();
  if (!without.includes('weather')) await network.fault(...weather(speed));

  // Until everything has left in that weather, and every doubt was settled in it: a fine day at the end proves little.
  let unsettled = 0;
  // What a person would have to decide stays open however many lives pass.
  let inVain = 0;
  let lastLives = 0;
  const isAnyLeft = (): boolean =>
    waiting.length + asking.size > 0 || (unsettled > 0 && inVain < 5 && lastLives < asked.lastLives);
  for (let count = 0; isAnyLeft() && count < asked.sends; count += 1) {
    // The last few answers would be what every death falls upon, and never come to an end.
    const isBusy = waiting.length + unsettled > fewLeft;
    const life = begin(fate.chance(isBusy ? 0.6 : 0.3) && isMortal ? fates.next() : null, count);
    await life.open;
    const lifeMs = fate.int(500, 3500) + (isBusy ? 0 : 2000);
    const ends = Promise.race([life.signedIn.then(() => after(lifeMs)), life.over]).then(
      isMortal ? life.kill : life.close,
    );
    quota = fate.int(8, 25);
    const fed = feed(life, fate.chance(0.25));
    // Drawn in any case: a story without its sleeps is the same story otherwise.
    const [hasBurst, hasClock, hasSleep] = [fate.chance(0.15), fate.chance(0.2), fate.chance(0.2)];
    if (hasBurst && !without.includes('weather')) await network.fault({ ...fate.pick(bursts) });
    if (hasClock && !without.includes('clocks')) setClock(life);
    if (hasSleep && !without.includes('sleeps')) await sleep(life);
    const how = await life.over;
    await Promise.all([ends, fed]);
    if (how === 'crash') story.crashes += 1;
    if (story.crashes > 20) throw new Error('The desk ends by itself again and again.');
    const point = grave();
    if (point !== undefined) fates.died(point);
    else if (how === 'killed') story.killed += 1;
    lastLives += waiting.length === 0 ? 1 : 0;
    inVain = waiting.length === 0 && life.state.unsettled === unsettled ? inVain + 1 : 0;
    unsettled = life.state.unsettled;
    waiting.unshift(...asking.values());
    asking.clear();
  }

  calm.abort();
  await writing;
  for (const { struck, spec } of await network.faults()) {
    const name = `${spec.kind}${spec.after ? ' after' : ''}`;
    story.faults.set(name, (story.faults.get(name) ?? 0) + struck);
  }
  for (const [route, { statuses }] of Object.entries((await network.summary()).calls.routes)) {
    if (!/^POST \/2\/(tweets|dm_conversations)/u.test(route)) continue;
    for (const [status, count] of Object.entries(statuses))
      story.attempts.set(status, (story.attempts.get(status) ?? 0) + count);
  }
  await network.noFaults();
  story.deaths = fates.deaths();
  wrongByMs = 0;
  await network.clock({ advanceMs: roundMs });
  time.atMs += roundMs;
  const last = begin(null, -1);
  await last.open;
  const patienceMs = Date.now() + asked.patienceS * 1000;
  while (!last.isOver && Date.now() < patienceMs) {
    await after(500);
    if (last.state.unsettled === 0 && (await isRight())) break;
  }
  // Killed, so that the log of its database is there to be looked into as well.
  last.kill();
  await last.over;
  return story;
};

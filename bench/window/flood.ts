import { setTimeout as sleep } from 'node:timers/promises';
import Sqlite from 'better-sqlite3';
import { budgets } from '../budgets.ts';
import type { Figure } from '../report/figure.ts';
import { createDice } from '../town/dice.ts';
import { sentence } from '../town/words.ts';
import type { Network } from './network.ts';
import type { Session } from './session.ts';

const perSecond = 200;
const stepMs = 50;
const people = 600;
/** How often the delay is sampled; the histogram's values include it, so it is taken off. */
const resolutionMs = 10;
/** By then the network has been read twice more. */
const patienceMs = 20_000;

/** Two hundred messages a second for a while, and how late main's own timers ran meanwhile. */
export const benchFlood = async (
  { app }: Session,
  network: Network,
  file: string,
  lengthMs: number,
): Promise<Figure[]> => {
  const before = countMessages(file);
  await app.evaluate(startHistogram);
  const written = await flood(network, lengthMs);
  const { p99, max, mean } = await app.evaluate<Delays>(stopHistogram);
  const arrived = await countArrived(file, before, written);
  return [
    {
      name: 'main’s event-loop delay at 200 messages/s, p99',
      value: p99,
      unit: 'ms',
      budget: budgets.eventLoopDelay,
      note:
        `${(lengthMs / 1000).toFixed(0)} s, 12 columns, mean ${mean.toFixed(1)}, longest ${max.toFixed(0)}; ` +
        `${arrived} of ${written} messages arrived`,
    },
    // What did not arrive cost nothing: the figure above would then be of another program.
    {
      name: 'messages of the flood that arrived',
      value: arrived / written,
      unit: '×',
      budget: { of: 'value', atLeast: 1 },
    },
  ];
};

/** Two hundred customers' messages a second, for so long. */
export const flood = async (network: Network, lengthMs: number): Promise<number> => {
  const dice = createDice(200);
  const from = Date.now();
  let written = 0;
  for (let passed = 0; passed < lengthMs; passed = Date.now() - from) {
    for (const due = (passed / 1000) * perSecond; written < due; written++) {
      const brand = network.brands[written % network.brands.length];
      if (brand)
        network.say(`crowd_${dice.below(people)}`, brand, sentence(dice, brand.handle).replace(/^@\w+ /, ''));
    }
    await sleep(stepMs);
  }
  return written;
};

type Delays = { p99: number; max: number; mean: number };

const startHistogram = `(() => {
  const { monitorEventLoopDelay } = process.getBuiltinModule('node:perf_hooks');
  globalThis.benchDelay = monitorEventLoopDelay({ resolution: ${resolutionMs} });
  globalThis.benchDelay.enable();
})()`;

const stopHistogram = `(() => {
  const delay = globalThis.benchDelay;
  delay.disable();
  const late = (nanoseconds) => Math.max(0, nanoseconds / 1e6 - ${resolutionMs});
  return { p99: late(delay.percentile(99)), max: late(delay.max), mean: late(delay.mean) };
})()`;

const countArrived = async (file: string, before: number, written: number): Promise<number> => {
  let arrived = 0;
  for (let waited = 0; waited < patienceMs && arrived < written; waited += 500) {
    await sleep(500);
    arrived = countMessages(file) - before;
  }
  return arrived;
};

export const countMessages = (file: string): number => {
  const db = new Sqlite(file, { readonly: true });
  try {
    return db.prepare<[], number>('SELECT count(*) FROM messages').pluck().get() ?? 0;
  } finally {
    db.close();
  }
};

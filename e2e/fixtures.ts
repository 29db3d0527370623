import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test as base } from 'playwright/test';
import { startSimulator, type Simulator } from '../simulator/simulator.ts';
import { Desk } from './desk.ts';
import { launch, type Earshot } from './launch.ts';
import { Network } from './network.ts';

export { expect } from 'playwright/test';

type Fixtures = {
  /** A data folder of this journey's own. */
  folder: string;
  /** The network's own process is this one, for the few journeys that must look behind its door. */
  simulator: Simulator;
  /** A quiet simulated network: nobody writes unless the journey says so. */
  network: Network;
  /** Starts the program on this journey's folder, joined to its network; may be done again after it ended. */
  open: (flags?: readonly string[]) => Promise<Desk & { earshot: Earshot }>;
  /** Practice, joined to the quiet network. */
  desk: Desk & { earshot: Earshot };
  /** A journey that provokes errors in the page says so; all others fail when the page complains. */
  mayComplain: boolean;
  /** Answers leave at once, so that no journey waits for its author's second thoughts; null: as on a new desk. */
  undoSendSeconds: number | null;
};

/** So that a stream is read every five seconds, the least the desk allows itself. */
const generous = 100;

export const test = base.extend<Fixtures>({
  mayComplain: [false, { option: true }],
  undoSendSeconds: [0, { option: true }],
  // oxlint-disable-next-line eslint/no-empty-pattern -- the runner wants a pattern here.
  folder: async ({}, lend) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'earshot-journey-'));
    await lend(folder);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  },
  // oxlint-disable-next-line eslint/no-empty-pattern -- the runner wants a pattern here.
  simulator: async ({}, lend) => {
    const simulator = await startSimulator({
      customers: false,
      rate: 0,
      opening: 0,
      rateLimitScale: generous,
    });
    await lend(simulator);
    await simulator.close();
  },
  network: async ({ simulator }, lend) => {
    await lend(new Network(simulator.port));
  },
  open: async ({ folder, mayComplain, undoSendSeconds }, lend) => {
    const opened: Earshot[] = [];
    await lend(async (flags = []) => {
      const earshot = await launch(folder, flags);
      opened.push(earshot);
      const desk = Object.assign(new Desk(earshot.window), { earshot });
      if (undoSendSeconds !== null) {
        await earshot.window.waitForLoadState('domcontentloaded');
        await desk.ask('settings.save', { undoSendSeconds });
      }
      return desk;
    });
    for (const earshot of opened) await earshot.close();
    const complaints = opened.flatMap((earshot) => earshot.complaints);
    base.expect(mayComplain ? [] : complaints, 'the page complained').toEqual([]);
  },
  desk: async ({ open, network }, lend) => {
    const desk = await open([`--simulator=${network.port}`]);
    await desk.isOpen();
    await lend(desk);
  },
});

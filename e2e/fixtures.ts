import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { test as base, type ElectronApplication } from 'playwright/test';
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

/** A program that does not end is killed, and its journey fails with what it wrote down last. */
const ended = async (app: ElectronApplication, folder: string): Promise<void> => {
  const closed = app.close().then(
    () => true,
    () => true,
  );
  if (await Promise.race([closed, sleep(endMs, false, { ref: false })])) return;
  app.process().kill('SIGKILL');
  await closed;
  const last = readFileSync(path.join(folder, 'logs/earshot.log'), 'utf8').trimEnd().split('\n').slice(-10);
  throw new Error(`the program did not end; the last it wrote down:\n${last.join('\n')}`);
};

/** What may be said before the end (4 s), what is under way (1.5 s) and a page that hangs (5 s), on a busy machine. */
const endMs = 25_000;

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
    for (const { app } of opened) await ended(app, folder);
    const complaints = opened.flatMap((earshot) => earshot.complaints);
    base.expect(mayComplain ? [] : complaints, 'the page complained').toEqual([]);
  },
  desk: async ({ open, network }, lend) => {
    const desk = await open([`--simulator=${network.port}`]);
    await desk.isOpen();
    await lend(desk);
  },
});

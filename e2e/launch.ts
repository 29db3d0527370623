import { execFileSync, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { _electron, type ElectronApplication, type Page } from 'playwright/test';
import { killTree } from './kill.ts';

export const root = path.resolve(import.meta.dirname, '..');

/** The program, started on a data folder. */
export type Earshot = {
  app: ElectronApplication;
  window: Page;
  /** What the page complained about: uncaught errors and whatever it wrote as one. */
  complaints: string[];
  /** Ends it as a person would. One that does not end is killed, and its journey fails with what it wrote down last. */
  close(): Promise<void>;
};

export const launch = async (folder: string, flags: readonly string[] = []): Promise<Earshot> => {
  const app = await _electron.launch({
    executablePath: electronPath(),
    args: commandLine(folder, flags, [held]),
    env: environment(),
    cwd: root,
  });
  // Asked now: of one that has ended nothing is known.
  const program = app.process();
  const complaints: string[] = [];
  const window = await app.firstWindow();
  window.on('pageerror', (error) => complaints.push(error.message));
  window.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  return { app, window, complaints, close: () => ended(app, program, folder) };
};

const ended = async (app: ElectronApplication, program: ChildProcess, folder: string): Promise<void> => {
  const closed = app.close().then(
    () => true,
    () => true,
  );
  if (await Promise.race([closed, sleep(endMs, false, { ref: false })])) return;
  killTree(program.pid);
  await closed;
  const last = readFileSync(path.join(folder, 'logs/earshot.log'), 'utf8').trimEnd().split('\n').slice(-30);
  throw new Error(`the program did not end; the last it wrote down:\n${last.join('\n')}`);
};

/** What may be said before the end (4 s), what is under way (1.5 s) and a page that hangs (5 s), on a busy machine. */
const endMs = 25_000;

/** Holds the window back until it is watched. */
const held = path.join(root, 'e2e/held.cjs');

/** What is started; `before` the program itself only by those who watch it. */
export const commandLine = (
  folder: string,
  flags: readonly string[],
  before: readonly string[] = [],
): string[] => [
  ...sandbox,
  ...before,
  // Another build of the same program, such as a packed one, may be tried in place of this tree's.
  process.env['EARSHOT_APP'] ?? root,
  `--data-folder=${folder}`,
  ...flags,
];

/** Signs as ^AB, whoever runs the tests. */
export const environment = (): Record<string, string> => ({
  ...Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  ),
  USER: 'Alex Berg',
  LANG: 'en_GB.UTF-8',
  TZ: 'UTC',
  // What a desk keeps away from its data is kept away from this machine's own too.
  XDG_STATE_HOME: path.join(tmpdir(), 'earshot-journeys-state'),
});

let known: string | undefined;
export const electronPath = (): string => {
  known ??=
    process.env['EARSHOT_ELECTRON'] ??
    execFileSync(process.execPath, [path.join(root, 'scripts/prepare/main.ts'), '--print-electron'], {
      encoding: 'utf8',
    }).trim();
  return known;
};

/** Chromium refuses its own sandbox to root. The window's sandbox is a setting of its own and stays on. */
const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

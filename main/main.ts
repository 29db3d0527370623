import path from 'node:path';
import { setImmediate as turn, setTimeout as sleep } from 'node:timers/promises';
import { app, dialog } from 'electron';
import { AppError } from '../shared/errors.ts';
import { readArguments } from './shell/arguments.ts';
import { offerContextMenu } from './shell/context-menu.ts';
import { listenForLinks } from './shell/deep-link.ts';
import { openDoor } from './shell/ipc.ts';
import { log, logTo } from './shell/log.ts';
import type { Program } from './shell/program.ts';
import { origin } from './shell/security/asset-path.ts';
import { lockDown, refusePermissions } from './shell/security/lockdown.ts';
import { registerScheme, serveWindow, type Served } from './shell/security/protocol.ts';
import { createWindows, type Windows } from './shell/windows.ts';

// What must happen before `ready`, then the windows, then the program behind them.
const asked = readArguments(process.argv);
app.setPath(
  'userData',
  asked.dataFolder ? path.resolve(asked.dataFolder) : path.join(app.getPath('appData'), 'Earshot'),
);
const folder = app.getPath('userData');
logTo(path.join(folder, 'logs', 'earshot.log'));
log.info(`Earshot ${app.getVersion()} on Electron ${process.versions['electron']} starts`);
process.on('uncaughtException', (error) => log.error('uncaught', error));
process.on('unhandledRejection', (error) => log.error('unhandled', error));
// A root user's test machine has to say --no-sandbox; the window itself stays sandboxed by its own setting.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
registerScheme();
lockDown();

let program: Program | undefined;
const longestMs = 1000;

// Bound to the data folder: one program writes one desk; a second start brings the first to the front.
if (asked.verifyLog !== null) {
  app.whenReady().then(verify).catch(refuse);
} else if (app.requestSingleInstanceLock()) {
  const links = listenForLinks();
  links.read(process.argv);
  app.on('second-instance', (_event, words) => {
    links.read(words);
    const window = program?.front();
    if (window?.isMinimized()) window.restore();
    window?.focus();
  });
  app.on('window-all-closed', () => app.quit());
  app
    .whenReady()
    .then(start)
    .then((opened) => links.open((from) => opened.ring(from)))
    .catch(refuse);
} else {
  app.quit();
}

/**
 * The window comes first: while its process starts and reads the page, what stands behind it is loaded, in parts, so that
 * the page's files are served in between (measured: a third of the time from the start to the first cards).
 */
async function start(): Promise<Program> {
  if (asked.standInPort !== null) sayInTitle('Earshot: a simulator stands in for X');
  refusePermissions();
  const served = serveWindow(
    path.join(import.meta.dirname, '../renderer'),
    async (address) => (await program?.picture(address)) ?? null,
  );
  const windows = createWindows(folder, ({ webContents }) => offerContextMenu(webContents));
  const behind = open(windows, served);
  openDoor(behind.then(({ answer }) => answer));
  windows.restore();
  program = await behind;
  return program;
}

/**
 * In parts, each while the window is busy with itself: its process comes up, it takes its page in, it compiles its script.
 * The desk's file is opened last, and whoever asked meanwhile is answered then.
 */
async function open(windows: Windows, served: Served): Promise<Program> {
  await turn();
  // Node loads its `fetch` when the first request is made of it: here, and not when the page is asked for.
  void new Request(origin);
  await inTime(served.page);
  await import('../shared/api.ts');
  await inTime(served.files);
  await import('./providers/x/provider.ts');
  await turn();
  const { openBehind } = await import('./behind.ts');
  return openBehind(folder, asked, windows);
}

/** A window that never asks must not keep the desk from opening. */
function inTime(step: Promise<void>): Promise<void> {
  return Promise.race([step, sleep(longestMs)]);
}

/** For whoever is given a file, and no window: the log is read, and what is wrong with it is written to the terminal. */
async function verify(): Promise<void> {
  const { verifyOnTerminal } = await import('./shell/audit/verify.ts');
  app.exit(await verifyOnTerminal(path.resolve(asked.verifyLog ?? '')));
}

function sayInTitle(words: string): void {
  app.on('browser-window-created', (_event, window) => {
    window.on('page-title-updated', (event) => {
      event.preventDefault();
      window.setTitle(words);
    });
  });
}

function refuse(error: unknown): void {
  log.error('start failed', error);
  const why = error instanceof AppError ? error.message : `Earshot could not start: ${String(error)}`;
  process.stderr.write(`${why}\n`);
  if (!process.env['EARSHOT_PICTURE']) dialog.showErrorBox('Earshot could not start', why);
  app.exit(1);
}

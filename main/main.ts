import type { Agent } from 'node:https';
import path from 'node:path';
import { app, dialog } from 'electron';
import { AppError } from '../shared/errors.ts';
import { createXProvider } from './providers/x/provider.ts';
import { SimulatorAgent } from './providers/x/simulator-agent.ts';
import { readArguments } from './shell/arguments.ts';
import { listenForLinks } from './shell/deep-link.ts';
import { log, logTo } from './shell/log.ts';
import type { Network, Networks } from './shell/networks.ts';
import { openProgram, type Program } from './shell/program.ts';
import { ProxiedAgent } from './shell/proxy/agent.ts';
import { openProxyStore } from './shell/proxy/store.ts';
import { lockDown, refusePermissions } from './shell/security/lockdown.ts';
import { registerScheme, serveWindow } from './shell/security/protocol.ts';

// The composition root: what must happen before `ready`, then the program, then its window.
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

// Bound to the data folder: one program writes one desk; a second start brings the first to the front.
if (app.requestSingleInstanceLock()) {
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
    .then(() => links.open((from) => program?.ring(from)))
    .catch(refuse);
} else {
  app.quit();
}

function start(): void {
  const proxy = openProxyStore(folder);
  const simulated = (port: number): Network => networkBy(new SimulatorAgent(port), ['twimg.example']);
  const networks: Networks = {
    live: asked.standInPort === null ? networkBy(new ProxiedAgent(proxy.ways)) : simulated(asked.standInPort),
    practice: simulated,
  };
  if (networks.live.isSimulated) sayInTitle('Earshot: a simulator stands in for X');
  refusePermissions();
  serveWindow(
    path.join(import.meta.dirname, '../renderer'),
    async (address) => (await program?.picture(address)) ?? null,
  );
  program = openProgram(folder, asked, networks, proxy);
}

/** X by its own provider, whichever way its calls go; pictures from other hosts are a simulator's. */
function networkBy(agent: Agent, imageHosts?: readonly string[]): Network {
  const provider = createXProvider({ now: Date.now, agent, imageHosts });
  return { provider, agent, host: 'api.x.com', isSimulated: imageHosts !== undefined };
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

import { app, BrowserWindow } from 'electron';
import type { DeskSnapshot } from '../../shared/api.ts';
import { AppError } from '../../shared/errors.ts';
import { accountIdOf } from '../core/accounts/rows.ts';
import type { Handlers, ShellRequest } from '../core/core.ts';
import { readSettings } from '../core/settings.ts';
import { ProviderFailure, type Provider } from '../providers/provider.ts';
import type { Asked } from './arguments.ts';
import { offerContextMenu } from './context-menu.ts';
import { openDesk, type DeskKind, type Emit, type OpenDesk } from './desks.ts';
import { openDoor, send } from './ipc.ts';
import { log } from './log.ts';
import { popUpMenu, showMenu } from './menu.ts';
import { oncePaged } from './once-paged.ts';
import { savePicture } from './picture.ts';
import { joinPractice, signInToPractice, startPractice, type Practice } from './practice.ts';
import { openExternalSafe } from './security/external.ts';
import { cancelConnect, signInThroughBrowser } from './signin/connect.ts';
import { resumeAccounts } from './signin/resume.ts';
import { assertKeyring, memoryBox, openSecretStore } from './signin/secrets.ts';
import { makeWindow } from './window.ts';

/** How the networks are reached: the composition root knows them, the shell only their interface. */
export type Networks = {
  live: Provider;
  /** The same provider, led to a simulator on this machine. */
  practice: (port: number) => Provider;
};

/** Opens the desk that was asked for, its window, and what runs behind it. */
export const openProgram = (folder: string, asked: Asked, networks: Networks): BrowserWindow => {
  let practice: Practice | undefined;
  let practiceState: DeskSnapshot['practice'] = 'off';
  const emit: Emit = (name, payload) => {
    for (const { webContents } of BrowserWindow.getAllWindows()) send(webContents, name, payload);
  };
  const secrets = openSecretStore(folder);
  const open = (kind: DeskKind): OpenDesk => openDesk(kind, folder, emit, () => practiceState);
  let desk = open(asked.isPractice ? 'practice' : 'live');

  /** The window starts afresh on the other desk. */
  const change = async (kind: DeskKind): Promise<void> => {
    if (desk.kind === kind) return;
    const before = desk;
    desk = open(kind);
    await before.core.close();
    window.webContents.reload();
  };

  const practise = async (): Promise<number> => {
    if (practice) return practice.brands.length;
    practiceState = 'starting';
    await change('practice');
    practice = await (asked.simulatorPort === null
      ? startPractice(folder, asked.simulatorFlags)
      : joinPractice(asked.simulatorPort));
    const provider = networks.practice(practice.port);
    for (const { handle } of practice.brands) {
      const connection = await provider.connect(
        memoryBox(await signInToPractice(provider, practice, handle)),
      );
      await desk.core.run(provider, connection, true);
    }
    practiceState = 'on';
    return practice.brands.length;
  };

  const connect = async (provider: Provider, clientId: string, forThisRunOnly: boolean): Promise<string> => {
    if (!forThisRunOnly) assertKeyring();
    const given = await signInThroughBrowser(provider, clientId);
    const trial = memoryBox(given);
    const connection = await provider.connect(trial);
    if (desk.kind === 'practice') await change('live');
    if (forThisRunOnly) {
      await desk.core.run(provider, connection, false);
    } else {
      const box = secrets.box(accountIdOf(provider.id, connection.account.remoteId));
      await box.write(await trial.read());
      await desk.core.run(provider, await provider.connect(box), false);
    }
    return connection.account.handle;
  };

  const shell: Pick<Handlers, ShellRequest> = {
    'practice.start': async () => ({ accounts: await practise() }),
    'account.connect': async ({ clientId, forThisRunOnly }) => ({
      handle: await connect(networks.live, clientId, forThisRunOnly).catch(asAppError),
    }),
    'account.cancelConnect': () => {
      cancelConnect();
      return null;
    },
    'menu.open': ({ commands }) => {
      popUpMenu(window, commands, (id) => emit('command.run', { id }));
      return null;
    },
    'link.open': async ({ url }) => {
      await openExternalSafe(url);
      return null;
    },
  };
  const shown = oncePaged(() => {
    if (asked.isPractice) practise().catch((error: unknown) => fail(emit, error));
    else resumeAccounts(desk, networks.live, secrets);
  });
  openDoor(() => shown.watch({ ...desk.core.handlers, ...shell }));

  const window = makeWindow(folder, readSettings(desk.core.desk.db).theme);
  offerContextMenu(window.webContents);
  showMenu((id) => emit('command.run', { id }));
  const picture = process.env['EARSHOT_PICTURE'];
  if (picture) savePicture(window, () => desk.core.hasThreads(), picture);
  window.webContents.once('did-finish-load', shown.soon);

  let isLeaving = false;
  app.on('before-quit', (event) => {
    if (isLeaving) return;
    isLeaving = true;
    event.preventDefault();
    practice?.stop();
    void desk.core.close().finally(() => app.quit());
  });
  return window;
};

const fail = (emit: Emit, error: unknown): void => {
  log.error('practice failed', error);
  emit('desk.notice', { text: 'Practice could not start. The log has the reason.', tone: 'trouble' });
};

/** A network's failure, in the words of the desk. */
const asAppError = (error: unknown): never => {
  if (!(error instanceof ProviderFailure)) throw error;
  throw new AppError(error.kind, error.message, error.retryAt ?? undefined);
};

import { app, type BrowserWindow } from 'electron';
import type { DeskSnapshot } from '../../shared/api.ts';
import { AppError } from '../../shared/errors.ts';
import type { AgentId } from '../../shared/ids.ts';
import type { Settings } from '../../shared/settings.ts';
import { accountIdOf } from '../core/accounts/rows.ts';
import { assertMay } from '../core/agents.ts';
import type { Handlers, ShellRequest } from '../core/core.ts';
import type { Tell } from '../core/phone/ringing.ts';
import { readSettings } from '../core/settings.ts';
import { ProviderFailure, type Provider } from '../providers/provider.ts';
import type { Asked } from './arguments.ts';
import { offerContextMenu } from './context-menu.ts';
import { openDesk, type DeskKind, type Emit, type OpenDesk } from './desks.ts';
import { openDoor, send } from './ipc.ts';
import { log } from './log.ts';
import { popUpMenu, showMenu } from './menu.ts';
import { createNotices } from './notifications.ts';
import { oncePaged } from './once-paged.ts';
import { savePicture } from './picture.ts';
import { joinPractice, signInToPractice, startPractice, type Practice } from './practice.ts';
import { openExternalSafe } from './security/external.ts';
import { cancelConnect, signInThroughBrowser } from './signin/connect.ts';
import { resumeAccounts } from './signin/resume.ts';
import { assertKeyring, memoryBox, openSecretStore } from './signin/secrets.ts';
import { createWindows, type Seat } from './windows.ts';

/** How the networks are reached: the composition root knows them, the shell only their interface. */
export type Networks = {
  live: Provider;
  /** The same provider, led to a simulator on this machine. */
  practice: (port: number) => Provider;
};

/** What runs, for those who must find its windows from outside. */
export type Program = {
  /** Where the person is, or was last. */
  front(): BrowserWindow | undefined;
  /** The telephone system announces a call from this number. */
  ring(from: string): void;
};

/** Opens the desk that was asked for, its windows, and what runs behind it. */
export const openProgram = (folder: string, asked: Asked, networks: Networks): Program => {
  let practice: Practice | undefined;
  let practiceState: DeskSnapshot['practice'] = 'off';
  const windows = createWindows(
    folder,
    () => readSettings(desk.core.desk.db).theme,
    ({ webContents }) => offerContextMenu(webContents),
  );
  const emit: Emit = (name, payload) => {
    for (const { webContents } of windows.all()) send(webContents, name, payload);
    if (name === 'settings.changed') showKeys((payload as Settings).keys);
  };
  /** The menu shows the keys this person has. */
  const showKeys = (keys: Settings['keys']): void => showMenu(keys, (id) => runAt(windows.front(), id));
  /** A key of a menu is meant for one window, never for all. */
  const runAt = (window: BrowserWindow | undefined, id: string): void => {
    if (window) send(window.webContents, 'command.run', { id });
  };
  const secrets = openSecretStore(folder);
  const open = (kind: DeskKind): OpenDesk => openDesk(kind, folder, emit, () => practiceState);
  let desk = open(asked.isPractice ? 'practice' : 'live');

  /** All windows start afresh on the other desk. */
  const change = async (kind: DeskKind): Promise<void> => {
    if (desk.kind === kind) return;
    const before = desk;
    desk = open(kind);
    await before.core.close();
    windows.reload();
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

  const notices = createNotices(Date.now);
  const shellFor = (seat: Seat): Pick<Handlers, ShellRequest> => ({
    'practice.start': async () => ({ accounts: await practise() }),
    'account.connect': async ({ clientId, forThisRunOnly }) => {
      assertMay({ db: desk.core.desk.db, me: personAt(seat) }, 'account.manage');
      return { handle: await connect(networks.live, clientId, forThisRunOnly).catch(asAppError) };
    },
    'account.cancelConnect': () => {
      cancelConnect();
      return null;
    },
    'menu.open': ({ commands }) => {
      popUpMenu(seat.window, commands, readSettings(desk.core.desk.db).keys, (id) => runAt(seat.window, id));
      return null;
    },
    'link.open': async ({ url }) => {
      await openExternalSafe(url);
      return null;
    },
    'window.new': () => {
      windows.add(desk.kind, personAt(seat));
      return null;
    },
    'notice.show': (notice) => {
      const { window } = seat;
      notices.show(personAt(seat), window, notice, (threadId) =>
        send(window.webContents, 'notice.opened', { threadId }),
      );
      return null;
    },
    'notice.cancel': ({ tags }) => {
      notices.cancel(personAt(seat), tags);
      return null;
    },
    'agent.switch': ({ agentId }) => {
      desk.core.assertSeat(agentId);
      windows.change(seat, desk.kind, agentId);
      return null;
    },
  });
  const shown = oncePaged(() => {
    if (asked.isPractice) practise().catch((error: unknown) => fail(emit, error));
    else resumeAccounts(desk, networks.live, secrets);
  });
  const personAt = ({ people }: Seat): AgentId => desk.core.seat(people[desk.kind]);
  /** Joined once for a person at a window: a window asks many times a second. */
  const joined = new WeakMap<Seat, { core: object; all: Handlers }>();
  const handlersAt = (seat: Seat): Handlers => {
    const core = desk.core.handlersFor(personAt(seat));
    let known = joined.get(seat);
    if (known?.core !== core) joined.set(seat, (known = { core, all: { ...core, ...shellFor(seat) } }));
    return known.all;
  };
  openDoor((contents, name) => {
    const seat = windows.seatOf(contents);
    if (name === 'desk.open') seat.people = seat.next;
    return shown.watch(handlersAt(seat));
  });

  const window = windows.restore();
  showKeys(readSettings(desk.core.desk.db).keys);
  const picture = process.env['EARSHOT_PICTURE'];
  if (picture) savePicture(window, () => desk.core.hasThreads(), picture);
  window.webContents.once('did-finish-load', shown.soon);

  let isLeaving = false;
  app.on('before-quit', (event) => {
    if (isLeaving) return;
    isLeaving = true;
    event.preventDefault();
    windows.keep();
    practice?.stop();
    void desk.core.close().finally(() => app.quit());
  });
  return {
    front: windows.front,
    ring: (from) => {
      const tell: Tell = (callFor) => {
        const window = windows.front();
        if (!window || window.webContents.isLoading()) return false;
        const who = personAt(windows.seatOf(window.webContents));
        send(window.webContents, 'call.came', callFor(who));
        return true;
      };
      desk.core.ring(from, tell).catch((error: unknown) => log.error('a call could not be announced', error));
    },
  };
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

import { app, session, type BrowserWindow, type WebContents } from 'electron';
import type { DeskSnapshot } from '../../shared/api.ts';
import { AppError } from '../../shared/errors.ts';
import type { AgentId } from '../../shared/ids.ts';
import type { Ms } from '../../shared/model.ts';
import type { Settings } from '../../shared/settings.ts';
import type { Handlers, ShellRequest } from '../core/core.ts';
import type { Tell } from '../core/phone/ringing.ts';
import { readSettings } from '../core/settings.ts';
import { answer } from './answer.ts';
import { archiveAnswers } from './archive-answers.ts';
import type { Asked } from './arguments.ts';
import type { Ways } from './backup/answers.ts';
import { openDesk, type DeskKind, type Emit, type OpenDesk } from './desks.ts';
import type { Image } from './images/fetch.ts';
import { imageCache } from './images/image-cache.ts';
import { createImages } from './images/serve.ts';
import { send, sendAll, type Answers } from './ipc.ts';
import { log } from './log.ts';
import { mayLeave } from './may-leave.ts';
import { popUpMenu, showMenu } from './menu.ts';
import type { Network, Networks } from './networks.ts';
import { createNotices } from './notifications.ts';
import { oncePaged } from './once-paged.ts';
import { savePicture } from './picture.ts';
import { joinPractice, signInToPractice, startPractice, type Practice } from './practice.ts';
import { proxyAnswers } from './proxy/answers.ts';
import type { ProxyStore } from './proxy/store.ts';
import { openExternalSafe } from './security/external.ts';
import { createAccounts } from './signin/accounts.ts';
import { memoryBox, type SecretStore } from './signin/secrets.ts';
import { createSpellChecker } from './spelling.ts';
import type { Seat, Windows } from './windows.ts';

/** What runs, for those who must find its windows from outside. */
export type Program = {
  /** Where the person is, or was last. */
  front(): BrowserWindow | undefined;
  answer: Answers;
  /** The telephone system announces a call from this number. */
  ring(from: string): void;
  /** A picture of the network, by its address in the window; null: it is none. */
  picture(address: string): Promise<Image | 'missing' | null>;
  /** Lets go of the desk's file, while the windows stay. */
  close(): Promise<void>;
};

/** Opens the desk that was asked for behind the windows that are there, and what runs behind it. */
export const openProgram = (
  folder: string,
  asked: Asked,
  windows: Windows,
  networks: Networks,
  proxy: ProxyStore,
  secrets: SecretStore,
  ways: Ways,
): Program => {
  let practice: Practice | undefined;
  let practised: Network | undefined;
  let practiceState: DeskSnapshot['practice'] = 'off';
  const emit: Emit = (name, payload) => {
    sendAll(
      windows.all().map(({ webContents }) => webContents),
      name,
      payload,
    );
    if (name === 'settings.changed') take(payload as Settings);
  };
  const spelling = createSpellChecker(session.defaultSession, process.platform);
  const take = ({ keys, spellLanguages, theme }: Settings): void => {
    windows.wear(theme);
    showKeys(keys);
    spelling.use(spellLanguages);
  };
  /** The menu shows the keys this person has. */
  const showKeys = (keys: Settings['keys']): void => showMenu(keys, (id) => runAt(windows.front(), id));
  /** A key of a menu is meant for one window, never for all. */
  const runAt = (window: BrowserWindow | undefined, id: string): void => {
    if (window) send(window.webContents, 'command.run', { id });
  };
  const isSitting = (agentId: AgentId): boolean =>
    windows.all().some(({ webContents }) => personAt(windows.seatOf(webContents)) === agentId);
  const open = (kind: DeskKind): OpenDesk => openDesk(kind, folder, emit, () => practiceState, isSitting);
  let desk = open(asked.isPractice ? 'practice' : 'live');

  /** All windows start afresh on the other desk. */
  const change = async (kind: DeskKind): Promise<void> => {
    if (desk.kind === kind) return;
    const before = desk;
    desk = open(kind);
    await before.core.close();
    windows.reload();
  };

  const signInToBrand = async (handle: string): Promise<void> => {
    if (!practice) throw new AppError('network', 'The practice network is not running.');
    practised ??= networks.practice(practice.port);
    const { provider } = practised;
    const secrets = memoryBox(await signInToPractice(provider, practice, handle));
    await desk.core.run(provider, await provider.connect(secrets), true);
  };

  const practise = async (): Promise<number> => {
    if (practice) return practice.brands.length;
    practiceState = 'starting';
    await change('practice');
    practice = await (asked.simulatorPort === null
      ? startPractice(folder, asked.simulatorFlags)
      : joinPractice(asked.simulatorPort));
    for (const { handle } of practice.brands) await signInToBrand(handle);
    practiceState = 'on';
    return practice.brands.length;
  };

  const accounts = createAccounts({
    desk: () => desk,
    toLive: () => change('live'),
    live: networks.live,
    secrets,
    practiceAgain: signInToBrand,
  });
  const images = createImages(imageCache(folder), () => {
    const { provider, agent } = (desk.kind === 'practice' ? practised : undefined) ?? networks.live;
    return { hosts: provider.can.imageHosts, agent };
  });

  const notices = createNotices(Date.now);
  const shellFor = (seat: Seat): Pick<Handlers, ShellRequest> => ({
    'practice.start': async () => ({ accounts: await practise() }),
    ...accounts.answersFor(
      () => personAt(seat),
      (began) => send(seat.window.webContents, 'account.signIn', began),
    ),
    ...archiveAnswers({
      folder,
      window: seat.window,
      as: () => ({ ...desk.core.desk, me: personAt(seat) }),
      desk: () => desk,
      ways,
    }),
    ...proxyAnswers(() => ({ ...desk.core.desk, me: personAt(seat) }), proxy, networks.live),
    'spelling.state': () => spelling.state(),
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
    take(readSettings(desk.core.desk.db));
    if (asked.isPractice) practise().catch((error: unknown) => fail(emit, error));
    else if (accounts.resume() > 0) runAt(windows.front(), 'signIns.unlock');
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
  const answersTo = (contents: WebContents, name: unknown): Handlers => {
    const seat = windows.seatOf(contents);
    if (name === 'desk.open') seat.people = seat.next;
    return shown.watch(handlersAt(seat));
  };

  windows.wear(readSettings(desk.core.desk.db).theme);
  const window = windows.front();
  const picture = process.env['EARSHOT_PICTURE'];
  if (window && picture) savePicture(window, () => desk.core.hasThreads(), picture);
  if (window?.webContents.isLoadingMainFrame()) window.webContents.once('did-finish-load', shown.soon);
  else shown.soon();

  /** Of a file that can't be read any more nobody is asked anything: the program has to end all the same. */
  const leavingSoon = (): readonly { at: Ms }[] => {
    try {
      return desk.core.toLeaveSoon();
    } catch (error) {
      log.error('what leaves soon could not be read', error);
      return [];
    }
  };
  let state: 'open' | 'leaving' | 'closed' = 'open';
  const leave = async (): Promise<void> => {
    if (!picture && !mayLeave(windows.front(), leavingSoon())) {
      state = 'open';
      if (windows.all().length === 0) windows.restore();
      return;
    }
    try {
      await windows.end();
      practice?.stop();
      await desk.core.close();
    } catch (error) {
      log.error('not all was closed in order', error);
    }
    log.info('the desk is closed');
    state = 'closed';
    // All is on disk by now: whatever does not end keeps nobody waiting.
    setTimeout(() => app.exit(0), lastMs);
    app.quit();
  };
  const onQuit = (event: { preventDefault(): void }): void => {
    if (state === 'closed') return;
    event.preventDefault();
    if (state === 'leaving') return;
    state = 'leaving';
    // In a turn of its own: whoever says it may stand in the middle of a query.
    setImmediate(() => void leave());
  };
  app.on('before-quit', onQuit);
  return {
    front: windows.front,
    answer: async (from, isOurs, name, input) => {
      const reply = await answer(() => answersTo(from, name), isOurs, name, input);
      if (!reply.ok && reply.error.code === 'damaged') desk.core.upkeep.noticed();
      return reply;
    },
    async close() {
      app.off('before-quit', onQuit);
      practice?.stop();
      await desk.core.close();
      await desk.core.letGo();
    },
    picture: images,
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

/** What is left of a program whose windows and desk are closed ends in a tenth of a second. */
const lastMs = 5000;

const fail = (emit: Emit, error: unknown): void => {
  log.error('practice failed', error);
  emit('desk.notice', { text: 'Practice could not start. The log has the reason.', tone: 'trouble' });
};

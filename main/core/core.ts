import type { DeskSnapshot, EventName, Events, Output, Parsed, RequestName } from '../../shared/api.ts';
import type { AgentId } from '../../shared/ids.ts';
import type { AccountState } from '../../shared/model.ts';
import { openDb } from '../db/open.ts';
import type { Connection, Provider } from '../providers/provider.ts';
import { attach } from './accounts/connect.ts';
import { accountOf, allAccounts } from './accounts/rows.ts';
import { firstAgent, getOnRoster, seatFor } from './agents.ts';
import { createAnnouncer } from './announcer.ts';
import { drain } from './assignment/drain.ts';
import { giveBack } from './assignment/returned.ts';
import { createTicker, type Chore } from './chores.ts';
import { recountClocks } from './clocks/recount.ts';
import { watchClocks } from './clocks/watch.ts';
import type { Desk } from './desk.ts';
import { deskHandlers, type Surroundings } from './handlers.ts';
import { quarantined } from './ingest/quarantine.ts';
import { recover } from './outbox/send.ts';
import { settleBatons } from './people/baton.ts';
import { returnFromOffDuty } from './people/returning.ts';
import { forgetNumbers, remindOfCalls } from './phone/chores.ts';
import type { Softphone } from './phone/dial.ts';
import { createRinging, type Ringing } from './phone/ringing.ts';
import { createRunner, type Runner } from './poller/runner.ts';
import { recount } from './queues/recount.ts';
import { waking } from './threads/wake.ts';

export type Handler<N extends RequestName> = (input: Parsed<N>) => Output<N> | Promise<Output<N>>;
export type Handlers = { [N in RequestName]: Handler<N> };
/** What only the shell can answer: browsers, processes, keychains. */
export type ShellRequest =
  | 'practice.start'
  | 'account.connect'
  | 'account.cancelConnect'
  | 'menu.open'
  | 'link.open'
  | 'window.new'
  | 'agent.switch'
  | 'notice.show'
  | 'notice.cancel';

export type Core = {
  readonly desk: Desk;
  /** For the desk's first person. */
  readonly handlers: Omit<Handlers, ShellRequest>;
  /** The same requests, answered for one person on the roster: several may sit at windows of one desk. */
  handlersFor(agentId: AgentId): Omit<Handlers, ShellRequest>;
  /** Who sits at a window that was left by this person: they, or the first person, or whoever is on the roster still. */
  seat(agentId: AgentId | undefined): AgentId;
  /** Throws `not-found` unless this person is on the roster. */
  assertSeat(agentId: AgentId): void;
  /** Reads and sends for one signed-in account from now on. Attaching the same account again replaces its connection. */
  run(provider: Provider, connection: Connection, isPractice: boolean): Promise<void>;
  hasThreads(): boolean;
  /** The telephone system announces a call from this number. */
  ring: Ringing['ring'];
  /** Nothing new is begun; resolves when what was under way has ended, or after a short patience. */
  close(): Promise<void>;
};

export type World = {
  /** The database file; made when it is not there. */
  file: string;
  now: () => number;
  random: () => number;
  /** Who is signed in to the machine: the first name on a new desk. */
  personName: string;
  emit: <N extends EventName>(name: N, payload: Events[N]) => void;
  onTrouble: (error: unknown) => void;
  about: Pick<DeskSnapshot, 'version' | 'platform'>;
  practice: () => DeskSnapshot['practice'];
  softphone: Softphone;
};

/** What the desk does by itself. */
const chores: readonly Chore[] = [
  waking,
  returnFromOffDuty,
  forgetNumbers,
  remindOfCalls,
  recount,
  giveBack,
  drain,
  recountClocks,
  watchClocks,
];

/** Requests to a network may take their time; closing does not wait longer than this for them. */
const patienceMs = 1500;

/** The whole program without a window: opens a database, answers requests, runs accounts. Throws as `openDb` does. */
export const openCore = (world: World): Core => {
  const { now, random, onTrouble } = world;
  const db = openDb(world.file);
  const runners = new Map<string, Runner>();
  const accounts = (): AccountState[] =>
    allAccounts(db).map((row) => ({
      account: accountOf(row),
      streams: runners.get(row.id)?.states ?? [],
      quarantined: quarantined(db, row.id),
    }));
  const announcer = createAnnouncer(db, world.emit, accounts);
  const onCommit: Desk['onCommit'] = (touched) => {
    announcer.touched(touched);
    ticker.soon();
  };
  const me = firstAgent(db, now, world.personName);
  const desk: Desk = { db, now, random, me, onTrouble, onCommit };
  const ticker = createTicker(desk, chores);
  for (const { id } of allAccounts(db)) recover(desk, id);
  settleBatons(desk);
  ticker.start();

  const ringing = createRinging(desk);
  const around: Surroundings = {
    ringing,
    softphone: world.softphone,
    accounts,
    emit: world.emit,
    about: () => ({ ...world.about, practice: world.practice() }),
    hurry: (accountId, what) => {
      for (const runner of runners.values()) {
        if (accountId === null || runner.accountId === accountId) runner.hurry(what);
      }
    },
  };
  const byPerson = new Map<AgentId, Core['handlers']>();
  const handlersFor: Core['handlersFor'] = (agentId) => {
    let handlers = byPerson.get(agentId);
    if (!handlers) byPerson.set(agentId, (handlers = deskHandlers({ ...desk, me: agentId }, around)));
    return handlers;
  };

  return {
    desk,
    handlers: handlersFor(me),
    handlersFor,
    seat: (agentId) => seatFor(db, me, agentId),
    assertSeat: (agentId) => void getOnRoster(db, agentId),
    async run(provider, connection, isPractice) {
      const { id } = attach(desk, provider.id, connection, isPractice);
      await runners.get(id)?.stop();
      const runner = createRunner(desk, id, connection, provider.can.streams, announcer.accountsChanged);
      runners.set(id, runner);
      runner.start();
    },
    ring: ringing.ring,
    hasThreads: () => db.raw.open && db.find('SELECT 1 FROM threads LIMIT 1') !== undefined,
    async close() {
      const ended = Promise.all([...runners.values()].map((runner) => runner.stop()));
      await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, patienceMs))]);
      ticker.stop();
      announcer.stop();
      db.close();
    },
  };
};

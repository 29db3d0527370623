import type { DeskSnapshot, EventName, Events, Output, Parsed, RequestName } from '../../shared/api.ts';
import type { SignInRequest } from '../../shared/api/accounts.ts';
import type { SafetyRequest } from '../../shared/api/backup.ts';
import type { AgentId, JobId } from '../../shared/ids.ts';
import type { AccountState, Ms } from '../../shared/model.ts';
import type { Db } from '../db/db.ts';
import { openDb, openReader } from '../db/open.ts';
import type { Capabilities, Connection, Provider } from '../providers/provider.ts';
import { attach } from './accounts/connect.ts';
import { directionsOf } from './accounts/directions.ts';
import { accountOf, allAccounts, connectedAccounts } from './accounts/rows.ts';
import { firstAgent, getOnRoster, seatFor } from './agents.ts';
import { createAlertWatch } from './alerts/watch.ts';
import { createAnnouncer } from './announcer.ts';
import type { AuditExport } from './audit/auditing.ts';
import { createHeads, type HeadPlace } from './audit/heads.ts';
import { createLooks } from './audit/looks.ts';
import { createUpkeep, type Upkeep } from './backup/upkeep.ts';
import { createTicker } from './chores.ts';
import { newId, type Desk } from './desk.ts';
import type { Exporting } from './export/exporting.ts';
import { deskHandlers, type Surroundings } from './handlers.ts';
import { quarantined } from './ingest/quarantine.ts';
import { createJobs } from './jobs/jobs.ts';
import { longHere, type LongWorks } from './jobs/long.ts';
import { pagesWithKeeper, type Keeper } from './keeper.ts';
import { sendBeforeTheEnd } from './outbox/last-moment.ts';
import { recover } from './outbox/send.ts';
import { settleBatons } from './people/baton.ts';
import type { Softphone } from './phone/dial.ts';
import { createRinging, type Ringing } from './phone/ringing.ts';
import { createRunner, type Runner } from './poller/runner.ts';
import { spentOn } from './poller/spending.ts';
import { toLeaveSoon } from './schedules/leave.ts';
import { searchHere, type Searching } from './search/searching.ts';
import { sweepFiles } from './uploads/sweep.ts';

export type Handler<N extends RequestName> = (input: Parsed<N>) => Output<N> | Promise<Output<N>>;
export type Handlers = { [N in RequestName]: Handler<N> };
/** What only the shell can answer: browsers, processes, keychains. */
export type ShellRequest =
  | 'practice.start'
  | SignInRequest
  | SafetyRequest
  | 'menu.open'
  | 'spelling.state'
  | 'link.open'
  | 'window.new'
  | 'agent.switch'
  | 'notice.show'
  | 'notice.cancel'
  | 'export.start'
  | 'audit.export'
  | 'job.reveal'
  | 'import.choose'
  | 'import.saveReport';

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
  run(
    provider: Provider,
    connection: Connection,
    isPractice: boolean,
    clientId?: string | null,
  ): Promise<void>;
  /** Nothing is read or sent for an account any more, until it is run again; resolves when what was under way has ended. */
  halt(accountId: string): Promise<void>;
  hasThreads(): boolean;
  /** Takes threads out of the desk for one person; where to is the shell's to ask. */
  exporting(agentId: AgentId): Promise<Exporting>;
  /** The same for the log: who may is asked first, then where to. */
  auditing(agentId: AgentId): Promise<Auditing>;
  /** The telephone system announces a call from this number. */
  ring: Ringing['ring'];
  readonly upkeep: Upkeep;
  /** When what this machine was to send within a day would leave. */
  toLeaveSoon(): readonly { at: Ms }[];
  /** Nothing new is begun; resolves when what was under way has ended, or after a short patience. */
  close(): Promise<void>;
  /** After `close`, before the file is moved: resolves when no thread has it open any more, however long that takes. */
  letGo(): Promise<void>;
};

/** Takes the log out of the desk. */
export type Auditing = {
  assertMay(asked: AuditExport): void;
  start(asked: AuditExport, file: string): JobId;
};

export type World = {
  /** The database file; made when it is not there. */
  file: string;
  now: () => number;
  random: () => number;
  /** Who is signed in to the machine: the first name on a new desk. */
  personName: string;
  /** The machine, by the name people know it by. */
  machine: string;
  emit: <N extends EventName>(name: N, payload: Events[N]) => void;
  onTrouble: (error: unknown) => void;
  about: Pick<DeskSnapshot, 'version' | 'platform'>;
  practice: () => DeskSnapshot['practice'];
  softphone: Softphone;
  /** Who searches a desk's file; absent: the desk itself, shortly. */
  searching?: (file: string) => Searching;
  /** Who checkpoints a desk's file and indexes it; absent: the desk itself. */
  keeper?: (file: string) => Keeper;
  /** Where the newest rows of a desk's log are kept apart from it; absent: nowhere. */
  heads?: (file: string) => HeadPlace;
  /** Who runs long works on a desk's file; absent: the desk's own thread. */
  long?: (file: string) => LongWorks;
  /** Backed up daily and checked weekly; absent: neither by itself. */
  isKept?: boolean;
  /** Who sits at a window now; absent: that is not known, and nobody is taken for gone. */
  isSitting?: (agentId: AgentId) => boolean;
};

/** What was sent and waits for second thoughts gets so long to leave before the program ends. */
const lastMomentMs = 4000;
/** Requests to a network may take their time; closing does not wait longer than this for them. */
const patienceMs = 1500;
const orLater = (ended: Promise<unknown>): Promise<unknown> =>
  Promise.race([ended, new Promise((resolve) => setTimeout(resolve, patienceMs))]);

/** The whole program without a window: opens a database, answers requests, runs accounts. Throws as `openDb` does. */
export const openCore = (world: World): Core => {
  const db = openDb(world.file);
  try {
    return coreOn(db, world);
  } catch (error) {
    // A file that is damaged further in: whoever deals with it must be able to move it.
    db.close();
    throw error;
  }
};

const coreOn = (db: Db, world: World): Core => {
  const { now, random, onTrouble } = world;
  const runners = new Map<string, Runner>();
  const connections = new Map<string, Connection>();
  const cans = new Map<string, Capabilities>();
  const accounts = (): AccountState[] =>
    connectedAccounts(db).map((row) => ({
      account: accountOf(row),
      streams: runners.get(row.id)?.states ?? [],
      directions: directionsOf(db, row.id),
      spentMicros: spentOn(db, row.id, now()),
      quarantined: quarantined(db, row.id),
    }));
  const announcer = createAnnouncer(db, world.emit, accounts);
  const onCommit: Desk['onCommit'] = (touched) => {
    announcer.touched(touched);
    ticker.soon();
  };
  const me = firstAgent(db, now, world.personName);
  const desk: Desk = { db, now, random, machine: world.machine, me, onTrouble, onCommit };
  const jobs = createJobs({
    now,
    newId: () => newId(desk),
    changed: (all) => world.emit('jobs.changed', all),
    onTrouble,
  });
  const long = world.long?.(world.file) ?? longHere(() => openReader(world.file));
  const isKept = world.isKept ?? false;
  const say = (text: string): void => world.emit('desk.notice', { text, tone: 'trouble' });
  const upkeep = createUpkeep(desk, { jobs, long, isBackedUp: isKept, say });
  const kept = isKept ? upkeep.chores : [];
  const heads = createHeads(desk, world.heads?.(world.file) ?? null);
  const ticker = createTicker(desk, async () => {
    const { chores, exportsSwept, importsRecovered, indexing } = await import('./chore-list.ts');
    exportsSwept(desk);
    importsRecovered(desk);
    return [heads.chore, ...chores, ...(world.keeper ? [] : [indexing]), createAlertWatch(accounts), ...kept];
  });
  for (const { id } of allAccounts(db)) recover(desk, id);
  sweepFiles(desk);
  settleBatons(desk);
  ticker.start();

  const ringing = createRinging(desk);
  const searching = world.searching?.(world.file) ?? searchHere(db);
  const looks = createLooks(desk);
  const around: Surroundings = {
    looks,
    heads,
    ringing,
    searching,
    jobs,
    long,
    upkeep,
    softphone: world.softphone,
    isSitting: world.isSitting ?? (() => true),
    accounts,
    emit: world.emit,
    about: () => ({ ...world.about, practice: world.practice() }),
    glance: (threadId) => {
      const account = db.find<{ id: string }>('SELECT account_id AS id FROM threads WHERE id = ?', threadId);
      if (account) runners.get(account.id)?.glance(threadId);
    },
    connection: (accountId) => connections.get(accountId),
    can: (accountId) => cans.get(accountId),
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

  // Last: whoever finds the file damaged up there must be able to move it.
  const keeper = world.keeper?.(world.file);
  if (keeper) db.raw.pragma(`wal_autocheckpoint = ${pagesWithKeeper}`);

  return {
    desk,
    handlers: handlersFor(me),
    handlersFor,
    seat: (agentId) => seatFor(db, me, agentId),
    assertSeat: (agentId) => void getOnRoster(db, agentId),
    async run(provider, connection, isPractice, clientId = null) {
      const { id } = attach(desk, provider.id, connection, isPractice, clientId);
      connections.set(id, connection);
      cans.set(id, provider.can);
      await runners.get(id)?.stop();
      const { version } = world.about;
      const runner = createRunner(
        desk,
        id,
        connection,
        provider.can.streams,
        announcer.accountsChanged,
        version,
      );
      runners.set(id, runner);
      runner.start();
    },
    async halt(accountId) {
      const runner = runners.get(accountId);
      runners.delete(accountId);
      connections.delete(accountId);
      cans.delete(accountId);
      await runner?.stop();
      announcer.accountsChanged();
    },
    upkeep,
    ring: ringing.ring,
    async exporting(agentId) {
      const { exportingFor } = await import('./export/exporting.ts');
      return exportingFor({ ...desk, me: agentId }, { jobs, long, version: world.about.version });
    },
    async auditing(agentId) {
      const { assertMayExportAudit, exportAudit } = await import('./audit/auditing.ts');
      const at = { ...desk, me: agentId };
      return {
        assertMay: (asked) => assertMayExportAudit(at, asked),
        start: (asked, file) => exportAudit(at, around, asked, file),
      };
    },
    hasThreads: () => db.raw.open && db.find('SELECT 1 FROM threads LIMIT 1') !== undefined,
    toLeaveSoon: () => (db.raw.open ? toLeaveSoon(desk) : []),
    async close() {
      if (!db.raw.open) return;
      await orLater(jobs.close());
      const hurry = (): void => runners.forEach((runner) => runner.hurry('send'));
      await sendBeforeTheEnd(desk, [...runners.keys()], hurry, lastMomentMs);
      const ended = Promise.all([...runners.values()].map((runner) => runner.stop()));
      await orLater(ended);
      ticker.stop();
      announcer.stop();
      await searching.close();
      looks.close();
      heads.keep();
      if (keeper) await orLater(keeper.close());
      db.close();
    },
    async letGo() {
      await Promise.all([long.close(), searching.close(), keeper?.close()]);
    },
  };
};

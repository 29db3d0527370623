import path from 'node:path';
import { AppError } from '../../../shared/errors.ts';
import type { AgentId, JobId } from '../../../shared/ids.ts';
import type { Ms } from '../../../shared/model.ts';
import type { Chore } from '../chores.ts';
import type { Desk } from '../desk.ts';
import type { Jobs, Outcome, Progress } from '../jobs/jobs.ts';
import type { LongWorks } from '../jobs/long.ts';
import { nameAt, readKeeping } from './places.ts';
import { rotate } from './rotate.ts';
import { lastRun, noteRun } from './rows.ts';

/** Makes the daily backup and the weekly check by itself, and both when somebody asks. */
export type Upkeep = {
  readonly chores: readonly Chore[];
  /** Null: this desk is not backed up. */
  nextAt(): Ms | null;
  /** @throws AppError not-allowed while one is being made. */
  backUp(by: AgentId): JobId;
  check(by: AgentId | null): JobId;
  /** Makes a file of a backup that can take the desk's place; the desk goes on meanwhile. Returns it. */
  prepareRestore(name: string, by: AgentId): Promise<string>;
  /** Something that was read of the file was damaged. */
  noticed(): void;
  damagedAt(): Ms | null;
};

type World = {
  jobs: Jobs;
  long: LongWorks;
  /** False for invented customers: nothing of them is worth keeping. */
  isBackedUp: boolean;
  say(words: string): void;
};

const dayMs = 86_400_000;
/** At a start everybody wants the disk. */
const afterStartMs = 5 * 60_000;
/** What did not work out (a full disk, a folder on a disk that is not there) is tried again. */
const againMs = 3_600_000;
/** While somebody is at work it waits for a pause, so long at most. */
const pauseMs = 30_000;
const patienceMs = 30 * 60_000;

export const createUpkeep = (desk: Desk, { jobs, long, isBackedUp, say }: World): Upkeep => {
  const { db, now } = desk;
  const startedAt = now();
  let damagedAt: Ms | null = null;
  let running: { backup?: JobId; check?: JobId } = {};
  /** When a chore that found everybody busy looks again. */
  const lookAt = { backup: 0, check: 0 };

  const due = (kind: 'backup' | 'check', everyMs: Ms): Ms => {
    if (running[kind] !== undefined) return Infinity;
    const done = lastRun(db, kind, kind === 'backup');
    const tried = lastRun(db, kind);
    const again = tried && !tried.isOk && kind === 'backup' ? tried.at + againMs : 0;
    return Math.max(startedAt + afterStartMs, done === null ? 0 : done.at + everyMs, again);
  };

  const start = (
    kind: 'backup' | 'check',
    title: string,
    by: AgentId | null,
    work: (progress: Progress) => Promise<Outcome & { isOk: boolean }>,
  ): JobId => {
    const id = jobs.start({ kind, title, unit: 'steps', by }, async (progress) => {
      try {
        const { isOk, ...outcome } = await work(progress);
        if (outcome.state === 'done') noteRun(desk, kind, by ?? 'desk', isOk, outcome.outcome);
        return outcome;
      } catch (error) {
        if (error instanceof AppError) {
          say(error.message);
          noteRun(desk, kind, by ?? 'desk', false, error.message);
        }
        throw error;
      } finally {
        running = { ...running, [kind]: undefined };
      }
    });
    running = { ...running, [kind]: id };
    return id;
  };

  const backUp = (by: AgentId | null): JobId => {
    if (!isBackedUp)
      throw new AppError('not-allowed', 'Practice is not backed up: its customers are invented.');
    if (running.backup !== undefined) throw new AppError('not-allowed', 'A backup is being made already.');
    return start('backup', 'Backup of this desk', by, async ({ report, signal }) => {
      const { folder, ...keep } = readKeeping(db.file);
      const name = nameAt(now());
      const copied = await long.run('copy', { folder, name }, { report, signal });
      if (copied.isStopped)
        return { state: 'stopped', outcome: 'Stopped. Nothing was kept of it.', isOk: false };
      const removed = rotate(folder, keep);
      const count = copied.facts?.messages ?? 0;
      const outcome =
        `${count.toLocaleString('en')} ${count === 1 ? 'message' : 'messages'}, ${(copied.bytes / 1_000_000).toFixed(1)} MB, read back whole.` +
        (removed === 0 ? '' : ` ${removed} older ${removed === 1 ? 'one was' : 'ones were'} removed.`);
      return { state: 'done', outcome, file: path.join(folder, name), isOk: true };
    });
  };

  const check = (by: AgentId | null): JobId => {
    if (running.check !== undefined) throw new AppError('not-allowed', 'The file is being checked already.');
    return start('check', 'Check of this desk’s file', by, async ({ report, signal }) => {
      report(0, 1);
      // Looking through a gigabyte can't be stopped half-way: whoever ends the program does not wait for it.
      const found = await Promise.race([long.run('check', null), untilAborted(signal)]);
      if (found === null) return { state: 'stopped', outcome: 'Stopped before the end.', isOk: false };
      const { faults } = found;
      if (faults.length === 0) return { state: 'done', outcome: 'The file is whole.', isOk: true };
      damagedAt ??= now();
      const outcome = `The file is damaged: ${faults.slice(0, 3).join('; ')}${faults.length > 3 ? ' …' : ''}.`;
      say(`${outcome} ${whatToDo}`);
      return { state: 'done', outcome, isOk: false };
    });
  };

  /** Somebody did something a moment ago. */
  const isBusy = (): boolean =>
    jobs.list().some(({ state }) => state === 'running') ||
    db.find(
      'SELECT 1 FROM (SELECT agent, at FROM changes ORDER BY seq DESC LIMIT 50) c JOIN agents a ON a.id = c.agent ' +
        'WHERE c.at > ? LIMIT 1',
      now() - pauseMs,
    ) !== undefined;

  const chore = (kind: 'backup' | 'check', everyMs: Ms, run: () => void): Chore => ({
    name: `desk.${kind}`,
    apartMs: pauseMs,
    dueAt: () => (kind === 'backup' && !isBackedUp ? Infinity : Math.max(due(kind, everyMs), lookAt[kind])),
    run() {
      const late = now() - due(kind, everyMs);
      if (late < patienceMs && isBusy()) lookAt[kind] = now() + pauseMs;
      else run();
    },
  });

  return {
    chores: [
      chore('backup', dayMs, () => void backUp(null)),
      chore('check', 7 * dayMs, () => void check(null)),
    ],
    nextAt: () => (isBackedUp ? Math.min(due('backup', dayMs), now() + dayMs) : null),
    backUp,
    check,
    prepareRestore: (name, by) => long.run('prepareRestore', { deskFile: db.file, name, at: now(), by }),
    noticed() {
      if (damagedAt !== null) return;
      damagedAt = now();
      if (running.check === undefined) check(null);
    },
    damagedAt: () => damagedAt,
  };
};

const untilAborted = (signal: AbortSignal): Promise<null> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve(null);
    signal.addEventListener('abort', () => resolve(null), { once: true });
  });

const whatToDo = 'Settings, Backup and repair, says what can be done.';

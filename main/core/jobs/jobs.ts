import { AppError } from '../../../shared/errors.ts';
import type { AgentId, JobId } from '../../../shared/ids.ts';
import type { Job, JobKind, Ms } from '../../../shared/model.ts';

/** What a job is given to say how far it is, and to hear that it is to end. */
export type Progress = {
  /** @param of null: nobody knows yet. */
  report(done: number, of: number | null): void;
  /** Aborted: end at the next step with `stopped`, leaving nothing half done. */
  signal: AbortSignal;
};

export type Outcome = {
  state: 'done' | 'stopped';
  /** In words. */
  outcome: string;
  file?: string | null;
};

export type Asked = { kind: JobKind; title: string; unit: string; by: AgentId | null };

export type Jobs = {
  /** What `work` throws as an AppError is its outcome in words; anything else is told to `onTrouble`. */
  start(asked: Asked, work: (progress: Progress) => Promise<Outcome>): JobId;
  list(): readonly Job[];
  /** @throws AppError not-found */
  stop(id: JobId): void;
  /** @throws AppError not-found, or not-allowed while it runs. */
  dismiss(id: JobId): void;
  /** Resolves when a job has ended, however it did. */
  ended(id: JobId): Promise<void>;
  /** Stops all that run; resolves when they have ended. */
  close(): Promise<void>;
};

type World = {
  now: () => Ms;
  newId: () => string;
  /** Told of every change, at most every `everyMs` while one only gets on. */
  changed(jobs: readonly Job[]): void;
  onTrouble(error: unknown): void;
};

/** Often enough to look like movement, seldom enough to cost nothing. */
const everyMs = 200;
/** What has ended and nobody put away. */
const keptEnded = 20;

type Running = { stop: AbortController; ended: Promise<void> };

/** Jobs live as long as the program: what must outlive it is kept by its own room. */
export const createJobs = ({ now, newId, changed, onTrouble }: World): Jobs => {
  let jobs: readonly Job[] = [];
  const running = new Map<JobId, Running>();
  let soon: ReturnType<typeof setTimeout> | undefined;

  const tell = (): void => {
    clearTimeout(soon);
    soon = undefined;
    changed(jobs);
  };
  const patch = (id: JobId, by: Partial<Job>): void => {
    jobs = jobs.map((job) => (job.id === id ? { ...job, ...by } : job));
  };
  const end = (id: JobId, by: Pick<Job, 'state' | 'outcome'> & Partial<Job>): void => {
    running.delete(id);
    patch(id, by);
    const ended = jobs.filter(({ id: other }) => !running.has(other)).slice(keptEnded);
    jobs = jobs.filter((job) => !ended.includes(job));
    tell();
  };
  const find = (id: JobId): Job => {
    const job = jobs.find((one) => one.id === id);
    if (!job) throw new AppError('not-found', 'That has ended, and was put away.');
    return job;
  };

  const jobOf = {
    start(asked: Asked, work: (progress: Progress) => Promise<Outcome>): JobId {
      const id = newId() as JobId;
      const stop = new AbortController();
      const fresh = { state: 'running', outcome: null, file: null, done: 0, of: null } as const;
      jobs = [{ id, ...asked, beganAt: now(), ...fresh }, ...jobs];
      const report: Progress['report'] = (done, of) => {
        patch(id, { done, of });
        soon ??= setTimeout(tell, everyMs);
      };
      const run = async (): Promise<void> => {
        try {
          const { state, outcome, file = null } = await work({ report, signal: stop.signal });
          end(id, { state, outcome, file });
        } catch (error) {
          if (!(error instanceof AppError)) onTrouble(error);
          const why = error instanceof Error ? error.message : String(error);
          const outcome = error instanceof AppError ? why : `It ended with an error: ${why}`;
          end(id, { state: 'failed', outcome });
        }
      };
      // Begun in a turn of its own, so that whoever asked has the id first.
      running.set(id, { stop, ended: Promise.resolve().then(run) });
      tell();
      return id;
    },
    list: () => jobs,
    stop(id: JobId) {
      if (find(id).state !== 'running') return;
      patch(id, { state: 'stopping' });
      running.get(id)?.stop.abort();
      tell();
    },
    dismiss(id: JobId) {
      find(id);
      if (running.has(id)) throw new AppError('not-allowed', 'It still runs. Stop it first.');
      jobs = jobs.filter((job) => job.id !== id);
      tell();
    },
    async ended(id: JobId) {
      await running.get(id)?.ended;
    },
    async close() {
      const all = [...running.values()];
      for (const { stop } of all) stop.abort();
      await Promise.all(all.map(({ ended }) => ended));
      clearTimeout(soon);
    },
  };
  return jobOf;
};

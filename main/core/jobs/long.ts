import type { Db } from '../../db/db.ts';
import type { Works } from './works.ts';

/** What a work is given: a connection that only reads, and whom to tell how far it is. */
export type LongProgress = {
  report(done: number, of: number | null): void;
  /** False: somebody stopped it; end at once, leaving nothing half done. */
  goesOn(): boolean;
};

/** Reads much on a connection of its own, and may write files, never the desk's database. Input and answer are plain values. */
export type LongWork<I, A> = (db: Db, input: I, progress: LongProgress) => A | Promise<A>;

export type WorkName = keyof Works;
export type WorkInput<N extends WorkName> = Parameters<Works[N]>[1];
export type WorkAnswer<N extends WorkName> = Answers[N];
type Answers = { [N in WorkName]: Awaited<ReturnType<Works[N]>> };

/** Whoever runs long works: a thread each in the program, the desk's own in tests. */
export type LongWorks = {
  /** Rejects with what the work threw; an AppError keeps its code and words. */
  run<N extends WorkName>(name: N, input: WorkInput<N>, watch?: Watch): Promise<WorkAnswer<N>>;
  /** Ends those that run, whose promises reject; resolves when nobody has the file open. Looking through it all can't be cut short. */
  close(): Promise<void>;
};

export type Watch = { report?(done: number, of: number | null): void; signal?: AbortSignal };

/** Where there is no other thread. */
export const longHere = (open: () => Db): LongWorks => ({
  async run(name, input, { report = () => {}, signal } = {}) {
    const db = open();
    try {
      return await runWork(db, name, input, { report, goesOn: () => signal?.aborted !== true });
    } finally {
      db.close();
    }
  },
  close: () => Promise.resolve(),
});

export const runWork = async <N extends WorkName>(
  db: Db,
  name: N,
  input: WorkInput<N>,
  progress: LongProgress,
): Promise<WorkAnswer<N>> => {
  // Loaded where they run: the desk itself starts without them.
  const { works } = await import('./works.ts');
  // The table pairs each name with its input and answer; the compiler can't follow a name met at run time.
  const work = works[name] as unknown as LongWork<WorkInput<N>, WorkAnswer<N>>;
  return work(db, input, progress);
};

import { randomBytes } from 'node:crypto';
import type { ExportAsked } from '../../../shared/api/export.ts';
import { AppError } from '../../../shared/errors.ts';
import type { JobId } from '../../../shared/ids.ts';
import { assertMay } from '../agents.ts';
import type { Desk } from '../desk.ts';
import type { Jobs, Outcome, Progress } from '../jobs/jobs.ts';
import type { LongWorks } from '../jobs/long.ts';
import { jobTitle } from './job-title.ts';
import { runOnPaper } from './on-paper.ts';
import type { Paper } from './paper.ts';
import { runToFile } from './to-file.ts';
import type { ExportInput } from './write-file.ts';

export type ExportWorld = { jobs: Jobs; long: LongWorks; version: string };

/** Where to: a file, by its absolute path; null: it is printed. */
export type Destination = { file: string | null; paper: Paper };

/** Throws `not-allowed` and `not-found`, in words, and `bad-input` for what no export can be: before a place is asked for. */
export const assertMayExport = (desk: Desk, asked: ExportAsked): void => {
  assertMay(desk, asked.scope.what === 'thread' ? 'export.thread' : 'export.many');
  if (asked.isMasked && asked.format === 'jsonl') {
    throw new AppError('bad-input', 'JSON Lines are complete, and never masked. Choose CSV or PDF.');
  }
  jobTitle(desk, asked);
};

/** Begins an export for the person at this desk; what comes of it is told by its job. */
export const startExport = (
  desk: Desk,
  { jobs, long, version }: ExportWorld,
  asked: ExportAsked,
  to: Destination,
): JobId => {
  assertMayExport(desk, asked);
  const salt = randomBytes(16).toString('hex');
  const input: ExportInput = { asked, me: desk.me, now: desk.now(), program: version, salt };
  const job = { kind: 'export', title: jobTitle(desk, asked), unit: 'messages', by: desk.me } as const;
  return jobs.start(job, (progress) => run(desk, long, input, to, progress));
};

const run = (
  desk: Desk,
  long: LongWorks,
  input: ExportInput,
  { file, paper }: Destination,
  progress: Progress,
): Promise<Outcome> => {
  const { format } = input.asked;
  if (format === 'pdf' || format === 'print') return runOnPaper(desk, long, input, { file, paper }, progress);
  if (file === null) throw new AppError('bad-input', 'There is no file to export to.');
  return runToFile(desk, long, input, file, progress);
};

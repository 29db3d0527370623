import { readFileSync } from 'node:fs';
import type { ExportAsked } from '../../../../shared/api/export.ts';
import {
  archiveRecord,
  end,
  header,
  type ArchiveEnd,
  type ArchiveHeader,
  type ArchiveRecord,
} from '../../../../shared/archive/record.ts';
import type { Job } from '../../../../shared/model.ts';
import { openReader } from '../../../db/open.ts';
import { newId, type Desk } from '../../desk.ts';
import { createJobs } from '../../jobs/jobs.ts';
import { longHere } from '../../jobs/long.ts';
import type { Paper } from '../paper.ts';
import { startExport } from '../start.ts';

/** Every part as it would be printed, in place of a printer. */
export const papers = (laidOut: () => void): Paper & { sheets: string[] } => {
  const sheets: string[] = [];
  return {
    sheets,
    pdf: ({ html }) => {
      sheets.push(html);
      laidOut();
      return Promise.resolve(Buffer.from(html));
    },
    print: ({ html }) => {
      sheets.push(html);
      return Promise.resolve(true);
    },
  };
};

export const usual = {
  format: 'jsonl',
  zone: 'UTC',
  hasNotes: true,
  isMasked: false,
  hasBom: false,
} as const;

export type Run = { job: Job; sheets: string[] };

/** What a test does on the way: once it has begun, and whenever a part was laid out. */
type Watch = { begun?(stop: () => void): void; laidOut?(stop: () => void): void };

/** Exports as the program does, and waits for the end. */
export const exported = async (
  desk: Desk,
  asked: ExportAsked,
  file: string | null,
  { begun = () => {}, laidOut = () => {} }: Watch = {},
): Promise<Run> => {
  const jobs = createJobs({
    now: desk.now,
    newId: () => newId(desk),
    changed: () => {},
    onTrouble: (error) => {
      throw error;
    },
  });
  const stop = (): void => {
    for (const { id } of jobs.list()) jobs.stop(id);
  };
  const paper = papers(() => laidOut(stop));
  const long = longHere(() => openReader(desk.db.file));
  const id = startExport(desk, { jobs, long, version: '0' }, asked, { file, paper });
  begun(stop);
  await jobs.ended(id);
  const job = jobs.list().find((one) => one.id === id);
  if (!job) throw new Error('the job is gone');
  return { job, sheets: paper.sheets };
};

/** An archive as whoever imports it reads it: every line by its schema. Throws when one does not fit. */
export const readArchive = (
  file: string,
): { head: ArchiveHeader; records: ArchiveRecord[]; end: ArchiveEnd; raw: unknown[] } => {
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
  const raw = lines.map((line) => JSON.parse(line) as unknown);
  return {
    head: header.parse(raw[0]),
    records: raw.slice(1, -1).map((one) => archiveRecord.parse(one)),
    end: end.parse(raw.at(-1)),
    raw,
  };
};

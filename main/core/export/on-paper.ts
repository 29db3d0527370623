import { closeSync, fsyncSync, openSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { AppError } from '../../../shared/errors.ts';
import type { Desk } from '../desk.ts';
import type { Outcome, Progress } from '../jobs/jobs.ts';
import type { LongWorks } from '../jobs/long.ts';
import { plural } from './count-words.ts';
import { logExport } from './log.ts';
import { rememberMade } from './made.ts';
import type { Part, PartInput, Place } from './paper-part.ts';
import type { Paper } from './paper.ts';
import type { Sheet } from './paper/page.ts';
import { takePlaces, underWay } from './places.ts';
import { partOf, said } from './sink.ts';
import { stopped } from './to-file.ts';
import type { ExportInput } from './write-file.ts';

type To = { file: string | null; paper: Paper };

/** Part by part: read in a thread, laid out by the shell. Files get their names together, when all of them are whole. */
export const runOnPaper = async (
  desk: Desk,
  long: LongWorks,
  input: ExportInput,
  { file, paper }: To,
  progress: Progress,
): Promise<Outcome> => {
  const plan = await long.run('paperPlan', input, { signal: progress.signal });
  if (plan === null) return stopped;
  const { all, parts, messages, threads } = plan;
  /** False: it was stopped, or the person thought better of it. */
  const eachPart = async (take: (sheet: Sheet, part: number) => Promise<boolean>): Promise<number | null> => {
    let from: Place | null = { at: 0, after: null };
    let done = 0;
    for (let part = 1; from !== null; part += 1) {
      progress.report(done, messages);
      const asked: PartInput = { ...input, all, from, part, parts, messages };
      const sheet: Part | null = await long.run('paperPart', asked, { signal: progress.signal });
      if (sheet === null || progress.signal.aborted || !(await take(sheet, part))) return null;
      done += sheet.messages;
      from = sheet.next;
    }
    progress.report(done, done);
    return progress.signal.aborted ? null : done;
  };
  const counted = (done: number): string => `${plural(done, 'message')} in ${plural(threads, 'thread')}`;

  if (file === null) {
    const done = await eachPart((sheet) => paper.print(sheet));
    if (done === null) return { state: 'stopped', outcome: 'Nothing was printed.' };
    logExport(desk, input, plan, null);
    return { state: 'done', outcome: `Printed: ${counted(done)}.` };
  }
  const files = filesOf(file, parts);
  return underWay(desk, files.map(partOf), async () => {
    const written: string[] = [];
    const done = await eachPart(async (sheet, part) => {
      const place = files[part - 1];
      if (place === undefined) throw new AppError('moved-on', grown);
      writeWhole(partOf(place), await paper.pdf(sheet));
      written.push(place);
      return true;
    });
    const first = written[0];
    if (done === null || first === undefined) return stopped;
    logExport(desk, input, { ...plan, messages: done }, first);
    takePlaces(written);
    rememberMade(desk.db, written, plan, input.now);
    const more = written.length === 1 ? '' : ` and ${plural(written.length - 1, 'further file')} beside it`;
    return { state: 'done', outcome: `${counted(done)}, in ${path.basename(first)}${more}.`, file: first };
  });
};

const grown = 'So much was written meanwhile that it needs another part. Nothing was left behind. Try again.';

/** `maya.pdf`, or `maya (1 of 3).pdf` and so on. */
const filesOf = (file: string, parts: number): string[] => {
  if (parts === 1) return [file];
  const { dir, name, ext } = path.parse(file);
  return Array.from({ length: parts }, (_, at) => path.join(dir, `${name} (${at + 1} of ${parts})${ext}`));
};

const writeWhole = (file: string, bytes: Uint8Array): void =>
  said(() => {
    const handle = openSync(file, 'wx', 0o600);
    try {
      writeFileSync(handle, bytes);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  });

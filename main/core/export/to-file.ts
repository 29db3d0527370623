import path from 'node:path';
import type { Desk } from '../desk.ts';
import { failpoint } from '../failpoint.ts';
import type { Outcome, Progress } from '../jobs/jobs.ts';
import type { LongWorks } from '../jobs/long.ts';
import { plural } from './count-words.ts';
import { logExport } from './log.ts';
import { rememberMade } from './made.ts';
import { takePlaces, underWay } from './places.ts';
import { partOf } from './sink.ts';
import type { ExportInput } from './write-file.ts';

export const stopped: Outcome = { state: 'stopped', outcome: 'Stopped. Nothing was left behind.' };

/** In a thread of its own; the file gets its name when it is whole, and what left is in the log. */
export const runToFile = (
  desk: Desk,
  long: LongWorks,
  input: ExportInput,
  file: string,
  progress: Progress,
): Promise<Outcome> =>
  underWay(desk, [partOf(file)], async () => {
    const exported = await long.run('exportFile', { ...input, part: partOf(file) }, progress);
    if (exported === null || progress.signal.aborted) return stopped;
    progress.report(exported.messages, exported.messages);
    failpoint('export.written');
    logExport(desk, input, exported, file);
    failpoint('export.logged');
    takePlaces([file]);
    rememberMade(desk.db, [file], exported, input.now);
    const { messages, threads } = exported;
    const outcome = `${plural(messages, 'message')} in ${plural(threads, 'thread')}, in ${path.basename(file)}.`;
    return { state: 'done', outcome, file };
  });

import { existsSync } from 'node:fs';
import path from 'node:path';
import { shell, type BrowserWindow } from 'electron';
import { AppError } from '../../../shared/errors.ts';
import type { JobId } from '../../../shared/ids.ts';
import type { Job } from '../../../shared/model.ts';
import type { Handlers } from '../../core/core.ts';
import type { Exporting } from '../../core/export/exporting.ts';
import { paperOf } from './paper.ts';
import { suggestedName } from './suggested-name.ts';
import { whereTo } from './where-to.ts';

/** Of the person at a window. */
type At = {
  window: BrowserWindow;
  exporting(): Promise<Exporting>;
  jobs(): Promise<readonly Job[]> | readonly Job[];
};

/** What has to do with files and paper, which the window never names by itself. */
export const exportAnswers = (
  folder: string,
  { window, exporting, jobs }: At,
): Pick<Handlers, 'export.start' | 'job.reveal'> => ({
  'export.start': async (asked) => {
    const room = await exporting();
    room.assertMay(asked);
    const paper = paperOf();
    if (asked.format === 'print') return { id: room.start(asked, { file: null, paper }) };
    const { format } = asked;
    const name = suggestedName(asked.scope.what, format, new Date());
    const file = await whereTo(window, folder, { title: 'Export', name, format });
    return { id: file === null ? null : room.start(asked, { file, paper }) };
  },
  'job.reveal': async ({ id }) => {
    shell.showItemInFolder(fileOf(id, await jobs()));
    return null;
  },
});

/** Only what a job made here, and only while it is there. Throws `not-found`. */
const fileOf = (id: JobId, jobs: readonly Job[]): string => {
  const file = jobs.find((job) => job.id === id)?.file ?? null;
  if (file === null) throw new AppError('not-found', 'This left no file that could be shown.');
  if (existsSync(file)) return file;
  throw new AppError('not-found', `${path.basename(file)} is not there any more: it was moved or deleted.`);
};

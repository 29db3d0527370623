import type { BrowserWindow } from 'electron';
import { safetyRequests } from '../../shared/api/backup.ts';
import { exportRequests } from '../../shared/api/export.ts';
import { importShellRequests } from '../../shared/api/import.ts';
import type { Handlers, ShellRequest } from '../core/core.ts';
import type { Desk } from '../core/desk.ts';
import { lazily } from '../core/lazily.ts';
import type { Ways } from './backup/answers.ts';
import type { OpenDesk } from './desks.ts';

type At = {
  /** Where the program keeps its files. */
  folder: string;
  window: BrowserWindow;
  /** The desk, as the person at the window. */
  as(): Desk;
  desk(): OpenDesk;
  ways: Ways;
};

type Mine = keyof typeof safetyRequests | keyof typeof importShellRequests | keyof typeof exportRequests;

/** What goes in and out of the archive by files, which a window never names: read and compiled when first asked for. */
export const archiveAnswers = ({
  folder,
  window,
  as,
  desk,
  ways,
}: At): Pick<Handlers, Extract<ShellRequest, Mine | 'audit.export'>> => ({
  ...lazily(safetyRequests, async () => {
    const { safetyAnswers } = await import('./backup/answers.ts');
    return safetyAnswers(as, desk, window, ways);
  }),
  ...lazily(importShellRequests, async () => {
    const { importAnswers } = await import('./import/answers.ts');
    return importAnswers(as, window);
  }),
  ...lazily(exportRequests, async () => {
    const { exportAnswers } = await import('./export/answers.ts');
    return exportAnswers(folder, {
      window,
      exporting: () => desk().core.exporting(as().me),
      jobs: () => desk().core.handlersFor(as().me)['job.list']({}),
    });
  }),
  ...lazily({ 'audit.export': null }, async () => {
    const { auditAnswers } = await import('./audit/answers.ts');
    return auditAnswers(folder, { window, auditing: () => desk().core.auditing(as().me) });
  }),
});

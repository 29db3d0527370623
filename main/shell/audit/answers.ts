import type { BrowserWindow } from 'electron';
import type { Core, Handlers } from '../../core/core.ts';
import { whereTo } from '../export/where-to.ts';

type At = { window: BrowserWindow; auditing(): ReturnType<Core['auditing']> };

/** Where the log goes that somebody exports: the window never names a file. */
export const auditAnswers = (folder: string, { window, auditing }: At): Pick<Handlers, 'audit.export'> => ({
  'audit.export': async (asked) => {
    const room = await auditing();
    room.assertMay(asked);
    const { format } = asked;
    const name = `Earshot audit ${new Date().toISOString().slice(0, 10)}.${format}`;
    const file = await whereTo(window, folder, { title: 'Export the audit', name, format });
    return file === null ? null : { jobId: room.start(asked, file) };
  },
});

import { existsSync } from 'node:fs';
import path from 'node:path';
import { app, dialog, type BrowserWindow } from 'electron';
import type { Core, Handlers } from '../../core/core.ts';
import { readJson, writeJson } from '../json-file.ts';

type At = { window: BrowserWindow; auditing(): ReturnType<Core['auditing']> };

const filters = {
  csv: { name: 'CSV', extensions: ['csv'] },
  jsonl: { name: 'JSON Lines', extensions: ['jsonl'] },
};

/** Where the log goes that somebody exports: the window never names a file. */
export const auditAnswers = (folder: string, { window, auditing }: At): Pick<Handlers, 'audit.export'> => ({
  'audit.export': async (asked) => {
    const room = await auditing();
    room.assertMay(asked);
    const file = await whereTo(window, folder, asked.format);
    return file === null ? null : { jobId: room.start(asked, file) };
  },
});

const whereTo = async (
  window: BrowserWindow,
  dataFolder: string,
  format: keyof typeof filters,
): Promise<string | null> => {
  const kept = path.join(dataFolder, 'export.json');
  const last = readJson<{ folder?: unknown }>(kept)?.folder;
  const folder = typeof last === 'string' && existsSync(last) ? last : app.getPath('documents');
  const day = new Date().toISOString().slice(0, 10);
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: 'Export the audit',
    buttonLabel: 'Export',
    defaultPath: path.join(folder, `Earshot audit ${day}.${format}`),
    filters: [filters[format]],
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  });
  if (canceled || filePath === '') return null;
  writeJson(kept, { folder: path.dirname(filePath) });
  return path.extname(filePath) === '' ? `${filePath}.${format}` : filePath;
};

import { existsSync } from 'node:fs';
import path from 'node:path';
import { app, dialog, type BrowserWindow } from 'electron';
import { readJson, writeJson } from '../json-file.ts';

export type FileFormat = 'csv' | 'jsonl' | 'pdf';

const filters: Record<FileFormat, { name: string; extensions: string[] }> = {
  csv: { name: 'CSV', extensions: ['csv'] },
  jsonl: { name: 'JSON Lines', extensions: ['jsonl'] },
  pdf: { name: 'PDF', extensions: ['pdf'] },
};

type Place = { title: string; name: string; format: FileFormat };

/** Asks where a file is to be, from the folder that was chosen last. Null: nowhere. */
export const whereTo = async (
  window: BrowserWindow,
  dataFolder: string,
  { title, name, format }: Place,
): Promise<string | null> => {
  const kept = path.join(dataFolder, 'export.json');
  const last = readJson<{ folder?: unknown }>(kept)?.folder;
  const folder = typeof last === 'string' && existsSync(last) ? last : app.getPath('documents');
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title,
    buttonLabel: 'Export',
    defaultPath: path.join(folder, name),
    filters: [filters[format]],
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  });
  if (canceled || filePath === '') return null;
  writeJson(kept, { folder: path.dirname(filePath) });
  // What somebody called otherwise is theirs to call so; what has no ending gets the right one.
  return path.extname(filePath) === '' ? `${filePath}.${format}` : filePath;
};

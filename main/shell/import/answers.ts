import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { dialog, type BrowserWindow, type OpenDialogOptions, type SaveDialogOptions } from 'electron';
import { assertMay } from '../../core/agents.ts';
import type { Handlers } from '../../core/core.ts';
import type { Desk } from '../../core/desk.ts';
import { offerFile } from '../../core/import/offered.ts';
import { reportOf } from '../../core/import/report.ts';
import { getImport } from '../../core/import/rows.ts';

const files: OpenDialogOptions = {
  title: 'Import past conversations',
  buttonLabel: 'Choose',
  properties: ['openFile'],
  filters: [
    { name: 'Conversations', extensions: ['csv', 'tsv', 'txt', 'jsonl', 'ndjson', 'zip'] },
    { name: 'All files', extensions: ['*'] },
  ],
};

/** Files are chosen in the system's own dialog, and a window never names a path. */
export const importAnswers = (
  desk: () => Desk,
  window: BrowserWindow,
): Pick<Handlers, 'import.choose' | 'import.saveReport'> => ({
  'import.choose': async () => {
    assertMay(desk(), 'archive.import');
    const { filePaths } = await dialog.showOpenDialog(window, files);
    const [file] = filePaths;
    return file === undefined ? null : offerFile(file);
  },
  'import.saveReport': async ({ id }) => {
    assertMay(desk(), 'archive.import');
    const { db } = desk();
    const { name } = getImport(db, id);
    const options: SaveDialogOptions = {
      title: 'Save what was not imported',
      defaultPath: `${path.parse(name).name} - not imported.csv`,
      filters: [{ name: 'Table', extensions: ['csv'] }],
    };
    const { filePath } = await dialog.showSaveDialog(window, options);
    if (filePath === '') return null;
    await writeFile(filePath, reportOf(db, id));
    return { name: path.basename(filePath) };
  },
});

import { accessSync, constants } from 'node:fs';
import { dialog, type BrowserWindow } from 'electron';
import type { SafetyRequest } from '../../../shared/api/backup.ts';
import { AppError } from '../../../shared/errors.ts';
import { assertMay } from '../../core/agents.ts';
import { stateOf } from '../../core/backup/handlers.ts';
import { ownFolder, saveKeeping } from '../../core/backup/places.ts';
import type { Handlers } from '../../core/core.ts';
import type { Desk } from '../../core/desk.ts';
import type { OpenDesk } from '../desks.ts';

/** What needs the desk closed, by whoever opened it. */
export type Ways = {
  /** Closes the desk, puts this file in its place, and opens it again. */
  restore(part: string): Promise<void>;
  /** Closes the desk and shows what can be done about its file. */
  toRepair(): Promise<void>;
};

/** While the desk is open. */
export const safetyAnswers = (
  as: () => Desk,
  desk: () => OpenDesk,
  window: BrowserWindow,
  ways: Ways,
): Pick<Handlers, SafetyRequest> => ({
  'backup.folder': async ({ isDefault }) => {
    assertMay(as(), 'account.manage');
    const { file } = as().db;
    const folder = isDefault ? ownFolder(file) : await chooseFolder(window);
    if (folder === null) return null;
    if (!isDefault) assertWritable(folder);
    saveKeeping(file, { folder });
    return stateOf(as(), desk().core.upkeep);
  },
  'backup.restore': async ({ name }) => {
    assertMay(as(), 'account.manage');
    assertLive(desk());
    await ways.restore(await desk().core.upkeep.prepareRestore(name, as().me));
    return null;
  },
  'desk.toRepair': async () => {
    assertMay(as(), 'account.manage');
    assertLive(desk());
    await ways.toRepair();
    return null;
  },
  'repair.state': isOpen,
  'repair.begin': isOpen,
  'repair.progress': isOpen,
  'repair.open': isOpen,
  'repair.quit': isOpen,
});

const isOpen = (): never => {
  throw new AppError('not-allowed', 'The desk is open: nothing has to be repaired.');
};

const assertLive = ({ kind }: OpenDesk): void => {
  if (kind !== 'live')
    throw new AppError('not-allowed', 'Practice is not backed up: its customers are invented.');
};

const chooseFolder = async (window: BrowserWindow): Promise<string | null> => {
  const { filePaths } = await dialog.showOpenDialog(window, {
    title: 'Folder for backups',
    properties: ['openDirectory', 'createDirectory'],
  });
  return filePaths[0] ?? null;
};

const assertWritable = (folder: string): void => {
  try {
    accessSync(folder, constants.W_OK);
  } catch {
    throw new AppError('disk', `Earshot may not write there: ${folder}. Nothing was changed.`);
  }
};

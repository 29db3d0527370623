import type { BackupRun, BackupState, backupRequests } from '../../../shared/api/backup.ts';
import type { Reader } from '../../db/db.ts';
import { assertMay } from '../agents.ts';
import type { Handlers } from '../core.ts';
import type { Desk } from '../desk.ts';
import type { LongWorks } from '../jobs/long.ts';
import { copiesIn, ownFolder, readKeeping, saveKeeping } from './places.ts';
import { lastRun } from './rows.ts';
import type { Upkeep } from './upkeep.ts';

type Around = { upkeep: Upkeep; long: LongWorks };

export const backupHandlers = (
  desk: Desk,
  { upkeep, long }: Around,
): Pick<Handlers, keyof typeof backupRequests> => ({
  'backup.state': () => stateOf(desk, upkeep),
  'backup.list': () => {
    assertMay(desk, 'account.manage');
    return long.run('backups', { folder: readKeeping(desk.db.file).folder });
  },
  'backup.now': () => {
    assertMay(desk, 'account.manage');
    return { jobId: upkeep.backUp(desk.me) };
  },
  'backup.keep': (keep) => {
    assertMay(desk, 'account.manage');
    saveKeeping(desk.db.file, keep);
    return stateOf(desk, upkeep);
  },
  'backup.preview': (input) => {
    assertMay(desk, 'account.manage');
    return long.run('preview', input);
  },
  'desk.check': () => {
    assertMay(desk, 'account.manage');
    return { jobId: upkeep.check(desk.me) };
  },
});

export const stateOf = ({ db }: Desk, upkeep: Upkeep): BackupState => {
  const { folder, daily, weekly } = readKeeping(db.file);
  return {
    ...{ folder, daily, weekly },
    isOwnFolder: folder === ownFolder(db.file),
    nextAt: upkeep.nextAt(),
    lastBackup: lastBackup(db, folder),
    lastCheck: lastRun(db, 'check'),
    damagedAt: upkeep.damagedAt(),
  };
};

/** A desk that was brought back does not know of its own backup; the folder does. */
const lastBackup = (db: Reader, folder: string): BackupRun | null => {
  const run = lastRun(db, 'backup');
  const [newest] = copiesIn(folder);
  return newest && newest.at > (run?.at ?? 0)
    ? { at: newest.at, isOk: true, words: 'Read back whole.' }
    : run;
};

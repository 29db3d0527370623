import { z } from 'zod';
import type { JobId } from '../ids.ts';
import type { Ms } from '../model.ts';
import { gives, nothing, request } from './request.ts';

/** A copy of the desk's database, as it says of itself. */
export type Backup = {
  /** Its file, without the folder. */
  name: string;
  at: Ms;
  bytes: number;
  /** Null: it can't be read. */
  holds: BackupFacts | null;
};

export type BackupFacts = {
  schema: number;
  messages: number;
  /** When the newest of them arrived; null: there is none. */
  newestAt: Ms | null;
  /** When the last thing was done that it holds; null: nothing. */
  lastChangeAt: Ms | null;
};

/** Something that was done for the safety of the file, and how it went. */
export type BackupRun = { at: Ms; isOk: boolean; words: string };

export type BackupState = {
  folder: string;
  /** Beside the desk's own file: lost with its disk. */
  isOwnFolder: boolean;
  daily: number;
  weekly: number;
  /** When the next one is due; null: this desk is not backed up. */
  nextAt: Ms | null;
  lastBackup: BackupRun | null;
  lastCheck: BackupRun | null;
  /** When the file was found damaged since the program began; null: it was not. */
  damagedAt: Ms | null;
};

/** What the present desk has and the backup has not. */
export type RestorePreview = {
  backup: Backup;
  /** Null: the present file can't be read, so nobody knows. */
  since: {
    /** The network has these still, as far as it reaches back. */
    messages: number;
    /** Sent since: at the network, and read back from there. */
    answers: number;
    notes: number;
    drafts: number;
    /** Everything else that people did here. */
    steps: number;
  } | null;
};

/** What can be done about a file that can't be used. */
export type RepairState = {
  file: string;
  /** In words: what is wrong with it. */
  why: string;
  backups: readonly Backup[];
};

export type RepairProgress = { done: number; of: number };

const name = z.string().regex(/^desk-\d{4}-\d{2}-\d{2}T\d{6}Z\.db$/u);

export const backupRequests = {
  'backup.state': request(nothing, gives<BackupState>()),
  /** The newest first. */
  'backup.list': request(nothing, gives<readonly Backup[]>()),
  'backup.now': request(nothing, gives<{ jobId: JobId }>()),
  'backup.keep': request(
    z.object({ daily: z.number().int().min(1).max(60), weekly: z.number().int().min(0).max(52) }),
    gives<BackupState>(),
  ),
  'backup.preview': request(z.object({ name }), gives<RestorePreview>()),
  /** Looks through the whole file, in a thread of its own. */
  'desk.check': request(nothing, gives<{ jobId: JobId }>()),
};

/** Answered by the shell: dialogs of the system, and what closes the desk and opens it again. */
export const safetyRequests = {
  /** Asks for another folder; null: kept as it is. `isDefault`: back beside the desk, without asking. */
  'backup.folder': request(z.object({ isDefault: z.boolean().default(false) }), gives<BackupState | null>()),
  /** The present file is set aside, and the desk opens anew as it was then. */
  'backup.restore': request(z.object({ name, confirmed: z.literal('restore') }), gives<null>()),
  /** Closes the desk and shows what can be done about its file. */
  'desk.toRepair': request(nothing, gives<null>()),
  'repair.state': request(nothing, gives<RepairState>()),
  /** Sets the file aside and makes a new one of everything in it that can be read. */
  'repair.begin': request(nothing, gives<{ words: readonly string[]; aside: string }>()),
  /** How many of the file's pages the repair that runs has read; all of them while it puts together what it found. Null: none runs. */
  'repair.progress': request(nothing, gives<RepairProgress | null>()),
  /** Opens the desk again: after a repair, or as it was. */
  'repair.open': request(nothing, gives<null>()),
  'repair.quit': request(nothing, gives<null>()),
};
export type SafetyRequest = keyof typeof safetyRequests;

import { z } from 'zod';
import { accountId, importFileId, importId } from '../ids.ts';
import type { AccountId, AgentId, ImportFileId, ImportId, JobId } from '../ids.ts';
import { csvMapping, type CsvMapping, type ImportKind } from '../import/mapping.ts';
import type { Direction, Ms } from '../model.ts';
import { gives, nothing, request } from './request.ts';

const asked = {
  file: importFileId,
  /** Whose conversations these are; null: as the file suggests. */
  accountId: accountId.nullable(),
  /** Null: as the file's heads and rows suggest; only for tables. */
  mapping: csvMapping.nullable(),
};

/** Past conversations, from files. */
export const importRequests = {
  /** What the file would become, all of it read and nothing written. */
  'import.look': request(z.object(asked), gives<ImportPreview>()),
  'import.start': request(z.object(asked), gives<{ id: ImportId; jobId: JobId }>()),
  /** One that was stopped, or ended with the program, from where it was. */
  'import.resume': request(z.object({ id: importId }), gives<{ id: ImportId; jobId: JobId }>()),
  /** The newest first. */
  'import.list': request(nothing, gives<ImportState[]>()),
  /** The first hundred rows that were not taken, and why; `count` says how many there are. */
  'import.refused': request(z.object({ id: importId }), gives<{ items: RefusedRow[]; count: number }>()),
};

/** A path is chosen in the system's own dialog and never named by a window. */
export const importShellRequests = {
  /** Null: nothing was chosen. */
  'import.choose': request(nothing, gives<ChosenFile | null>()),
  /** What was refused, as a table; the name of the file, null: no place was chosen. */
  'import.saveReport': request(z.object({ id: importId }), gives<{ name: string } | null>()),
};

export type ChosenFile = { file: ImportFileId; name: string; bytes: number };
export type RefusedRow = { row: number; reason: string };

export type ImportPreview = {
  kind: ImportKind;
  /** Whose conversations these are; null: the file says so for each. */
  accountId: AccountId | null;
  /** Of a table: its heads, and what stands under them in the first rows. */
  columns: { name: string; samples: string[] }[];
  /** As it was read; null for files that need none. */
  mapping: CsvMapping | null;
  /** Who writes in the file most, for the choice of our own account. */
  authors: { name: string; count: number }[];
  rows: number;
  messages: number;
  people: number;
  /** Already on this desk: nothing will change for them. */
  known: number;
  /** Not to or from our account. */
  leftOut: number;
  refused: { reason: string; count: number; firstRow: number }[];
  /** Threads, as they will stand; those that stay open are work. */
  threads: number;
  openThreads: number;
  from: Ms | null;
  to: Ms | null;
  problems: string[];
  /** The first conversations as they would become. */
  conversations: PreviewedTalk[];
};
export type PreviewedTalk = {
  handle: string;
  messages: { direction: Direction; author: string; text: string; at: Ms }[];
};

export type ImportState = {
  id: ImportId;
  accountId: AccountId | null;
  by: AgentId;
  name: string;
  kind: ImportKind;
  state: 'running' | 'stopped' | 'failed' | 'done';
  beganAt: Ms;
  endedAt: Ms | null;
  added: number;
  known: number;
  threads: number;
  refused: number;
  leftOut: number;
  /** Why it failed, in words. */
  reason: string | null;
};

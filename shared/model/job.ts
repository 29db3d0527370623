import type { AgentId, JobId } from '../ids.ts';
import type { Ms } from './time.ts';

export const jobKinds = [
  'export',
  'import',
  'backup',
  'restore',
  'check',
  'verify',
  'erase',
  'retention',
] as const;
export type JobKind = (typeof jobKinds)[number];

/** Something that takes long and goes on behind the work: every window shows how far it is, and can stop it. */
export type Job = {
  id: JobId;
  kind: JobKind;
  /** In words, as it is shown: "Export of 12 threads". */
  title: string;
  /** Null: the desk by itself. */
  by: AgentId | null;
  beganAt: Ms;
  done: number;
  /** How much there is to do, in the unit of `done`; null: nobody knows yet. */
  of: number | null;
  /** What is counted, as it follows a number: "messages". */
  unit: string;
  state: 'running' | 'stopping' | 'done' | 'stopped' | 'failed';
  /** What came of it, in words; null while it runs. */
  outcome: string | null;
  /** What it made, an absolute path; null: nothing one could look at. */
  file: string | null;
};

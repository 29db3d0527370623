import type { Desk } from '../desk.ts';
import type { ThreadRow } from '../threads/rows.ts';

export const allThreads = (desk: Desk): ThreadRow[] =>
  desk.db.all<ThreadRow>('SELECT * FROM threads ORDER BY first_at');

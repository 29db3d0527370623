import type { Tx } from '../../../db/db.ts';

/** What somebody wrote for a thread that is lost whole. */
export type Loose = { what: string; text: string };

const lost = 'thread_id IS NOT NULL AND thread_id NOT IN (SELECT id FROM threads)';

/** Takes what belongs to no thread any more out of the tables, and hands on what was written. */
export const takeLoose = (tx: Tx): Loose[] => {
  const texts = [
    ...read(tx, 'Draft', `SELECT text FROM drafts WHERE ${lost} AND text <> ''`),
    ...read(
      tx,
      'Waited to leave, and may have left',
      `SELECT text FROM outbox WHERE ${lost} AND state IN ('queued', 'sending', 'failed', 'uncertain')`,
    ),
    ...read(tx, 'Scheduled', `SELECT text FROM schedules WHERE ${lost} AND state IN ('waiting', 'approved')`),
    ...read(
      tx,
      'Promise to call',
      `SELECT summary AS text FROM escalations WHERE ${lost} AND ended_at IS NULL`,
    ),
    ...read(tx, 'Question to a colleague', `SELECT text FROM questions WHERE ${lost} AND state = 'open'`),
  ];
  const { raw } = tx.db;
  raw.exec(`DELETE FROM call_attempts WHERE escalation_id IN (SELECT id FROM escalations WHERE ${lost})`);
  for (const table of [
    'drafts',
    'draft_versions',
    'outbox',
    'schedules',
    'escalations',
    'questions',
    'uploads',
    'clock_marks',
    'thread_tags',
  ])
    raw.exec(`DELETE FROM ${table} WHERE ${lost}`);
  // Kept with their customer.
  raw.exec(`UPDATE notes SET thread_id = NULL WHERE ${lost}`);
  return texts;
};

const read = (tx: Tx, what: string, sql: string): Loose[] =>
  tx.all<{ text: string }>(sql).map(({ text }) => ({ what, text }));

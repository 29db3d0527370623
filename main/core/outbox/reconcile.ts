import type { Reader } from '../../db/db.ts';
import type { Desk } from '../desk.ts';
import { getItem, type OutboxRow } from './rows.ts';
import { accept, mark, settleMs } from './send.ts';

/** So many readings back must miss a post before it counts as surely absent. */
export const checksNeeded = 3;
/** Network clocks and ours may differ by this much. */
const skewMs = 120_000;

/**
 * Decides an uncertain item after the account's own stream was read back: found → sent; absent often enough → queued
 * again; else it waits for the next reading. Call it only after a complete reading.
 */
export const decide = (desk: Desk, id: string): void => {
  const row = getItem(desk.db, id);
  if (row.state !== 'uncertain') return;
  const found = findPosted(desk.db, row);
  if (found) return accept(desk, id, found.remote_id);
  const checks = row.checks + 1;
  if (checks < checksNeeded) {
    const next_check_at = desk.now() + settleMs * 2 ** checks;
    return mark(desk, id, { state: 'uncertain', checks, next_check_at });
  }
  mark(desk, id, { state: 'queued', checks, not_before: desk.now(), next_check_at: null });
};

type Own = { remote_id: string; text: string };

/** Our post among the account's own messages, by addressee, text and time; never one that another item already owns. */
const findPosted = (db: Reader, row: OutboxRow): Own | undefined => {
  const candidates = db.all<Own>(
    "SELECT m.remote_id, m.text FROM threads t JOIN messages m ON m.other_id = t.identity_id AND m.role = 'out' " +
      'WHERE t.id = ? AND m.account_id = ? AND m.kind = ? AND m.outbox_id IS NULL AND m.created_at >= ? ' +
      'AND m.in_reply_to IS ? ORDER BY m.created_at',
    row.thread_id,
    row.account_id,
    row.kind,
    (row.attempt_at ?? row.queued_at) - skewMs,
    row.in_reply_to,
  );
  const wanted = plain(row.text);
  return candidates.find((candidate) => plain(candidate.text) === wanted);
};

/** As far as a network may change a text: leading mentions it adds itself, links it shortens, composed letters, spaces. */
export const plain = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/^(@\w+\s+)+/u, '')
    .replace(/https?:\/\/\S+/giu, '§')
    .replace(/\b(?:[\w-]+\.)+[a-z]{2,}(?:\/\S*)?/giu, '§')
    .replace(/\s+/gu, ' ')
    .trim();

import type { Reader } from '../../db/db.ts';

/** How many open threads each of these people has. */
export const loadsOf = (db: Reader, agentIds: readonly string[]): Map<string, number> =>
  new Map(agentIds.map((id) => [id, loadOf(db, id)]));

const loadOf = (db: Reader, agentId: string): number =>
  db.find<{ n: number }>('SELECT count(*) AS n FROM threads WHERE assignee_id = ? AND is_open = 1', agentId)
    ?.n ?? 0;

import type { AgentId, QueueId } from '../../../shared/ids.ts';
import type { AssignmentMode, Queue } from '../../../shared/model.ts';
import type { Rule } from '../../../shared/rule.ts';
import type { Reader, Tx } from '../../db/db.ts';
import { put } from '../../db/put.ts';

/** The only file that writes `queues`. */
export type QueueRow = {
  id: string;
  name: string;
  position: number;
  /** JSON: `Rule[]`. */
  rules: string;
  assignment: AssignmentMode;
  skill: string | null;
  is_language: 0 | 1;
  is_sticky: 0 | 1;
  return_after_ms: number | null;
  last_agent_id: string | null;
  removed_at: number | null;
  revision: number;
};

/** In use, in the order in which they are asked. */
export const allQueues = (db: Reader): Queue[] =>
  db.all<QueueRow>('SELECT * FROM queues WHERE removed_at IS NULL ORDER BY position, id').map(queueOf);

export const putQueue = (tx: Tx, row: Omit<QueueRow, 'revision'>): void => put(tx, 'queues', row);

export const queueOf = (row: QueueRow): Queue => ({
  id: row.id as QueueId,
  name: row.name,
  position: row.position,
  rules: JSON.parse(row.rules) as Rule[],
  assignment: row.assignment,
  skill: row.skill,
  isLanguage: row.is_language === 1,
  isSticky: row.is_sticky === 1,
  returnAfterMs: row.return_after_ms,
  lastAgentId: row.last_agent_id as AgentId | null,
  revision: row.revision,
});

import type { PersonOnThread } from '../../../shared/api/audit.ts';
import type { AgentId } from '../../../shared/ids.ts';
import type { Ms } from '../../../shared/model.ts';
import type { Reader } from '../../db/db.ts';

/** Who saw direct messages of a thread, and who did something to it beside reading, the last first. */
export const peopleOn = (db: Reader, threadId: string): PersonOnThread[] =>
  db
    .all<{ agent: string; looks: number; looked_at: Ms | null; acts: number; acted_at: Ms | null }>(
      sql,
      threadId,
    )
    .map(({ agent, looks, looked_at, acts, acted_at }) => ({
      agentId: agent as AgentId,
      looks,
      lookedAt: looked_at,
      acts,
      actedAt: acted_at,
    }))
    .filter(({ looks, acts }) => looks + acts > 0)
    .toSorted((a, b) => lastOf(b) - lastOf(a));

const lastOf = ({ lookedAt, actedAt }: PersonOnThread): Ms => Math.max(lookedAt ?? 0, actedAt ?? 0);

/** A row says one look, or how many there were again. */
const sql =
  "SELECT c.agent, sum(iif(c.op = 'thread.seen', coalesce(json_extract(c.input, '$.again'), 1), 0)) AS looks, " +
  "max(iif(c.op = 'thread.seen', c.at, NULL)) AS looked_at, sum(c.op NOT IN ('thread.seen', 'thread.read')) AS acts, " +
  "max(iif(c.op NOT IN ('thread.seen', 'thread.read'), c.at, NULL)) AS acted_at " +
  'FROM changes c INDEXED BY changes_by_thread JOIN agents a ON a.id = c.agent WHERE c.thread_id = ? GROUP BY c.agent';

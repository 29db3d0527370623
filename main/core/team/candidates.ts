import type { Candidate } from '../../../shared/api/team.ts';
import type { AgentId } from '../../../shared/ids.ts';
import { allAgents, assertMay } from '../agents.ts';
import { isSpoken } from '../bulk/missing.ts';
import type { Desk } from '../desk.ts';
import { getThread, type ThreadRow } from '../threads/rows.ts';
import { loadsOf } from './load.ts';

/** Everybody on the roster, with what is known of them and, for one thread, of their fitness for it. */
export const candidatesFor = (desk: Desk, threadId: string | null): { candidates: Candidate[] } => {
  assertMay(desk, 'thread.work');
  const { db } = desk;
  const people = allAgents(db).filter(({ leftAt }) => leftAt === null);
  const loads = loadsOf(
    db,
    people.map(({ id }) => id),
  );
  const thread = threadId === null ? null : getThread(db, threadId);
  const skill = thread && skillOf(desk, thread);
  const lang = thread && langOf(desk, thread);
  return {
    candidates: people.map(({ id, skills, languages }) => ({
      agentId: id,
      load: loads.get(id) ?? 0,
      hasSkill: skill === null ? null : skills.includes(skill),
      speaks: lang === null || languages.length === 0 ? null : isSpoken(lang, languages),
      hadCustomerAt: thread && hadAt(desk, thread, id),
    })),
  };
};

const skillOf = ({ db }: Desk, { queue_id }: ThreadRow): string | null =>
  queue_id === null
    ? null
    : (db.find<{ skill: string | null }>('SELECT skill FROM queues WHERE id = ?', queue_id)?.skill ?? null);

const langOf = ({ db }: Desk, { last_in_id }: ThreadRow): string | null =>
  db.find<{ lang: string | null }>('SELECT lang FROM messages WHERE id = ?', last_in_id)?.lang ?? null;

const hadAt = ({ db }: Desk, { customer_id, id }: ThreadRow, agentId: AgentId): number | null =>
  db.find<{ at: number | null }>(
    'SELECT max(last_at) AS at FROM threads WHERE customer_id = ? AND id <> ? AND assignee_id = ?',
    customer_id,
    id,
    agentId,
  )?.at ?? null;

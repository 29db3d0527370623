import type { Parsed } from '../../../shared/api.ts';
import type { AgentId, ThreadId } from '../../../shared/ids.ts';
import type { Person } from '../../../shared/model.ts';
import { newcomer, putAgent, type AgentRow } from '../agents.ts';
import { operate, type Desk } from '../desk.ts';
import { claim } from '../threads/operations.ts';
import { findThread } from '../threads/rows.ts';
import { arrive, post, start, type TestDesk } from './desk.ts';

/** Somebody on the roster, on duty, unless told otherwise. */
export const joins = (desk: Desk, id: string, over: Partial<AgentRow> = {}): void => {
  operate(desk, { op: 'test.join', by: 'test', input: {} }, (tx) => {
    putAgent(tx, { ...newcomer(id, `Name of ${id}`, id.toUpperCase(), start), ...over });
    return { value: null };
  });
};

export const person = (over: Partial<Person> = {}): Parsed<'roster.save'>['person'] =>
  ({
    name: 'Eve Frost',
    initials: 'EF',
    role: 'agent',
    teams: [],
    skills: [],
    languages: [],
    loadCap: null,
    ...over,
  }) as Parsed<'roster.save'>['person'];

let written = 0;

/** So many customers write; each thread is claimed by this person. */
export const work = (desk: TestDesk, agent: string, threads: number): ThreadId[] => {
  const before = new Set(idsOf(desk));
  arrive(
    desk,
    Array.from({ length: threads }, () => {
      written += 1;
      return post(String(written), { authorRemoteId: String(1000 + written) });
    }),
  );
  const fresh = idsOf(desk).filter((id) => !before.has(id));
  for (const threadId of fresh) claim(desk.as(agent), { threadId, revision: 0 });
  return fresh;
};

export const idsOf = (desk: Desk): ThreadId[] =>
  desk.db.all<{ id: ThreadId }>('SELECT id FROM threads ORDER BY id').map(({ id }) => id);

export const whoHas = (desk: Desk, id: string): string | null => findThread(desk.db, id)?.assignee_id ?? null;

export const holder = (desk: Desk): string | null =>
  desk.db.find<{ baton_id: string | null }>('SELECT baton_id FROM accounts')?.baton_id ?? null;

export const agentOf = (desk: Desk, id: string): AgentRow | undefined =>
  desk.db.find<AgentRow>('SELECT * FROM agents WHERE id = ?', id);

export const as = (id: string): AgentId => id as AgentId;

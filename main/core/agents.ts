import { AppError } from '../../shared/errors.ts';
import type { AgentId } from '../../shared/ids.ts';
import type { Agent } from '../../shared/model.ts';
import type { Db, Reader } from '../db/db.ts';
import { put } from '../db/put.ts';
import { newId, operate, type Desk } from './desk.ts';

type AgentRow = { id: string; name: string; initials: string; revision: number };

export const allAgents = (db: Reader): Agent[] =>
  db.all<AgentRow>('SELECT * FROM agents ORDER BY name').map(agentOf);

/** Throws `not-found`. */
export const getAgent = (db: Reader, id: string): Agent => {
  const row = db.find<AgentRow>('SELECT * FROM agents WHERE id = ?', id);
  if (!row) throw new AppError('not-found', 'This person is not on the roster of this desk.');
  return agentOf(row);
};

/** The first person at a new desk: named after the one signed in to the machine, until they say otherwise. */
export const firstAgent = (db: Db, now: () => number, name: string): AgentId => {
  const known = db.find<{ value: string }>("SELECT value FROM settings WHERE name = 'me'");
  if (known) return known.value as AgentId;
  const id = newId({ now });
  const desk: Desk = { db, now, random: () => 0, me: id as AgentId, onCommit: () => {}, onTrouble: () => {} };
  operate(desk, { op: 'agent.join', by: id, input: { id } }, (tx) => {
    put(tx, 'agents', { id, name, initials: initialsOf(name) });
    put(tx, 'settings', { name: 'me', value: id });
    return { value: null };
  });
  return id as AgentId;
};

/** Throws `taken` when a colleague signs with the same initials: the public must see two people as two. */
export const introduce = (desk: Desk, { name, initials }: Pick<Agent, 'name' | 'initials'>): Agent => {
  const other = desk.db.find<AgentRow>(
    'SELECT * FROM agents WHERE initials = ? AND id <> ?',
    initials,
    desk.me,
  );
  if (other)
    throw new AppError('taken', `${other.name} already signs as ^${initials}. Choose other initials.`);
  const before = getAgent(desk.db, desk.me);
  operate(desk, { op: 'agent.introduce', by: desk.me, input: { id: desk.me } }, (tx) => {
    put(tx, 'agents', { id: desk.me, name, initials });
    return { value: before };
  });
  return getAgent(desk.db, desk.me);
};

/** `maya okafor` → `MO`, `maya` → `MA`: two letters to start with. */
export const initialsOf = (name: string): string => {
  const words = name.toUpperCase().match(/\p{Lu}[\p{Lu}\p{M}]*/gu) ?? [];
  const [first = '', second] = words;
  const letters = second === undefined ? first : `${first.charAt(0)}${second.charAt(0)}`;
  return /^\p{Lu}{2}/u.exec(letters)?.[0] ?? 'ME';
};

const agentOf = (row: AgentRow): Agent => ({
  id: row.id as AgentId,
  name: row.name,
  initials: row.initials,
  revision: row.revision,
});

import { AppError } from '../../shared/errors.ts';
import type { AgentId } from '../../shared/ids.ts';
import type { Agent, Duty, Role } from '../../shared/model.ts';
import { may, whoMay, type Right } from '../../shared/roles.ts';
import type { Db, Reader, Tx } from '../db/db.ts';
import { put } from '../db/put.ts';
import { hadPolicies, seedPolicies } from './clocks/seed.ts';
import { newId, operate, type Desk } from './desk.ts';

export type AgentRow = {
  id: string;
  name: string;
  initials: string;
  role: Role;
  /** JSON lists. */
  teams: string;
  skills: string;
  languages: string;
  load_cap: number | null;
  duty: Duty;
  duty_since: number;
  left_at: number | null;
  revision: number;
};

export const allAgents = (db: Reader): Agent[] =>
  db.all<AgentRow>('SELECT * FROM agents ORDER BY name').map(agentOf);

/** Throws `not-found`. */
export const getAgentRow = (db: Reader, id: string): AgentRow => {
  const row = db.find<AgentRow>('SELECT * FROM agents WHERE id = ?', id);
  if (!row) throw new AppError('not-found', 'This person is not on the roster of this desk.');
  return row;
};

/** Throws `not-found`. */
export const getAgent = (db: Reader, id: string): Agent => agentOf(getAgentRow(db, id));

export const putAgent = (tx: Tx, row: Omit<AgentRow, 'revision'>): void => put(tx, 'agents', row);

/** Throws `not-found` when this person is unknown or has left. */
export const getOnRoster = (db: Reader, id: string): AgentRow => {
  const row = getAgentRow(db, id);
  if (row.left_at === null) return row;
  throw new AppError('not-found', `${row.name} has left the roster of this desk.`);
};

/** Who sits at a window: the person named, else the first of these who is on the roster still. */
export const seatFor = (db: Reader, first: AgentId, named: AgentId | undefined): AgentId => {
  const isHere = (id: string): boolean =>
    db.find('SELECT 1 FROM agents WHERE id = ? AND left_at IS NULL', id) !== undefined;
  if (named !== undefined && isHere(named)) return named;
  if (isHere(first)) return first;
  const next = db.find<{ id: AgentId }>('SELECT id FROM agents WHERE left_at IS NULL ORDER BY id LIMIT 1');
  return next?.id ?? first;
};

/** Throws `not-allowed`, in words, when this person's role does not include it. Every operation asks first. */
export const assertMay = (desk: Pick<Desk, 'db' | 'me'>, right: Right): void => {
  const { role, duty } = getOnRoster(desk.db, desk.me);
  if (!may(role, right)) throw new AppError('not-allowed', `Only ${whoMay(right)} may do this.`);
  if (duty === 'off' && onDutyOnly.has(right))
    throw new AppError('not-allowed', 'You are off duty. Go on duty first; nothing was changed.');
};

/** Working a thread makes it one's own, and nobody off duty has threads of their own. */
const onDutyOnly: ReadonlySet<Right> = new Set(['thread.work', 'call.work']);

/** The first person at a new desk: named after the one signed in to the machine, until they say otherwise. */
export const firstAgent = (db: Db, now: () => number, name: string): AgentId => {
  const known = db.find<{ value: string }>("SELECT value FROM settings WHERE name = 'me'");
  if (known && hadPolicies(db)) return known.value as AgentId;
  const id = known?.value ?? newId({ now });
  const desk: Desk = {
    db,
    now,
    random: () => 0,
    machine: '',
    me: id as AgentId,
    onCommit: () => {},
    onTrouble: () => {},
  };
  // A desk from before there were policies promises from now on what a new one does.
  const what = known
    ? { op: 'policy.seed', by: 'desk', input: {} }
    : { op: 'agent.join', by: id, input: { id } };
  operate(desk, what, (tx) => {
    if (!known) {
      putAgent(tx, { ...newcomer(id, name, initialsOf(name), now()), role: 'admin' });
      put(tx, 'settings', { name: 'me', value: id });
    }
    seedPolicies(tx, newId({ now }), now());
    return { value: null };
  });
  return id as AgentId;
};

/** `maya okafor` → `MO`, `maya` → `MA`: two letters to start with. */
export const initialsOf = (name: string): string => {
  const words = name.toUpperCase().match(/\p{Lu}[\p{Lu}\p{M}]*/gu) ?? [];
  const [first = '', second] = words;
  const letters = second === undefined ? first : `${first.charAt(0)}${second.charAt(0)}`;
  return /^\p{Lu}{2}/u.exec(letters)?.[0] ?? 'ME';
};

/** Somebody of whom nothing is known but the name: an agent on duty, without a cap. */
export const newcomer = (
  id: string,
  name: string,
  initials: string,
  at: number,
): Omit<AgentRow, 'revision'> => ({
  id,
  name,
  initials,
  role: 'agent',
  teams: '[]',
  skills: '[]',
  languages: '[]',
  load_cap: null,
  duty: 'on',
  duty_since: at,
  left_at: null,
});

const agentOf = (row: AgentRow): Agent => ({
  id: row.id as AgentId,
  name: row.name,
  initials: row.initials,
  role: row.role,
  teams: JSON.parse(row.teams) as string[],
  skills: JSON.parse(row.skills) as string[],
  languages: JSON.parse(row.languages) as string[],
  loadCap: row.load_cap,
  duty: row.duty,
  dutySince: row.duty_since,
  leftAt: row.left_at,
  revision: row.revision,
});

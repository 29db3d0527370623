import type { Changed, Parsed } from '../../../shared/api.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Agent, Person } from '../../../shared/model.ts';
import { may, whoMay } from '../../../shared/roles.ts';
import type { Reader, Tx } from '../../db/db.ts';
import {
  assertMay,
  getAgent,
  getAgentRow,
  getOnRoster,
  newcomer,
  putAgent,
  type AgentRow,
} from '../agents.ts';
import { newId, operate, type Desk } from '../desk.ts';
import { assertEmptyHanded } from './in-hand.ts';

/** Somebody new, or what the roster says of somebody. Throws `taken` when the initials are another's. */
export const saveOnRoster = (desk: Desk, { id, person }: Parsed<'roster.save'>): Agent => {
  assertMay(desk, 'roster.manage');
  return id === undefined ? join(desk, person) : amend(desk, getOnRoster(desk.db, id), person);
};

/** They keep their name beside what they did. Refused while anything is in their hands. */
export const removeFromRoster = (desk: Desk, id: string): Changed => {
  assertMay(desk, 'roster.manage');
  const row = getOnRoster(desk.db, id);
  if (row.id === desk.me)
    throw new AppError('not-allowed', 'Nobody takes themselves off the roster. A colleague has to.');
  assertRole(desk, row, null);
  assertEmptyHanded(desk.db, row, 'leave the roster');
  const { seq } = operate(desk, { op: 'roster.remove', by: desk.me, input: { id } }, (tx, at) => {
    putAgent(tx, { ...row, duty: 'off', duty_since: at, left_at: at });
    const { duty, duty_since } = row;
    return { value: null, inverse: { op: 'roster.rejoin', input: { id, duty, duty_since } } };
  });
  return { seq };
};

/** One's own name and initials: everybody may say who they are. */
export const introduce = (desk: Desk, { name, initials }: Pick<Agent, 'name' | 'initials'>): Agent => {
  const before = getOnRoster(desk.db, desk.me);
  assertFree(desk.db, initials, before.id);
  return write(desk, 'agent.introduce', before, { ...before, name, initials });
};

const join = (desk: Desk, person: Person): Agent => {
  const namesake = desk.db.find<AgentRow>(
    'SELECT * FROM agents WHERE initials = ? AND name = ? AND left_at IS NOT NULL',
    person.initials,
    person.name,
  );
  // The same person is back: what they did before stays theirs.
  const id = namesake?.id ?? newId(desk);
  assertFree(desk.db, person.initials, id);
  if (person.role === 'admin') assertMay(desk, 'roster.admins');
  operate(desk, { op: 'roster.add', by: desk.me, input: { id } }, (tx, at) => {
    const row = { ...newcomer(id, person.name, person.initials, at), ...columnsOf(person) };
    // Off duty until they come: a name on a list must not be given work.
    putAgent(tx, { ...row, duty: 'off' });
    return { value: null, inverse: { op: 'roster.unjoin', input: { id } } };
  });
  return getAgent(desk.db, id);
};

const amend = (desk: Desk, before: AgentRow, person: Person): Agent => {
  assertFree(desk.db, person.initials, before.id);
  if (person.role !== before.role) {
    assertRole(desk, before, person.role);
    if (!may(person.role, 'thread.work')) assertEmptyHanded(desk.db, before, `become a ${person.role}`);
  }
  return write(desk, 'roster.save', before, {
    ...before,
    name: person.name,
    initials: person.initials,
    ...columnsOf(person),
  });
};

const write = (desk: Desk, op: string, before: AgentRow, after: AgentRow): Agent => {
  const { id, revision } = before;
  if (JSON.stringify(before) === JSON.stringify(after)) return getAgent(desk.db, id);
  operate(desk, { op, by: desk.me, input: { id } }, (tx) => {
    rememberName(tx, before);
    putAgent(tx, after);
    const input = { id, revision, was: rosterOf(before), now: rosterOf(after) };
    return { value: null, inverse: { op: 'roster.restore', input } };
  });
  return getAgent(desk.db, id);
};

const columnsOf = ({ role, teams, skills, languages, loadCap }: Person): ReturnType<typeof rosterOf> => ({
  role,
  teams: JSON.stringify(distinct(teams)),
  skills: JSON.stringify(distinct(skills)),
  languages: JSON.stringify(distinct(languages.map((language) => language.toLowerCase()))),
  load_cap: loadCap,
});

/** What the roster says of a person, without what they are called: that is personal, and kept by revision. */
export const rosterOf = ({
  role,
  teams,
  skills,
  languages,
  load_cap,
}: AgentRow): Pick<AgentRow, 'role' | 'teams' | 'skills' | 'languages' | 'load_cap'> => ({
  role,
  teams,
  skills,
  languages,
  load_cap,
});

const distinct = (words: readonly string[]): string[] => [...new Set(words)];

const rememberName = (tx: Tx, { id, revision, name, initials }: AgentRow): void => {
  tx.db
    .statement('INSERT INTO agent_names (agent_id, revision, name, initials) VALUES (?, ?, ?, ?)')
    .run(id, revision, name, initials);
};

/** Throws `taken` when a colleague signs, or signed, with the same initials: the public must see two people as two. */
export const assertFree = (db: Reader, initials: string, for_: string): void => {
  const other = db.find<AgentRow>('SELECT * FROM agents WHERE initials = ? AND id <> ?', initials, for_);
  if (!other) return;
  const who = other.left_at === null ? `${other.name} already signs` : `${other.name}, who has left, signed`;
  throw new AppError('taken', `${who} as ^${initials}. Choose other initials.`);
};

/** A desk without an admin could never have one again, and nobody makes themselves one. Null: they leave. */
const assertRole = (desk: Desk, row: AgentRow, next: AgentRow['role'] | null): void => {
  if (row.role !== 'admin' && next !== 'admin') return;
  if (!may(getAgentRow(desk.db, desk.me).role, 'roster.admins'))
    throw new AppError('not-allowed', `Only ${whoMay('roster.admins')} may change who is an admin.`);
  if (row.role === 'admin') assertAdminRemains(desk.db, row);
};

export const assertAdminRemains = (db: Reader, without: AgentRow): void => {
  const sql = "SELECT 1 FROM agents WHERE role = 'admin' AND left_at IS NULL AND id <> ? LIMIT 1";
  if (db.find(sql, without.id)) return;
  throw new AppError('not-allowed', `${without.name} is the last admin. Make somebody else an admin first.`);
};

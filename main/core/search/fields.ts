import type { AgentId } from '../../../shared/ids.ts';
import { isNamed, type Named } from '../../../shared/search/names.ts';
import type { Field, Has, Is, NameField } from '../../../shared/search/query.ts';
import type { Reader } from '../../db/db.ts';
import { among, condition, either, type Condition } from './condition.ts';
import { quoted } from './indexed-text.ts';
import { peopleNamed } from './people.ts';

/**
 * One part of a query in two ways: what the index can say of it (null: nothing, so all documents are candidates), and the
 * predicate that decides. `isExact`: the index has said it all.
 */
export type Part = { match: string | null; isExact: boolean; holds: Condition };

/** What names mean is looked up with this. */
export type Names = { db: Reader; me: AgentId; listed: number };

/** More people than these are compared where they are met: a long list in a search of the index costs more. */
export const usuallyListed = 200;

export const fieldPart = (field: Field, names: Names): Part => {
  switch (field.name) {
    case 'status':
      return onThread(condition('t.status = ?', field.value));
    case 'lang':
      return byFacts([`lang:${field.value}`]);
    case 'before':
      return onThread(condition('d.at < ?', field.from));
    case 'after':
      return onThread(condition('d.at >= ?', field.from));
    case 'on':
      return onThread(condition('d.at >= ? AND d.at < ?', field.from, field.to));
    case 'has':
      return hasPart(field.value);
    case 'is':
      return isPart(field.value);
    default:
      return namePart(field.name, field.value, names);
  }
};

const namePart = (name: NameField, value: string, { db, me, listed }: Names): Part => {
  switch (name) {
    case 'from': {
      const ids = peopleNamed(db, value, listed);
      return ids ? byFacts(ids.map((id) => `by:${id}`)) : onThread(crowd('m.author_id', value));
    }
    case 'to': {
      const ids = peopleNamed(db, value, listed);
      const brands = idsNamed(db, value, accounts).map((id) => `to:${id}`);
      if (ids) return byFacts([...ids.map((id) => `to:${id}`), ...brands]);
      const people = crowd("CASE m.role WHEN 'out' THEN m.other_id END", value);
      return onThread(either([people, byFacts(brands).holds]));
    }
    case 'account': {
      const ids = idsNamed(db, value, accounts);
      // What is written beside a thread is of its account.
      const match = anyFact([...ids.map((id) => `account:${id}`), 'beside']);
      return { match, isExact: false, holds: among('t.account_id', ids) };
    }
    case 'agent': {
      const ids = value === 'me' ? [me] : idsNamed(db, value, colleagues);
      const match = anyFact([...ids.map((id) => `agent:${id}`), 'ours']);
      return { match, isExact: false, holds: among(writer, ids) };
    }
    case 'assigned':
      if (value === 'nobody') return onThread(condition('t.assignee_id IS NULL'));
      return onThread(among('t.assignee_id', value === 'me' ? [me] : idsNamed(db, value, colleagues)));
    case 'tag': {
      const worn = among('x.tag_id', idsNamed(db, value, tags));
      const sql = `EXISTS (SELECT 1 FROM thread_tags x WHERE x.thread_id = t.id AND ${worn.sql})`;
      return onThread({ ...worn, sql });
    }
  }
};

const writer =
  "(CASE d.part WHEN 'message' THEN (SELECT o.agent_id FROM outbox o WHERE o.id = m.outbox_id) " +
  "WHEN 'note' THEN (SELECT n.agent_id FROM notes n WHERE n.id = d.ref) " +
  "WHEN 'call' THEN (SELECT c.agent_id FROM call_attempts c WHERE c.id = d.ref) " +
  'ELSE (SELECT e.requested_by FROM escalations e WHERE e.id = d.ref) END)';

const accounts = 'SELECT id, name, handle FROM accounts';
const colleagues = 'SELECT id, name, initials AS handle FROM agents';
const tags = 'SELECT id, name, NULL AS handle FROM tags WHERE removed_at IS NULL';

const idsNamed = (db: Reader, value: string, sql: string): string[] =>
  db
    .all<Named>(sql)
    .filter((one) => isNamed(value, one))
    .map(({ id }) => id);

/** Asked of each document found, by its own person. */
const crowd = (column: string, value: string): Condition =>
  condition(
    `coalesce((SELECT is_named(?, i.id, i.name, i.handle) FROM identities i WHERE i.id = ${column}), 0) = 1`,
    value,
  );

const hasPart = (value: Has): Part => {
  if (value === 'note') {
    return onThread(
      condition('EXISTS (SELECT 1 FROM notes x WHERE x.thread_id = t.id AND x.removed_at IS NULL)'),
    );
  }
  if (value === 'call') {
    return onThread(
      condition(
        'EXISTS (SELECT 1 FROM escalations x JOIN call_attempts y ON y.escalation_id = x.id WHERE x.thread_id = t.id)',
      ),
    );
  }
  return byFacts([`has:${value}`]);
};

const isPart = (value: Is): Part => {
  switch (value) {
    case 'dm':
      return byFacts(['dm']);
    case 'public':
      return byFacts(['post']);
    case 'inbound':
      return byFacts(['in']);
    case 'outbound':
      return byFacts(['out']);
    case 'deleted':
      return byFacts(['deleted']);
    case 'breached':
      return onThread(condition('t.breaches > 0'));
    case 'escalated':
      return onThread(condition('EXISTS (SELECT 1 FROM escalations x WHERE x.thread_id = t.id)'));
  }
};

/** What may change with every day of work is no fact of the index. */
const onThread = (holds: Condition): Part => ({ match: null, isExact: false, holds });

const byFacts = (facts: readonly string[]): Part => byIndex(anyFact(facts), true);

/** A search of the index alone, asked of one document where the others come another way. */
export const byIndex = (match: string, isExact: boolean): Part => ({
  match,
  isExact,
  holds: condition(
    'EXISTS (SELECT 1 FROM search_words x WHERE x.search_words MATCH ? AND x.rowid = d.id)',
    match,
  ),
});

/** No document has `nothing`. */
const anyFact = (facts: readonly string[]): string =>
  `facts : (${facts.length === 0 ? '"nothing"' : facts.map(quoted).join(' OR ')})`;

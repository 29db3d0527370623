import type { Ms } from '../../../shared/model.ts';
import type { SearchFacts } from '../../../shared/search/match.ts';
import type { Named } from '../../../shared/search/names.ts';
import type { Has } from '../../../shared/search/query.ts';
import type { Db } from '../../db/db.ts';
import { countryOf } from '../phone/country.ts';
import { readSettings } from '../settings.ts';
import { hasOf } from './entries.ts';

/** Everything that can be found, by part and ref, told row by row without any index: what the search is compared with. */
export const everything = (db: Db): { key: string; at: Ms; facts: SearchFacts }[] => [
  ...messages(db),
  ...beside(db),
];

const messages = (db: Db) =>
  db.all<Message>("SELECT * FROM messages WHERE thread_id IS NOT NULL AND role <> 'context'").map((row) => ({
    key: `message ${row.seq}`,
    at: row.created_at,
    facts: {
      ...aroundThread(db, row.thread_id),
      texts: [row.text],
      at: row.created_at,
      direction: row.role,
      kind: row.kind,
      lang: row.lang,
      author: named(db, 'identities', row.author_id),
      to: row.role === 'in' ? named(db, 'accounts', row.account_id) : named(db, 'identities', row.other_id),
      agent: agent(
        db,
        db.find<{ id: string }>('SELECT agent_id AS id FROM outbox WHERE id = ?', row.outbox_id)?.id,
      ),
      has: [...hasOf(row, countryOf(readSettings(db))), ...threadHas(db, row.thread_id)],
      isDeleted: row.gone_at !== null,
    },
  }));

const beside = (db: Db) =>
  db
    .all<{ part: string; id: string; text: string; at: Ms; by: string; threadId: string }>(
      'SELECT \'note\' AS part, id, text, created_at AS at, agent_id AS "by", coalesce(thread_id, (SELECT t.id FROM threads t ' +
        'WHERE t.customer_id = notes.customer_id ORDER BY t.last_at DESC LIMIT 1)) AS threadId FROM notes WHERE removed_at IS NULL ' +
        "UNION ALL SELECT 'promise', id, summary, requested_at, requested_by, thread_id FROM escalations " +
        "UNION ALL SELECT 'call', c.id, c.note, c.started_at, c.agent_id, e.thread_id FROM call_attempts c JOIN escalations e ON e.id = c.escalation_id",
    )
    .filter(({ text }) => text !== '')
    .map(({ part, id, text, at, by, threadId }) => ({
      key: `${part} ${id}`,
      at,
      facts: {
        ...aroundThread(db, threadId),
        texts: [text],
        at,
        direction: null,
        kind: null,
        lang: null,
        author: null,
        to: null,
        agent: agent(db, by),
        has: threadHas(db, threadId),
        isDeleted: false,
      },
    }));

type Message = {
  seq: number;
  thread_id: string;
  account_id: string;
  role: 'in' | 'out';
  kind: 'post' | 'dm';
  author_id: string;
  other_id: string | null;
  text: string;
  created_at: Ms;
  lang: string | null;
  attachments: string | null;
  extras: string | null;
  gone_at: Ms | null;
  outbox_id: string | null;
};

const aroundThread = (db: Db, id: string): Pick<SearchFacts, 'account' | 'thread'> => {
  const row = db.find<{ account_id: string; status: never; assignee_id: string | null; breaches: number }>(
    'SELECT account_id, status, assignee_id, breaches FROM threads WHERE id = ?',
    id,
  );
  const account = named(db, 'accounts', row?.account_id ?? '');
  if (!row || !account) throw new Error(`no thread ${id}`);
  const tags = db.all<{ id: string; name: string }>(
    'SELECT t.id, t.name FROM thread_tags x JOIN tags t ON t.id = x.tag_id WHERE x.thread_id = ? AND t.removed_at IS NULL',
    id,
  );
  return {
    account,
    thread: {
      status: row.status,
      assignee: agent(db, row.assignee_id),
      tags: tags.map((tag) => ({ ...tag, handle: null })),
      isBreached: row.breaches > 0,
      isEscalated: db.find('SELECT 1 FROM escalations WHERE thread_id = ?', id) !== undefined,
    },
  };
};

const threadHas = (db: Db, id: string): Has[] => {
  const has: Has[] = [];
  if (db.find('SELECT 1 FROM notes WHERE thread_id = ? AND removed_at IS NULL', id)) has.push('note');
  const calls =
    'SELECT 1 FROM call_attempts c JOIN escalations e ON e.id = c.escalation_id WHERE e.thread_id = ?';
  if (db.find(calls, id)) has.push('call');
  return has;
};

const named = (db: Db, table: 'identities' | 'accounts', id: string | null): Named | null =>
  db.find<Named>(`SELECT id, name, handle FROM ${table} WHERE id = ?`, id) ?? null;

const agent = (db: Db, id: string | null | undefined): Named | null =>
  db.find<Named>('SELECT id, name, initials AS handle FROM agents WHERE id = ?', id ?? null) ?? null;

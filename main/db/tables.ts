import {
  alertColumns,
  escalationColumns,
  gapColumns,
  importColumns,
  phoneColumns,
  policyColumns,
  queueColumns,
  scheduleColumns,
  uploadColumns,
} from './columns.ts';
import type { Value } from './db.ts';
import { formColumns, pickColumns, sampleColumns, scoreColumns, settledColumns } from './review-tables.ts';
import { newThread, threadColumns } from './thread-columns.ts';

/**
 * The tables that `put` writes. `image` lists the columns that go into `changes.rows`: never personal text, which
 * lives once in its own table, so that erasing it is one place. Everything else is reached by key and revision.
 */
export const tables = {
  agents: {
    ...table(
      ['id'],
      [
        'name',
        'initials',
        'role',
        'teams',
        'skills',
        'languages',
        'load_cap',
        'duty',
        'duty_since',
        'left_at',
      ],
      ['role', 'teams', 'skills', 'languages', 'load_cap', 'duty', 'duty_since', 'left_at'],
    ),
    absent: {
      role: 'admin',
      teams: '[]',
      skills: '[]',
      languages: '[]',
      duty: 'on',
      duty_since: 0,
    },
  },
  accounts: table(
    ['id'],
    [
      'provider',
      'remote_id',
      'handle',
      'name',
      'is_practice',
      'paused_because',
      'history_from',
      'baton_id',
      'removed_at',
      'erase_at',
      'client_id',
    ],
    [
      'provider',
      'remote_id',
      'is_practice',
      'history_from',
      'baton_id',
      'removed_at',
      'erase_at',
      'client_id',
    ],
  ),
  directions: table(['account_id', 'direction'], ['state', 'reason', 'at'], ['state', 'at']),
  identities: table(
    ['id'],
    ['provider', 'remote_id', 'customer_id', 'handle', 'name', 'reach'],
    ['customer_id'],
  ),
  direct_rights: table(['account_id', 'identity_id'], ['state', 'at'], ['state', 'at']),
  customers: table(['id'], ['created_at'], ['created_at']),
  threads: { ...table(['id'], threadColumns(), threadColumns()), absent: newThread() },
  messages: table(
    ['id'],
    [
      'account_id',
      'kind',
      'remote_id',
      'version_id',
      'role',
      'thread_id',
      'author_id',
      'other_id',
      'conversation_id',
      'in_reply_to',
      'text',
      'is_cut',
      'created_at',
      'received_at',
      'lang',
      'is_summons',
      'reposts',
      'attachments',
      'answers_until',
      'outbox_id',
      'is_automatic',
      'altered_at',
      'gone_at',
      'gone_because',
      'extras',
      'refused',
      'import_id',
    ],
    ['thread_id', 'altered_at', 'gone_at', 'gone_because'],
    'seq',
  ),
  outbox: table(
    ['id'],
    [
      'account_id',
      'thread_id',
      'kind',
      'text',
      'in_reply_to',
      'to_remote_id',
      'agent_id',
      'head_id',
      'send_anyway',
      'then_resolve',
      'then_reason',
      'state',
      'queued_at',
      'not_before',
      'state_at',
      'attempt_at',
      'checks',
      'next_check_at',
      'code',
      'reason',
      'remote_id',
      'altered_seen',
      'after_id',
      'part',
      'parts',
      'schedule_id',
      'over_id',
      'ended_at',
      'read_at',
      'doubts',
      'since_seq',
      'since_cursor',
    ],
    [
      'thread_id',
      'state',
      'state_at',
      'not_before',
      'attempt_at',
      'checks',
      'next_check_at',
      'code',
      'remote_id',
      'after_id',
      'part',
      'parts',
      'schedule_id',
      'over_id',
      'ended_at',
      'read_at',
      'doubts',
      'since_seq',
      'since_cursor',
    ],
  ),
  cursors: table(['account_id', 'stream'], ['value', 'as_of'], ['value', 'as_of']),
  drafts: table(
    ['agent_id', 'thread_id', 'kind'],
    ['version', 'text', 'saved_at', 'intention'],
    ['version', 'saved_at', 'intention'],
  ),
  // Columns are searches too, and what is searched for is often somebody's name.
  settings: table(['name'], ['value'], []),
  queues: table(['id'], queueColumns(), queueColumns()),
  queue_turns: table(['queue_id'], ['agent_id'], ['agent_id']),
  calendars: table(
    ['id'],
    ['name', 'zone', 'week', 'holidays', 'removed_at'],
    ['name', 'zone', 'week', 'holidays', 'removed_at'],
  ),
  policies: table(['id'], policyColumns(), policyColumns()),
  clock_marks: table(
    ['thread_id', 'clock', 'started_at'],
    ['policy_id', 'due_at', 'warned_at', 'breached_at', 'is_seen'],
    ['policy_id', 'due_at', 'warned_at', 'breached_at', 'is_seen'],
  ),
  tags: table(['id'], ['name', 'colour', 'removed_at'], ['name', 'colour', 'removed_at']),
  thread_tags: table(['thread_id', 'tag_id'], ['at'], ['at']),
  notes: table(
    ['id'],
    ['customer_id', 'thread_id', 'agent_id', 'text', 'mentions', 'created_at', 'removed_at', 'score_id'],
    ['customer_id', 'thread_id', 'agent_id', 'mentions', 'created_at', 'removed_at', 'score_id'],
  ),
  phones: table(['id'], [...phoneColumns(), 'number'], phoneColumns()),
  escalations: table(
    ['id'],
    [...escalationColumns(), 'summary'],
    // What was said of the customer stays in the table.
    escalationColumns(),
  ),
  call_attempts: table(
    ['id'],
    ['escalation_id', 'agent_id', 'started_at', 'ended_at', 'outcome', 'note'],
    ['escalation_id', 'agent_id', 'started_at', 'ended_at', 'outcome'],
  ),
  questions: table(
    ['id'],
    ['thread_id', 'asked_by', 'expert_id', 'text', 'asked_at', 'due_at', 'state', 'answer', 'ended_at'],
    ['thread_id', 'asked_by', 'expert_id', 'asked_at', 'due_at', 'state', 'ended_at'],
  ),
  snippets: table(['id'], ['name', 'kind', 'text', 'lang', 'removed_at'], ['kind', 'lang', 'removed_at']),
  uploads: table(['id'], [...uploadColumns(), 'name', 'alt_text', 'reason'], uploadColumns()),
  schedules: table(['id'], [...scheduleColumns(), 'text', 'reason'], scheduleColumns()),
  gaps: table(['id'], [...gapColumns(), 'reason'], gapColumns()),
  alerts: table(['id'], [...alertColumns(), 'text'], alertColumns()),
  holds: table(
    ['id'],
    [
      ...['customer_id', 'thread_id', 'set_by', 'set_at', 'lifted_by', 'lifted_at'],
      ...['reason', 'lifted_because'],
    ],
    ['customer_id', 'thread_id', 'set_by', 'set_at', 'lifted_by', 'lifted_at'],
  ),
  retention_rules: table(
    ['account_id'],
    ['closed_days', 'direct_days', 'set_by', 'set_at'],
    ['closed_days', 'direct_days', 'set_by', 'set_at'],
  ),
  retention_erasures: table(
    ['id'],
    [
      ...['customer_id', 'by_id', 'asked_at', 'phase', 'place', 'people', 'ended_at'],
      ...['with_exports', 'threads', 'messages', 'elsewhere', 'files'],
    ],
    // Who they were stays in the row while it is needed, and never in the log.
    ['customer_id', 'by_id', 'asked_at', 'phase', 'ended_at'],
  ),
  retention_remains: table(
    ['thread_id'],
    ['account_id', 'because', 'first_at', 'last_at', 'closed_at', 'inbound', 'outbound', 'direct', 'gone_at'],
    ['account_id', 'because', 'gone_at'],
  ),
  // A path may name a person.
  backup_runs: table(['id'], ['kind', 'at', 'is_ok', 'words', 'run_by'], ['kind', 'at', 'is_ok', 'run_by']),
  imports: table(['id'], [...importColumns(), 'name', 'path', 'mapping', 'reason'], importColumns()),
  review_forms: table(['id'], formColumns(), formColumns()),
  review_samples: table(['id'], sampleColumns(), sampleColumns()),
  review_picks: table(['id'], pickColumns(), pickColumns()),
  review_scores: table(['id'], scoreColumns(), scoreColumns()),
  review_comments: table(['score_id', 'question_id'], ['text', 'message_id'], ['message_id']),
  review_settled: table(['pick_id', 'question_id'], settledColumns(), settledColumns()),
} as const;

export type TableName = keyof typeof tables;
export type Table = {
  key: readonly string[];
  /** All columns but the key and `revision`. */
  columns: readonly string[];
  image: readonly string[];
  /**
   * Values that the image of a new row leaves out, beside null: what most rows begin with. A column that came with a later
   * migration has its default here, so that older images are whole.
   */
  absent?: Readonly<Record<string, Value>>;
  /** The integer key of a table that has one beside its own: given by who adds a row, or by SQLite when left out. */
  rowid?: string;
};

/**
 * `[table, key…, revision, {column: value}]`: of a new row what is not null and not as in `absent`, of a known one what
 * became different; null for a deleted one.
 */
export type ImageRow = [TableName, ...(Value | Record<string, Value> | null)[]];

function table(
  key: readonly string[],
  columns: readonly string[],
  image: readonly string[],
  rowid?: string,
): Table {
  return rowid === undefined ? { key, columns, image } : { key, columns, image, rowid };
}

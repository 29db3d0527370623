/** The first desk: accounts, threads, messages, outbox, drafts, and the log of everything that changed them. */
export const theDesk = `
CREATE TABLE agents (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, initials TEXT NOT NULL UNIQUE, revision INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE accounts (
  id TEXT PRIMARY KEY, provider TEXT NOT NULL, remote_id TEXT NOT NULL, handle TEXT NOT NULL, name TEXT NOT NULL,
  is_practice INTEGER NOT NULL,
  paused_because TEXT,              -- null: fetched and sent as usual
  history_from INTEGER NOT NULL,    -- messages older than this are context, never work
  revision INTEGER NOT NULL, UNIQUE (provider, remote_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE customers (
  id TEXT PRIMARY KEY, created_at INTEGER NOT NULL, revision INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE identities (
  id TEXT PRIMARY KEY, provider TEXT NOT NULL, remote_id TEXT NOT NULL,
  customer_id TEXT NOT NULL REFERENCES customers (id), handle TEXT NOT NULL, name TEXT NOT NULL,
  reach INTEGER,                    -- null: the network did not say
  revision INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX identities_by_customer ON identities (customer_id);

CREATE TABLE threads (
  id TEXT PRIMARY KEY, account_id TEXT NOT NULL REFERENCES accounts (id),
  customer_id TEXT NOT NULL REFERENCES customers (id), identity_id TEXT NOT NULL REFERENCES identities (id),
  previous_id TEXT,                 -- null: the first of this customer and account
  status TEXT NOT NULL, is_open INTEGER NOT NULL,
  assignee_id TEXT,                 -- null: nobody's
  first_at INTEGER NOT NULL, sort_at INTEGER NOT NULL, last_at INTEGER NOT NULL,
  last_in_id TEXT NOT NULL, last_in_seq INTEGER NOT NULL,
  reply_to_id TEXT,                 -- null: nothing public to answer
  read_seq INTEGER NOT NULL,        -- inbound messages that arrived after this one are unread
  cleared_until INTEGER,            -- null: never closed; else messages up to this time were dealt with by closing
  closed_at INTEGER,                -- null: never closed
  waiting_since INTEGER,            -- null: nobody waits
  inbound INTEGER NOT NULL, outbound INTEGER NOT NULL, direct INTEGER NOT NULL, reposts INTEGER NOT NULL,
  sending TEXT,                     -- null: nothing under way; else the state of the newest outbox item
  revision INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX threads_open ON threads (is_open, sort_at, id);
CREATE INDEX threads_by_status ON threads (status, sort_at, id);
CREATE INDEX threads_by_assignee ON threads (assignee_id, is_open, sort_at, id) WHERE assignee_id IS NOT NULL;
CREATE INDEX threads_by_customer ON threads (customer_id, account_id, first_at);
CREATE INDEX threads_closed ON threads (closed_at) WHERE closed_at IS NOT NULL;

CREATE TABLE messages (
  seq INTEGER PRIMARY KEY,          -- the order of arrival on this disk; never leaves it
  id TEXT NOT NULL UNIQUE, account_id TEXT NOT NULL REFERENCES accounts (id),
  kind TEXT NOT NULL, remote_id TEXT NOT NULL, version_id TEXT NOT NULL,
  role TEXT NOT NULL,               -- in, out, or context: somebody else's post above a thread
  thread_id TEXT,                   -- null: context, or the brand's own broadcast
  author_id TEXT NOT NULL REFERENCES identities (id),
  other_id TEXT,                    -- the customer's identity; null where there is none
  conversation_id TEXT, in_reply_to TEXT,
  text TEXT NOT NULL, is_cut INTEGER NOT NULL, created_at INTEGER NOT NULL, received_at INTEGER NOT NULL,
  lang TEXT, is_summons INTEGER NOT NULL, reposts INTEGER NOT NULL,
  attachments TEXT,                 -- JSON; null: none
  answers_until INTEGER,            -- out only: inbound messages up to this time are answered by it
  outbox_id TEXT,                   -- null: written elsewhere
  revision INTEGER NOT NULL
) STRICT;
CREATE INDEX messages_by_thread ON messages (thread_id, created_at, id) WHERE thread_id IS NOT NULL;
CREATE INDEX messages_out ON messages (other_id, account_id, created_at) WHERE role = 'out';

CREATE TABLE reposts (
  account_id TEXT NOT NULL, remote_id TEXT NOT NULL, of_id TEXT NOT NULL, PRIMARY KEY (account_id, remote_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX reposts_of ON reposts (of_id);

CREATE TABLE quarantine (
  id TEXT PRIMARY KEY, account_id TEXT NOT NULL, stream TEXT NOT NULL, remote_id TEXT,
  reason TEXT NOT NULL, raw TEXT NOT NULL, received_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX quarantine_by_account ON quarantine (account_id);

CREATE TABLE cursors (
  account_id TEXT NOT NULL, stream TEXT NOT NULL,
  value TEXT,                       -- null: not read yet
  as_of INTEGER NOT NULL, revision INTEGER NOT NULL, PRIMARY KEY (account_id, stream)
) STRICT, WITHOUT ROWID;

CREATE TABLE outbox (
  id TEXT PRIMARY KEY, account_id TEXT NOT NULL REFERENCES accounts (id), thread_id TEXT NOT NULL,
  kind TEXT NOT NULL, text TEXT NOT NULL, in_reply_to TEXT, to_remote_id TEXT,
  agent_id TEXT NOT NULL REFERENCES agents (id), head_id TEXT, send_anyway INTEGER NOT NULL,
  then_resolve INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('queued', 'sending', 'sent', 'failed', 'uncertain', 'cancelled')),
  queued_at INTEGER NOT NULL, not_before INTEGER NOT NULL, state_at INTEGER NOT NULL,
  attempt_at INTEGER,               -- null: never attempted
  checks INTEGER NOT NULL, next_check_at INTEGER,
  code TEXT, reason TEXT, remote_id TEXT,
  revision INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX outbox_live ON outbox (state, not_before) WHERE state IN ('queued', 'sending', 'uncertain');
CREATE INDEX outbox_by_thread ON outbox (thread_id, queued_at);

CREATE TABLE drafts (
  agent_id TEXT NOT NULL, thread_id TEXT NOT NULL, kind TEXT NOT NULL, version INTEGER NOT NULL,
  text TEXT NOT NULL, saved_at INTEGER NOT NULL, revision INTEGER NOT NULL, PRIMARY KEY (agent_id, thread_id, kind)
) STRICT, WITHOUT ROWID;
CREATE TABLE draft_versions (
  agent_id TEXT NOT NULL, thread_id TEXT NOT NULL, kind TEXT NOT NULL, version INTEGER NOT NULL,
  text TEXT NOT NULL, saved_at INTEGER NOT NULL, PRIMARY KEY (agent_id, thread_id, kind, version)
) STRICT, WITHOUT ROWID;

CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL, revision INTEGER NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE changes (
  seq INTEGER PRIMARY KEY, op TEXT NOT NULL, agent TEXT NOT NULL, at INTEGER NOT NULL,
  thread_id TEXT,                   -- null: not about one thread
  input TEXT NOT NULL, rows TEXT NOT NULL,
  inverse TEXT,                     -- null: can't be undone
  undoes INTEGER,                   -- the seq this change took back
  prev_hash BLOB NOT NULL, hash BLOB NOT NULL
) STRICT;
CREATE INDEX changes_undoable ON changes (agent, seq) WHERE inverse IS NOT NULL;
CREATE UNIQUE INDEX changes_undoes ON changes (undoes) WHERE undoes IS NOT NULL;
CREATE INDEX changes_by_thread ON changes (thread_id, seq) WHERE thread_id IS NOT NULL;
`;

/** What was sent and when, what may be missing and what changed at the source: nothing is guessed, nothing goes quiet. */
export const sendingAndReceiving = `
ALTER TABLE accounts ADD COLUMN removed_at INTEGER;                   -- null: connected; else only its archive is here
ALTER TABLE accounts ADD COLUMN erase_at INTEGER;                     -- null: its archive is kept; else it is being deleted since then
ALTER TABLE accounts ADD COLUMN client_id TEXT;                       -- null: practice; else the customer's own app at the network

CREATE TABLE directions (           -- what an account may do, tried when it was connected and learned since
  account_id TEXT NOT NULL REFERENCES accounts (id),
  direction TEXT NOT NULL CHECK (direction IN ('read-posts', 'read-directs', 'write-posts', 'write-directs')),
  state TEXT NOT NULL CHECK (state IN ('works', 'refused', 'unknown')),
  reason TEXT,                      -- null: works, or was never tried
  at INTEGER NOT NULL,              -- since when it is so
  revision INTEGER NOT NULL, PRIMARY KEY (account_id, direction)
) STRICT, WITHOUT ROWID;

-- An item of the outbox need not belong to a thread any more: a scheduled post is said to nobody in particular.
CREATE TABLE outbox_anew (
  id TEXT PRIMARY KEY, account_id TEXT NOT NULL REFERENCES accounts (id),
  thread_id TEXT,                   -- null: a post of the brand's own
  kind TEXT NOT NULL, text TEXT NOT NULL, in_reply_to TEXT, to_remote_id TEXT,
  agent_id TEXT NOT NULL REFERENCES agents (id), head_id TEXT, send_anyway INTEGER NOT NULL,
  then_resolve INTEGER NOT NULL, then_reason TEXT,
  state TEXT NOT NULL CHECK (state IN ('queued', 'sending', 'sent', 'failed', 'uncertain', 'cancelled')),
  queued_at INTEGER NOT NULL, not_before INTEGER NOT NULL, state_at INTEGER NOT NULL,
  attempt_at INTEGER,               -- null: never attempted
  checks INTEGER NOT NULL, next_check_at INTEGER,
  code TEXT, reason TEXT, remote_id TEXT,
  altered_seen INTEGER NOT NULL DEFAULT 0,  -- edits and deletions in the thread up to this time were on screen
  after_id TEXT,                    -- null: the first or only part; else the part that must be accepted before this one
  part INTEGER NOT NULL DEFAULT 1, parts INTEGER NOT NULL DEFAULT 1,
  schedule_id TEXT,                 -- null: sent by hand
  over_id TEXT,                     -- null: nothing was overridden; else the newest message there was when its author insisted
  ended_at INTEGER,                 -- when the last attempt ended; null: under way, or the program ended first
  read_at INTEGER,                  -- null: not read back; else when the account's own messages were last read completely
  doubts INTEGER NOT NULL DEFAULT 0,     -- attempts whose outcome was unknown: after the first a refusal proves nothing
  since_seq INTEGER NOT NULL DEFAULT 0,  -- the newest message of the desk before the first attempt: what came in later may be it
  since_cursor TEXT,                -- where the reading of the account's own messages stood then
  revision INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO outbox_anew (id, account_id, thread_id, kind, text, in_reply_to, to_remote_id, agent_id, head_id, send_anyway,
  then_resolve, then_reason, state, queued_at, not_before, state_at, attempt_at, checks, next_check_at, code, reason,
  remote_id, revision)
  SELECT id, account_id, thread_id, kind, text, in_reply_to, to_remote_id, agent_id, head_id, send_anyway,
  then_resolve, then_reason, state, queued_at, not_before, state_at, attempt_at, checks, next_check_at, code, reason,
  remote_id, revision FROM outbox;
DROP TABLE outbox;
ALTER TABLE outbox_anew RENAME TO outbox;
CREATE INDEX outbox_live ON outbox (state, not_before) WHERE state IN ('queued', 'sending', 'uncertain');
CREATE INDEX outbox_by_thread ON outbox (thread_id, queued_at);
CREATE INDEX outbox_recent ON outbox (account_id, queued_at);
CREATE INDEX outbox_by_state ON outbox (state, state_at, id);
CREATE INDEX outbox_queue ON outbox (account_id, kind, not_before, queued_at, part) WHERE state = 'queued';
CREATE INDEX outbox_after ON outbox (after_id) WHERE after_id IS NOT NULL;

ALTER TABLE drafts ADD COLUMN intention TEXT;                         -- null: none was made yet; else the id it will be sent under

CREATE TABLE uploads (              -- pictures and films that go with a message; the bytes are a file beside the database
  id TEXT PRIMARY KEY, agent_id TEXT NOT NULL REFERENCES agents (id),
  account_id TEXT NOT NULL REFERENCES accounts (id),
  thread_id TEXT,                   -- null: for a post of the brand's own
  message_kind TEXT NOT NULL,       -- which draft it belongs to: post or dm
  outbox_id TEXT,                   -- null: still with the draft; else the item it leaves with
  position INTEGER NOT NULL,        -- its place among the attachments of one message
  kind TEXT NOT NULL CHECK (kind IN ('photo', 'gif', 'video')),
  name TEXT NOT NULL, mime TEXT NOT NULL, bytes INTEGER NOT NULL,
  alt_text TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('kept', 'uploading', 'uploaded', 'sent', 'failed', 'removed')),
  sent_bytes INTEGER NOT NULL,
  remote_id TEXT,                   -- null: the network has not begun to take it
  expires_at INTEGER,               -- null: unknown; else the network forgets it then
  reason TEXT,                      -- null: nothing went wrong
  created_at INTEGER NOT NULL, revision INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX uploads_of_draft ON uploads (thread_id, agent_id) WHERE outbox_id IS NULL;
CREATE INDEX uploads_of_item ON uploads (outbox_id) WHERE outbox_id IS NOT NULL;
CREATE INDEX uploads_to_go ON uploads (account_id) WHERE outbox_id IS NOT NULL AND state IN ('kept', 'uploading', 'uploaded');

CREATE TABLE schedules (            -- messages that leave later, after a second person has read them
  id TEXT PRIMARY KEY, account_id TEXT NOT NULL REFERENCES accounts (id),
  thread_id TEXT,                   -- null: a post of the brand's own
  kind TEXT NOT NULL, text TEXT NOT NULL,
  to_identity_id TEXT,              -- null: said to nobody; else whose open thread holds it back
  agent_id TEXT NOT NULL REFERENCES agents (id),
  at INTEGER NOT NULL,              -- when it is to leave
  state TEXT NOT NULL CHECK (state IN ('waiting', 'approved', 'refused', 'queued', 'cancelled')),
  decided_by TEXT, decided_at INTEGER,  -- null: nobody has read it yet
  reason TEXT,                      -- null: none; else why it was refused or is held
  machine TEXT NOT NULL,            -- the machine that will send it, by the name people know it by
  outbox_id TEXT,                   -- null: has not left
  head_id TEXT,                     -- null: nothing was on screen; else the newest message its author or approver saw
  altered_seen INTEGER NOT NULL,    -- and edits and deletions up to this time
  created_at INTEGER NOT NULL, revision INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX schedules_by_day ON schedules (account_id, at) WHERE state IN ('waiting', 'approved', 'queued');
CREATE INDEX schedules_by_state ON schedules (state, at, id);

CREATE INDEX drafts_live ON drafts (thread_id) WHERE text <> '';

ALTER TABLE messages ADD COLUMN altered_at INTEGER;                   -- null: as it first came; else when we learned of its last edit or deletion
ALTER TABLE messages ADD COLUMN gone_at INTEGER;                      -- null: still there; else when we learned that it is not
ALTER TABLE messages ADD COLUMN gone_because TEXT;                    -- deleted, protected, suspended, withheld
ALTER TABLE messages ADD COLUMN extras TEXT;                          -- JSON: poll, link cards, quoted post; null: none
ALTER TABLE messages ADD COLUMN refused TEXT;                         -- null: never tried; else why the network took no reply to it
CREATE INDEX messages_quoting ON messages (json_extract(extras, '$.quoted.remoteId')) WHERE extras IS NOT NULL;
ALTER TABLE threads ADD COLUMN gone INTEGER NOT NULL DEFAULT 0;       -- messages of the customer that are gone at their source
CREATE TABLE message_versions (     -- what an edited message said before
  message_id TEXT NOT NULL, version_id TEXT NOT NULL, text TEXT NOT NULL, seen_at INTEGER NOT NULL,
  PRIMARY KEY (message_id, version_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE direct_rights (        -- whether a customer takes direct messages of a brand, as far as was learned
  account_id TEXT NOT NULL REFERENCES accounts (id), identity_id TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('open', 'closed', 'encrypted')), at INTEGER NOT NULL,
  revision INTEGER NOT NULL, PRIMARY KEY (account_id, identity_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE gaps (                 -- spans of an account's stream that may be missing here
  id TEXT PRIMARY KEY, account_id TEXT NOT NULL REFERENCES accounts (id), stream TEXT NOT NULL,
  from_at INTEGER,                  -- null: since before anything known
  until_at INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('fetching', 'lost')), reason TEXT NOT NULL,
  found_at INTEGER NOT NULL,
  ended_at INTEGER,                 -- null: still open; else back-filled, or somebody has taken note
  ended_by TEXT,                    -- null: open, or back-filled by the desk itself
  revision INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX gaps_open ON gaps (until_at, id) WHERE ended_at IS NULL;

CREATE TABLE alerts (               -- what somebody must take note of
  id TEXT PRIMARY KEY, account_id TEXT NOT NULL REFERENCES accounts (id),
  kind TEXT NOT NULL CHECK (kind IN ('silence', 'direction', 'refused')),
  stream TEXT,                      -- null: the whole account
  text TEXT NOT NULL,               -- in words, with the figures it rests on
  raised_at INTEGER NOT NULL,
  acknowledged_by TEXT, acknowledged_at INTEGER,  -- null: nobody yet
  ended_at INTEGER,                 -- null: still so
  revision INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX alerts_open ON alerts (raised_at, id) WHERE ended_at IS NULL;

CREATE TABLE inbound_hours (        -- how much customers wrote in each hour: what is usual for an account
  account_id TEXT NOT NULL, kind TEXT NOT NULL, hour INTEGER NOT NULL,  -- since 1970
  messages INTEGER NOT NULL, PRIMARY KEY (account_id, kind, hour)
) STRICT, WITHOUT ROWID;
CREATE TABLE inbound_counted (      -- one row: up to which message, in the order of arrival
  one INTEGER PRIMARY KEY CHECK (one = 1), seq INTEGER NOT NULL
) STRICT;

CREATE TABLE call_windows (         -- what a network allows still, so that a restart does not forget it
  account_id TEXT NOT NULL, name TEXT NOT NULL,  -- the call, and for how long ('dm.send/24h')
  allowed INTEGER NOT NULL, remaining INTEGER NOT NULL, reset_at INTEGER NOT NULL, as_of INTEGER NOT NULL,
  PRIMARY KEY (account_id, name)
) STRICT, WITHOUT ROWID;
CREATE TABLE spending (             -- what calls cost, by day of the network (UTC)
  account_id TEXT NOT NULL, day TEXT NOT NULL, what TEXT NOT NULL,
  units INTEGER NOT NULL, micros INTEGER NOT NULL,  -- millionths of a US dollar
  PRIMARY KEY (account_id, day, what)
) STRICT, WITHOUT ROWID;
CREATE TABLE rechecks (             -- how far an account's messages were compared with the network
  account_id TEXT NOT NULL,
  part TEXT NOT NULL CHECK (part IN ('open', 'recent')),  -- messages of open threads; all others of the last 30 days
  place TEXT NOT NULL,              -- JSON: where this round goes on
  began_at INTEGER NOT NULL,
  ended_at INTEGER,                 -- null: under way
  PRIMARY KEY (account_id, part)
) STRICT, WITHOUT ROWID;

CREATE INDEX escalations_by_phone ON escalations (phone_id);
ALTER TABLE quarantine ADD COLUMN tried_with TEXT;                    -- null: never again; else the version that read it last
`;

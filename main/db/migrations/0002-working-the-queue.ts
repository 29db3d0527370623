/** People, queues, clocks, notes, tags, phone, experts, snippets: what a shift is worked with. */
export const workingTheQueue = `
ALTER TABLE agents ADD COLUMN role TEXT NOT NULL DEFAULT 'admin';
ALTER TABLE agents ADD COLUMN teams TEXT NOT NULL DEFAULT '[]';       -- JSON: names
ALTER TABLE agents ADD COLUMN skills TEXT NOT NULL DEFAULT '[]';      -- JSON: names
ALTER TABLE agents ADD COLUMN languages TEXT NOT NULL DEFAULT '[]';   -- JSON: BCP 47, as networks tell them ('en', 'pl')
ALTER TABLE agents ADD COLUMN load_cap INTEGER;                       -- null: no cap; else open threads at a time
ALTER TABLE agents ADD COLUMN duty TEXT NOT NULL DEFAULT 'on' CHECK (duty IN ('on', 'away', 'off'));
ALTER TABLE agents ADD COLUMN duty_since INTEGER NOT NULL DEFAULT 0;
ALTER TABLE agents ADD COLUMN left_at INTEGER;                        -- null: on the roster
CREATE TABLE agent_names (          -- what somebody was called before a change, so that it can be taken back
  agent_id TEXT NOT NULL REFERENCES agents (id), revision INTEGER NOT NULL,
  name TEXT NOT NULL, initials TEXT NOT NULL, PRIMARY KEY (agent_id, revision)
) STRICT, WITHOUT ROWID;

ALTER TABLE accounts ADD COLUMN baton_id TEXT;                        -- null: until the first person takes it

CREATE TABLE queues (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, position INTEGER NOT NULL,
  rules TEXT NOT NULL,              -- JSON: routing rules, any of which brings a thread here
  assignment TEXT NOT NULL CHECK (assignment IN ('off', 'round-robin', 'least-loaded')),
  skill TEXT,                       -- null: anybody
  is_language INTEGER NOT NULL,     -- 1: only to somebody who speaks the customer's language
  is_sticky INTEGER NOT NULL,       -- 1: first to the agent who last had this customer
  return_after_ms INTEGER,          -- null: an ignored assignment stays
  removed_at INTEGER,               -- null: in use
  revision INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE queue_turns (          -- apart from queues: whose turn it is changes all day, what a supervisor set does not
  queue_id TEXT PRIMARY KEY, agent_id TEXT NOT NULL,  -- who got the last thread by itself
  revision INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE calendars (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, zone TEXT NOT NULL,
  week TEXT NOT NULL,               -- JSON: seven lists of [from, to] minutes, Monday first
  holidays TEXT NOT NULL,           -- JSON: {date, name}
  removed_at INTEGER, revision INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE policies (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, position INTEGER NOT NULL,
  conditions TEXT NOT NULL,         -- JSON: which threads; the first policy that fits counts
  targets TEXT NOT NULL,            -- JSON: by priority, by clock, in minutes
  calendar_id TEXT REFERENCES calendars (id),  -- null: around the clock
  warn_percent INTEGER NOT NULL,    -- warned when so much of the target is used up
  since_at INTEGER NOT NULL,        -- in this form and place since then: what was answered before is not judged by it
  removed_at INTEGER, revision INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE clock_marks (          -- a warning or breach, recorded once and for good
  thread_id TEXT NOT NULL, clock TEXT NOT NULL, started_at INTEGER NOT NULL,
  policy_id TEXT NOT NULL, due_at INTEGER NOT NULL,
  warned_at INTEGER, breached_at INTEGER,  -- null: not warned, not breached
  is_seen INTEGER NOT NULL,         -- 1: passed while the desk was looking, stands whatever arrives; 0: follows from the messages
  revision INTEGER NOT NULL, PRIMARY KEY (thread_id, clock, started_at)
) STRICT, WITHOUT ROWID;
CREATE INDEX clock_marks_breached ON clock_marks (breached_at) WHERE breached_at IS NOT NULL;

CREATE TABLE tags (
  id TEXT PRIMARY KEY, name TEXT NOT NULL UNIQUE COLLATE NOCASE, colour TEXT NOT NULL,
  removed_at INTEGER, revision INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE thread_tags (
  thread_id TEXT NOT NULL, tag_id TEXT NOT NULL REFERENCES tags (id), at INTEGER NOT NULL,
  revision INTEGER NOT NULL, PRIMARY KEY (thread_id, tag_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX thread_tags_by_tag ON thread_tags (tag_id, thread_id);

CREATE TABLE notes (
  id TEXT PRIMARY KEY, customer_id TEXT NOT NULL,
  thread_id TEXT,                   -- null: about the customer, whatever the thread
  agent_id TEXT NOT NULL REFERENCES agents (id), text TEXT NOT NULL,
  mentions TEXT NOT NULL,           -- JSON: ids of agents
  created_at INTEGER NOT NULL,
  removed_at INTEGER,               -- null: shown
  revision INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX notes_by_thread ON notes (thread_id, created_at) WHERE thread_id IS NOT NULL;
CREATE INDEX notes_by_customer ON notes (customer_id, created_at);

CREATE TABLE phones (               -- numbers that customers gave
  id TEXT PRIMARY KEY, customer_id TEXT NOT NULL, number TEXT NOT NULL,  -- E.164
  message_id TEXT,                  -- null: given elsewhere; else where it was given
  consent_by TEXT NOT NULL REFERENCES agents (id), consent_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  forgotten_at INTEGER,             -- null: kept; else the number is gone
  revealed_at INTEGER, revealed_by TEXT,  -- null: never; else who was last shown it in full
  revision INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX phones_by_customer ON phones (customer_id);
CREATE INDEX phones_by_number ON phones (number);
CREATE INDEX phones_to_forget ON phones (expires_at) WHERE forgotten_at IS NULL;

CREATE TABLE escalations (
  id TEXT PRIMARY KEY, thread_id TEXT NOT NULL, customer_id TEXT NOT NULL,
  phone_id TEXT NOT NULL REFERENCES phones (id),
  state TEXT NOT NULL CHECK (state IN ('requested', 'booked', 'attempted', 'done', 'abandoned')),
  from_at INTEGER, until_at INTEGER,  -- null: any time; else the window the customer asked for
  lang TEXT,                        -- null: unknown
  summary TEXT NOT NULL,
  requested_by TEXT NOT NULL REFERENCES agents (id), requested_at INTEGER NOT NULL,
  assignee_id TEXT,                 -- null: nobody's yet
  due_at INTEGER NOT NULL,
  attempts INTEGER NOT NULL,
  ended_at INTEGER,                 -- null: under way
  outcome TEXT,                     -- null: not ended; else the wrap-up code
  reminded_at INTEGER,              -- null: nobody was reminded yet
  revision INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX escalations_by_state ON escalations (state, due_at, id);
CREATE INDEX escalations_ended ON escalations (state, ended_at, id) WHERE ended_at IS NOT NULL;
CREATE INDEX escalations_to_remind ON escalations (due_at) WHERE ended_at IS NULL AND reminded_at IS NULL;
CREATE INDEX escalations_by_thread ON escalations (thread_id, requested_at);
CREATE INDEX escalations_by_customer ON escalations (customer_id);

CREATE TABLE call_attempts (
  id TEXT PRIMARY KEY, escalation_id TEXT NOT NULL REFERENCES escalations (id),
  agent_id TEXT NOT NULL REFERENCES agents (id),
  started_at INTEGER NOT NULL, ended_at INTEGER,  -- null: still talking
  outcome TEXT,                     -- null: still talking; else the wrap-up code
  note TEXT NOT NULL, revision INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX call_attempts_by_escalation ON call_attempts (escalation_id, started_at);
CREATE INDEX call_attempts_running ON call_attempts (agent_id) WHERE ended_at IS NULL;

CREATE TABLE questions (            -- the expert line
  id TEXT PRIMARY KEY, thread_id TEXT NOT NULL,
  asked_by TEXT NOT NULL REFERENCES agents (id), expert_id TEXT NOT NULL REFERENCES agents (id),
  text TEXT NOT NULL, asked_at INTEGER NOT NULL, due_at INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('open', 'answered', 'withdrawn')),
  answer TEXT, ended_at INTEGER,    -- null: open
  revision INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX questions_by_expert ON questions (expert_id, state, due_at);
CREATE INDEX questions_by_thread ON questions (thread_id, asked_at);

CREATE TABLE snippets (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL CHECK (kind IN ('fact', 'opening')),
  text TEXT NOT NULL, lang TEXT,    -- null: any
  removed_at INTEGER, revision INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

ALTER TABLE threads ADD COLUMN queue_id TEXT;                 -- null: no rule fits
ALTER TABLE threads ADD COLUMN priority INTEGER NOT NULL DEFAULT 2;  -- 0 urgent, 1 high, 2 normal, 3 low
ALTER TABLE threads ADD COLUMN reason TEXT;                   -- null: the status needs none; else its reason
ALTER TABLE threads ADD COLUMN snoozed_until INTEGER;         -- null: not snoozed, or until the customer writes
ALTER TABLE threads ADD COLUMN assigned_at INTEGER;           -- null: nobody's
ALTER TABLE threads ADD COLUMN return_at INTEGER;             -- null: stays; else goes back to its queue then
ALTER TABLE threads ADD COLUMN queue_by_hand INTEGER NOT NULL DEFAULT 0;  -- 1: somebody moved it to its queue, no rule moves it away
ALTER TABLE threads ADD COLUMN returned_from TEXT;            -- null: nobody had it; else who gave it back, or let it lie until it went back
ALTER TABLE threads ADD COLUMN expert_id TEXT;                -- null: no open question; else who was asked
ALTER TABLE threads ADD COLUMN is_split INTEGER NOT NULL DEFAULT 0;  -- 1: an agent began it here, nothing folds it away
ALTER TABLE threads ADD COLUMN tags TEXT NOT NULL DEFAULT '[]';  -- JSON: ids, as thread_tags has them
ALTER TABLE threads ADD COLUMN notes INTEGER NOT NULL DEFAULT 0;
ALTER TABLE threads ADD COLUMN policy_id TEXT;                -- null: no policy fits
ALTER TABLE threads ADD COLUMN clock TEXT;                    -- null: none runs; else whose deadline is next
ALTER TABLE threads ADD COLUMN clock_from INTEGER;            -- null: none runs; else when that clock began
ALTER TABLE threads ADD COLUMN next_deadline_at INTEGER NOT NULL DEFAULT 8640000000000000;  -- that number: never
ALTER TABLE threads ADD COLUMN warn_at INTEGER NOT NULL DEFAULT 8640000000000000;  -- when there is next something to record: the warning, then the breach
ALTER TABLE threads ADD COLUMN breaches INTEGER NOT NULL DEFAULT 0;  -- how many breaches are recorded for it
ALTER TABLE threads ADD COLUMN waited_ms INTEGER NOT NULL DEFAULT 0; -- open hours the customer waited in this segment, before the present wait
ALTER TABLE threads ADD COLUMN marks INTEGER NOT NULL DEFAULT 0;     -- how many rows clock_marks has of it
ALTER TABLE threads ADD COLUMN judged_until INTEGER NOT NULL DEFAULT 0;  -- answers up to then are not judged anew by other targets

ALTER TABLE outbox ADD COLUMN then_reason TEXT;  -- null: resolved as answered, if at all; else no work, and why
ALTER TABLE messages ADD COLUMN is_automatic INTEGER NOT NULL DEFAULT 0;  -- 1: no person wrote it, no clock stops

DROP INDEX threads_closed;
CREATE INDEX threads_closed ON threads (closed_at) WHERE is_open = 0;
CREATE INDEX threads_due ON threads (next_deadline_at, id) WHERE is_open = 1;
CREATE INDEX threads_due_by_assignee ON threads (assignee_id, next_deadline_at, id) WHERE is_open = 1 AND assignee_id IS NOT NULL;
CREATE INDEX threads_due_by_queue ON threads (queue_id, next_deadline_at, id) WHERE is_open = 1 AND queue_id IS NOT NULL;
CREATE INDEX threads_by_queue ON threads (queue_id, is_open, sort_at, id) WHERE queue_id IS NOT NULL;
CREATE INDEX threads_to_give ON threads (queue_id, assignee_id, waiting_since, id) WHERE is_open = 1 AND queue_id IS NOT NULL;
CREATE INDEX threads_to_warn ON threads (warn_at) WHERE warn_at < 8640000000000000;
CREATE INDEX threads_to_return ON threads (return_at) WHERE return_at IS NOT NULL;
CREATE INDEX threads_to_wake ON threads (snoozed_until) WHERE snoozed_until IS NOT NULL;
CREATE INDEX threads_by_expert ON threads (expert_id, next_deadline_at, id) WHERE expert_id IS NOT NULL;
CREATE INDEX outbox_recent ON outbox (account_id, queued_at);
CREATE INDEX messages_answers ON messages (account_id, in_reply_to) WHERE in_reply_to IS NOT NULL AND role <> 'out';
`;

import { theReview } from './0004-review.ts';

/** The archive: everything said here can be found. */
export const theArchive = `
CREATE TABLE search_docs (          -- what can be found, and is in search_words under the same id
  id INTEGER PRIMARY KEY,           -- goes by when it was written (core/search/doc-ids.ts): the newest are read first
  part TEXT NOT NULL CHECK (part IN ('message', 'note', 'call', 'promise')),
  ref ANY NOT NULL,                 -- a message's seq; else the id of the note, attempt or promise
  at INTEGER NOT NULL,              -- when it was written
  UNIQUE (part, ref)
) STRICT;
CREATE VIRTUAL TABLE search_words USING fts5(
  text, facts,                      -- words as core/search folds them; what is true of a message for good
  prefix = '2 3', tokenize = "ascii tokenchars '!""#$%&''()*+,-./:;<=>?@[\\]^_\`{|}~'"
);
INSERT INTO search_words (search_words, rank) VALUES ('secure-delete', 1);
-- Merging is done by the desk in small parts: by itself it stops everything for a tenth of a second now and then.
INSERT INTO search_words (search_words, rank) VALUES ('automerge', 0);
INSERT INTO search_words (search_words, rank) VALUES ('crisismerge', 64);

CREATE TABLE search_people (id INTEGER PRIMARY KEY, identity_id TEXT NOT NULL UNIQUE) STRICT;
CREATE VIRTUAL TABLE search_names USING fts5(
  text, facts, prefix = '2 3', tokenize = "ascii tokenchars '!""#$%&''()*+,-./:;<=>?@[\\]^_\`{|}~'"
);
INSERT INTO search_names (search_names, rank) VALUES ('secure-delete', 1);

CREATE TABLE search_queue (         -- to be looked at anew
  part TEXT NOT NULL, ref ANY NOT NULL, PRIMARY KEY (part, ref)
) STRICT, WITHOUT ROWID;
CREATE TABLE search_marks (         -- one row: messages from, up to which are looked at, in the order of arrival
  one INTEGER PRIMARY KEY CHECK (one = 1),
  from_seq INTEGER NOT NULL, upto_seq INTEGER NOT NULL,
  made_by INTEGER NOT NULL,         -- which way of folding made the index; another makes it anew
  swept INTEGER NOT NULL DEFAULT 1 CHECK (swept IN (0, 1, 2)) -- 0: words have left it since it was swept; 2: being swept
) STRICT;
INSERT INTO search_marks SELECT 1, coalesce(max(seq), 0) + 1, coalesce(max(seq), 0), 1, 1 FROM messages;
INSERT INTO search_queue SELECT 'note', id FROM notes WHERE removed_at IS NULL;
INSERT INTO search_queue SELECT 'call', id FROM call_attempts WHERE note <> '';
INSERT INTO search_queue SELECT 'promise', id FROM escalations WHERE summary <> '';

-- What is changed or gone leaves the index with the statement that changes it, whoever makes it; what is new comes later.
CREATE TRIGGER search_docs_gone AFTER DELETE ON search_docs BEGIN
  DELETE FROM search_words WHERE rowid = old.id;
  UPDATE search_marks SET swept = 0 WHERE swept <> 0;
END;
CREATE TRIGGER search_message_changed AFTER UPDATE OF text, attachments, extras, lang, created_at, role, author_id, other_id, gone_at ON messages
WHEN EXISTS (SELECT 1 FROM search_docs WHERE part = 'message' AND ref = old.seq) BEGIN
  DELETE FROM search_docs WHERE part = 'message' AND ref = old.seq;
  INSERT OR IGNORE INTO search_queue VALUES ('message', old.seq);
END;
CREATE TRIGGER search_message_gone AFTER DELETE ON messages BEGIN
  DELETE FROM search_docs WHERE part = 'message' AND ref = old.seq;
  DELETE FROM search_queue WHERE part = 'message' AND ref = old.seq;
  -- The place of the newest is given again once it is gone: what comes there is new.
  UPDATE search_marks SET upto_seq = (SELECT coalesce(max(seq), 0) FROM messages)
  WHERE upto_seq > (SELECT coalesce(max(seq), 0) FROM messages);
END;

CREATE TRIGGER search_note_new AFTER INSERT ON notes BEGIN
  INSERT OR IGNORE INTO search_queue VALUES ('note', new.id);
END;
CREATE TRIGGER search_note_changed AFTER UPDATE OF text, removed_at ON notes BEGIN
  DELETE FROM search_docs WHERE part = 'note' AND ref = old.id;
  INSERT OR IGNORE INTO search_queue VALUES ('note', new.id);
END;
CREATE TRIGGER search_note_gone AFTER DELETE ON notes BEGIN
  DELETE FROM search_docs WHERE part = 'note' AND ref = old.id;
  DELETE FROM search_queue WHERE part = 'note' AND ref = old.id;
END;

CREATE TRIGGER search_call_new AFTER INSERT ON call_attempts WHEN new.note <> '' BEGIN
  INSERT OR IGNORE INTO search_queue VALUES ('call', new.id);
END;
CREATE TRIGGER search_call_changed AFTER UPDATE OF note ON call_attempts BEGIN
  DELETE FROM search_docs WHERE part = 'call' AND ref = old.id;
  INSERT OR IGNORE INTO search_queue VALUES ('call', new.id);
END;
CREATE TRIGGER search_call_gone AFTER DELETE ON call_attempts BEGIN
  DELETE FROM search_docs WHERE part = 'call' AND ref = old.id;
  DELETE FROM search_queue WHERE part = 'call' AND ref = old.id;
END;

CREATE TRIGGER search_promise_new AFTER INSERT ON escalations WHEN new.summary <> '' BEGIN
  INSERT OR IGNORE INTO search_queue VALUES ('promise', new.id);
END;
CREATE TRIGGER search_promise_changed AFTER UPDATE OF summary ON escalations BEGIN
  DELETE FROM search_docs WHERE part = 'promise' AND ref = old.id;
  INSERT OR IGNORE INTO search_queue VALUES ('promise', new.id);
END;
CREATE TRIGGER search_promise_gone AFTER DELETE ON escalations BEGIN
  DELETE FROM search_docs WHERE part = 'promise' AND ref = old.id;
  DELETE FROM search_queue WHERE part = 'promise' AND ref = old.id;
END;

CREATE TRIGGER search_people_gone AFTER DELETE ON search_people BEGIN
  DELETE FROM search_names WHERE rowid = old.id;
END;
CREATE TRIGGER search_identity_changed AFTER UPDATE OF handle, name ON identities
WHEN EXISTS (SELECT 1 FROM search_people WHERE identity_id = old.id) BEGIN
  DELETE FROM search_people WHERE identity_id = old.id;
  INSERT OR IGNORE INTO search_queue VALUES ('person', new.id);
END;
CREATE TRIGGER search_identity_gone AFTER DELETE ON identities BEGIN
  DELETE FROM search_people WHERE identity_id = old.id;
  DELETE FROM search_queue WHERE part = 'person' AND ref = old.id;
END;

-- Who saw and did what: the log by person and by kind of act, newest first (core/audit/).
CREATE INDEX changes_by_agent ON changes (agent, seq);
CREATE INDEX changes_by_op ON changes (op, seq);

CREATE TABLE search_recent (        -- what people looked for last: theirs alone, in no log, and gone with a word
  agent_id TEXT NOT NULL, text TEXT NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (agent_id, text)
) STRICT, WITHOUT ROWID;

CREATE TABLE holds (                -- what must stay, whoever wants it gone: nothing held is removed or erased
  id TEXT PRIMARY KEY, customer_id TEXT NOT NULL,
  thread_id TEXT,                   -- null: everything of this customer
  reason TEXT NOT NULL, set_by TEXT NOT NULL, set_at INTEGER NOT NULL,
  lifted_by TEXT, lifted_at INTEGER, lifted_because TEXT,  -- null: it holds
  revision INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX holds_by_thread ON holds (thread_id) WHERE thread_id IS NOT NULL;
CREATE INDEX holds_by_customer ON holds (customer_id);
CREATE TABLE retention_rules (      -- how long a brand keeps what is closed
  account_id TEXT PRIMARY KEY,
  closed_days INTEGER,              -- null: for ever; else conversations go so long after they were closed
  direct_days INTEGER,              -- null: as long as their conversation; else what was said in direct messages goes earlier
  set_by TEXT NOT NULL, set_at INTEGER NOT NULL, revision INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE retention_rounds (     -- the daily look at what is due: one row
  one INTEGER PRIMARY KEY CHECK (one = 1), began_at INTEGER NOT NULL, ended_at INTEGER,  -- null: under way
  place TEXT NOT NULL,              -- JSON: where it goes on
  threads INTEGER NOT NULL, messages INTEGER NOT NULL, directs INTEGER NOT NULL
) STRICT;
CREATE TABLE retention_erasures (   -- a person who is being erased: the row drives it, and a restart goes on with it
  id TEXT PRIMARY KEY, customer_id TEXT NOT NULL, by_id TEXT NOT NULL, asked_at INTEGER NOT NULL,
  phase TEXT NOT NULL, place TEXT NOT NULL,
  people TEXT NOT NULL,             -- JSON: who is to be found; empty once everything of theirs is gone
  with_exports INTEGER NOT NULL,    -- 1: the files that were exported go too, as far as they lie where they were written
  threads INTEGER NOT NULL, messages INTEGER NOT NULL, elsewhere INTEGER NOT NULL, files INTEGER NOT NULL,
  ended_at INTEGER,                 -- null: under way
  revision INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE retention_remains (    -- that there was a thread: counts and times, no words and no names
  thread_id TEXT PRIMARY KEY, account_id TEXT NOT NULL, because TEXT NOT NULL CHECK (because IN ('erased', 'retention')),
  first_at INTEGER NOT NULL, last_at INTEGER NOT NULL, closed_at INTEGER,
  inbound INTEGER NOT NULL, outbound INTEGER NOT NULL, direct INTEGER NOT NULL,
  gone_at INTEGER NOT NULL, revision INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX retention_remains_by_account ON retention_remains (account_id);
CREATE TABLE retention_forgotten (  -- what must not come in again, under a name that only this desk can make
  hash BLOB PRIMARY KEY, until_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE retention_key (one INTEGER PRIMARY KEY CHECK (one = 1), key BLOB NOT NULL) STRICT;

-- Replay: which changes touched a thread beside those that name it (core/replay/). Read from the log behind the desk.
CREATE TABLE replay_changes (
  thread_id TEXT NOT NULL, seq INTEGER NOT NULL, PRIMARY KEY (thread_id, seq)
) STRICT, WITHOUT ROWID;
CREATE TABLE replay_marks (         -- one row: changes from, up to which have been read
  one INTEGER PRIMARY KEY CHECK (one = 1), from_seq INTEGER NOT NULL, upto_seq INTEGER NOT NULL
) STRICT;
INSERT INTO replay_marks SELECT 1, coalesce(max(seq), 0) + 1, coalesce(max(seq), 0) FROM changes;

CREATE TABLE backup_runs (          -- what was done for the safety of this file, and how it went
  id TEXT PRIMARY KEY, kind TEXT NOT NULL CHECK (kind IN ('backup', 'check', 'restore', 'repair')),
  at INTEGER NOT NULL, is_ok INTEGER NOT NULL, words TEXT NOT NULL,
  run_by TEXT NOT NULL,             -- an agent, or the desk by itself
  revision INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX backup_runs_by_kind ON backup_runs (kind, at);

-- Past conversations from files: where each import is, so that it can go on, and what it did not take.
CREATE TABLE imports (
  id TEXT PRIMARY KEY, agent_id TEXT NOT NULL REFERENCES agents (id),
  account_id TEXT,                  -- null: the file names its own
  kind TEXT NOT NULL, name TEXT NOT NULL, path TEXT NOT NULL,
  mapping TEXT,                     -- JSON; null: the file needs none
  bytes INTEGER NOT NULL, hash TEXT NOT NULL,
  units_hash TEXT NOT NULL, position INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('running', 'stopped', 'failed', 'done')),
  began_at INTEGER NOT NULL, ended_at INTEGER,
  total INTEGER NOT NULL, added INTEGER NOT NULL, known INTEGER NOT NULL, threads INTEGER NOT NULL,
  refused INTEGER NOT NULL, left_out INTEGER NOT NULL, reason TEXT,
  revision INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE import_refusals (
  import_id TEXT NOT NULL REFERENCES imports (id), row INTEGER NOT NULL, reason TEXT NOT NULL,
  PRIMARY KEY (import_id, row)
) STRICT, WITHOUT ROWID;
ALTER TABLE messages ADD COLUMN import_id TEXT;  -- null: it came from the network
${theReview}`;

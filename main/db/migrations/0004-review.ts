/** Quality: the form and its versions, what was drawn to be looked at, who scored it how, and how each closing ended. */
export const theReview = `
CREATE TABLE review_forms (         -- a version is never changed once it is published
  id TEXT PRIMARY KEY,
  version INTEGER,                  -- null: a draft
  name TEXT NOT NULL, sections TEXT NOT NULL,  -- JSON: the team's own words
  made_by TEXT NOT NULL, made_at INTEGER NOT NULL,
  removed_at INTEGER,               -- null: in use; else the draft was given up
  revision INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE review_samples (
  id TEXT PRIMARY KEY, rule TEXT NOT NULL,  -- JSON
  mode TEXT NOT NULL CHECK (mode IN ('single', 'double', 'calibration')),
  seed INTEGER NOT NULL,            -- with it and the rule the same is drawn again
  scorers TEXT NOT NULL,            -- JSON: ids of agents
  form_id TEXT NOT NULL, drawn_by TEXT NOT NULL, drawn_at INTEGER NOT NULL,
  removed_at INTEGER,               -- null: shown
  revision INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE review_picks (         -- a thread that was drawn
  id TEXT PRIMARY KEY, sample_id TEXT NOT NULL, thread_id TEXT NOT NULL,
  agent_id TEXT NOT NULL,           -- whose work it is
  position INTEGER NOT NULL,
  asked_at INTEGER,                 -- null: nobody asked for a second look
  revision INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX review_picks_by_sample ON review_picks (sample_id, position);
CREATE INDEX review_picks_by_thread ON review_picks (thread_id);
CREATE TABLE review_scores (        -- one person's review of a pick, done or half made
  id TEXT PRIMARY KEY, pick_id TEXT NOT NULL, scorer_id TEXT NOT NULL, form_id TEXT NOT NULL,
  answers TEXT NOT NULL,            -- JSON: by question
  points REAL,                      -- null: not done, or nothing applied; else 0 to 100
  is_failed INTEGER NOT NULL,
  done_at INTEGER,                  -- null: not done
  note_id TEXT,                     -- null: not sent to its agent; else the note that told them
  created_at INTEGER NOT NULL, revision INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX review_scores_by_pick ON review_scores (pick_id, created_at);
CREATE INDEX review_scores_by_scorer ON review_scores (scorer_id, done_at);
CREATE INDEX review_scores_done ON review_scores (done_at) WHERE done_at IS NOT NULL;
CREATE TABLE review_comments (      -- a message is quoted by its id: erased there, it is quoted no more
  score_id TEXT NOT NULL, question_id TEXT NOT NULL, text TEXT NOT NULL,
  message_id TEXT,                  -- null: quotes none
  revision INTEGER NOT NULL, PRIMARY KEY (score_id, question_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX review_comments_quoting ON review_comments (message_id) WHERE message_id IS NOT NULL;
CREATE TABLE review_settled (       -- what scorers who differed came to
  pick_id TEXT NOT NULL, question_id TEXT NOT NULL, answer TEXT NOT NULL,
  how TEXT NOT NULL CHECK (how IN ('agreed', 'third')),
  agent_id TEXT NOT NULL, at INTEGER NOT NULL, revision INTEGER NOT NULL, PRIMARY KEY (pick_id, question_id)
) STRICT, WITHOUT ROWID;
ALTER TABLE notes ADD COLUMN score_id TEXT;                           -- null: no feedback; else the review it tells of

CREATE TABLE review_closings (      -- every time a thread was closed, and whether that held; follows from threads
  thread_id TEXT NOT NULL, closed_at INTEGER NOT NULL, status TEXT NOT NULL,
  agent_id TEXT,                    -- null: nobody had it
  queue_id TEXT, account_id TEXT NOT NULL,
  is_reopened INTEGER NOT NULL,     -- 1: by the customer within the window, or by one of us
  PRIMARY KEY (thread_id, closed_at)
) STRICT, WITHOUT ROWID;
CREATE INDEX review_closings_by_time ON review_closings (closed_at);
INSERT INTO review_closings SELECT id, closed_at, status, assignee_id, queue_id, account_id, 0
  FROM threads WHERE is_open = 0 AND closed_at IS NOT NULL;
-- A step that is taken back gives the closing's time back as well: then there was none.
CREATE TRIGGER review_closed AFTER UPDATE OF is_open ON threads
WHEN old.is_open = 1 AND new.is_open = 0 AND new.closed_at IS NOT NULL BEGIN
  INSERT OR REPLACE INTO review_closings
  VALUES (new.id, new.closed_at, new.status, new.assignee_id, new.queue_id, new.account_id, 0);
END;
CREATE TRIGGER review_closed_at_once AFTER INSERT ON threads WHEN new.is_open = 0 AND new.closed_at IS NOT NULL BEGIN
  INSERT OR REPLACE INTO review_closings
  VALUES (new.id, new.closed_at, new.status, new.assignee_id, new.queue_id, new.account_id, 0);
END;
CREATE TRIGGER review_reopened AFTER UPDATE OF is_open ON threads WHEN old.is_open = 0 AND new.is_open = 1 BEGIN
  DELETE FROM review_closings
  WHERE thread_id = old.id AND closed_at = old.closed_at AND new.closed_at IS NOT old.closed_at;
  UPDATE review_closings SET is_reopened = 1 WHERE thread_id = new.id AND closed_at = new.closed_at;
END;
CREATE TRIGGER review_closings_gone AFTER DELETE ON threads BEGIN
  DELETE FROM review_closings WHERE thread_id = old.id;
END;
`;

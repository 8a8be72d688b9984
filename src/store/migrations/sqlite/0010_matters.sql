-- Cases that tell of one thing. No text of a customer's: titles, steps and versions are read from the cases.
ALTER TABLE cases ADD COLUMN component TEXT;   -- the catalogue's name; empty for inquiries, and for cases of before

CREATE TABLE matters (
  matter_id TEXT PRIMARY KEY,
  began_at INTEGER NOT NULL,
  intent TEXT NOT NULL,            -- of the first report, as are the two below
  first_case_id TEXT,
  ticket_id TEXT,
  first_at INTEGER,
  last_at INTEGER,
  cases INTEGER NOT NULL,
  customers INTEGER NOT NULL,
  severity INTEGER NOT NULL,       -- the gravest ticket's, 0 where there is none
  solved_at INTEGER,
  solved_by TEXT
) STRICT;
CREATE INDEX matters_by_time ON matters (last_at, matter_id);
CREATE INDEX matters_by_customers ON matters (customers, matter_id);

CREATE TABLE matter_cases (
  case_id TEXT PRIMARY KEY,
  matter_id TEXT NOT NULL,
  created_at INTEGER NOT NULL,     -- of the case
  customer INTEGER NOT NULL,       -- tells customers of a matter apart, and says nothing else of them
  severity INTEGER NOT NULL,
  steps INTEGER NOT NULL,          -- characters of its reproduction steps: the longest are the best told
  joined_at INTEGER NOT NULL,
  joined_by TEXT,                  -- empty where the service was sure by the probability
  probability REAL
) STRICT;
CREATE INDEX matter_cases_by_matter ON matter_cases (matter_id, case_id);
CREATE INDEX matter_cases_by_time ON matter_cases (created_at, matter_id);

-- What was done, with what it replaced, so that it can be taken back.
CREATE TABLE matter_events (
  matter_id TEXT NOT NULL,
  number INTEGER NOT NULL,
  act TEXT NOT NULL,
  done_at INTEGER NOT NULL,
  done_by TEXT,
  case_ids TEXT NOT NULL,          -- JSON
  replaced TEXT NOT NULL,          -- JSON: where the cases were before, and how it was solved
  undone_at INTEGER,
  PRIMARY KEY (matter_id, number)
) STRICT, WITHOUT ROWID;

-- How far existing cases have been gone through.
CREATE TABLE matter_progress (last_case_id TEXT NOT NULL) STRICT;
INSERT INTO matter_progress VALUES ('');

CREATE TABLE rising (
  rising_id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,              -- matter or component
  name TEXT NOT NULL,              -- the matter's id or the component's name
  onset INTEGER NOT NULL,
  found_at INTEGER NOT NULL,
  reports INTEGER NOT NULL,
  expected REAL NOT NULL,
  probability REAL NOT NULL,
  ended_at INTEGER
) STRICT;
CREATE INDEX rising_by_end ON rising (ended_at);

-- Cases that tell of one thing. No text of a customer's: titles, steps and versions are read from the cases.
ALTER TABLE cases ADD COLUMN component TEXT;   -- the catalogue's name; empty for inquiries, and for cases of before

CREATE TABLE matters (
  matter_id TEXT COLLATE "C" PRIMARY KEY,
  began_at BIGINT NOT NULL,
  intent TEXT NOT NULL,            -- of the first report, as are the two below
  first_case_id TEXT COLLATE "C",
  ticket_id TEXT,
  first_at BIGINT,
  last_at BIGINT,
  cases BIGINT NOT NULL,
  customers BIGINT NOT NULL,
  severity BIGINT NOT NULL,       -- the gravest ticket's, 0 where there is none
  solved_at BIGINT,
  solved_by TEXT
);
CREATE INDEX matters_by_time ON matters (last_at, matter_id);
CREATE INDEX matters_by_customers ON matters (customers, matter_id);

CREATE TABLE matter_cases (
  case_id TEXT COLLATE "C" PRIMARY KEY,
  matter_id TEXT COLLATE "C" NOT NULL,
  created_at BIGINT NOT NULL,     -- of the case
  customer BIGINT NOT NULL,       -- tells customers of a matter apart, and says nothing else of them
  severity BIGINT NOT NULL,
  steps BIGINT NOT NULL,          -- characters of its reproduction steps: the longest are the best told
  joined_at BIGINT NOT NULL,
  joined_by TEXT,                  -- empty where the service was sure by the probability
  probability DOUBLE PRECISION
);
CREATE INDEX matter_cases_by_matter ON matter_cases (matter_id, case_id);
CREATE INDEX matter_cases_by_time ON matter_cases (created_at, matter_id);

-- What was done, with what it replaced, so that it can be taken back.
CREATE TABLE matter_events (
  matter_id TEXT COLLATE "C" NOT NULL,
  number BIGINT NOT NULL,
  act TEXT NOT NULL,
  done_at BIGINT NOT NULL,
  done_by TEXT,
  case_ids TEXT NOT NULL,          -- JSON
  replaced TEXT NOT NULL,          -- JSON: where the cases were before, and how it was solved
  undone_at BIGINT,
  PRIMARY KEY (matter_id, number)
);

-- How far existing cases have been gone through.
CREATE TABLE matter_progress (last_case_id TEXT COLLATE "C" NOT NULL);
INSERT INTO matter_progress VALUES ('');

CREATE TABLE rising (
  rising_id TEXT COLLATE "C" PRIMARY KEY,
  kind TEXT NOT NULL,              -- matter or component
  name TEXT NOT NULL,              -- the matter's id or the component's name
  onset BIGINT NOT NULL,
  found_at BIGINT NOT NULL,
  reports BIGINT NOT NULL,
  expected DOUBLE PRECISION NOT NULL,
  probability DOUBLE PRECISION NOT NULL,
  ended_at BIGINT
);
CREATE INDEX rising_by_end ON rising (ended_at);

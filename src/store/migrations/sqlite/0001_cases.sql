-- Times are milliseconds since 1970.
CREATE TABLE ticket_numbers (
  prefix TEXT PRIMARY KEY,
  last INTEGER NOT NULL
) STRICT;
INSERT INTO ticket_numbers VALUES ('BUG', 0), ('FR', 0);

CREATE TABLE cases (
  case_id TEXT PRIMARY KEY,
  created_at INTEGER NOT NULL,
  ticket_id TEXT UNIQUE,
  first_intent TEXT NOT NULL,
  first_category TEXT,
  intent TEXT NOT NULL,            -- the verdict in force: a person's where there is one
  category TEXT,
  confidence REAL NOT NULL,
  route TEXT NOT NULL,
  review TEXT NOT NULL,
  claimed_by TEXT,
  claimed_at INTEGER,
  erased_at INTEGER,
  customer_id TEXT,                -- this and all below is empty once erased
  identity TEXT,                   -- hash of customer, product and normalised message
  request TEXT,
  answer TEXT,
  explanation TEXT
) STRICT;
CREATE INDEX cases_by_identity ON cases (identity, created_at) WHERE identity IS NOT NULL;
CREATE INDEX cases_by_customer ON cases (customer_id, case_id) WHERE customer_id IS NOT NULL;
CREATE INDEX cases_by_review ON cases (review, confidence, case_id) WHERE review <> 'none';
CREATE INDEX cases_to_erase ON cases (created_at) WHERE erased_at IS NULL;

-- Written to see whether a write could be taken.
CREATE TABLE readiness (checked_at INTEGER NOT NULL) STRICT;
INSERT INTO readiness VALUES (0);

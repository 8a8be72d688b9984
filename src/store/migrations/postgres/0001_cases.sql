-- Times are milliseconds since 1970.
CREATE SEQUENCE ticket_numbers_bug;
CREATE SEQUENCE ticket_numbers_fr;

CREATE TABLE cases (
  case_id TEXT COLLATE "C" PRIMARY KEY,
  created_at BIGINT NOT NULL,
  ticket_id TEXT UNIQUE,
  first_intent TEXT NOT NULL,
  first_category TEXT,
  intent TEXT NOT NULL,            -- the verdict in force: a person's where there is one
  category TEXT,
  confidence DOUBLE PRECISION NOT NULL,
  route TEXT NOT NULL,
  review TEXT NOT NULL,
  claimed_by TEXT,
  claimed_at BIGINT,
  erased_at BIGINT,
  customer_id TEXT,                -- this and all below is empty once erased
  identity TEXT,                   -- hash of customer, product and normalised message
  request TEXT,
  answer TEXT,
  explanation TEXT
);
CREATE INDEX cases_by_identity ON cases (identity, created_at) WHERE identity IS NOT NULL;
CREATE INDEX cases_by_customer ON cases (customer_id, case_id) WHERE customer_id IS NOT NULL;
CREATE INDEX cases_by_review ON cases (review, confidence, case_id) WHERE review <> 'none';
CREATE INDEX cases_to_erase ON cases (created_at) WHERE erased_at IS NULL;

-- Written to see whether a write could be taken.
CREATE TABLE readiness (checked_at BIGINT NOT NULL);
INSERT INTO readiness VALUES (0);

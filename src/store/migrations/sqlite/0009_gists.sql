-- What cases are compared by (triage/domain/gist.ts), and the terms under which each is found.
-- Rows of erased cases are gone. A case without a row is read again in the background.
CREATE TABLE gists (
  number INTEGER PRIMARY KEY,
  case_id TEXT NOT NULL UNIQUE,
  version INTEGER NOT NULL,        -- of the way it was made
  gist TEXT NOT NULL
) STRICT;
CREATE TABLE gist_terms (
  term INTEGER NOT NULL,           -- hash of product and word
  number INTEGER NOT NULL,
  PRIMARY KEY (term, number)
) STRICT, WITHOUT ROWID;

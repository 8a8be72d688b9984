-- Explanations that may quote other customers' messages (store/quotes_of_others.ts): how far they
-- have been gone through. A program from before may go on storing such for an hour. No row: none is left.
CREATE TABLE quotes_of_others (
  last_case_id TEXT NOT NULL,
  stored_before INTEGER NOT NULL
) STRICT;
INSERT INTO quotes_of_others
  SELECT '', CAST(strftime('%s', 'now') AS INTEGER) * 1000 + 3600000
  WHERE EXISTS (SELECT 1 FROM cases);

-- Explanations that may quote other customers' messages (store/quotes_of_others.ts): how far they
-- have been gone through. A program from before may go on storing such for an hour. No row: none is left.
CREATE TABLE quotes_of_others (
  last_case_id TEXT COLLATE "C" NOT NULL,
  stored_before BIGINT NOT NULL
);
INSERT INTO quotes_of_others
  SELECT '', CAST(extract(epoch FROM now()) * 1000 AS BIGINT) + 3600000
  WHERE EXISTS (SELECT 1 FROM cases);

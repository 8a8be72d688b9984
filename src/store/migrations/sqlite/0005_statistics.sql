ALTER TABLE cases ADD COLUMN cost_usd REAL;   -- of its model calls; empty where the price is not known
-- Holds all that the quality page counts, so that counting reads no case.
CREATE INDEX cases_by_time ON cases (created_at, first_intent, route, confidence, cost_usd);
CREATE INDEX cases_by_review_newest ON cases (review, case_id) WHERE review <> 'none';

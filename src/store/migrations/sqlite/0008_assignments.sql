-- Whose case it is: a person whom it was given to, and since when.
ALTER TABLE cases ADD COLUMN assigned_to TEXT;
ALTER TABLE cases ADD COLUMN assigned_at INTEGER;
CREATE INDEX cases_by_assignee ON cases (assigned_to, case_id) WHERE assigned_to IS NOT NULL;

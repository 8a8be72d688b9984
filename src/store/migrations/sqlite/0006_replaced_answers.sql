-- What a correction replaced, so that it stays in the history and can be put back.
ALTER TABLE corrections ADD COLUMN replaced_review TEXT;
ALTER TABLE corrections ADD COLUMN replaced_ticket_id TEXT;
ALTER TABLE corrections ADD COLUMN replaced_answer TEXT;   -- empty where the answer stayed, and once erased
ALTER TABLE corrections ADD COLUMN undone_at INTEGER;
CREATE INDEX corrections_by_ticket ON corrections (replaced_ticket_id) WHERE replaced_ticket_id IS NOT NULL;

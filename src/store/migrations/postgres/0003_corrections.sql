CREATE TABLE corrections (
  case_id TEXT COLLATE "C" NOT NULL REFERENCES cases (case_id),
  number INTEGER NOT NULL,
  corrected_at BIGINT NOT NULL,
  corrected_by TEXT NOT NULL,
  message_type TEXT NOT NULL,
  inquiry_category TEXT,
  note TEXT,
  PRIMARY KEY (case_id, number)
);

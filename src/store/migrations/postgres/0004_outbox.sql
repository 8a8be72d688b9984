CREATE TABLE outbox (
  event_id TEXT PRIMARY KEY,
  created_at BIGINT NOT NULL,
  payload TEXT NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0,
  due_at BIGINT,                  -- empty once settled
  delivered_at BIGINT,
  dead_at BIGINT,
  last_failure TEXT
);
CREATE INDEX outbox_due ON outbox (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX outbox_settled ON outbox (created_at) WHERE due_at IS NULL;

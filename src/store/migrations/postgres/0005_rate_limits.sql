-- Requests of each caller in the running minute, counted by all instances together.
-- The shape is the one that rate-limiter-flexible works on. Not logged: after a crash
-- of the server a minute's counts are no loss, and no request waits for the disk.
CREATE UNLOGGED TABLE rate_limits (
  key varchar(255) PRIMARY KEY,
  points integer NOT NULL DEFAULT 0,
  expire bigint
);

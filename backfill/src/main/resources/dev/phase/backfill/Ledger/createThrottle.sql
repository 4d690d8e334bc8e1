CREATE TABLE IF NOT EXISTS phase.backfill_throttle (
  run text NOT NULL REFERENCES phase.backfill_run ON DELETE CASCADE,
  cause text NOT NULL,
  millis bigint NOT NULL,
  PRIMARY KEY (run, cause)
) WITH (fillfactor = 50)

CREATE TABLE IF NOT EXISTS phase.backfill_quarantine (
  run text NOT NULL REFERENCES phase.backfill_run ON DELETE CASCADE,
  row_name text NOT NULL,
  sqlstate text NOT NULL,
  message text NOT NULL,
  found_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (run, row_name)
)

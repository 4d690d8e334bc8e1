-- No index but the key's, and room in each page, so that the update of every batch stays HOT.
CREATE TABLE IF NOT EXISTS phase.backfill_run (
  id text PRIMARY KEY,
  table_name text NOT NULL,
  desired_state text NOT NULL DEFAULT 'RUN' CHECK (desired_state IN ('RUN', 'PAUSE')),
  state text NOT NULL CHECK (state IN ('RUNNING', 'PAUSED', 'STOPPED', 'FAILED', 'DONE')),
  reason text,
  epoch bigint NOT NULL,
  stage text NOT NULL CHECK (stage IN ('CONVERT', 'VERIFY')),
  pass integer NOT NULL DEFAULT 1,
  chunking text,
  cursor text[],
  upper_bound text[],
  rows_total bigint NOT NULL DEFAULT 0,
  rows_done bigint NOT NULL DEFAULT 0,
  rows_changed bigint NOT NULL DEFAULT 0,
  rows_mended bigint NOT NULL DEFAULT 0,
  rows_per_second double precision NOT NULL DEFAULT 0,
  started_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  updated_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  finished_at timestamptz
) WITH (fillfactor = 50)

CREATE TABLE IF NOT EXISTS phase.backfill_run (
  id text PRIMARY KEY,
  -- Of two runs of a table, the one with the lower number comes first.
  ordinal bigint GENERATED ALWAYS AS IDENTITY,
  table_name text NOT NULL,
  -- The work itself, so that any process that finds the run can do it.
  relation text[] NOT NULL,
  fill_columns text[] NOT NULL,
  fill_types text[] NOT NULL,
  fill_values text[] NOT NULL,
  -- The same while older runs of the table go on, which fill these columns with their own.
  early_values text[] NOT NULL,
  fill_only_null boolean[] NOT NULL,
  desired_state text NOT NULL DEFAULT 'RUN' CHECK (desired_state IN ('RUN', 'PAUSE', 'CANCEL')),
  state text NOT NULL CHECK (state IN ('QUEUED', 'RUNNING', 'PAUSED', 'STOPPED', 'FAILED',
                                    'QUARANTINED', 'CANCELLED', 'DONE')),
  reason text,
  waived_by text,
  -- Where they are not as configured.
  batch_rows integer,
  batch_millis bigint,
  pause_millis bigint,
  stage text NOT NULL DEFAULT 'CONVERT' CHECK (stage IN ('CONVERT', 'VERIFY')),
  pass integer NOT NULL DEFAULT 1,
  -- The moment that a proof looks at; its first worker keeps it.
  snapshot text,
  chunking text,
  frontier text[],
  upper_bound text[],
  rows_total bigint NOT NULL DEFAULT 0,
  -- Of the passes that are over; the chunks have those of the present one.
  rows_changed bigint NOT NULL DEFAULT 0,
  rows_mended bigint NOT NULL DEFAULT 0,
  batches bigint NOT NULL DEFAULT 0,
  millis bigint NOT NULL DEFAULT 0,
  wal_bytes bigint NOT NULL DEFAULT 0,
  started_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  updated_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  finished_at timestamptz
) WITH (fillfactor = 50)

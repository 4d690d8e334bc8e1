-- No index but the key's, and room in each page, so that the update of every batch stays HOT.
CREATE TABLE IF NOT EXISTS phase.backfill_chunk (
  run text NOT NULL REFERENCES phase.backfill_run ON DELETE CASCADE,
  seq integer NOT NULL,
  low text[],
  high text[] NOT NULL,
  stripes integer NOT NULL,
  rows_total bigint NOT NULL,
  state text NOT NULL CHECK (state IN ('PENDING', 'RUNNING', 'DONE')),
  owner uuid,
  epoch bigint NOT NULL,
  backend integer,
  lease_until timestamptz,
  stripe integer NOT NULL DEFAULT 0,
  cursor text[],
  rows_done bigint NOT NULL DEFAULT 0,
  rows_changed bigint NOT NULL DEFAULT 0,
  rows_mended bigint NOT NULL DEFAULT 0,
  -- Over the worker's last batches; 0 while it waits. The slowest and the fastest part of them besides.
  rows_per_second double precision NOT NULL DEFAULT 0,
  slowest double precision NOT NULL DEFAULT 0,
  fastest double precision NOT NULL DEFAULT 0,
  batches bigint NOT NULL DEFAULT 0,
  millis bigint NOT NULL DEFAULT 0,
  wal_bytes bigint NOT NULL DEFAULT 0,
  PRIMARY KEY (run, seq)
) WITH (fillfactor = 50)

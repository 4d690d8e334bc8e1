-- Of format 1.
ALTER TABLE phase.backfill_chunk
  ADD COLUMN IF NOT EXISTS slowest double precision NOT NULL DEFAULT 0,
  ADD COLUMN IF NOT EXISTS fastest double precision NOT NULL DEFAULT 0

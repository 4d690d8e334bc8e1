-- From format 2 on.
ALTER TABLE phase.backfill_run ADD COLUMN IF NOT EXISTS snapshot text

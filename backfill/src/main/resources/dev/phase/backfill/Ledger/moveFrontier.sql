UPDATE phase.backfill_run
SET frontier = :frontier, updated_at = clock_timestamp()
WHERE id = :id

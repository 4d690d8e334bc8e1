-- Of workers that are gone. A chunk whose batch is being worked is locked, whatever its lease says.
UPDATE phase.backfill_chunk
SET state = 'PENDING', owner = NULL, backend = NULL, lease_until = NULL, rows_per_second = 0
WHERE (run, seq) IN (
  SELECT run, seq
  FROM phase.backfill_chunk
  WHERE state = 'RUNNING' AND lease_until < clock_timestamp()
  FOR NO KEY UPDATE SKIP LOCKED)

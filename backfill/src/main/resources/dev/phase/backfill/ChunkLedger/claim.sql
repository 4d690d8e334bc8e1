-- One that nobody works at: never begun, given back, left by a lease that is over or a connection that
-- is gone. A chunk whose batch is being worked is locked, whatever its lease says.
UPDATE phase.backfill_chunk
SET state = 'RUNNING', owner = :owner, epoch = epoch + 1, backend = pg_backend_pid(),
    rows_per_second = 0, lease_until = clock_timestamp() + :lease * interval '1 ms'
WHERE run = :run AND seq = (
  SELECT seq
  FROM phase.backfill_chunk c
  WHERE run = :run AND state <> 'DONE'
    AND (state = 'PENDING' OR lease_until < clock_timestamp()
         OR NOT EXISTS (SELECT FROM pg_stat_get_activity(c.backend)))
  ORDER BY seq
  LIMIT 1
  FOR NO KEY UPDATE SKIP LOCKED)
RETURNING seq, epoch

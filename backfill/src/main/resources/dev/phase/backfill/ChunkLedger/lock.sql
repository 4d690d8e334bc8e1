-- The fence: whoever has lost the chunk finds no row.
SELECT r.desired_state, r.stage, r.pass, r.chunking, r.snapshot, r.frontier, r.upper_bound,
       r.rows_total AS pass_rows, r.batch_rows, r.batch_millis, r.pause_millis, c.low, c.high, c.stripes, c.rows_total, c.stripe, c.cursor,
       c.rows_done, pg_current_wal_insert_lsn()::text AS wal_position,
       set_config('statement_timeout', :timeout, true) AS timeout
FROM phase.backfill_chunk c
JOIN phase.backfill_run r ON r.id = c.run
CROSS JOIN (<settings>) AS settings
WHERE c.run = :run AND c.seq = :seq AND c.owner = :owner AND c.epoch = :epoch
  AND c.state = 'RUNNING'
FOR NO KEY UPDATE OF c

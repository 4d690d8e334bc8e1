INSERT INTO phase.backfill_chunk
  (run, seq, low, high, stripes, rows_total, state, owner, epoch, backend, lease_until)
SELECT :run, coalesce(max(seq), 0) + 1, nullif(:low, '{}'), :high, :stripes, :rows, 'RUNNING',
       :owner, 1, pg_backend_pid(), clock_timestamp() + :lease * interval '1 ms'
FROM phase.backfill_chunk
WHERE run = :run
RETURNING seq, epoch

SELECT seq, state, rows_done, rows_total, lease_until
FROM phase.backfill_chunk
WHERE run = :id AND state <> 'DONE'
ORDER BY seq

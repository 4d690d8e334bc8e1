UPDATE phase.backfill_chunk
SET state = 'PENDING', owner = NULL, backend = NULL, lease_until = NULL, rows_per_second = 0
WHERE run = :run AND seq = :seq AND owner = :owner AND epoch = :epoch AND state = 'RUNNING'

UPDATE phase.backfill_chunk
SET lease_until = clock_timestamp() + :lease * interval '1 ms', rows_per_second = 0
WHERE run = :run AND seq = :seq AND owner = :owner AND epoch = :epoch AND state = 'RUNNING'

UPDATE phase.backfill_chunk
SET stripe = :stripe, cursor = nullif(:cursor, '{}'), rows_done = :rowsDone,
    state = CASE WHEN :stripe < stripes THEN 'RUNNING' ELSE 'DONE' END,
    rows_changed = rows_changed + :changed, rows_mended = rows_mended + :mended,
    rows_per_second = :rowsPerSecond, slowest = :slowest, fastest = :fastest, batches = batches + 1,
    millis = millis + 1000 * extract(epoch FROM clock_timestamp() - now()),
    wal_bytes = wal_bytes + (pg_current_wal_insert_lsn() - :walPosition::pg_lsn), backend = pg_backend_pid(),
    lease_until = clock_timestamp() + :lease * interval '1 ms'
WHERE run = :run AND seq = :seq
RETURNING (pg_current_wal_insert_lsn() - :walPosition::pg_lsn)::bigint

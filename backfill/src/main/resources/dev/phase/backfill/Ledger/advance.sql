UPDATE phase.backfill_run
SET cursor = :cursor, rows_done = rows_done + :rows, rows_changed = rows_changed + :changed,
    rows_mended = rows_mended + :mended, rows_per_second = :rowsPerSecond,
    updated_at = clock_timestamp()
WHERE id = :id AND epoch = :epoch

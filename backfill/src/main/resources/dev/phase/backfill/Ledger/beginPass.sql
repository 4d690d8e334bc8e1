UPDATE phase.backfill_run
SET stage = :stage, pass = :pass, chunking = :chunking, cursor = NULL, upper_bound = :upperBound,
    rows_total = :rowsTotal, rows_done = 0, rows_mended = 0, updated_at = clock_timestamp()
WHERE id = :id AND epoch = :epoch

SELECT desired_state, stage, pass, chunking, cursor, upper_bound, rows_total, rows_done, rows_mended
FROM phase.backfill_run
WHERE id = :id AND epoch = :epoch
FOR UPDATE

UPDATE phase.backfill_run
SET state = :state, reason = :reason, rows_per_second = 0, updated_at = clock_timestamp(),
    rows_total = CASE WHEN :state = 'DONE' THEN rows_done ELSE rows_total END,
    finished_at = CASE WHEN :state = 'DONE' THEN clock_timestamp() END
WHERE id = :id AND epoch = :epoch

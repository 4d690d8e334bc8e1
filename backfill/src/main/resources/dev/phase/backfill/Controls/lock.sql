SELECT desired_state, batch_rows, batch_millis, pause_millis, waived_by
FROM phase.backfill_run
WHERE id = :id AND state <> 'DONE'
FOR NO KEY UPDATE

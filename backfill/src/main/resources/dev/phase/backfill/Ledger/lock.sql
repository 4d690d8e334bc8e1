SELECT desired_state, state, stage, pass, chunking, frontier, upper_bound, rows_total
FROM phase.backfill_run
WHERE id = :id
FOR NO KEY UPDATE

SELECT desired_state, state, stage, pass, chunking, snapshot, frontier, upper_bound, rows_total,
       batch_rows, batch_millis, pause_millis
FROM phase.backfill_run
WHERE id = :id AND ordinal = coalesce(CAST(:ordinal AS bigint), ordinal)
FOR NO KEY UPDATE

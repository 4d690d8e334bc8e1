UPDATE phase.backfill_run
SET desired_state = 'PAUSE', state = 'PAUSED', reason = :reason, updated_at = clock_timestamp()
WHERE id = :id AND ordinal = coalesce(CAST(:ordinal AS bigint), ordinal) AND state <> 'DONE'

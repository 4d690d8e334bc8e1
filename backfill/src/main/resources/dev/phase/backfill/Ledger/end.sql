UPDATE phase.backfill_run
SET state = :state, reason = :reason, updated_at = clock_timestamp()
WHERE id = :id AND state <> 'DONE'

UPDATE phase.backfill_run
SET state = :state, -- A pause may have been for another reason than that it was asked for.
    reason = CASE WHEN :state IN ('PAUSED', 'CANCELLED') THEN coalesce(reason, :reason) ELSE :reason END, updated_at = clock_timestamp()
WHERE id = :id AND state <> 'DONE'

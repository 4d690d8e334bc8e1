-- Who has asked for something else meanwhile, gets that.
UPDATE phase.backfill_run
SET state = CASE
      WHEN :state = 'PAUSED' AND desired_state = 'RUN' THEN 'STOPPED'
      WHEN :state = 'QUARANTINED' AND waived_by IS NOT NULL THEN 'STOPPED'
      ELSE :state
    END,
    -- A pause may have been for another reason than that it was asked for.
    reason = CASE WHEN :state IN ('PAUSED', 'CANCELLED') THEN coalesce(reason, :reason) ELSE :reason END, updated_at = clock_timestamp()
WHERE id = :id AND ordinal = coalesce(CAST(:ordinal AS bigint), ordinal) AND state <> 'DONE'

UPDATE phase.backfill_run SET reason = NULL WHERE id = :run AND desired_state = 'RUN'

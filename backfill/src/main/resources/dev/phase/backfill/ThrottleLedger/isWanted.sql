SELECT desired_state = 'RUN' AND state <> 'DONE' FROM phase.backfill_run WHERE id = :run

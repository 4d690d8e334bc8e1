SELECT state = 'DONE' FROM phase.backfill_run WHERE id = :id

UPDATE phase.backfill_run SET desired_state = :desired WHERE id = :id AND state <> 'DONE'

UPDATE phase.backfill_run SET waived_by = :actor WHERE id = :id AND state <> 'DONE'

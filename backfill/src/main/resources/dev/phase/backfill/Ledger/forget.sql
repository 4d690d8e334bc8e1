DELETE FROM phase.backfill_run WHERE id = :id

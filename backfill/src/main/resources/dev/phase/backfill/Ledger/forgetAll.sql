DELETE FROM phase.backfill_run WHERE starts_with(id, :prefix)

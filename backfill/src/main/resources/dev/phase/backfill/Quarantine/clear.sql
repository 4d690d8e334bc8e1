DELETE FROM phase.backfill_quarantine WHERE run = :run

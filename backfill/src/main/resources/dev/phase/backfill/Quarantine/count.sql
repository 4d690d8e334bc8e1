SELECT count(*) FROM phase.backfill_quarantine WHERE run = :run

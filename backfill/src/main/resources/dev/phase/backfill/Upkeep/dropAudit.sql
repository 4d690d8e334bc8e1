DELETE FROM phase.backfill_audit AS audit
WHERE at < clock_timestamp() - :retention * interval '1 ms'
  AND NOT EXISTS (
    SELECT FROM phase.backfill_run AS run WHERE run.id = audit.run AND run.state <> 'DONE')

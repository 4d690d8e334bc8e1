SELECT CASE
         WHEN state = 'DONE' THEN 'DONE'
         WHEN desired_state = 'CANCEL' THEN 'CANCELLED'
         WHEN desired_state = 'PAUSE' THEN 'PAUSED'
         ELSE 'QUEUED'
       END
FROM phase.backfill_run
WHERE id = :id

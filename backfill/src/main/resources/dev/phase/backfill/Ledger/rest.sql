SELECT CASE
         WHEN state = 'DONE' THEN 'DONE'
         WHEN desired_state = 'CANCEL' THEN 'CANCELLED'
         ELSE 'PAUSED'
       END
FROM phase.backfill_run
WHERE id = :id

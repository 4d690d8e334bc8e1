SELECT id, table_name, reason, rows_done, greatest(rows_total, rows_done) AS rows_total, rows_per_second,
       updated_at,
       CASE WHEN state = 'RUNNING' AND stage = 'VERIFY' THEN 'VERIFYING' ELSE state END AS state
FROM phase.backfill_run
ORDER BY started_at, id

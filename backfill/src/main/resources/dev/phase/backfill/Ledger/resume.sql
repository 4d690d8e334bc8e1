-- Gives no row where it is done, is to pause, or comes after another one of its table, whose columns it
-- may read. One with rows in quarantine looks at every row again, as in start.
UPDATE phase.backfill_run AS run
SET chunking = CASE WHEN state <> 'QUARANTINED' THEN chunking END,
    started_at = CASE WHEN state = 'QUEUED' THEN clock_timestamp() ELSE started_at END,
    pass = CASE WHEN state = 'FAILED' THEN 1 ELSE pass END, state = 'RUNNING', reason = NULL, updated_at = clock_timestamp()
WHERE id = :id AND ordinal = coalesce(CAST(:ordinal AS bigint), ordinal)
  AND state <> 'DONE' AND desired_state = 'RUN'
  AND NOT EXISTS (
    SELECT FROM phase.backfill_run older
    WHERE older.relation = run.relation AND older.ordinal < run.ordinal AND older.state <> 'DONE')
RETURNING ordinal

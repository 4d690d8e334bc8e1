WITH run AS (
  UPDATE phase.backfill_run
  SET reason = :reason, updated_at = clock_timestamp()
  WHERE id = :run AND desired_state = 'RUN' AND state <> 'DONE'
  RETURNING id
)
INSERT INTO phase.backfill_throttle AS throttle (run, cause, millis)
SELECT id, :cause, :millis FROM run
ON CONFLICT (run, cause) DO UPDATE SET millis = throttle.millis + excluded.millis

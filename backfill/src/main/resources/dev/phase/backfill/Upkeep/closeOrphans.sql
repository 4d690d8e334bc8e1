WITH closed AS (
  DELETE FROM phase.backfill_run
  WHERE id = ANY (:ids)
    AND (state <> 'DONE' OR finished_at < clock_timestamp() - :retention * interval '1 ms')
  RETURNING id, state, desired_state
)
INSERT INTO phase.backfill_audit (run, actor, host, action, before, after)
SELECT id, :actor, :host, 'close', lower(desired_state), 'gone with its version'
FROM closed
WHERE state <> 'DONE'

-- What is at work says itself when it has stopped; what is not, has.
UPDATE phase.backfill_run AS run
SET desired_state = :desired, batch_rows = :batchRows, batch_millis = :batchMillis,
    pause_millis = :pauseMillis, waived_by = :waivedBy,
    -- A pass of no chunking begins anew.
    chunking = CASE
      WHEN :again AND stage = 'VERIFY' AND EXISTS (
        SELECT FROM phase.backfill_quarantine WHERE run = :id) THEN NULL
      ELSE chunking
    END,
    reason = CASE WHEN :desired = desired_state AND NOT :again THEN reason ELSE :reason END,
    state = CASE
      WHEN :again AND state <> 'RUNNING' THEN 'STOPPED'
      WHEN CAST(:waivedBy AS text) IS NOT NULL AND state = 'QUARANTINED' THEN 'STOPPED'
      WHEN :desired = desired_state OR EXISTS (
        SELECT FROM phase.backfill_chunk
        WHERE run = :id AND state = 'RUNNING' AND lease_until > clock_timestamp()) THEN state
      WHEN :desired = 'PAUSE' THEN 'PAUSED'
      WHEN :desired = 'CANCEL' THEN 'CANCELLED'
      ELSE 'STOPPED'
    END
WHERE id = :id

SELECT cause, millis FROM phase.backfill_throttle WHERE run = :run ORDER BY millis DESC, cause

INSERT INTO phase.backfill_quarantine (run, row_name, sqlstate, message)
VALUES (:run, :rowName, :sqlState, :message)
ON CONFLICT (run, row_name) DO UPDATE
SET sqlstate = excluded.sqlstate, message = excluded.message, found_at = excluded.found_at

SELECT row_name, sqlstate, message, found_at
FROM phase.backfill_quarantine
WHERE run = :run
ORDER BY found_at, row_name
LIMIT :limit

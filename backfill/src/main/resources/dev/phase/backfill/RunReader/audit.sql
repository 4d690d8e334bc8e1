SELECT at, actor, host, action, before, after
FROM phase.backfill_audit
WHERE run = :id
ORDER BY id DESC
LIMIT 100

INSERT INTO phase.backfill_audit (run, actor, host, action, before, after)
VALUES (:id, :actor, :host, :action, :before, :after)

-- What an earlier plan for the same end has done since the version came in, before a movement above it
-- took its place.
UPDATE phase.step AS step
SET finished_at = earlier.finished_at
FROM phase.step AS earlier JOIN phase.plan ON plan.id = earlier.plan
WHERE step.plan = :plan AND step.id = earlier.id AND step.body = earlier.body
  AND earlier.finished_at IS NOT NULL
  AND plan.base_schema = :base AND plan.version = :version AND plan.move = 'PUBLISH'
  AND plan.id > (SELECT max(id) FROM phase.plan
                 WHERE base_schema = :base AND version = :version AND move = 'EXPAND')
  AND plan.id < :plan
RETURNING step.seq

SELECT waived_by IS NOT NULL FROM phase.backfill_run WHERE id = :id

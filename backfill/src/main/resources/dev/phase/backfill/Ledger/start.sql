-- Gives no row where it is done or is to pause. One with rows in quarantine looks at every row again:
-- its pass belongs to no chunking, so it has to begin anew.
INSERT INTO phase.backfill_run AS run
  (id, table_name, relation, fill_columns, fill_types, fill_values, early_values, fill_only_null,
   state)
VALUES (:id, :table, :relation, :columns, :types, :values, :earlyValues, :onlyNull, 'RUNNING')
ON CONFLICT (id) DO UPDATE
SET relation = excluded.relation, fill_columns = excluded.fill_columns,
    fill_types = excluded.fill_types, fill_values = excluded.fill_values,
    early_values = excluded.early_values, fill_only_null = excluded.fill_only_null, chunking = CASE WHEN run.state <> 'QUARANTINED' THEN run.chunking END,
    -- Whoever tries again after a failure has mended what 20 passes could not.
    pass = CASE WHEN run.state = 'FAILED' THEN 1 ELSE run.pass END, state = 'RUNNING', reason = NULL,
    updated_at = clock_timestamp()
WHERE run.state <> 'DONE' AND run.desired_state = 'RUN'
RETURNING ordinal

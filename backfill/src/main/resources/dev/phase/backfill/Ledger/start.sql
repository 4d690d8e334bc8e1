-- Gives no row where it is done or is to pause.
INSERT INTO phase.backfill_run AS run
  (id, table_name, relation, fill_columns, fill_types, fill_values, fill_only_null, state)
VALUES (:id, :table, :relation, :columns, :types, :values, :onlyNull, 'RUNNING')
ON CONFLICT (id) DO UPDATE
SET relation = excluded.relation, fill_columns = excluded.fill_columns,
    fill_types = excluded.fill_types, fill_values = excluded.fill_values,
    fill_only_null = excluded.fill_only_null, state = 'RUNNING', reason = NULL,
    updated_at = clock_timestamp()
WHERE run.state <> 'DONE' AND run.desired_state = 'RUN'
RETURNING id

INSERT INTO phase.backfill_run
  (id, table_name, relation, fill_columns, fill_types, fill_values, early_values, fill_only_null,
   state)
VALUES (:id, :table, :relation, :columns, :types, :values, :earlyValues, :onlyNull, 'QUEUED')

SELECT ordinal, relation, fill_columns, fill_types, fill_values, early_values, fill_only_null
FROM phase.backfill_run
WHERE id = :id

-- What younger runs of the table want to have filled as well.
SELECT younger.relation, younger.fill_columns, younger.fill_types,
       younger.early_values AS fill_values, younger.early_values, younger.fill_only_null
FROM phase.backfill_run younger
JOIN phase.backfill_run own USING (relation)
WHERE own.id = :id AND younger.ordinal > own.ordinal AND younger.state <> 'DONE'
ORDER BY younger.ordinal

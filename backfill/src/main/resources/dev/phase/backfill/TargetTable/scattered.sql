-- Whether neighbours by key are far from each other in the table, so that reading by key is slow.
SELECT coalesce(abs(s.correlation) < 0.3, a.atttypid = 'uuid'::regtype)
FROM pg_catalog.pg_attribute a
LEFT JOIN pg_catalog.pg_stats s
  ON s.schemaname = :schema AND s.tablename = :table AND s.attname = a.attname AND NOT s.inherited
WHERE a.attrelid = (
    SELECT r.oid
    FROM pg_catalog.pg_namespace n
    JOIN pg_catalog.pg_class r ON r.relnamespace = n.oid
    WHERE n.nspname = :schema AND r.relname = :table)
  AND a.attname = :column

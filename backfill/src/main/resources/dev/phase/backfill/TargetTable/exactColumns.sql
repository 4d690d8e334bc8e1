-- The columns whose "=" tells every difference. It does not for numeric (1.0 and 1.00), citext or
-- box, and json, xml and point have none.
WITH RECURSIVE typed AS (
  SELECT a.attname, a.attcollation, a.atttypid
  FROM pg_catalog.pg_namespace s
  JOIN pg_catalog.pg_class r ON r.relnamespace = s.oid
  JOIN pg_catalog.pg_attribute a ON a.attrelid = r.oid
  WHERE s.nspname = :schema AND r.relname = :table AND a.attnum > 0 AND NOT a.attisdropped
  UNION ALL
  SELECT typed.attname, typed.attcollation, t.typbasetype
  FROM typed
  JOIN pg_catalog.pg_type t ON t.oid = typed.atttypid AND t.typtype = 'd'
)
SELECT typed.attname
FROM typed
JOIN pg_catalog.pg_type t ON t.oid = typed.atttypid
LEFT JOIN pg_catalog.pg_collation c ON c.oid = typed.attcollation
WHERE (t.typtype = 'e'
    OR t.oid IN ('bool'::regtype, 'int2'::regtype, 'int4'::regtype, 'int8'::regtype, 'oid'::regtype,
                 'uuid'::regtype, 'text'::regtype, 'varchar'::regtype, 'bytea'::regtype,
                 'date'::regtype, 'time'::regtype, 'timestamp'::regtype, 'timestamptz'::regtype))
  AND coalesce(c.collisdeterministic, true)

-- The columns of the best unique index whose order is the order of its columns and that has every row.
WITH RECURSIVE key AS (
  SELECT i.indrelid, i.indkey, i.indnkeyatts
  FROM pg_catalog.pg_namespace s
  JOIN pg_catalog.pg_class r ON r.relnamespace = s.oid
  JOIN pg_catalog.pg_index i ON i.indrelid = r.oid
  JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid
  JOIN pg_catalog.pg_am m ON m.oid = c.relam AND m.amname = 'btree'
  WHERE s.nspname = :schema AND r.relname = :table
    AND i.indisunique AND i.indisvalid AND i.indpred IS NULL AND i.indexprs IS NULL
    AND NOT EXISTS (
      SELECT
      FROM generate_series(0, i.indnkeyatts - 1) AS k
      JOIN pg_catalog.pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[k]
      JOIN pg_catalog.pg_opclass o ON o.oid = i.indclass[k]
      WHERE NOT a.attnotnull
         OR i.indoption[k] <> 0
         OR i.indcollation[k] <> a.attcollation
         OR NOT o.opcdefault
         -- From PostgreSQL 18 on, NOT NULL may be declared and not yet be true.
         OR EXISTS (
           SELECT
           FROM pg_catalog.pg_constraint n
           WHERE n.conrelid = a.attrelid AND n.contype = 'n' AND n.conkey[1] = a.attnum
             AND NOT n.convalidated))
  ORDER BY i.indisprimary DESC, i.indnkeyatts, i.indexrelid
  LIMIT 1
), typed AS (
  SELECT k, a.attname, a.atttypid, a.atttypmod
  FROM key
  CROSS JOIN generate_series(0, key.indnkeyatts - 1) AS k
  JOIN pg_catalog.pg_attribute a ON a.attrelid = key.indrelid AND a.attnum = key.indkey[k]
  UNION ALL
  -- A domain is replaced by what it is made of: its constants would have the domain's collation.
  SELECT typed.k, typed.attname, t.typbasetype, t.typtypmod
  FROM typed
  JOIN pg_catalog.pg_type t ON t.oid = typed.atttypid AND t.typtype = 'd'
)
SELECT typed.attname AS name, format_type(typed.atttypid, typed.atttypmod) AS type
FROM typed
JOIN pg_catalog.pg_type t ON t.oid = typed.atttypid AND t.typtype <> 'd'
ORDER BY typed.k

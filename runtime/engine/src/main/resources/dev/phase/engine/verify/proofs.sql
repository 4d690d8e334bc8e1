WITH base AS (
  SELECT oid, nspname FROM pg_namespace WHERE nspname = ?
),
expected AS (
  SELECT e.*, b.nspname, b.oid AS base, t.oid AS relid
  FROM base b
    CROSS JOIN unnest(?::text[], ?::text[], ?::text[]) AS e (kind, relation, name)
    LEFT JOIN pg_class t ON t.relnamespace = b.oid AND t.relname = e.relation
)
SELECT format('constraint %s of %s', e.name, e.relation) AS what, k.oid IS NOT NULL AS present,
       k.convalidated AS holds,
       format('ALTER TABLE %I.%I VALIDATE CONSTRAINT %I;', e.nspname, e.relation, e.name) AS remedy
FROM expected e LEFT JOIN pg_constraint k ON k.conrelid = e.relid AND k.conname = e.name
WHERE e.kind = 'CONSTRAINT'
UNION ALL
SELECT format('index %s of %s', e.name, e.relation), i.indexrelid IS NOT NULL,
       i.indisvalid AND i.indisready,
       format('REINDEX INDEX CONCURRENTLY %I.%I;', e.nspname, e.name)
FROM expected e
  LEFT JOIN pg_class c ON c.relnamespace = e.base AND c.relname = e.name
  LEFT JOIN pg_index i ON i.indexrelid = c.oid AND i.indrelid = e.relid
WHERE e.kind = 'INDEX'
UNION ALL
SELECT format('NOT NULL of %s in %s', e.name, e.relation), a.attnum IS NOT NULL, a.attnotnull,
       format('ALTER TABLE %I.%I ALTER COLUMN %I SET NOT NULL;', e.nspname, e.relation, e.name)
FROM expected e
  LEFT JOIN pg_attribute a ON a.attrelid = e.relid AND a.attname = e.name AND NOT a.attisdropped
WHERE e.kind = 'NOT_NULL'
ORDER BY 1

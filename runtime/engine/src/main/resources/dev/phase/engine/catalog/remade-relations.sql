-- The views that use the column, and the statistics objects of its table.
WITH subject AS (
  SELECT a.attrelid, a.attnum
  FROM pg_catalog.pg_attribute a
  WHERE a.attrelid = ?::pg_catalog.regclass AND a.attname = ?
)
SELECT n.nspname AS schema, c.relname AS name, true AS is_view
FROM subject s
CROSS JOIN LATERAL phase.remade(s.attrelid, s.attnum) AS r
JOIN pg_catalog.pg_class c ON r.kind = 'view' AND c.oid = r.name::pg_catalog.regclass
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
UNION ALL
SELECT n.nspname, e.stxname, false
FROM subject s
JOIN pg_catalog.pg_statistic_ext e ON e.stxrelid = s.attrelid
JOIN pg_catalog.pg_namespace n ON n.oid = e.stxnamespace
ORDER BY 1, 2

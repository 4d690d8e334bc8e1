-- The views among it.
SELECT n.nspname AS schema, c.relname AS name
FROM pg_catalog.pg_attribute a
CROSS JOIN LATERAL phase.remade(a.attrelid, a.attnum) AS r
JOIN pg_catalog.pg_class c ON r.kind = 'view' AND c.oid = r.name::pg_catalog.regclass
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
WHERE a.attrelid = ?::pg_catalog.regclass AND a.attname = ?
ORDER BY 1, 2

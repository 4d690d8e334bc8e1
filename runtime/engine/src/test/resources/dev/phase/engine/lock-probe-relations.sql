-- The user's relations and the versions' views; indexes and owned sequences with their table.
SELECT c.oid, n.nspname, c.relname, c.relkind, coalesce(i.indrelid, d.refobjid) AS part_of
FROM pg_class c
JOIN pg_namespace n ON n.oid = c.relnamespace
LEFT JOIN pg_index i ON i.indexrelid = c.oid
LEFT JOIN pg_depend d
  ON c.relkind = 'S' AND d.classid = 'pg_class'::regclass AND d.objid = c.oid
  AND d.refclassid = 'pg_class'::regclass AND d.refobjsubid > 0
WHERE n.nspname !~ '^(pg_|information_schema$|phase$|probe$)'

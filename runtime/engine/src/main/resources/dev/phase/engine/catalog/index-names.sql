-- In the order in which LIKE copies them.
SELECT c.relname AS name
FROM pg_index i
JOIN pg_class c ON c.oid = i.indexrelid
WHERE i.indrelid = to_regclass(?) AND i.indislive
ORDER BY i.indexrelid

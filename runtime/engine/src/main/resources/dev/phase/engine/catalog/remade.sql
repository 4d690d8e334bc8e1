-- What uses the column and can be made again, with its statements as the search_path prints them.
SELECT r.kind, r.name, r.creation
FROM pg_catalog.pg_attribute a
CROSS JOIN LATERAL phase.remade(a.attrelid, a.attnum) WITH ORDINALITY
  AS r (kind, name, removal, creation, n)
WHERE a.attrelid = ?::pg_catalog.regclass AND a.attname = ?
ORDER BY r.n

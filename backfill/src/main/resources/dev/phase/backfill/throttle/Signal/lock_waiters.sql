SELECT count(*)::float8
FROM pg_catalog.pg_namespace n
JOIN pg_catalog.pg_class c ON c.relnamespace = n.oid
JOIN pg_catalog.pg_locks l ON l.relation = c.oid
WHERE n.nspname = :schema AND c.relname = :table AND NOT l.granted
  AND l.database = (SELECT oid FROM pg_catalog.pg_database WHERE datname = current_database())

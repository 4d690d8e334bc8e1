-- The view of its progress hides the table from others; its lock does not.
WITH RECURSIVE part AS (
  SELECT c.oid
  FROM pg_catalog.pg_namespace n
  JOIN pg_catalog.pg_class c ON c.relnamespace = n.oid
  WHERE n.nspname = :schema AND c.relname = :table
  UNION
  SELECT i.inhrelid FROM part JOIN pg_catalog.pg_inherits i ON i.inhparent = part.oid
)
SELECT count(*)::float8
FROM part
JOIN pg_catalog.pg_locks l ON l.relation = part.oid
WHERE l.granted
  AND l.mode = 'ShareUpdateExclusiveLock' AND l.pid <> pg_backend_pid()
  AND l.database = (SELECT oid FROM pg_catalog.pg_database WHERE datname = current_database())

-- The greatest number of a column, dropped ones included, of the table and all that inherit from it.
WITH RECURSIVE part AS (
  SELECT c.oid
  FROM pg_class c
  JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE n.nspname = ? AND c.relname = ?
  UNION
  SELECT i.inhrelid FROM part JOIN pg_inherits i ON i.inhparent = part.oid
)
SELECT coalesce(max(c.relnatts), 0) FROM part JOIN pg_class c ON c.oid = part.oid

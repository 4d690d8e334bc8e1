-- The files of the table and all its partitions: a rewrite changes them.
WITH RECURSIVE part AS (
  SELECT r.oid
  FROM pg_catalog.pg_namespace s
  JOIN pg_catalog.pg_class r ON r.relnamespace = s.oid
  WHERE s.nspname = :schema AND r.relname = :table
  UNION
  SELECT i.inhrelid FROM part JOIN pg_catalog.pg_inherits i ON i.inhparent = part.oid
), file AS (
  SELECT oid, pg_relation_filenode(oid) AS node,
         pg_relation_size(oid) / current_setting('block_size')::bigint AS pages
  FROM part
)
SELECT 'pages of ' || coalesce(string_agg(node::text, ',' ORDER BY oid), '') AS signature,
       coalesce(max(pages), 0) AS longest,
       coalesce(sum(pages), 0)::bigint AS pages
FROM file
WHERE node IS NOT NULL

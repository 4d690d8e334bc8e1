WITH RECURSIVE family (place, depth, relation, blocks) AS (
  SELECT a.place, 0, c.oid, a.blocks
  FROM unnest(?::text[], ?::text[], ?::boolean[]) WITH ORDINALITY AS a (schema, name, blocks, place)
  JOIN pg_namespace n ON n.nspname = a.schema
  JOIN pg_class c ON c.relnamespace = n.oid AND c.relname = a.name
  UNION
  SELECT f.place, f.depth + 1, i.inhrelid, true
  FROM family f
  JOIN pg_inherits i ON i.inhparent = f.relation
  WHERE f.blocks
),
relations (place, depth, relation, blocks) AS (
  SELECT min(place), min(depth), relation, bool_or(blocks) FROM family GROUP BY relation
),
-- What autovacuum takes. That the session is one is not shown to every role.
attended (relation) AS MATERIALIZED (
  SELECT DISTINCT l.relation
  FROM pg_locks l
  WHERE l.locktype = 'relation' AND l.granted AND l.mode = 'ShareUpdateExclusiveLock'
    AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
    AND l.pid <> pg_backend_pid()
)
SELECT r.place, n.nspname, c.relname, r.blocks, k.lockable,
       (SELECT setting::bigint FROM pg_settings WHERE name = 'deadlock_timeout') AS deadlock_timeout
FROM relations r
JOIN pg_class c ON c.oid = r.relation
JOIN pg_namespace n ON n.oid = c.relnamespace
CROSS JOIN LATERAL (
  SELECT c.relkind IN ('r', 'p')
         AND has_table_privilege(c.oid, 'UPDATE, DELETE, TRUNCATE') AS lockable
) AS k
ORDER BY k.lockable AND c.oid IN (SELECT relation FROM attended) DESC,
         r.blocks DESC, c.relkind = 'S', r.place, r.depth, c.oid

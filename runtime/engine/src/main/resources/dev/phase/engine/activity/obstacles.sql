WITH wanted AS (
  SELECT c.oid, format('%s.%s', n.nspname, c.relname) AS name
  FROM unnest(?::text[], ?::text[]) AS w (schema_name, name)
    JOIN pg_namespace n ON n.nspname = w.schema_name
    JOIN pg_class c ON c.relnamespace = n.oid AND c.relname = w.name
),
held AS (
  SELECT l.pid, array_agg(DISTINCT w.name ORDER BY w.name) AS names
  FROM pg_locks l JOIN wanted w ON w.oid = l.relation
  WHERE l.locktype = 'relation' AND l.granted
    AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
  GROUP BY l.pid
)
SELECT o.*, extract(epoch FROM clock_timestamp() - o.since)::bigint AS seconds
FROM (
  SELECT 'SESSION' AS kind, a.pid::text AS name, coalesce(a.usename, '') AS user_name,
         coalesce(a.application_name, '') AS application, coalesce(a.state, '') AS state,
         a.xact_start AS since,
         left(regexp_replace(coalesce(a.query, ''), '\s+', ' ', 'g'), 80) AS query,
         coalesce(h.names, '{}') AS locks
  FROM pg_stat_activity a LEFT JOIN held h ON h.pid = a.pid
  WHERE a.datname = current_database() AND a.pid <> pg_backend_pid() AND a.backend_type = 'client backend'
    AND a.xact_start < clock_timestamp()
        - CASE WHEN h.pid IS NULL THEN interval '1 min' ELSE ? * interval '1 ms' END
  UNION ALL
  SELECT 'PREPARED_TRANSACTION', gid, owner, '', '', prepared, '', '{}'
  FROM pg_prepared_xacts
  WHERE database = current_database() AND prepared < clock_timestamp() - interval '1 min'
  UNION ALL
  SELECT 'REPLICATION_SLOT', slot_name, '', '', '', clock_timestamp(), '', '{}'
  FROM pg_replication_slots
  WHERE age(xmin) > 1000000
) o
ORDER BY since, name

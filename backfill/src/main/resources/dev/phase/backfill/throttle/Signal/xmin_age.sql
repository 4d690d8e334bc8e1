-- Of this database, and of replicas, which name none. A proof ends, so it must not wait for itself.
SELECT coalesce(max(age(xmin)), 0)::float8
FROM (
  SELECT backend_xmin AS xmin
  FROM pg_catalog.pg_stat_activity
  WHERE pid <> pg_backend_pid() AND coalesce(datname, current_database()) = current_database()
    AND backend_type IS DISTINCT FROM 'autovacuum worker' AND application_name <> 'phase proof'
  UNION ALL
  SELECT xmin
  FROM pg_catalog.pg_replication_slots
  WHERE coalesce(database, current_database()) = current_database()
  UNION ALL
  SELECT transaction FROM pg_catalog.pg_prepared_xacts WHERE database = current_database()
) AS held
WHERE xmin IS NOT NULL

SELECT coalesce(max(age(xmin)), 0)::float8
FROM (
  SELECT backend_xmin AS xmin
  FROM pg_catalog.pg_stat_activity
  WHERE pid <> pg_backend_pid()
  UNION ALL
  SELECT xmin FROM pg_catalog.pg_replication_slots
  UNION ALL
  SELECT transaction FROM pg_catalog.pg_prepared_xacts
) AS held
WHERE xmin IS NOT NULL

SELECT coalesce(max(pg_current_wal_lsn() - replay_lsn), 0)::float8
FROM pg_catalog.pg_stat_replication
WHERE state IN ('streaming', 'catchup')

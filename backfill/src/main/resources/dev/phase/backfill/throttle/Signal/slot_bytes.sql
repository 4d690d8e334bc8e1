SELECT coalesce(max(pg_current_wal_lsn() - restart_lsn), 0)::float8
FROM pg_catalog.pg_replication_slots
WHERE restart_lsn IS NOT NULL

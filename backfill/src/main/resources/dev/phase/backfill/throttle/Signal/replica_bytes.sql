-- The slowest replica, physical ones only: logical ones are seen by their slots.
SELECT coalesce(max(pg_current_wal_lsn() - replay_lsn), 0)::float8
FROM pg_catalog.pg_stat_replication r
WHERE state IN ('streaming', 'catchup')
  AND NOT EXISTS (
    SELECT
    FROM pg_catalog.pg_replication_slots s
    WHERE s.active_pid = r.pid AND s.slot_type = 'logical')

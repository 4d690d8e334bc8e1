-- The slowest replica, physical ones only: logical ones are seen by their slots.
SELECT coalesce(max(extract(epoch FROM replay_lag)), 0)::float8 AS told,
       (pg_current_wal_lsn() - '0/0'::pg_lsn)::float8 AS written,
       min(replay_lsn - '0/0'::pg_lsn)::float8 AS replayed
FROM pg_catalog.pg_stat_replication r
WHERE state IN ('streaming', 'catchup') AND replay_lsn IS NOT NULL
  AND NOT EXISTS (
    SELECT
    FROM pg_catalog.pg_replication_slots s
    WHERE s.active_pid = r.pid AND s.slot_type = 'logical')
HAVING count(*) > 0

-- Of other roles' sessions, the address is hidden without pg_read_all_stats.
SELECT l.pid,
       coalesce(nullif(a.application_name, ''), '?') AS application,
       host(a.client_addr) AS address
FROM pg_locks l LEFT JOIN pg_stat_activity a ON a.pid = l.pid
WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 1
  AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
  AND l.classid::bigint << 32 | l.objid::bigint = hashtextextended(?, 0)

-- By the names of the files: timeline, log and segment, eight hexadecimal digits each. They are archived
-- in this order, so one that fails is the first that waits.
SELECT greatest(0, now.number - waiting.number)::float8
FROM pg_catalog.pg_stat_archiver AS archiver
CROSS JOIN (SELECT pg_walfile_name(pg_current_wal_lsn()) AS name) AS current
CROSS JOIN (
  SELECT 4294967296 / pg_size_bytes(current_setting('wal_segment_size')) AS per_log) AS size
CROSS JOIN LATERAL (
  SELECT ('x' || substr(current.name, 9, 8))::bit(32)::bigint * size.per_log
         + ('x' || substr(current.name, 17, 8))::bit(32)::bigint AS number) AS now
CROSS JOIN LATERAL (
  VALUES (archiver.last_archived_wal, archiver.last_archived_time, 1),
         (archiver.last_failed_wal, archiver.last_failed_time, 0)) AS file (name, time, later)
CROSS JOIN LATERAL (
  SELECT CASE WHEN file.name ~ '^[0-9A-F]{24}' THEN
           ('x' || substr(file.name, 9, 8))::bit(32)::bigint * size.per_log
           + ('x' || substr(file.name, 17, 8))::bit(32)::bigint + file.later
         END AS number) AS waiting
WHERE current_setting('archive_mode') <> 'off' AND waiting.number IS NOT NULL
ORDER BY file.time DESC
LIMIT 1

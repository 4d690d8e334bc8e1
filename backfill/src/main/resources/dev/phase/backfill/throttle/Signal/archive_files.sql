-- By the names of the files: timeline, log and segment, eight hexadecimal digits each.
SELECT greatest(0, now.number - archived.number)::float8
FROM (SELECT pg_walfile_name(pg_current_wal_lsn()) AS name) AS current
CROSS JOIN pg_catalog.pg_stat_archiver AS archiver
CROSS JOIN (
  SELECT 4294967296 / pg_size_bytes(current_setting('wal_segment_size')) AS per_log) AS size
CROSS JOIN LATERAL (
  SELECT ('x' || substr(current.name, 9, 8))::bit(32)::bigint * size.per_log
         + ('x' || substr(current.name, 17, 8))::bit(32)::bigint AS number) AS now
CROSS JOIN LATERAL (
  SELECT ('x' || substr(archiver.last_archived_wal, 9, 8))::bit(32)::bigint * size.per_log
         + ('x' || substr(archiver.last_archived_wal, 17, 8))::bit(32)::bigint AS number) AS archived
WHERE current_setting('archive_mode') <> 'off' AND archiver.last_archived_wal ~ '^[0-9A-F]{24}'

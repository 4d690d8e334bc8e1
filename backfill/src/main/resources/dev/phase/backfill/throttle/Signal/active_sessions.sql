-- Not those of Phase itself, whose workers are busy while it works.
SELECT count(*)::float8
FROM pg_catalog.pg_stat_activity
WHERE state = 'active' AND backend_type = 'client backend' AND pid <> pg_backend_pid()
  AND coalesce(application_name, '') NOT IN ('phase', 'phase proof')

-- What a concurrent build or drop of an index holds while it waits for older transactions.
SELECT l.relation, l.mode
FROM pg_stat_activity a
JOIN pg_locks l ON l.pid = a.pid AND l.locktype = 'relation' AND l.granted
WHERE a.datname = current_database() AND a.query ILIKE '%INDEX CONCURRENTLY%'
  AND a.pid <> pg_backend_pid() AND a.wait_event_type = 'Lock' AND a.wait_event = 'virtualxid'

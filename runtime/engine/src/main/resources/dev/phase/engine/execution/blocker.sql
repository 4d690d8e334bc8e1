SELECT a.pid,
       coalesce(a.usename, '?') AS usename,
       coalesce(nullif(a.application_name, ''), '?') AS application_name,
       coalesce(extract(epoch FROM clock_timestamp() - a.xact_start), 0)::bigint AS age,
       coalesce(a.state, '?') AS state,
       left(regexp_replace(coalesce(a.query, ''), '\s+', ' ', 'g'), 80) AS query
FROM unnest(pg_blocking_pids(?)) AS b (pid)
JOIN pg_stat_activity a ON a.pid = b.pid
ORDER BY a.xact_start
LIMIT 1

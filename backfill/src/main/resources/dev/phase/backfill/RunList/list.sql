SELECT r.id, r.table_name, r.started_at, r.updated_at, o.id AS comes_after,
       coalesce(r.reason, 'comes after ' || o.id) AS reason,
       CASE WHEN r.state = 'RUNNING' AND r.stage = 'VERIFY' THEN 'VERIFYING' ELSE r.state END AS state,
       CASE WHEN r.state = 'DONE' THEN r.rows_total ELSE c.rows_done END AS rows_done,
       greatest(r.rows_total, c.rows_done) AS rows_total,
       CASE WHEN r.state = 'RUNNING' THEN c.rows_per_second ELSE 0 END AS rows_per_second,
       c.slowest, c.fastest, c.chunks_left,
       (SELECT count(*) FROM phase.backfill_quarantine q WHERE q.run = r.id) AS quarantined
FROM phase.backfill_run r
CROSS JOIN LATERAL (
  SELECT coalesce(sum(rows_done), 0)::bigint AS rows_done,
         count(*) FILTER (WHERE state <> 'DONE') AS chunks_left,
         coalesce(sum(rows_per_second) FILTER (WHERE state = 'RUNNING'), 0) AS rows_per_second,
         coalesce(sum(slowest) FILTER (WHERE state = 'RUNNING' AND rows_per_second > 0), 0) AS slowest,
         coalesce(sum(fastest) FILTER (WHERE state = 'RUNNING' AND rows_per_second > 0), 0) AS fastest
  FROM phase.backfill_chunk
  WHERE run = r.id
) AS c
LEFT JOIN LATERAL (
  SELECT older.id FROM phase.backfill_run older
  WHERE older.relation = r.relation AND older.ordinal < r.ordinal AND older.state <> 'DONE'
  ORDER BY older.ordinal DESC LIMIT 1
) AS o ON r.state <> 'DONE'
ORDER BY r.ordinal

SELECT r.rows_changed + c.rows_changed AS rows_changed, r.rows_mended + c.rows_mended AS rows_mended,
       r.batches + c.batches AS batches, r.millis + c.millis AS millis,
       r.wal_bytes + c.wal_bytes AS wal_bytes, r.batch_rows, r.batch_millis, r.pause_millis,
       r.waived_by
FROM phase.backfill_run r
CROSS JOIN LATERAL (
  SELECT coalesce(sum(rows_changed), 0)::bigint AS rows_changed,
         coalesce(sum(rows_mended), 0)::bigint AS rows_mended,
         coalesce(sum(batches), 0)::bigint AS batches, coalesce(sum(millis), 0)::bigint AS millis,
         coalesce(sum(wal_bytes), 0)::bigint AS wal_bytes
  FROM phase.backfill_chunk
  WHERE run = r.id
) AS c
WHERE r.id = :id

WITH mine AS (
  SELECT id FROM phase.backfill_run
  WHERE id = :id AND ordinal = coalesce(CAST(:ordinal AS bigint), ordinal) AND state <> 'DONE'
  FOR NO KEY UPDATE
), over AS (
  DELETE FROM phase.backfill_chunk WHERE run = (SELECT id FROM mine)
  RETURNING rows_done, rows_changed, rows_mended, batches, millis, wal_bytes
), sums AS (
  SELECT coalesce(sum(rows_done), 0) AS rows_done, coalesce(sum(rows_changed), 0) AS rows_changed,
         coalesce(sum(rows_mended), 0) AS rows_mended,
         coalesce(sum(batches), 0) AS batches, coalesce(sum(millis), 0) AS millis,
         coalesce(sum(wal_bytes), 0) AS wal_bytes
  FROM over
)
UPDATE phase.backfill_run AS run
SET state = 'DONE', reason = NULL, rows_total = sums.rows_done,
    rows_changed = run.rows_changed + sums.rows_changed,
    rows_mended = run.rows_mended + sums.rows_mended, batches = run.batches + sums.batches,
    millis = run.millis + sums.millis, wal_bytes = run.wal_bytes + sums.wal_bytes,
    updated_at = clock_timestamp(), finished_at = clock_timestamp()
FROM sums, mine
WHERE run.id = mine.id

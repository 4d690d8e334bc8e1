-- The chunks of the pass before are counted and forgotten: however big the table, the ledger is small.
WITH over AS (
  DELETE FROM phase.backfill_chunk WHERE run = :id
  RETURNING rows_changed, rows_mended, batches, millis, wal_bytes
), sums AS (
  SELECT coalesce(sum(rows_changed), 0) AS rows_changed,
         coalesce(sum(rows_mended), 0) AS rows_mended, coalesce(sum(batches), 0) AS batches,
         coalesce(sum(millis), 0) AS millis, coalesce(sum(wal_bytes), 0) AS wal_bytes
  FROM over
)
UPDATE phase.backfill_run AS run
SET stage = :stage, pass = :pass, chunking = :chunking, snapshot = :snapshot, frontier = NULL, upper_bound = :upperBound,
    rows_total = :rowsTotal, rows_changed = run.rows_changed + sums.rows_changed,
    rows_mended = run.rows_mended + sums.rows_mended,
    batches = run.batches + sums.batches, millis = run.millis + sums.millis,
    wal_bytes = run.wal_bytes + sums.wal_bytes, updated_at = clock_timestamp()
FROM sums
WHERE run.id = :id

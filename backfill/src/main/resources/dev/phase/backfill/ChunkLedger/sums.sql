SELECT count(*) FILTER (WHERE state <> 'DONE') AS open, coalesce(sum(rows_done), 0) AS rows_done,
       coalesce(sum(rows_mended), 0) AS rows_mended
FROM phase.backfill_chunk
WHERE run = :run

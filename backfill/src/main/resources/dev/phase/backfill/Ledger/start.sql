-- Takes the run over from whoever had it. Gives no row where it is done or is to pause.
INSERT INTO phase.backfill_run AS run (id, table_name, state, stage, epoch)
VALUES (:id, :table, 'RUNNING', 'CONVERT', 1)
ON CONFLICT (id) DO UPDATE
SET epoch = run.epoch + 1, state = 'RUNNING', reason = NULL, rows_per_second = 0,
    updated_at = clock_timestamp()
WHERE run.state <> 'DONE' AND run.desired_state = 'RUN'
RETURNING epoch

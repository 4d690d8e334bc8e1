-- Outlives the runs.
CREATE TABLE IF NOT EXISTS phase.backfill_audit (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  run text NOT NULL,
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  login text NOT NULL DEFAULT session_user,
  actor text NOT NULL,
  host text NOT NULL,
  action text NOT NULL,
  before text NOT NULL,
  after text NOT NULL
)

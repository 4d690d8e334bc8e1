CREATE SCHEMA IF NOT EXISTS phase;

-- Applications call the functions that fill their columns.
GRANT USAGE ON SCHEMA phase TO PUBLIC;

-- One row per base schema. The epoch counts the commands that held its lock: a step of an older one
-- does not commit any more.
CREATE TABLE IF NOT EXISTS phase.project (
  base_schema text PRIMARY KEY,
  epoch bigint NOT NULL DEFAULT 0,
  live_window jsonb NOT NULL,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp()
);

-- The versions of the window, for readers of SQL; the window itself is the truth.
CREATE TABLE IF NOT EXISTS phase.version (
  base_schema text NOT NULL REFERENCES phase.project,
  name text NOT NULL,
  position bigint NOT NULL,
  schema_name text,
  state text NOT NULL,
  published_at timestamptz,
  retired_at timestamptz,
  PRIMARY KEY (base_schema, name)
);

-- Any application may ask which versions there are: it waits for its own before it starts.
GRANT SELECT ON phase.version TO PUBLIC;

-- Who has agreed that a version goes.
CREATE TABLE IF NOT EXISTS phase.approval (
  base_schema text NOT NULL,
  version text NOT NULL,
  actor text NOT NULL,
  login text NOT NULL DEFAULT session_user,
  host text NOT NULL,
  approved_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (base_schema, version),
  FOREIGN KEY (base_schema, version) REFERENCES phase.version ON DELETE CASCADE
);

CREATE TABLE IF NOT EXISTS phase.change (
  base_schema text NOT NULL REFERENCES phase.project,
  id text NOT NULL,
  ordinal bigint GENERATED ALWAYS AS IDENTITY,
  checksum text NOT NULL,
  body jsonb NOT NULL,
  version text NOT NULL,
  state text NOT NULL,
  applied_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (base_schema, id)
);

-- The deployment log: every movement of the window, who asked for it and how it ended.
CREATE TABLE IF NOT EXISTS phase.plan (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  base_schema text NOT NULL REFERENCES phase.project,
  move text NOT NULL,
  version text NOT NULL,
  state text NOT NULL,
  changes text[] NOT NULL,
  window_after jsonb NOT NULL,
  release text,
  application_version text,
  actor text NOT NULL,
  host text NOT NULL,
  login text NOT NULL DEFAULT session_user,
  started_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  finished_at timestamptz,
  failure text
);

CREATE UNIQUE INDEX IF NOT EXISTS plan_one_running
  ON phase.plan (base_schema) WHERE state = 'RUNNING';

CREATE TABLE IF NOT EXISTS phase.step (
  plan bigint NOT NULL REFERENCES phase.plan,
  seq int NOT NULL,
  id text NOT NULL,
  purpose text NOT NULL,
  body jsonb NOT NULL,
  finished_at timestamptz,
  PRIMARY KEY (plan, seq)
);

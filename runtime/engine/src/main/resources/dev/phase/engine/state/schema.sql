CREATE SCHEMA IF NOT EXISTS phase;

-- Applications call the functions that fill their columns.
GRANT USAGE ON SCHEMA phase TO PUBLIC;

-- Which release's tables, functions and stored JSON these are; `phase init` of a newer one brings them
-- up to date.
CREATE TABLE IF NOT EXISTS phase.format (
  number int NOT NULL
);

-- One row per base schema. The epoch counts the commands that held its lock: a step of an older one
-- does not commit any more.
CREATE TABLE IF NOT EXISTS phase.project (
  base_schema text PRIMARY KEY,
  epoch bigint NOT NULL DEFAULT 0,
  live_window jsonb NOT NULL,
  -- The plan whose end phase.object shows; after a later one it is out of date.
  objects_after bigint,
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

-- Of a file that says what was applied, and need not be read again as long as its bytes are these.
ALTER TABLE phase.change ADD COLUMN IF NOT EXISTS file_digest text;

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

-- Why its last step failed, where PostgreSQL refused it: some reasons only a person can mend.
ALTER TABLE phase.plan ADD COLUMN IF NOT EXISTS failure_sqlstate text;

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

-- What Phase has made, as the catalog showed it when the last plan was finished.
CREATE TABLE IF NOT EXISTS phase.object (
  base_schema text NOT NULL REFERENCES phase.project,
  kind text NOT NULL,
  schema_name text NOT NULL,
  name text NOT NULL,
  part text NOT NULL,
  definition text NOT NULL,
  server_major int NOT NULL,
  PRIMARY KEY (base_schema, kind, schema_name, name, part)
);

-- The same object as the catalog shows it now; NULL where it is gone.
CREATE OR REPLACE FUNCTION phase.definition(kind text, schema_name text, name text, part text)
RETURNS text LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT CASE $1
    WHEN 'schema' THEN
      (SELECT format('CREATE SCHEMA %I', nspname) FROM pg_namespace WHERE nspname = $2)
    WHEN 'view' THEN
      (SELECT format('CREATE OR REPLACE VIEW %I.%I%s AS%s%s', $2, $3,
                     ' WITH (' || array_to_string(c.reloptions, ', ') || ')',
                     E'\n' || pg_get_viewdef(c.oid),
                     (SELECT string_agg(E'\n' || pg_get_triggerdef(t.oid) || ';', '' ORDER BY tgname)
                      FROM pg_trigger t WHERE t.tgrelid = c.oid AND NOT tgisinternal))
       FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE n.nspname = $2 AND c.relname = $3 AND c.relkind = 'v')
    WHEN 'trigger' THEN
      (SELECT pg_get_triggerdef(t.oid) || CASE tgenabled WHEN 'D' THEN ' -- disabled' ELSE '' END
       FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
         JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE n.nspname = $2 AND c.relname = $3 AND t.tgname = $4)
    WHEN 'function' THEN
      (SELECT string_agg(pg_get_functiondef(p.oid), E'\n' ORDER BY p.oid)
       FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
       WHERE n.nspname = $2 AND p.proname = $3)
    WHEN 'column' THEN
      (SELECT format('ALTER TABLE %I.%I ADD COLUMN %I %s%s', $2, $3, $4,
                     format_type(a.atttypid, a.atttypmod),
                     CASE WHEN a.attnotnull THEN ' NOT NULL' ELSE '' END)
       FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
         JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE n.nspname = $2 AND c.relname = $3 AND a.attname = $4 AND NOT attisdropped)
  END
$$;

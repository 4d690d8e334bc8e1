-- To be run by an administrator in database %1$s, before `phase init`. It may be run again.
-- Passwords are up to whoever keeps them: ALTER ROLE ... PASSWORD, or \password in psql.
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY[%10$s] LOOP
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = name) THEN
      EXECUTE format('CREATE ROLE %%I', name);
    END IF;
  END LOOP;
END $$;

-- Owner: has everything, and never logs in.
ALTER ROLE %3$s NOLOGIN;
GRANT CREATE, TEMPORARY ON DATABASE %1$s TO %3$s;
ALTER SCHEMA %2$s OWNER TO %3$s;
CREATE SCHEMA IF NOT EXISTS phase AUTHORIZATION %3$s;
DO $$
DECLARE command text;
BEGIN
  FOR command IN
    SELECT format('ALTER %%s %%s OWNER TO %%I',
                  CASE c.relkind WHEN 'v' THEN 'VIEW' WHEN 'm' THEN 'MATERIALIZED VIEW'
                                 WHEN 'S' THEN 'SEQUENCE' ELSE 'TABLE' END,
                  c.oid::regclass, %9$s)
    FROM pg_class c
    WHERE c.relnamespace IN (SELECT oid FROM pg_namespace WHERE nspname IN (%8$s, 'phase'))
      AND c.relkind IN ('r', 'p', 'v', 'm', 'S') AND pg_get_userbyid(c.relowner) <> %9$s
      AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass
                        AND d.objid = c.oid AND (d.deptype = 'e' OR c.relkind = 'S' AND d.deptype IN ('a', 'i')))
    UNION ALL
    SELECT format('ALTER TYPE %%s OWNER TO %%I', t.oid::regtype, %9$s)
    FROM pg_type t
    WHERE t.typnamespace = (SELECT oid FROM pg_namespace WHERE nspname = %8$s)
      AND t.typtype IN ('e', 'd') AND pg_get_userbyid(t.typowner) <> %9$s
      AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_type'::regclass
                        AND d.objid = t.oid AND d.deptype = 'e')
  LOOP
    EXECUTE command;
  END LOOP;
END $$;
-- So that it can name who is in its way, and watch replicas.
GRANT pg_read_all_stats TO %3$s;
-- So that a backfill fires none of your triggers; before PostgreSQL 15 only a superuser may do that.
DO $$
BEGIN
  IF current_setting('server_version_num')::int >= 150000 THEN
    EXECUTE format('GRANT SET ON PARAMETER session_replication_role TO %%I', %9$s);
  END IF;
END $$;

-- Migrator: runs `phase init`, `phase advance` and everything else that moves versions.
ALTER ROLE %4$s LOGIN;
GRANT %3$s TO %4$s;
ALTER ROLE %4$s IN DATABASE %1$s SET role = %3$s;

-- Backfill: runs `phase worker`, which also publishes what it has converted.
ALTER ROLE %5$s LOGIN;
GRANT %3$s TO %5$s;
ALTER ROLE %5$s IN DATABASE %1$s SET role = %3$s;

-- Application: its own data, through any version; also runs `phase wait`.
ALTER ROLE %6$s LOGIN;
GRANT USAGE ON SCHEMA %2$s TO %6$s;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA %2$s TO %6$s;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA %2$s TO %6$s;
ALTER DEFAULT PRIVILEGES FOR ROLE %3$s IN SCHEMA %2$s
  GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO %6$s;
ALTER DEFAULT PRIVILEGES FOR ROLE %3$s IN SCHEMA %2$s GRANT USAGE ON SEQUENCES TO %6$s;

-- Console: sees everything and changes nothing: `phase status`, `history`, `clients`, `verify`.
ALTER ROLE %7$s LOGIN;
GRANT pg_read_all_stats TO %7$s;
GRANT USAGE ON SCHEMA %2$s, phase TO %7$s;
GRANT SELECT ON ALL TABLES IN SCHEMA %2$s, phase TO %7$s;
ALTER DEFAULT PRIVILEGES FOR ROLE %3$s IN SCHEMA %2$s GRANT SELECT ON TABLES TO %7$s;
ALTER DEFAULT PRIVILEGES FOR ROLE %3$s IN SCHEMA phase GRANT SELECT ON TABLES TO %7$s;

-- Of this database, and of the table with its partitions, which may have limits of their own.
WITH RECURSIVE part AS (
  SELECT r.oid
  FROM pg_catalog.pg_namespace s
  JOIN pg_catalog.pg_class r ON r.relnamespace = s.oid
  WHERE s.nspname = :schema AND r.relname = :table
  UNION
  SELECT i.inhrelid FROM part JOIN pg_catalog.pg_inherits i ON i.inhparent = part.oid
), aged AS (
  SELECT age(datfrozenxid) AS ids, mxid_age(datminmxid) AS multis, NULL::text[] AS options
  FROM pg_catalog.pg_database
  WHERE datname = current_database()
  UNION ALL
  SELECT age(c.relfrozenxid), mxid_age(c.relminmxid), c.reloptions
  FROM part
  JOIN pg_catalog.pg_class p ON p.oid = part.oid
  JOIN pg_catalog.pg_class c ON c.oid IN (p.oid, p.reltoastrelid)
  WHERE c.relfrozenxid::text <> '0'
), limited AS (
  SELECT ids, multis,
         (SELECT option_value FROM pg_options_to_table(options)
          WHERE option_name = 'autovacuum_freeze_max_age')::float8 AS most_ids,
         (SELECT option_value FROM pg_options_to_table(options)
          WHERE option_name = 'autovacuum_multixact_freeze_max_age')::float8 AS most_multis
  FROM aged
)
SELECT 100 * max(greatest(
         ids / least(most_ids, current_setting('autovacuum_freeze_max_age')::float8),
         multis / least(most_multis,
                        current_setting('autovacuum_multixact_freeze_max_age')::float8)))
FROM limited

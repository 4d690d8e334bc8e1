-- operations:
-- - sql:
--     expand: "ALTER TABLE \"public\".customers ADD CONSTRAINT by_name UNIQUE (name); ALTER TABLE \"public\".customers ADD CONSTRAINT friend FOREIGN KEY (name) REFERENCES \"public\".customers (name)"
--     undo: "ALTER TABLE \"public\".customers DROP CONSTRAINT friend; ALTER TABLE \"public\".customers DROP CONSTRAINT by_name"
-- - alter_column: { table: customers, column: name, type: text }

-- expand 0001_case: Run the SQL of 0001_case, operations[0].sql.expand
BEGIN;
ALTER TABLE "public".customers ADD CONSTRAINT by_name UNIQUE (name); ALTER TABLE "public".customers ADD CONSTRAINT friend FOREIGN KEY (name) REFERENCES "public".customers (name);
COMMIT;
-- expand 0001_case: Expand table customers
-- takes ACCESS EXCLUSIVE on public.customers
BEGIN;
ALTER TABLE "public"."customers" ALTER COLUMN "name" TYPE text;
COMMIT;
-- expand 0001_case: Create schema public_0001_case with its door closed
BEGIN;
CREATE SCHEMA "public_0001_case";
GRANT USAGE ON SCHEMA "public_0001_case" TO PUBLIC;
CREATE VIEW "public_0001_case"."phase_version" AS SELECT '0001_case'::text AS version, 'public'::text AS base_schema;
GRANT SELECT ON "public_0001_case"."phase_version" TO PUBLIC;
COMMIT;
-- rollback 0001_case: Remove the schema of version 0001_case
-- takes ACCESS EXCLUSIVE on public_0001_case.phase_version
BEGIN;
DROP VIEW IF EXISTS "public_0001_case"."phase_version";
DROP SCHEMA IF EXISTS "public_0001_case";
COMMIT;
-- rollback 0001_case: Run the SQL of 0001_case, operations[0].sql.undo
BEGIN;
ALTER TABLE "public".customers DROP CONSTRAINT friend; ALTER TABLE "public".customers DROP CONSTRAINT by_name;
COMMIT;

-- operations:
-- - sql:
--     expand: "CREATE FUNCTION \"public\".twice(n int) RETURNS int LANGUAGE sql IMMUTABLE RETURN n * 2"
--     undo: "DROP FUNCTION \"public\".twice"
-- - sql: { expand: "COMMENT ON COLUMN \"public\".customers.email IS 'login'", undo: "COMMENT ON COLUMN \"public\".customers.email IS NULL", contract: "DROP FUNCTION \"public\".twice" }

-- expand 0001_case: Run the SQL of 0001_case, operations[0].sql.expand
BEGIN;
CREATE FUNCTION "public".twice(n int) RETURNS int LANGUAGE sql IMMUTABLE RETURN n * 2;
COMMIT;
-- expand 0001_case: Run the SQL of 0001_case, operations[1].sql.expand
BEGIN;
COMMENT ON COLUMN "public".customers.email IS 'login';
COMMIT;
-- expand 0001_case: Create schema public_0001_case with its door closed
BEGIN;
CREATE SCHEMA "public_0001_case";
GRANT USAGE ON SCHEMA "public_0001_case" TO PUBLIC;
CREATE VIEW "public_0001_case"."phase_version" AS SELECT '0001_case'::text AS version, 'public'::text AS base_schema;
GRANT SELECT ON "public_0001_case"."phase_version" TO PUBLIC;
COMMIT;
-- contract baseline: Run the SQL of 0001_case, operations[1].sql.contract
BEGIN;
DROP FUNCTION "public".twice;
COMMIT;
-- rollback 0001_case: Remove the schema of version 0001_case
-- takes ACCESS EXCLUSIVE on public_0001_case.phase_version
BEGIN;
DROP VIEW IF EXISTS "public_0001_case"."phase_version";
DROP SCHEMA IF EXISTS "public_0001_case";
COMMIT;
-- rollback 0001_case: Run the SQL of 0001_case, operations[1].sql.undo
BEGIN;
COMMENT ON COLUMN "public".customers.email IS NULL;
COMMIT;
-- rollback 0001_case: Run the SQL of 0001_case, operations[0].sql.undo
BEGIN;
DROP FUNCTION "public".twice;
COMMIT;

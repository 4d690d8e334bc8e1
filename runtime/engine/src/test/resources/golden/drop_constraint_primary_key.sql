-- operations:
-- - drop_constraint: { table: cities, name: cities_pkey }

-- expand 0001_case: Create schema public_0001_case with its door closed
BEGIN;
CREATE SCHEMA "public_0001_case";
GRANT USAGE ON SCHEMA "public_0001_case" TO PUBLIC;
CREATE VIEW "public_0001_case"."phase_version" AS SELECT '0001_case'::text AS version, 'public'::text AS base_schema;
GRANT SELECT ON "public_0001_case"."phase_version" TO PUBLIC;
COMMIT;
-- contract baseline: Give table cities the shape of version 0001_case
-- takes ACCESS EXCLUSIVE on public.cities
BEGIN;
LOCK TABLE "public"."cities" IN ACCESS EXCLUSIVE MODE;
ALTER TABLE "public"."cities" DROP CONSTRAINT "cities_pkey";
COMMIT;
-- rollback 0001_case: Remove the schema of version 0001_case
-- takes ACCESS EXCLUSIVE on public_0001_case.phase_version
BEGIN;
DROP VIEW IF EXISTS "public_0001_case"."phase_version";
DROP SCHEMA IF EXISTS "public_0001_case";
COMMIT;

-- operations:
-- - drop_constraint: { table: shipments, name: shipments_pkey }
-- - add_constraint: { table: shipments, name: shipments_pkey, primary_key: [id], include: [line] }

-- expand 0001_case: Create schema public_0001_case with its door closed
BEGIN;
CREATE SCHEMA "public_0001_case";
GRANT USAGE ON SCHEMA "public_0001_case" TO PUBLIC;
CREATE VIEW "public_0001_case"."phase_version" AS SELECT '0001_case'::text AS version, 'public'::text AS base_schema;
GRANT SELECT ON "public_0001_case"."phase_version" TO PUBLIC;
COMMIT;
-- publish 0001_case: Build the unique index of shipments_pkey on shipments
-- takes SHARE UPDATE EXCLUSIVE on public.shipments
CREATE UNIQUE INDEX CONCURRENTLY "phase_2_shipments_pkey" ON "public"."shipments" USING "btree" ("id") INCLUDE ("line");
-- contract baseline: Give table shipments the shape of version 0001_case
-- takes ACCESS EXCLUSIVE on public.shipments, SHARE UPDATE EXCLUSIVE on public.phase_2_shipments_pkey
BEGIN;
LOCK TABLE "public"."shipments" IN ACCESS EXCLUSIVE MODE;
ALTER TABLE "public"."shipments" DROP CONSTRAINT "shipments_pkey";
ALTER TABLE "public"."shipments" ADD CONSTRAINT "shipments_pkey" PRIMARY KEY USING INDEX "phase_2_shipments_pkey";
COMMIT;
-- rollback 0001_case: Remove the schema of version 0001_case
-- takes ACCESS EXCLUSIVE on public_0001_case.phase_version
BEGIN;
DROP VIEW IF EXISTS "public_0001_case"."phase_version";
DROP SCHEMA IF EXISTS "public_0001_case";
COMMIT;
-- rollback 0001_case: Drop constraint phase_2_shipments_pkey
-- takes ACCESS EXCLUSIVE on public.shipments
BEGIN;
ALTER TABLE IF EXISTS "public"."shipments" DROP CONSTRAINT IF EXISTS "phase_2_shipments_pkey";
COMMIT;
-- rollback 0001_case: Drop its index where the build was cut off
-- takes SHARE UPDATE EXCLUSIVE on public.shipments
DROP INDEX CONCURRENTLY IF EXISTS "public"."phase_2_shipments_pkey";

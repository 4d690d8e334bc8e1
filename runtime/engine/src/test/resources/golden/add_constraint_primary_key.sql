-- operations:
-- - add_constraint: { table: heap, name: heap_pkey, primary_key: [a] }

-- expand 0001_case: Create schema public_0001_case with its door closed
BEGIN;
CREATE SCHEMA "public_0001_case";
GRANT USAGE ON SCHEMA "public_0001_case" TO PUBLIC;
CREATE VIEW "public_0001_case"."phase_version" AS SELECT '0001_case'::text AS version, 'public'::text AS base_schema;
GRANT SELECT ON "public_0001_case"."phase_version" TO PUBLIC;
COMMIT;
-- publish 0001_case: Build the unique index of heap_pkey on heap
-- takes SHARE UPDATE EXCLUSIVE on public.heap
CREATE UNIQUE INDEX CONCURRENTLY "heap_pkey" ON "public"."heap" USING "btree" ("a");
-- contract baseline: Give table heap the shape of version 0001_case
-- takes ACCESS EXCLUSIVE on public.heap, SHARE UPDATE EXCLUSIVE on public.heap_pkey
BEGIN;
LOCK TABLE "public"."heap" IN ACCESS EXCLUSIVE MODE;
ALTER TABLE "public"."heap" ADD CONSTRAINT "heap_pkey" PRIMARY KEY USING INDEX "heap_pkey";
COMMIT;
-- rollback 0001_case: Remove the schema of version 0001_case
-- takes ACCESS EXCLUSIVE on public_0001_case.phase_version
BEGIN;
DROP VIEW IF EXISTS "public_0001_case"."phase_version";
DROP SCHEMA IF EXISTS "public_0001_case";
COMMIT;
-- rollback 0001_case: Drop constraint heap_pkey
-- takes ACCESS EXCLUSIVE on public.heap
BEGIN;
ALTER TABLE IF EXISTS "public"."heap" DROP CONSTRAINT IF EXISTS "heap_pkey";
COMMIT;
-- rollback 0001_case: Drop its index where the build was cut off
-- takes SHARE UPDATE EXCLUSIVE on public.heap
DROP INDEX CONCURRENTLY IF EXISTS "public"."heap_pkey";

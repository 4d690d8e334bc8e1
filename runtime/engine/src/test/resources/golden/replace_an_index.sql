-- operations:
-- - drop_index: { name: order_amount }
-- - create_index: { table: order, name: order_amount, columns: [ amount, id ] }

-- expand 0001_case: Create schema public_0001_case with its door closed
BEGIN;
CREATE SCHEMA "public_0001_case";
GRANT USAGE ON SCHEMA "public_0001_case" TO PUBLIC;
CREATE VIEW "public_0001_case"."phase_version" AS SELECT '0001_case'::text AS version, 'public'::text AS base_schema;
GRANT SELECT ON "public_0001_case"."phase_version" TO PUBLIC;
COMMIT;
-- publish 0001_case: Build index order_amount on order
-- takes SHARE UPDATE EXCLUSIVE on public.order
CREATE INDEX CONCURRENTLY "phase_2_order_amount" ON "public"."order" USING "btree" ("amount", "id");
-- contract baseline: Drop index order_amount
-- takes SHARE UPDATE EXCLUSIVE on public.order
DROP INDEX CONCURRENTLY IF EXISTS "public"."order_amount";
-- contract baseline: Give table order the shape of version 0001_case
-- takes SHARE UPDATE EXCLUSIVE on public.order, SHARE UPDATE EXCLUSIVE on public.phase_2_order_amount
BEGIN;
LOCK TABLE "public"."order" IN SHARE UPDATE EXCLUSIVE MODE;
ALTER INDEX "public"."phase_2_order_amount" RENAME TO "order_amount";
COMMIT;
-- rollback 0001_case: Remove the schema of version 0001_case
-- takes ACCESS EXCLUSIVE on public_0001_case.phase_version
BEGIN;
DROP VIEW IF EXISTS "public_0001_case"."phase_version";
DROP SCHEMA IF EXISTS "public_0001_case";
COMMIT;
-- rollback 0001_case: Drop index phase_2_order_amount
-- takes SHARE UPDATE EXCLUSIVE on public.order
DROP INDEX CONCURRENTLY IF EXISTS "public"."phase_2_order_amount";

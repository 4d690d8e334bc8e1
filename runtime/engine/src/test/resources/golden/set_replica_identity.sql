-- operations:
-- - set_replica_identity: { table: order, identity: full }
-- - set_replica_identity: { table: customers, identity: nothing }
-- - create_table: { name: codes, columns: [ { name: code, type: text, nullable: false, unique: true } ] }
-- - set_replica_identity: { table: codes, identity: { index: codes_code_key } }

-- expand 0001_case: Expand table codes
BEGIN;
CREATE TABLE "public"."codes" ("code" text NOT NULL, CONSTRAINT "codes_code_key" UNIQUE ("code"));
COMMIT;
-- expand 0001_case: Create schema public_0001_case with its door closed
BEGIN;
CREATE SCHEMA "public_0001_case";
GRANT USAGE ON SCHEMA "public_0001_case" TO PUBLIC;
CREATE VIEW "public_0001_case"."phase_version" AS SELECT '0001_case'::text AS version, 'public'::text AS base_schema;
GRANT SELECT ON "public_0001_case"."phase_version" TO PUBLIC;
COMMIT;
-- publish 0001_case: Send more of the rows of order to subscribers
-- takes ACCESS EXCLUSIVE on public.order
BEGIN;
ALTER TABLE "public"."order" REPLICA IDENTITY FULL;
COMMIT;
-- publish 0001_case: Send more of the rows of codes to subscribers
-- takes ACCESS EXCLUSIVE on public.codes, SHARE on public.codes_code_key
BEGIN;
ALTER TABLE "public"."codes" REPLICA IDENTITY USING INDEX "codes_code_key";
COMMIT;
-- contract baseline: Give table order the shape of version 0001_case
-- takes ACCESS EXCLUSIVE on public.order
BEGIN;
LOCK TABLE "public"."order" IN ACCESS EXCLUSIVE MODE;
ALTER TABLE "public"."order" REPLICA IDENTITY FULL;
COMMIT;
-- contract baseline: Give table customers the shape of version 0001_case
-- takes ACCESS EXCLUSIVE on public.customers
BEGIN;
LOCK TABLE "public"."customers" IN ACCESS EXCLUSIVE MODE;
ALTER TABLE "public"."customers" REPLICA IDENTITY NOTHING;
COMMIT;
-- contract baseline: Give table codes the shape of version 0001_case
-- takes ACCESS EXCLUSIVE on public.codes, SHARE on public.codes_code_key
BEGIN;
LOCK TABLE "public"."codes" IN ACCESS EXCLUSIVE MODE;
ALTER TABLE "public"."codes" REPLICA IDENTITY USING INDEX "codes_code_key";
COMMIT;
-- rollback 0001_case: Remove the schema of version 0001_case
-- takes ACCESS EXCLUSIVE on public_0001_case.phase_version
BEGIN;
DROP VIEW IF EXISTS "public_0001_case"."phase_version";
DROP SCHEMA IF EXISTS "public_0001_case";
COMMIT;
-- rollback 0001_case: Send of the rows of codes what was sent before
-- takes ACCESS EXCLUSIVE on public.codes
BEGIN;
ALTER TABLE IF EXISTS "public"."codes" REPLICA IDENTITY DEFAULT;
COMMIT;
-- rollback 0001_case: Give table codes back the shape that it had
-- takes ACCESS EXCLUSIVE on public.codes
BEGIN;
DROP TABLE IF EXISTS "public"."codes";
COMMIT;
-- rollback 0001_case: Send of the rows of order what was sent before
-- takes ACCESS EXCLUSIVE on public.order
BEGIN;
ALTER TABLE IF EXISTS "public"."order" REPLICA IDENTITY DEFAULT;
COMMIT;

-- operations:
-- - set_comment: { table: customers, comment: "who's paying" }
-- - set_comment: { table: customers, column: "Größe", comment: in cm }
-- - set_comment: { table: order, column: amount, comment: "" }

-- expand 0001_case: Create schema public_0001_case with its door closed
BEGIN;
CREATE SCHEMA "public_0001_case";
GRANT USAGE ON SCHEMA "public_0001_case" TO PUBLIC;
CREATE VIEW "public_0001_case"."phase_version" AS SELECT '0001_case'::text AS version, 'public'::text AS base_schema;
GRANT SELECT ON "public_0001_case"."phase_version" TO PUBLIC;
COMMIT;
-- contract baseline: Give table customers the shape of version 0001_case
-- takes SHARE UPDATE EXCLUSIVE on public.customers
BEGIN;
LOCK TABLE "public"."customers" IN SHARE UPDATE EXCLUSIVE MODE;
COMMENT ON TABLE "public"."customers" IS 'who''s paying';
COMMENT ON COLUMN "public"."customers"."Größe" IS 'in cm';
COMMIT;
-- contract baseline: Give table order the shape of version 0001_case
-- takes SHARE UPDATE EXCLUSIVE on public.order
BEGIN;
LOCK TABLE "public"."order" IN SHARE UPDATE EXCLUSIVE MODE;
COMMENT ON COLUMN "public"."order"."amount" IS NULL;
COMMIT;
-- rollback 0001_case: Remove the schema of version 0001_case
-- takes ACCESS EXCLUSIVE on public_0001_case.phase_version
BEGIN;
DROP VIEW IF EXISTS "public_0001_case"."phase_version";
DROP SCHEMA IF EXISTS "public_0001_case";
COMMIT;

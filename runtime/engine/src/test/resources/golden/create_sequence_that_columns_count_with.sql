-- operations:
-- - rename_table: { from: order, to: sale }
-- - create_sequence: { name: sale_no }
-- - add_column: { table: sale, column: { name: no, type: bigint, nullable: false, default: "nextval('sale_no')" } }
-- - create_table:
--     name: notes
--     columns:
--       - { name: id, type: bigint, primary_key: true, default: "nextval('sale_no')" }
--       - { name: part, type: integer }
-- - create_sequence: { name: note_parts, type: integer, owned_by: { table: notes, column: part } }
-- - alter_sequence: { name: sale_no, owned_by: { table: sale, column: no } }
-- - drop_column: { table: sale, column: select }

-- expand 0001_case: Create sequence sale_no
BEGIN;
CREATE SEQUENCE "public"."sale_no";
COMMIT;
-- expand 0001_case: Expand table order
-- takes ACCESS EXCLUSIVE on public.order
BEGIN;
ALTER TABLE "public"."order" ADD COLUMN "phase_3_no" bigint;
ALTER TABLE "public"."order" ALTER COLUMN "phase_3_no" SET DEFAULT (nextval('sale_no'));
COMMIT;
-- expand 0001_case: Expand table notes
BEGIN;
CREATE TABLE "public"."notes" ("id" bigint DEFAULT (nextval('sale_no')) NOT NULL, "part" integer, CONSTRAINT "notes_pkey" PRIMARY KEY ("id"));
COMMIT;
-- expand 0001_case: Create sequence note_parts
-- takes SHARE ROW EXCLUSIVE on public.note_parts, ACCESS SHARE on public.notes
BEGIN;
CREATE SEQUENCE "public"."note_parts" AS integer;
ALTER SEQUENCE "public"."note_parts" OWNED BY "public"."notes"."part";
COMMIT;
-- expand 0001_case: Create schema public_0001_case with its door closed
BEGIN;
CREATE SCHEMA "public_0001_case";
GRANT USAGE ON SCHEMA "public_0001_case" TO PUBLIC;
CREATE VIEW "public_0001_case"."phase_version" AS SELECT '0001_case'::text AS version, 'public'::text AS base_schema;
GRANT SELECT ON "public_0001_case"."phase_version" TO PUBLIC;
CREATE OR REPLACE VIEW "public_0001_case"."sale" WITH (security_invoker = true) AS SELECT * FROM phase.closed_door('public_0001_case', NULL) AS t("id" bigint, "customer_id" bigint, "amount" numeric(10,2), "no" bigint);
CREATE OR REPLACE TRIGGER "phase_closed" INSTEAD OF INSERT OR UPDATE OR DELETE ON "public_0001_case"."sale" FOR EACH ROW EXECUTE FUNCTION phase.closed_door_insert();
GRANT SELECT, INSERT, UPDATE, DELETE ON "public_0001_case"."sale" TO PUBLIC;
CREATE OR REPLACE VIEW "public_0001_case"."order" WITH (security_invoker = true) AS SELECT * FROM phase.closed_door('public_0001_case', 'Version 0001_case has no table order: it was renamed to sale. Use this version''s tables, or deploy an older release.') AS t("id" bigint, "customer_id" bigint, "amount" numeric(10,2), "select" text);
CREATE OR REPLACE TRIGGER "phase_closed" INSTEAD OF INSERT OR UPDATE OR DELETE ON "public_0001_case"."order" FOR EACH ROW EXECUTE FUNCTION phase.closed_door_insert('Version 0001_case has no table order: it was renamed to sale. Use this version''s tables, or deploy an older release.');
GRANT SELECT, INSERT, UPDATE, DELETE ON "public_0001_case"."order" TO PUBLIC;
COMMIT;
-- publish 0001_case: Backfill table order
-- takes ROW EXCLUSIVE on public.order
-- in batches: UPDATE "public"."order" SET "phase_3_no" = (nextval('sale_no'));
-- publish 0001_case: Let no new row of order have a NULL in no
-- takes ACCESS EXCLUSIVE on public.order
BEGIN;
ALTER TABLE "public"."order" ADD CONSTRAINT "phase_3_no_not_null" CHECK ("phase_3_no" IS NOT NULL) NOT VALID;
COMMIT;
-- publish 0001_case: Prove that no row of order has one
-- takes SHARE UPDATE EXCLUSIVE on public.order
BEGIN;
ALTER TABLE "public"."order" VALIDATE CONSTRAINT "phase_3_no_not_null";
COMMIT;
-- publish 0001_case: Make no of order NOT NULL
-- takes ACCESS EXCLUSIVE on public.order
BEGIN;
ALTER TABLE "public"."order" ALTER COLUMN "phase_3_no" SET NOT NULL;
ALTER TABLE "public"."order" DROP CONSTRAINT "phase_3_no_not_null";
COMMIT;
-- publish 0001_case: Open the door of version 0001_case
-- takes ACCESS EXCLUSIVE on public_0001_case.sale, ACCESS SHARE on public.order
BEGIN;
DROP TRIGGER IF EXISTS "phase_closed" ON "public_0001_case"."sale";
CREATE OR REPLACE VIEW "public_0001_case"."sale" WITH (security_invoker = true) AS SELECT base."id" AS "id", base."customer_id" AS "customer_id", base."amount" AS "amount", base."phase_3_no" AS "no" FROM "public"."order" AS base;
COMMENT ON COLUMN "public_0001_case"."sale"."amount" IS 'in euros';
COMMIT;
-- retire 0001_case: Close the door of version 0001_case
-- takes ACCESS EXCLUSIVE on public_0001_case.sale
BEGIN;
CREATE OR REPLACE VIEW "public_0001_case"."sale" WITH (security_invoker = true) AS SELECT * FROM phase.closed_door('public_0001_case', NULL) AS t("id" bigint, "customer_id" bigint, "amount" numeric(10,2), "no" bigint);
CREATE OR REPLACE TRIGGER "phase_closed" INSTEAD OF INSERT OR UPDATE OR DELETE ON "public_0001_case"."sale" FOR EACH ROW EXECUTE FUNCTION phase.closed_door_insert();
DROP VIEW IF EXISTS "phase"."public_0001_case.sale.origin";
COMMIT;
-- restore 0001_case: Open the door of version 0001_case
-- takes ACCESS EXCLUSIVE on public_0001_case.sale, ACCESS SHARE on public.order
BEGIN;
DROP TRIGGER IF EXISTS "phase_closed" ON "public_0001_case"."sale";
CREATE OR REPLACE VIEW "public_0001_case"."sale" WITH (security_invoker = true) AS SELECT base."id" AS "id", base."customer_id" AS "customer_id", base."amount" AS "amount", base."phase_3_no" AS "no" FROM "public"."order" AS base;
COMMENT ON COLUMN "public_0001_case"."sale"."amount" IS 'in euros';
COMMIT;
-- contract baseline: Give table order the shape of version 0001_case
-- takes ACCESS EXCLUSIVE on public.order
BEGIN;
LOCK TABLE "public"."order" IN ACCESS EXCLUSIVE MODE;
ALTER TABLE "public"."order" RENAME TO "sale";
ALTER TABLE "public"."sale" RENAME COLUMN "phase_3_no" TO "no";
ALTER TABLE "public"."sale" DROP COLUMN "select";
COMMIT;
-- contract baseline: Let sequence sale_no count as newer versions want it
-- takes SHARE ROW EXCLUSIVE on public.sale_no, ACCESS SHARE on public.sale
BEGIN;
ALTER SEQUENCE "public"."sale_no" OWNED BY "public"."sale"."no";
COMMIT;
-- rollback 0001_case: Remove the schema of version 0001_case
-- takes ACCESS EXCLUSIVE on public_0001_case.order, ACCESS EXCLUSIVE on public_0001_case.phase_version, ACCESS EXCLUSIVE on public_0001_case.sale
BEGIN;
DROP VIEW IF EXISTS "public_0001_case"."order", "public_0001_case"."phase_version", "public_0001_case"."sale", "phase"."public_0001_case.sale.origin";
DROP SCHEMA IF EXISTS "public_0001_case";
COMMIT;
-- rollback 0001_case: Drop sequence note_parts
-- takes ACCESS EXCLUSIVE on public.note_parts
BEGIN;
DROP SEQUENCE IF EXISTS "public"."note_parts";
COMMIT;
-- rollback 0001_case: Give table notes back the shape that it had
-- takes ACCESS EXCLUSIVE on public.notes
BEGIN;
DROP TABLE IF EXISTS "public"."notes";
COMMIT;
-- rollback 0001_case: Give table order back the shape that it had
-- takes ACCESS EXCLUSIVE on public.order
BEGIN;
LOCK TABLE "public"."order" IN ACCESS EXCLUSIVE MODE;
ALTER TABLE IF EXISTS "public"."order" DROP COLUMN IF EXISTS "phase_3_no";
COMMIT;
-- rollback 0001_case: Drop sequence sale_no
-- takes ACCESS EXCLUSIVE on public.sale_no
BEGIN;
DROP SEQUENCE IF EXISTS "public"."sale_no";
COMMIT;

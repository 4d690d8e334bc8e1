-- operations:
-- - drop_table: { name: order }
-- - create_table: { name: order, columns: [ { name: id, type: uuid, primary_key: true } ] }

-- expand 0001_case: Expand table phase_2_order
BEGIN;
CREATE TABLE "public"."phase_2_order" ("id" uuid NOT NULL, CONSTRAINT "phase_2_order_pkey" PRIMARY KEY ("id"));
COMMIT;
-- expand 0001_case: Create schema public_0001_case with its door closed
BEGIN;
CREATE SCHEMA "public_0001_case";
GRANT USAGE ON SCHEMA "public_0001_case" TO PUBLIC;
CREATE VIEW "public_0001_case"."phase_version" AS SELECT '0001_case'::text AS version, 'public'::text AS base_schema;
GRANT SELECT ON "public_0001_case"."phase_version" TO PUBLIC;
CREATE OR REPLACE VIEW "public_0001_case"."order" WITH (security_invoker = true) AS SELECT * FROM phase.closed_door('public_0001_case', NULL) AS t("id" uuid);
CREATE OR REPLACE TRIGGER "phase_closed" INSTEAD OF INSERT OR UPDATE OR DELETE ON "public_0001_case"."order" FOR EACH ROW EXECUTE FUNCTION phase.closed_door_insert();
GRANT SELECT, INSERT, UPDATE, DELETE ON "public_0001_case"."order" TO PUBLIC;
COMMIT;
-- publish 0001_case: Open the door of version 0001_case
-- takes ACCESS EXCLUSIVE on public_0001_case.order, ACCESS SHARE on public.phase_2_order
BEGIN;
DROP TRIGGER IF EXISTS "phase_closed" ON "public_0001_case"."order";
CREATE OR REPLACE VIEW "public_0001_case"."order" WITH (security_invoker = true) AS SELECT base."id" AS "id" FROM "public"."phase_2_order" AS base;
COMMIT;
-- retire 0001_case: Close the door of version 0001_case
-- takes ACCESS EXCLUSIVE on public_0001_case.order
BEGIN;
CREATE OR REPLACE VIEW "public_0001_case"."order" WITH (security_invoker = true) AS SELECT * FROM phase.closed_door('public_0001_case', NULL) AS t("id" uuid);
CREATE OR REPLACE TRIGGER "phase_closed" INSTEAD OF INSERT OR UPDATE OR DELETE ON "public_0001_case"."order" FOR EACH ROW EXECUTE FUNCTION phase.closed_door_insert();
DROP VIEW IF EXISTS "phase"."public_0001_case.order.origin";
COMMIT;
-- restore 0001_case: Open the door of version 0001_case
-- takes ACCESS EXCLUSIVE on public_0001_case.order, ACCESS SHARE on public.phase_2_order
BEGIN;
DROP TRIGGER IF EXISTS "phase_closed" ON "public_0001_case"."order";
CREATE OR REPLACE VIEW "public_0001_case"."order" WITH (security_invoker = true) AS SELECT base."id" AS "id" FROM "public"."phase_2_order" AS base;
COMMIT;
-- contract baseline: Give table order, phase_2_order the shape of version 0001_case
-- takes ACCESS EXCLUSIVE on public.phase_2_order, ACCESS EXCLUSIVE on public.order, ACCESS EXCLUSIVE on public.customers
BEGIN;
LOCK TABLE "public"."phase_2_order" IN ACCESS EXCLUSIVE MODE;
LOCK TABLE "public"."order" IN ACCESS EXCLUSIVE MODE;
DROP TABLE "public"."order";
ALTER TABLE "public"."phase_2_order" RENAME CONSTRAINT "phase_2_order_pkey" TO "order_pkey";
ALTER TABLE "public"."phase_2_order" RENAME TO "order";
COMMIT;
-- rollback 0001_case: Remove the schema of version 0001_case
-- takes ACCESS EXCLUSIVE on public_0001_case.order, ACCESS EXCLUSIVE on public_0001_case.phase_version
BEGIN;
DROP VIEW IF EXISTS "public_0001_case"."order", "public_0001_case"."phase_version", "phase"."public_0001_case.order.origin";
DROP SCHEMA IF EXISTS "public_0001_case";
COMMIT;
-- rollback 0001_case: Give table phase_2_order back the shape that it had
-- takes ACCESS EXCLUSIVE on public.phase_2_order
BEGIN;
DROP TABLE IF EXISTS "public"."phase_2_order";
COMMIT;

-- operations:
-- - rename_table: { from: order, to: sale }
-- - create_table: { name: order, columns: [ { name: id, type: bigint, primary_key: true } ] }

-- expand 0001_case: Expand table phase_2_order
BEGIN;
CREATE TABLE "public"."phase_2_order" ("id" bigint NOT NULL, CONSTRAINT "phase_2_order_pkey1" PRIMARY KEY ("id"));
COMMIT;
-- expand 0001_case: Create schema public_0001_case with its door closed
BEGIN;
CREATE SCHEMA "public_0001_case";
GRANT USAGE ON SCHEMA "public_0001_case" TO PUBLIC;
CREATE VIEW "public_0001_case"."phase_version" AS SELECT '0001_case'::text AS version, 'public'::text AS base_schema;
GRANT SELECT ON "public_0001_case"."phase_version" TO PUBLIC;
CREATE OR REPLACE VIEW "public_0001_case"."order" WITH (security_invoker = true) AS SELECT * FROM phase.closed_door('public_0001_case', NULL) AS t("id" bigint);
CREATE OR REPLACE TRIGGER "phase_closed" INSTEAD OF INSERT OR UPDATE OR DELETE ON "public_0001_case"."order" FOR EACH ROW EXECUTE FUNCTION phase.closed_door_insert();
GRANT SELECT, INSERT, UPDATE, DELETE ON "public_0001_case"."order" TO PUBLIC;
CREATE OR REPLACE VIEW "public_0001_case"."sale" WITH (security_invoker = true) AS SELECT * FROM phase.closed_door('public_0001_case', NULL) AS t("id" bigint, "customer_id" bigint, "amount" numeric(10,2), "select" text);
CREATE OR REPLACE TRIGGER "phase_closed" INSTEAD OF INSERT OR UPDATE OR DELETE ON "public_0001_case"."sale" FOR EACH ROW EXECUTE FUNCTION phase.closed_door_insert();
GRANT SELECT, INSERT, UPDATE, DELETE ON "public_0001_case"."sale" TO PUBLIC;
COMMIT;
-- publish 0001_case: Open the door of version 0001_case
-- takes ACCESS EXCLUSIVE on public_0001_case.order, ACCESS SHARE on public.phase_2_order, ACCESS EXCLUSIVE on public_0001_case.sale, ACCESS SHARE on public.order
BEGIN;
DROP TRIGGER IF EXISTS "phase_closed" ON "public_0001_case"."order";
CREATE OR REPLACE VIEW "public_0001_case"."order" WITH (security_invoker = true) AS SELECT base."id" AS "id" FROM "public"."phase_2_order" AS base;
DROP TRIGGER IF EXISTS "phase_closed" ON "public_0001_case"."sale";
CREATE OR REPLACE VIEW "public_0001_case"."sale" WITH (security_invoker = true) AS SELECT base."id" AS "id", base."customer_id" AS "customer_id", base."amount" AS "amount", base."select" AS "select" FROM "public"."order" AS base;
COMMENT ON COLUMN "public_0001_case"."sale"."amount" IS 'in euros';
COMMIT;
-- retire 0001_case: Close the door of version 0001_case
-- takes ACCESS EXCLUSIVE on public_0001_case.order, ACCESS EXCLUSIVE on public_0001_case.sale
BEGIN;
CREATE OR REPLACE VIEW "public_0001_case"."order" WITH (security_invoker = true) AS SELECT * FROM phase.closed_door('public_0001_case', NULL) AS t("id" bigint);
CREATE OR REPLACE TRIGGER "phase_closed" INSTEAD OF INSERT OR UPDATE OR DELETE ON "public_0001_case"."order" FOR EACH ROW EXECUTE FUNCTION phase.closed_door_insert();
DROP VIEW IF EXISTS "phase"."public_0001_case.order.origin";
CREATE OR REPLACE VIEW "public_0001_case"."sale" WITH (security_invoker = true) AS SELECT * FROM phase.closed_door('public_0001_case', NULL) AS t("id" bigint, "customer_id" bigint, "amount" numeric(10,2), "select" text);
CREATE OR REPLACE TRIGGER "phase_closed" INSTEAD OF INSERT OR UPDATE OR DELETE ON "public_0001_case"."sale" FOR EACH ROW EXECUTE FUNCTION phase.closed_door_insert();
DROP VIEW IF EXISTS "phase"."public_0001_case.sale.origin";
COMMIT;
-- restore 0001_case: Open the door of version 0001_case
-- takes ACCESS EXCLUSIVE on public_0001_case.order, ACCESS SHARE on public.phase_2_order, ACCESS EXCLUSIVE on public_0001_case.sale, ACCESS SHARE on public.order
BEGIN;
DROP TRIGGER IF EXISTS "phase_closed" ON "public_0001_case"."order";
CREATE OR REPLACE VIEW "public_0001_case"."order" WITH (security_invoker = true) AS SELECT base."id" AS "id" FROM "public"."phase_2_order" AS base;
DROP TRIGGER IF EXISTS "phase_closed" ON "public_0001_case"."sale";
CREATE OR REPLACE VIEW "public_0001_case"."sale" WITH (security_invoker = true) AS SELECT base."id" AS "id", base."customer_id" AS "customer_id", base."amount" AS "amount", base."select" AS "select" FROM "public"."order" AS base;
COMMENT ON COLUMN "public_0001_case"."sale"."amount" IS 'in euros';
COMMIT;
-- contract baseline: Give table order, phase_2_order the shape of version 0001_case
-- takes ACCESS EXCLUSIVE on public.phase_2_order, ACCESS EXCLUSIVE on public.order
BEGIN;
LOCK TABLE "public"."phase_2_order" IN ACCESS EXCLUSIVE MODE;
LOCK TABLE "public"."order" IN ACCESS EXCLUSIVE MODE;
ALTER TABLE "public"."order" RENAME TO "sale";
ALTER TABLE "public"."phase_2_order" RENAME CONSTRAINT "phase_2_order_pkey1" TO "order_pkey1";
ALTER TABLE "public"."phase_2_order" RENAME TO "order";
COMMIT;
-- rollback 0001_case: Remove the schema of version 0001_case
-- takes ACCESS EXCLUSIVE on public_0001_case.order, ACCESS EXCLUSIVE on public_0001_case.phase_version, ACCESS EXCLUSIVE on public_0001_case.sale
BEGIN;
DROP VIEW IF EXISTS "public_0001_case"."order", "public_0001_case"."phase_version", "public_0001_case"."sale", "phase"."public_0001_case.order.origin", "phase"."public_0001_case.sale.origin";
DROP SCHEMA IF EXISTS "public_0001_case";
COMMIT;
-- rollback 0001_case: Give table phase_2_order back the shape that it had
-- takes ACCESS EXCLUSIVE on public.phase_2_order
BEGIN;
DROP TABLE IF EXISTS "public"."phase_2_order";
COMMIT;

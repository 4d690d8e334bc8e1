-- operations:
-- - drop_column: { table: order, column: amount, down: "1" }
-- - add_column: { table: order, column: { name: amount, type: bigint, nullable: false, default: 0 } }
-- - create_index: { table: order, name: order_amount, columns: [ amount ] }
-- - add_constraint: { table: order, name: order_amount_check, check: "amount > -1" }

-- expand 0001_case: Expand table order
-- takes ACCESS EXCLUSIVE on public.order
BEGIN;
CREATE FUNCTION "phase"."public_1_amount_down" () RETURNS numeric(10,2) LANGUAGE sql RETURN (1);
ALTER TABLE "public"."order" ADD COLUMN "phase_2_amount" bigint DEFAULT (0) NOT NULL;
CREATE OR REPLACE FUNCTION "phase"."public_order_dual_write"() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  IF pg_catalog.current_setting(''phase.backfill'', true) = ''on'' THEN
    RETURN NEW;
  END IF;
  IF TG_OP = ''INSERT'' THEN
    NULL;
  ELSE
    NULL;
  END IF;
  RETURN NEW;
END
';
CREATE OR REPLACE TRIGGER "~phase_dual_write" BEFORE INSERT ON "public"."order" FOR EACH ROW EXECUTE FUNCTION "phase"."public_order_dual_write"();
CREATE OR REPLACE TRIGGER "~phase_dual_write_update" BEFORE UPDATE ON "public"."order" FOR EACH ROW WHEN (NEW."amount" IS DISTINCT FROM OLD."amount") EXECUTE FUNCTION "phase"."public_order_dual_write"();
COMMIT;
-- expand 0001_case: Create schema public_0001_case with its door closed
BEGIN;
CREATE SCHEMA "public_0001_case";
GRANT USAGE ON SCHEMA "public_0001_case" TO PUBLIC;
CREATE VIEW "public_0001_case"."phase_version" AS SELECT '0001_case'::text AS version, 'public'::text AS base_schema;
GRANT SELECT ON "public_0001_case"."phase_version" TO PUBLIC;
CREATE OR REPLACE VIEW "public_0001_case"."order" WITH (security_invoker = true) AS SELECT * FROM phase.closed_door('public_0001_case', NULL) AS t("id" bigint, "customer_id" bigint, "select" text, "amount" bigint);
CREATE OR REPLACE TRIGGER "phase_closed" INSTEAD OF INSERT OR UPDATE OR DELETE ON "public_0001_case"."order" FOR EACH ROW EXECUTE FUNCTION phase.closed_door_insert();
GRANT SELECT, INSERT, UPDATE, DELETE ON "public_0001_case"."order" TO PUBLIC;
COMMIT;
-- publish 0001_case: Build index order_amount on order
-- takes SHARE UPDATE EXCLUSIVE on public.order
CREATE INDEX CONCURRENTLY "phase_3_order_amount" ON "public"."order" USING "btree" ("phase_2_amount");
-- publish 0001_case: Hold new rows of order to order_amount_check
-- takes ACCESS EXCLUSIVE on public.order
BEGIN;
ALTER TABLE "public"."order" ADD CONSTRAINT "phase_4_order_amount_check" CHECK ((phase_2_amount > '-1'::integer)) NOT VALID;
COMMIT;
-- publish 0001_case: Prove that the rows of order keep order_amount_check
-- takes SHARE UPDATE EXCLUSIVE on public.order
BEGIN;
ALTER TABLE "public"."order" VALIDATE CONSTRAINT "phase_4_order_amount_check";
COMMIT;
-- publish 0001_case: Open the door of version 0001_case
-- takes ACCESS EXCLUSIVE on public_0001_case.order, ACCESS SHARE on public.order
BEGIN;
CREATE OR REPLACE FUNCTION "phase"."public_order_dual_write"() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  IF TG_OP = ''INSERT'' THEN
    IF NOT (FALSE) AND COALESCE(phase.session_origin(ARRAY[''baseline'', ''0001_case'']::pg_catalog.text[], ARRAY[NULL, ''public_0001_case'']::pg_catalog.text[]) >= 1, FALSE) THEN
      NEW."amount" := "phase"."public_1_amount_down"();
    ELSE
      NULL;
    END IF;
  ELSE
    IF NEW."amount" IS DISTINCT FROM OLD."amount" THEN
      NULL;
    END IF;
  END IF;
  RETURN NEW;
END
';
DROP TRIGGER IF EXISTS "phase_closed" ON "public_0001_case"."order";
CREATE OR REPLACE VIEW "public_0001_case"."order" WITH (security_invoker = true) AS SELECT base."id" AS "id", base."customer_id" AS "customer_id", base."select" AS "select", base."phase_2_amount" AS "amount" FROM "public"."order" AS base;
COMMIT;
-- retire 0001_case: Close the door of version 0001_case
-- takes ACCESS EXCLUSIVE on public_0001_case.order
BEGIN;
CREATE OR REPLACE VIEW "public_0001_case"."order" WITH (security_invoker = true) AS SELECT * FROM phase.closed_door('public_0001_case', NULL) AS t("id" bigint, "customer_id" bigint, "select" text, "amount" bigint);
CREATE OR REPLACE TRIGGER "phase_closed" INSTEAD OF INSERT OR UPDATE OR DELETE ON "public_0001_case"."order" FOR EACH ROW EXECUTE FUNCTION phase.closed_door_insert();
COMMIT;
-- restore 0001_case: Open the door of version 0001_case
-- takes ACCESS EXCLUSIVE on public_0001_case.order, ACCESS SHARE on public.order
BEGIN;
DROP TRIGGER IF EXISTS "phase_closed" ON "public_0001_case"."order";
CREATE OR REPLACE VIEW "public_0001_case"."order" WITH (security_invoker = true) AS SELECT base."id" AS "id", base."customer_id" AS "customer_id", base."select" AS "select", base."phase_2_amount" AS "amount" FROM "public"."order" AS base;
COMMIT;
-- contract baseline: Give table order the shape of version 0001_case
-- takes ACCESS EXCLUSIVE on public.order, SHARE UPDATE EXCLUSIVE on public.phase_3_order_amount
BEGIN;
LOCK TABLE "public"."order" IN ACCESS EXCLUSIVE MODE;
DROP TRIGGER IF EXISTS "~phase_dual_write" ON "public"."order";
DROP TRIGGER IF EXISTS "~phase_dual_write_update" ON "public"."order";
DROP FUNCTION IF EXISTS "phase"."public_order_dual_write"();
DROP FUNCTION IF EXISTS "phase"."public_1_amount_down";
ALTER TABLE "public"."order" DROP COLUMN "amount";
ALTER TABLE "public"."order" RENAME COLUMN "phase_2_amount" TO "amount";
ALTER INDEX "public"."phase_3_order_amount" RENAME TO "order_amount";
ALTER TABLE "public"."order" RENAME CONSTRAINT "phase_4_order_amount_check" TO "order_amount_check";
COMMIT;
-- rollback 0001_case: Remove the schema of version 0001_case
-- takes ACCESS EXCLUSIVE on public_0001_case.order, ACCESS EXCLUSIVE on public_0001_case.phase_version
BEGIN;
DROP VIEW IF EXISTS "public_0001_case"."order", "public_0001_case"."phase_version";
DROP SCHEMA IF EXISTS "public_0001_case";
COMMIT;
-- rollback 0001_case: Drop index phase_3_order_amount
-- takes SHARE UPDATE EXCLUSIVE on public.order
DROP INDEX CONCURRENTLY IF EXISTS "public"."phase_3_order_amount";
-- rollback 0001_case: Give table order back the shape that it had
-- takes ACCESS EXCLUSIVE on public.order
BEGIN;
LOCK TABLE "public"."order" IN ACCESS EXCLUSIVE MODE;
DROP TRIGGER IF EXISTS "~phase_dual_write" ON "public"."order";
DROP TRIGGER IF EXISTS "~phase_dual_write_update" ON "public"."order";
DROP FUNCTION IF EXISTS "phase"."public_order_dual_write"();
ALTER TABLE IF EXISTS "public"."order" DROP CONSTRAINT IF EXISTS "phase_4_order_amount_check";
ALTER TABLE IF EXISTS "public"."order" DROP COLUMN IF EXISTS "phase_2_amount";
DROP FUNCTION IF EXISTS "phase"."public_1_amount_down";
COMMIT;

-- operations:
-- - alter_column: { table: order, column: customer_id, up: customer_id, down: customer_id }

-- expand 0001_case: Expand table order
-- takes ACCESS EXCLUSIVE on public.order
BEGIN;
ALTER TABLE "public"."order" ADD COLUMN "phase_1_customer_id" bigint;
CREATE FUNCTION "phase"."public.1.order.customer_id.up" ("customer_id" bigint) RETURNS bigint LANGUAGE sql RETURN (customer_id);
CREATE FUNCTION "phase"."public.1.order.customer_id.down" ("customer_id" bigint) RETURNS bigint LANGUAGE sql RETURN (customer_id);
SELECT phase.copy_column('"public"."order"', 'customer_id', 'phase_1_customer_id');
CREATE OR REPLACE FUNCTION "phase"."public.order.dual_write"() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  NEW."phase_1_customer_id" := "phase"."public.1.order.customer_id.up"(NEW."customer_id");
  RETURN NEW;
END
';
CREATE OR REPLACE FUNCTION "phase"."public.order.dual_write_update"() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  IF pg_catalog.current_setting(''phase.backfill'', true) OPERATOR(pg_catalog.=) ''on'' THEN
    RETURN NEW;
  END IF;
  IF (NEW."customer_id" OPERATOR(pg_catalog.=) OLD."customer_id" OR (NEW."customer_id" IS NULL AND OLD."customer_id" IS NULL)) IS NOT TRUE THEN
    NEW."phase_1_customer_id" := "phase"."public.1.order.customer_id.up"(NEW."customer_id");
  END IF;
  RETURN NEW;
END
';
ALTER TABLE "public"."order" ADD COLUMN IF NOT EXISTS "~phase_origin" pg_catalog.int8;
SELECT phase.grant_origin('"public"."order"');
CREATE OR REPLACE TRIGGER "~phase_dual_write" BEFORE INSERT ON "public"."order" FOR EACH ROW EXECUTE FUNCTION "phase"."public.order.dual_write"();
CREATE OR REPLACE TRIGGER "~phase_dual_write_update" BEFORE UPDATE ON "public"."order" FOR EACH ROW WHEN ((NEW."customer_id" OPERATOR(pg_catalog.=) OLD."customer_id" OR (NEW."customer_id" IS NULL AND OLD."customer_id" IS NULL)) IS NOT TRUE OR (NEW."phase_1_customer_id" OPERATOR(pg_catalog.=) OLD."phase_1_customer_id" OR (NEW."phase_1_customer_id" IS NULL AND OLD."phase_1_customer_id" IS NULL)) IS NOT TRUE) EXECUTE FUNCTION "phase"."public.order.dual_write_update"();
COMMIT;
-- expand 0001_case: Create schema public_0001_case with its door closed
BEGIN;
CREATE SCHEMA "public_0001_case";
GRANT USAGE ON SCHEMA "public_0001_case" TO PUBLIC;
CREATE VIEW "public_0001_case"."phase_version" AS SELECT '0001_case'::text AS version, 'public'::text AS base_schema;
GRANT SELECT ON "public_0001_case"."phase_version" TO PUBLIC;
CREATE OR REPLACE VIEW "public_0001_case"."order" WITH (security_invoker = true) AS SELECT * FROM phase.closed_door('public_0001_case', NULL) AS t("id" bigint, "customer_id" bigint, "amount" numeric(10,2), "select" text);
CREATE OR REPLACE TRIGGER "phase_closed" INSTEAD OF INSERT OR UPDATE OR DELETE ON "public_0001_case"."order" FOR EACH ROW EXECUTE FUNCTION phase.closed_door_insert();
GRANT SELECT, INSERT, UPDATE, DELETE ON "public_0001_case"."order" TO PUBLIC;
COMMIT;
-- publish 0001_case: Backfill table order
-- takes ROW EXCLUSIVE on public.order
-- in batches: UPDATE "public"."order" SET "phase_1_customer_id" = "phase"."public.1.order.customer_id.up"("customer_id");
-- publish 0001_case: Let no new row of order have a NULL in customer_id
-- takes ACCESS EXCLUSIVE on public.order
BEGIN;
ALTER TABLE "public"."order" ADD CONSTRAINT "phase_1_customer_id_not_null" CHECK ("phase_1_customer_id" IS NOT NULL) NOT VALID;
COMMIT;
-- publish 0001_case: Prove that no row of order has one
-- takes SHARE UPDATE EXCLUSIVE on public.order
BEGIN;
ALTER TABLE "public"."order" VALIDATE CONSTRAINT "phase_1_customer_id_not_null";
COMMIT;
-- publish 0001_case: Make customer_id of order NOT NULL
-- takes ACCESS EXCLUSIVE on public.order
BEGIN;
ALTER TABLE "public"."order" ALTER COLUMN "phase_1_customer_id" SET NOT NULL;
ALTER TABLE "public"."order" DROP CONSTRAINT "phase_1_customer_id_not_null";
COMMIT;
-- publish 0001_case: Build index order_customer on order
-- takes SHARE UPDATE EXCLUSIVE on public.order
CREATE INDEX CONCURRENTLY "phase_1_order_customer" ON "public"."order" USING "btree" ("phase_1_customer_id") INCLUDE ("select");
-- publish 0001_case: Hold new rows of order to order_customer_id_fkey
-- takes SHARE ROW EXCLUSIVE on public.order, SHARE ROW EXCLUSIVE on public.customers
BEGIN;
ALTER TABLE "public"."order" ADD CONSTRAINT "phase_1_order_customer_id_fkey" FOREIGN KEY ("phase_1_customer_id") REFERENCES "public"."customers" ("id") ON DELETE CASCADE ON UPDATE NO ACTION NOT VALID;
COMMIT;
-- publish 0001_case: Prove that the rows of order keep order_customer_id_fkey
-- takes SHARE UPDATE EXCLUSIVE on public.order, ROW SHARE on public.customers
BEGIN;
ALTER TABLE "public"."order" VALIDATE CONSTRAINT "phase_1_order_customer_id_fkey";
COMMIT;
-- publish 0001_case: Open the door of version 0001_case
-- takes ACCESS EXCLUSIVE on public_0001_case.order, ACCESS SHARE on public.order
BEGIN;
CREATE OR REPLACE FUNCTION "phase"."public.order.dual_write"() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  IF NEW."~phase_origin" IS NULL THEN
    IF NEW."phase_1_customer_id" IS NULL OR pg_catalog.record_image_ne(ROW (NEW."customer_id"), ROW ("phase"."public.1.order.customer_id.down"(NEW."phase_1_customer_id"))) THEN
      NEW."phase_1_customer_id" := "phase"."public.1.order.customer_id.up"(NEW."customer_id");
    END IF;
  ELSE
    IF NEW."~phase_origin" OPERATOR(pg_catalog.>=) 1 AND (NEW."customer_id" IS NULL OR pg_catalog.record_image_ne(ROW (NEW."phase_1_customer_id"), ROW ("phase"."public.1.order.customer_id.up"(NEW."customer_id")))) THEN
      NEW."customer_id" := "phase"."public.1.order.customer_id.down"(NEW."phase_1_customer_id");
    END IF;
    IF NEW."~phase_origin" OPERATOR(pg_catalog.<) 1 AND (NEW."phase_1_customer_id" IS NULL OR pg_catalog.record_image_ne(ROW (NEW."customer_id"), ROW ("phase"."public.1.order.customer_id.down"(NEW."phase_1_customer_id")))) THEN
      NEW."phase_1_customer_id" := "phase"."public.1.order.customer_id.up"(NEW."customer_id");
    END IF;
    NEW."~phase_origin" := NULL;
  END IF;
  RETURN NEW;
END
';
CREATE OR REPLACE FUNCTION "phase"."public.order.dual_write_update"() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  IF (NEW."phase_1_customer_id" OPERATOR(pg_catalog.=) OLD."phase_1_customer_id" OR (NEW."phase_1_customer_id" IS NULL AND OLD."phase_1_customer_id" IS NULL)) IS NOT TRUE THEN
    IF ((NEW."customer_id" OPERATOR(pg_catalog.=) OLD."customer_id" OR (NEW."customer_id" IS NULL AND OLD."customer_id" IS NULL)) IS NOT TRUE) AND phase.session_origin(ARRAY[''baseline'', ''0001_case'']::pg_catalog.text[], ARRAY[NULL, ''public_0001_case'']::pg_catalog.text[]) OPERATOR(pg_catalog.<) 1 THEN
      NEW."phase_1_customer_id" := "phase"."public.1.order.customer_id.up"(NEW."customer_id");
    ELSE
      NEW."customer_id" := "phase"."public.1.order.customer_id.down"(NEW."phase_1_customer_id");
    END IF;
  ELSE
    NEW."phase_1_customer_id" := "phase"."public.1.order.customer_id.up"(NEW."customer_id");
  END IF;
  RETURN NEW;
END
';
DROP TRIGGER IF EXISTS "phase_closed" ON "public_0001_case"."order";
CREATE OR REPLACE VIEW "phase"."public_0001_case.order.origin" WITH (security_invoker = true) AS SELECT base."id" AS "id", base."phase_1_customer_id" AS "customer_id", base."amount" AS "amount", base."select" AS "select", base."~phase_origin" FROM "public"."order" AS base;
ALTER VIEW "phase"."public_0001_case.order.origin" ALTER COLUMN "~phase_origin" SET DEFAULT 1;
GRANT SELECT, INSERT, UPDATE, DELETE ON "phase"."public_0001_case.order.origin" TO PUBLIC;
CREATE OR REPLACE VIEW "public_0001_case"."order" WITH (security_invoker = true) AS SELECT base."id", base."customer_id", base."amount", base."select" FROM "phase"."public_0001_case.order.origin" AS base;
COMMENT ON COLUMN "public_0001_case"."order"."amount" IS 'in euros';
COMMIT;
-- retire 0001_case: Close the door of version 0001_case
-- takes ACCESS EXCLUSIVE on public_0001_case.order
BEGIN;
CREATE OR REPLACE VIEW "public_0001_case"."order" WITH (security_invoker = true) AS SELECT * FROM phase.closed_door('public_0001_case', NULL) AS t("id" bigint, "customer_id" bigint, "amount" numeric(10,2), "select" text);
CREATE OR REPLACE TRIGGER "phase_closed" INSTEAD OF INSERT OR UPDATE OR DELETE ON "public_0001_case"."order" FOR EACH ROW EXECUTE FUNCTION phase.closed_door_insert();
DROP VIEW IF EXISTS "phase"."public_0001_case.order.origin";
COMMIT;
-- restore 0001_case: Open the door of version 0001_case
-- takes ACCESS EXCLUSIVE on public_0001_case.order, ACCESS SHARE on public.order
BEGIN;
DROP TRIGGER IF EXISTS "phase_closed" ON "public_0001_case"."order";
CREATE OR REPLACE VIEW "phase"."public_0001_case.order.origin" WITH (security_invoker = true) AS SELECT base."id" AS "id", base."phase_1_customer_id" AS "customer_id", base."amount" AS "amount", base."select" AS "select", base."~phase_origin" FROM "public"."order" AS base;
ALTER VIEW "phase"."public_0001_case.order.origin" ALTER COLUMN "~phase_origin" SET DEFAULT 1;
GRANT SELECT, INSERT, UPDATE, DELETE ON "phase"."public_0001_case.order.origin" TO PUBLIC;
CREATE OR REPLACE VIEW "public_0001_case"."order" WITH (security_invoker = true) AS SELECT base."id", base."customer_id", base."amount", base."select" FROM "phase"."public_0001_case.order.origin" AS base;
COMMENT ON COLUMN "public_0001_case"."order"."amount" IS 'in euros';
COMMIT;
-- contract baseline: Give table order the shape of version 0001_case
-- takes ACCESS EXCLUSIVE on public.order, ACCESS EXCLUSIVE on public.customers, SHARE UPDATE EXCLUSIVE on public.phase_1_order_customer
BEGIN;
LOCK TABLE "public"."order" IN ACCESS EXCLUSIVE MODE;
DROP TRIGGER IF EXISTS "~phase_dual_write" ON "public"."order";
DROP TRIGGER IF EXISTS "~phase_dual_write_update" ON "public"."order";
DROP FUNCTION IF EXISTS "phase"."public.order.dual_write"(), "phase"."public.order.dual_write_update"();
SELECT phase.set_aside('"public"."order"', 'customer_id', 'phase_1_customer_id');
ALTER TABLE "public"."order" DROP COLUMN "customer_id";
ALTER TABLE "public"."order" RENAME COLUMN "phase_1_customer_id" TO "customer_id";
DROP FUNCTION IF EXISTS "phase"."public.1.order.customer_id.up";
DROP FUNCTION IF EXISTS "phase"."public.1.order.customer_id.down";
ALTER INDEX "public"."phase_1_order_customer" RENAME TO "order_customer";
ALTER TABLE "public"."order" RENAME CONSTRAINT "phase_1_order_customer_id_fkey" TO "order_customer_id_fkey";
SELECT phase.put_back();
COMMIT;
-- contract baseline: Let no view of table order say who inserts
-- takes ACCESS EXCLUSIVE on public_0001_case.order, ACCESS SHARE on public.order
BEGIN;
DO 'BEGIN
IF pg_catalog.to_regclass(''"phase"."public_0001_case.order.origin"'') IS NOT NULL THEN
EXECUTE ''CREATE OR REPLACE VIEW "public_0001_case"."order" WITH (security_invoker = true) AS SELECT base."id" AS "id", base."customer_id" AS "customer_id", base."amount" AS "amount", base."select" AS "select" FROM "public"."order" AS base'';
EXECUTE ''DROP VIEW IF EXISTS "phase"."public_0001_case.order.origin"'';
END IF;
END';
COMMIT;
-- contract baseline: Remove the column of table order that said so
-- takes ACCESS EXCLUSIVE on public.order
BEGIN;
ALTER TABLE IF EXISTS "public"."order" DROP COLUMN IF EXISTS "~phase_origin";
COMMIT;
-- rollback 0001_case: Remove the schema of version 0001_case
-- takes ACCESS EXCLUSIVE on public_0001_case.order, ACCESS EXCLUSIVE on public_0001_case.phase_version
BEGIN;
DROP VIEW IF EXISTS "public_0001_case"."order", "public_0001_case"."phase_version", "phase"."public_0001_case.order.origin";
DROP SCHEMA IF EXISTS "public_0001_case";
COMMIT;
-- rollback 0001_case: Drop constraint phase_1_order_customer_id_fkey
-- takes ACCESS EXCLUSIVE on public.order, ACCESS EXCLUSIVE on public.customers
BEGIN;
ALTER TABLE IF EXISTS "public"."order" DROP CONSTRAINT IF EXISTS "phase_1_order_customer_id_fkey";
COMMIT;
-- rollback 0001_case: Drop index phase_1_order_customer
-- takes SHARE UPDATE EXCLUSIVE on public.order
DROP INDEX CONCURRENTLY IF EXISTS "public"."phase_1_order_customer";
-- rollback 0001_case: Give table order back the shape that it had
-- takes ACCESS EXCLUSIVE on public.order
BEGIN;
LOCK TABLE "public"."order" IN ACCESS EXCLUSIVE MODE;
DROP TRIGGER IF EXISTS "~phase_dual_write" ON "public"."order";
DROP TRIGGER IF EXISTS "~phase_dual_write_update" ON "public"."order";
DROP FUNCTION IF EXISTS "phase"."public.order.dual_write"(), "phase"."public.order.dual_write_update"();
ALTER TABLE IF EXISTS "public"."order" DROP COLUMN IF EXISTS "~phase_origin";
DROP FUNCTION IF EXISTS "phase"."public.1.order.customer_id.up";
DROP FUNCTION IF EXISTS "phase"."public.1.order.customer_id.down";
ALTER TABLE IF EXISTS "public"."order" DROP COLUMN IF EXISTS "phase_1_customer_id";
COMMIT;

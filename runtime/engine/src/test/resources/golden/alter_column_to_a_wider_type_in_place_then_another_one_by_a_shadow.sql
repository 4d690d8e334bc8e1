-- operations:
-- - alter_column: { table: order, column: "select", type: varchar }
-- - alter_column: { table: order, column: "select", type: integer, default: 0, up: "length(\"select\")", down: "repeat('x', \"select\")" }

-- expand 0001_case: Expand table order
-- takes ACCESS EXCLUSIVE on public.order
BEGIN;
ALTER TABLE "public"."order" ALTER COLUMN "select" TYPE character varying;
ALTER TABLE "public"."order" ADD COLUMN "phase_2_select" integer;
CREATE FUNCTION "phase"."public.2.order.select.up" ("select" character varying) RETURNS integer LANGUAGE sql RETURN (length("select"));
CREATE FUNCTION "phase"."public.2.order.select.down" ("select" integer) RETURNS character varying LANGUAGE sql RETURN (repeat('x', "select"));
SELECT phase.copy_column('"public"."order"', 'select', 'phase_2_select');
CREATE OR REPLACE FUNCTION "phase"."public.order.dual_write"() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  NEW."phase_2_select" := "phase"."public.2.order.select.up"(NEW."select");
  RETURN NEW;
END
';
CREATE OR REPLACE FUNCTION "phase"."public.order.dual_write_update"() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  IF pg_catalog.current_setting(''phase.backfill'', true) OPERATOR(pg_catalog.=) ''on'' THEN
    RETURN NEW;
  END IF;
  IF (NEW."select" OPERATOR(pg_catalog.=) OLD."select" OR (NEW."select" IS NULL AND OLD."select" IS NULL)) IS NOT TRUE THEN
    NEW."phase_2_select" := "phase"."public.2.order.select.up"(NEW."select");
  END IF;
  RETURN NEW;
END
';
ALTER TABLE "public"."order" ADD COLUMN IF NOT EXISTS "~phase_origin" pg_catalog.int8;
SELECT phase.grant_origin('"public"."order"');
CREATE OR REPLACE TRIGGER "~phase_dual_write" BEFORE INSERT ON "public"."order" FOR EACH ROW EXECUTE FUNCTION "phase"."public.order.dual_write"();
CREATE OR REPLACE TRIGGER "~phase_dual_write_update" BEFORE UPDATE ON "public"."order" FOR EACH ROW WHEN ((NEW."select" OPERATOR(pg_catalog.=) OLD."select" OR (NEW."select" IS NULL AND OLD."select" IS NULL)) IS NOT TRUE OR (NEW."phase_2_select" OPERATOR(pg_catalog.=) OLD."phase_2_select" OR (NEW."phase_2_select" IS NULL AND OLD."phase_2_select" IS NULL)) IS NOT TRUE) EXECUTE FUNCTION "phase"."public.order.dual_write_update"();
COMMIT;
-- expand 0001_case: Create schema public_0001_case with its door closed
BEGIN;
CREATE SCHEMA "public_0001_case";
GRANT USAGE ON SCHEMA "public_0001_case" TO PUBLIC;
CREATE VIEW "public_0001_case"."phase_version" AS SELECT '0001_case'::text AS version, 'public'::text AS base_schema;
GRANT SELECT ON "public_0001_case"."phase_version" TO PUBLIC;
CREATE OR REPLACE VIEW "public_0001_case"."order" WITH (security_invoker = true) AS SELECT * FROM phase.closed_door('public_0001_case', NULL) AS t("id" bigint, "customer_id" bigint, "amount" numeric(10,2), "select" integer);
CREATE OR REPLACE TRIGGER "phase_closed" INSTEAD OF INSERT OR UPDATE OR DELETE ON "public_0001_case"."order" FOR EACH ROW EXECUTE FUNCTION phase.closed_door_insert();
GRANT SELECT, INSERT, UPDATE, DELETE ON "public_0001_case"."order" TO PUBLIC;
COMMIT;
-- publish 0001_case: Backfill table order
-- takes ROW EXCLUSIVE on public.order
-- in batches: UPDATE "public"."order" SET "phase_2_select" = "phase"."public.2.order.select.up"("select");
-- publish 0001_case: Build index order_customer on order
-- takes SHARE UPDATE EXCLUSIVE on public.order
CREATE INDEX CONCURRENTLY "phase_2_order_customer" ON "public"."order" USING "btree" ("customer_id") INCLUDE ("phase_2_select");
-- publish 0001_case: Open the door of version 0001_case
-- takes ACCESS EXCLUSIVE on public_0001_case.order, ACCESS SHARE on public.order
BEGIN;
CREATE OR REPLACE FUNCTION "phase"."public.order.dual_write"() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  IF NEW."~phase_origin" IS NULL THEN
    IF NEW."phase_2_select" IS NULL OR pg_catalog.record_image_ne(ROW (NEW."select"), ROW ("phase"."public.2.order.select.down"(NEW."phase_2_select"))) THEN
      NEW."phase_2_select" := "phase"."public.2.order.select.up"(NEW."select");
    END IF;
  ELSE
    IF NEW."~phase_origin" OPERATOR(pg_catalog.>=) 2 AND (NEW."select" IS NULL OR pg_catalog.record_image_ne(ROW (NEW."phase_2_select"), ROW ("phase"."public.2.order.select.up"(NEW."select")))) THEN
      NEW."select" := "phase"."public.2.order.select.down"(NEW."phase_2_select");
    END IF;
    IF NEW."~phase_origin" OPERATOR(pg_catalog.<) 2 AND (NEW."phase_2_select" IS NULL OR pg_catalog.record_image_ne(ROW (NEW."select"), ROW ("phase"."public.2.order.select.down"(NEW."phase_2_select")))) THEN
      NEW."phase_2_select" := "phase"."public.2.order.select.up"(NEW."select");
    END IF;
    NEW."~phase_origin" := NULL;
  END IF;
  RETURN NEW;
END
';
CREATE OR REPLACE FUNCTION "phase"."public.order.dual_write_update"() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  IF (NEW."phase_2_select" OPERATOR(pg_catalog.=) OLD."phase_2_select" OR (NEW."phase_2_select" IS NULL AND OLD."phase_2_select" IS NULL)) IS NOT TRUE THEN
    IF ((NEW."select" OPERATOR(pg_catalog.=) OLD."select" OR (NEW."select" IS NULL AND OLD."select" IS NULL)) IS NOT TRUE) AND phase.session_origin(ARRAY[''baseline'', ''0001_case'']::pg_catalog.text[], ARRAY[NULL, ''public_0001_case'']::pg_catalog.text[]) OPERATOR(pg_catalog.<) 1 THEN
      NEW."phase_2_select" := "phase"."public.2.order.select.up"(NEW."select");
    ELSE
      NEW."select" := "phase"."public.2.order.select.down"(NEW."phase_2_select");
    END IF;
  ELSE
    NEW."phase_2_select" := "phase"."public.2.order.select.up"(NEW."select");
  END IF;
  RETURN NEW;
END
';
DROP TRIGGER IF EXISTS "phase_closed" ON "public_0001_case"."order";
CREATE OR REPLACE VIEW "phase"."public_0001_case.order.origin" WITH (security_invoker = true) AS SELECT base."id" AS "id", base."customer_id" AS "customer_id", base."amount" AS "amount", base."phase_2_select" AS "select", base."~phase_origin" FROM "public"."order" AS base;
ALTER VIEW "phase"."public_0001_case.order.origin" ALTER COLUMN "~phase_origin" SET DEFAULT 2;
GRANT SELECT, INSERT, UPDATE, DELETE ON "phase"."public_0001_case.order.origin" TO PUBLIC;
CREATE OR REPLACE VIEW "public_0001_case"."order" WITH (security_invoker = true) AS SELECT base."id", base."customer_id", base."amount", base."select" FROM "phase"."public_0001_case.order.origin" AS base;
COMMENT ON COLUMN "public_0001_case"."order"."amount" IS 'in euros';
ALTER VIEW "public_0001_case"."order" ALTER COLUMN "select" SET DEFAULT (0);
COMMIT;
-- retire 0001_case: Close the door of version 0001_case
-- takes ACCESS EXCLUSIVE on public_0001_case.order
BEGIN;
CREATE OR REPLACE VIEW "public_0001_case"."order" WITH (security_invoker = true) AS SELECT * FROM phase.closed_door('public_0001_case', NULL) AS t("id" bigint, "customer_id" bigint, "amount" numeric(10,2), "select" integer);
CREATE OR REPLACE TRIGGER "phase_closed" INSTEAD OF INSERT OR UPDATE OR DELETE ON "public_0001_case"."order" FOR EACH ROW EXECUTE FUNCTION phase.closed_door_insert();
DROP VIEW IF EXISTS "phase"."public_0001_case.order.origin";
COMMIT;
-- restore 0001_case: Open the door of version 0001_case
-- takes ACCESS EXCLUSIVE on public_0001_case.order, ACCESS SHARE on public.order
BEGIN;
DROP TRIGGER IF EXISTS "phase_closed" ON "public_0001_case"."order";
CREATE OR REPLACE VIEW "phase"."public_0001_case.order.origin" WITH (security_invoker = true) AS SELECT base."id" AS "id", base."customer_id" AS "customer_id", base."amount" AS "amount", base."phase_2_select" AS "select", base."~phase_origin" FROM "public"."order" AS base;
ALTER VIEW "phase"."public_0001_case.order.origin" ALTER COLUMN "~phase_origin" SET DEFAULT 2;
GRANT SELECT, INSERT, UPDATE, DELETE ON "phase"."public_0001_case.order.origin" TO PUBLIC;
CREATE OR REPLACE VIEW "public_0001_case"."order" WITH (security_invoker = true) AS SELECT base."id", base."customer_id", base."amount", base."select" FROM "phase"."public_0001_case.order.origin" AS base;
COMMENT ON COLUMN "public_0001_case"."order"."amount" IS 'in euros';
ALTER VIEW "public_0001_case"."order" ALTER COLUMN "select" SET DEFAULT (0);
COMMIT;
-- contract baseline: Give table order the shape of version 0001_case
-- takes ACCESS EXCLUSIVE on public.order, SHARE UPDATE EXCLUSIVE on public.phase_2_order_customer
BEGIN;
LOCK TABLE "public"."order" IN ACCESS EXCLUSIVE MODE;
DROP TRIGGER IF EXISTS "~phase_dual_write" ON "public"."order";
DROP TRIGGER IF EXISTS "~phase_dual_write_update" ON "public"."order";
DROP FUNCTION IF EXISTS "phase"."public.order.dual_write"(), "phase"."public.order.dual_write_update"();
SELECT phase.set_aside('"public"."order"', 'select', 'phase_2_select');
ALTER TABLE "public"."order" DROP COLUMN "select";
ALTER TABLE "public"."order" RENAME COLUMN "phase_2_select" TO "select";
ALTER TABLE "public"."order" ALTER COLUMN "select" SET DEFAULT (0);
DROP FUNCTION IF EXISTS "phase"."public.2.order.select.up";
DROP FUNCTION IF EXISTS "phase"."public.2.order.select.down";
ALTER INDEX "public"."phase_2_order_customer" RENAME TO "order_customer";
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
-- rollback 0001_case: Drop index phase_2_order_customer
-- takes SHARE UPDATE EXCLUSIVE on public.order
DROP INDEX CONCURRENTLY IF EXISTS "public"."phase_2_order_customer";
-- rollback 0001_case: Give table order back the shape that it had
-- takes ACCESS EXCLUSIVE on public.order
BEGIN;
LOCK TABLE "public"."order" IN ACCESS EXCLUSIVE MODE;
DROP TRIGGER IF EXISTS "~phase_dual_write" ON "public"."order";
DROP TRIGGER IF EXISTS "~phase_dual_write_update" ON "public"."order";
DROP FUNCTION IF EXISTS "phase"."public.order.dual_write"(), "phase"."public.order.dual_write_update"();
ALTER TABLE IF EXISTS "public"."order" DROP COLUMN IF EXISTS "~phase_origin";
DROP FUNCTION IF EXISTS "phase"."public.2.order.select.up";
DROP FUNCTION IF EXISTS "phase"."public.2.order.select.down";
ALTER TABLE IF EXISTS "public"."order" DROP COLUMN IF EXISTS "phase_2_select";
COMMIT;

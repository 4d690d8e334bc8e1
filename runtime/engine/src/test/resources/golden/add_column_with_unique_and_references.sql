-- operations:
-- - add_column: { table: order, column: { name: number, type: text, nullable: false, unique: true }, up: "id::text" }
-- - add_column: { table: order, column: { name: payer, type: bigint, references: { table: customers, column: id } }, up: customer_id }

-- expand 0001_case: Expand table order
-- takes ACCESS EXCLUSIVE on public.order
BEGIN;
ALTER TABLE "public"."order" ADD COLUMN "phase_1_number" text;
CREATE FUNCTION "phase"."public.1.order.number.up" ("id" bigint) RETURNS text LANGUAGE sql RETURN (id::text);
ALTER TABLE "public"."order" ADD COLUMN "phase_2_payer" bigint;
CREATE FUNCTION "phase"."public.2.order.payer.up" ("customer_id" bigint) RETURNS bigint LANGUAGE sql RETURN (customer_id);
CREATE OR REPLACE FUNCTION "phase"."public.order.dual_write"() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  NEW."phase_1_number" := "phase"."public.1.order.number.up"(NEW."id");
  NEW."phase_2_payer" := "phase"."public.2.order.payer.up"(NEW."customer_id");
  RETURN NEW;
END
';
CREATE OR REPLACE FUNCTION "phase"."public.order.dual_write_update"() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  IF pg_catalog.current_setting(''phase.backfill'', true) OPERATOR(pg_catalog.=) ''on'' THEN
    RETURN NEW;
  END IF;
  IF (NEW."id" OPERATOR(pg_catalog.=) OLD."id" OR (NEW."id" IS NULL AND OLD."id" IS NULL)) IS NOT TRUE THEN
    NEW."phase_1_number" := "phase"."public.1.order.number.up"(NEW."id");
  END IF;
  IF (NEW."customer_id" OPERATOR(pg_catalog.=) OLD."customer_id" OR (NEW."customer_id" IS NULL AND OLD."customer_id" IS NULL)) IS NOT TRUE THEN
    NEW."phase_2_payer" := "phase"."public.2.order.payer.up"(NEW."customer_id");
  END IF;
  RETURN NEW;
END
';
ALTER TABLE "public"."order" ADD COLUMN IF NOT EXISTS "~phase_origin" pg_catalog.int8;
SELECT phase.grant_origin('"public"."order"');
CREATE OR REPLACE TRIGGER "~phase_dual_write" BEFORE INSERT ON "public"."order" FOR EACH ROW EXECUTE FUNCTION "phase"."public.order.dual_write"();
CREATE OR REPLACE TRIGGER "~phase_dual_write_update" BEFORE UPDATE ON "public"."order" FOR EACH ROW WHEN ((NEW."id" OPERATOR(pg_catalog.=) OLD."id" OR (NEW."id" IS NULL AND OLD."id" IS NULL)) IS NOT TRUE OR (NEW."phase_1_number" OPERATOR(pg_catalog.=) OLD."phase_1_number" OR (NEW."phase_1_number" IS NULL AND OLD."phase_1_number" IS NULL)) IS NOT TRUE OR (NEW."customer_id" OPERATOR(pg_catalog.=) OLD."customer_id" OR (NEW."customer_id" IS NULL AND OLD."customer_id" IS NULL)) IS NOT TRUE OR (NEW."phase_2_payer" OPERATOR(pg_catalog.=) OLD."phase_2_payer" OR (NEW."phase_2_payer" IS NULL AND OLD."phase_2_payer" IS NULL)) IS NOT TRUE) EXECUTE FUNCTION "phase"."public.order.dual_write_update"();
COMMIT;
-- expand 0001_case: Create schema public_0001_case with its door closed
BEGIN;
CREATE SCHEMA "public_0001_case";
GRANT USAGE ON SCHEMA "public_0001_case" TO PUBLIC;
CREATE VIEW "public_0001_case"."phase_version" AS SELECT '0001_case'::text AS version, 'public'::text AS base_schema;
GRANT SELECT ON "public_0001_case"."phase_version" TO PUBLIC;
CREATE OR REPLACE VIEW "public_0001_case"."order" WITH (security_invoker = true) AS SELECT * FROM phase.closed_door('public_0001_case', NULL) AS t("id" bigint, "customer_id" bigint, "amount" numeric(10,2), "select" text, "number" text, "payer" bigint);
CREATE OR REPLACE TRIGGER "phase_closed" INSTEAD OF INSERT OR UPDATE OR DELETE ON "public_0001_case"."order" FOR EACH ROW EXECUTE FUNCTION phase.closed_door_insert();
GRANT SELECT, INSERT, UPDATE, DELETE ON "public_0001_case"."order" TO PUBLIC;
COMMIT;
-- publish 0001_case: Backfill table order
-- takes ROW EXCLUSIVE on public.order
-- in batches: UPDATE "public"."order" SET "phase_1_number" = "phase"."public.1.order.number.up"("id"), "phase_2_payer" = "phase"."public.2.order.payer.up"("customer_id");
-- publish 0001_case: Let no new row of order have a NULL in number
-- takes ACCESS EXCLUSIVE on public.order
BEGIN;
ALTER TABLE "public"."order" ADD CONSTRAINT "phase_1_number_not_null" CHECK ("phase_1_number" IS NOT NULL) NOT VALID;
COMMIT;
-- publish 0001_case: Prove that no row of order has one
-- takes SHARE UPDATE EXCLUSIVE on public.order
BEGIN;
ALTER TABLE "public"."order" VALIDATE CONSTRAINT "phase_1_number_not_null";
COMMIT;
-- publish 0001_case: Make number of order NOT NULL
-- takes ACCESS EXCLUSIVE on public.order
BEGIN;
ALTER TABLE "public"."order" ALTER COLUMN "phase_1_number" SET NOT NULL;
ALTER TABLE "public"."order" DROP CONSTRAINT "phase_1_number_not_null";
COMMIT;
-- publish 0001_case: Build the unique index of order_number_key on order
-- takes SHARE UPDATE EXCLUSIVE on public.order
CREATE UNIQUE INDEX CONCURRENTLY "order_number_key" ON "public"."order" USING "btree" ("phase_1_number");
-- publish 0001_case: Make it the constraint order_number_key
-- takes ACCESS EXCLUSIVE on public.order
BEGIN;
ALTER TABLE "public"."order" ADD CONSTRAINT "order_number_key" UNIQUE USING INDEX "order_number_key";
COMMIT;
-- publish 0001_case: Hold new rows of order to order_payer_fkey
-- takes SHARE ROW EXCLUSIVE on public.order, SHARE ROW EXCLUSIVE on public.customers
BEGIN;
ALTER TABLE "public"."order" ADD CONSTRAINT "order_payer_fkey" FOREIGN KEY ("phase_2_payer") REFERENCES "public"."customers" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION NOT VALID;
COMMIT;
-- publish 0001_case: Prove that the rows of order keep order_payer_fkey
-- takes SHARE UPDATE EXCLUSIVE on public.order, ROW SHARE on public.customers
BEGIN;
ALTER TABLE "public"."order" VALIDATE CONSTRAINT "order_payer_fkey";
COMMIT;
-- publish 0001_case: Open the door of version 0001_case
-- takes ACCESS EXCLUSIVE on public_0001_case.order, ACCESS SHARE on public.order
BEGIN;
CREATE OR REPLACE FUNCTION "phase"."public.order.dual_write"() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  IF NEW."~phase_origin" IS NULL THEN
    IF NEW."phase_1_number" IS NULL THEN
      NEW."phase_1_number" := "phase"."public.1.order.number.up"(NEW."id");
    END IF;
    IF NEW."phase_2_payer" IS NULL THEN
      NEW."phase_2_payer" := "phase"."public.2.order.payer.up"(NEW."customer_id");
    END IF;
  ELSE
    IF NEW."~phase_origin" OPERATOR(pg_catalog.<) 1 AND (NEW."phase_1_number" IS NULL) THEN
      NEW."phase_1_number" := "phase"."public.1.order.number.up"(NEW."id");
    END IF;
    IF NEW."~phase_origin" OPERATOR(pg_catalog.<) 2 AND (NEW."phase_2_payer" IS NULL) THEN
      NEW."phase_2_payer" := "phase"."public.2.order.payer.up"(NEW."customer_id");
    END IF;
    NEW."~phase_origin" := NULL;
  END IF;
  RETURN NEW;
END
';
CREATE OR REPLACE FUNCTION "phase"."public.order.dual_write_update"() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  IF (NEW."phase_1_number" OPERATOR(pg_catalog.=) OLD."phase_1_number" OR (NEW."phase_1_number" IS NULL AND OLD."phase_1_number" IS NULL)) IS NOT TRUE OR (NEW."phase_2_payer" OPERATOR(pg_catalog.=) OLD."phase_2_payer" OR (NEW."phase_2_payer" IS NULL AND OLD."phase_2_payer" IS NULL)) IS NOT TRUE THEN
    NULL;
  ELSE
    IF COALESCE(phase.session_origin(ARRAY[''baseline'', ''0001_case'']::pg_catalog.text[], ARRAY[NULL, ''public_0001_case'']::pg_catalog.text[]) OPERATOR(pg_catalog.>=) 1, ((NEW."id" OPERATOR(pg_catalog.=) OLD."id" OR (NEW."id" IS NULL AND OLD."id" IS NULL)) IS NOT TRUE OR (NEW."phase_1_number" OPERATOR(pg_catalog.=) OLD."phase_1_number" OR (NEW."phase_1_number" IS NULL AND OLD."phase_1_number" IS NULL)) IS NOT TRUE) AND (pg_catalog.record_image_ne(ROW (OLD."phase_1_number"), ROW ("phase"."public.1.order.number.up"(OLD."id"))))) THEN
      NULL;
    ELSE
      IF (NEW."id" OPERATOR(pg_catalog.=) OLD."id" OR (NEW."id" IS NULL AND OLD."id" IS NULL)) IS NOT TRUE OR (NEW."phase_1_number" OPERATOR(pg_catalog.=) OLD."phase_1_number" OR (NEW."phase_1_number" IS NULL AND OLD."phase_1_number" IS NULL)) IS NOT TRUE THEN
        NEW."phase_1_number" := "phase"."public.1.order.number.up"(NEW."id");
      END IF;
    END IF;
    IF COALESCE(phase.session_origin(ARRAY[''baseline'', ''0001_case'']::pg_catalog.text[], ARRAY[NULL, ''public_0001_case'']::pg_catalog.text[]) OPERATOR(pg_catalog.>=) 1, ((NEW."customer_id" OPERATOR(pg_catalog.=) OLD."customer_id" OR (NEW."customer_id" IS NULL AND OLD."customer_id" IS NULL)) IS NOT TRUE OR (NEW."phase_2_payer" OPERATOR(pg_catalog.=) OLD."phase_2_payer" OR (NEW."phase_2_payer" IS NULL AND OLD."phase_2_payer" IS NULL)) IS NOT TRUE) AND (pg_catalog.record_image_ne(ROW (OLD."phase_2_payer"), ROW ("phase"."public.2.order.payer.up"(OLD."customer_id"))))) THEN
      NULL;
    ELSE
      IF (NEW."customer_id" OPERATOR(pg_catalog.=) OLD."customer_id" OR (NEW."customer_id" IS NULL AND OLD."customer_id" IS NULL)) IS NOT TRUE OR (NEW."phase_2_payer" OPERATOR(pg_catalog.=) OLD."phase_2_payer" OR (NEW."phase_2_payer" IS NULL AND OLD."phase_2_payer" IS NULL)) IS NOT TRUE THEN
        NEW."phase_2_payer" := "phase"."public.2.order.payer.up"(NEW."customer_id");
      END IF;
    END IF;
  END IF;
  RETURN NEW;
END
';
DROP TRIGGER IF EXISTS "phase_closed" ON "public_0001_case"."order";
CREATE OR REPLACE VIEW "phase"."public_0001_case.order.origin" WITH (security_invoker = true) AS SELECT base."id" AS "id", base."customer_id" AS "customer_id", base."amount" AS "amount", base."select" AS "select", base."phase_1_number" AS "number", base."phase_2_payer" AS "payer", base."~phase_origin" FROM "public"."order" AS base;
ALTER VIEW "phase"."public_0001_case.order.origin" ALTER COLUMN "~phase_origin" SET DEFAULT 2;
GRANT SELECT, INSERT, UPDATE, DELETE ON "phase"."public_0001_case.order.origin" TO PUBLIC;
CREATE OR REPLACE VIEW "public_0001_case"."order" WITH (security_invoker = true) AS SELECT base."id", base."customer_id", base."amount", base."select", base."number", base."payer" FROM "phase"."public_0001_case.order.origin" AS base;
COMMENT ON COLUMN "public_0001_case"."order"."amount" IS 'in euros';
COMMIT;
-- retire 0001_case: Close the door of version 0001_case
-- takes ACCESS EXCLUSIVE on public_0001_case.order
BEGIN;
CREATE OR REPLACE VIEW "public_0001_case"."order" WITH (security_invoker = true) AS SELECT * FROM phase.closed_door('public_0001_case', NULL) AS t("id" bigint, "customer_id" bigint, "amount" numeric(10,2), "select" text, "number" text, "payer" bigint);
CREATE OR REPLACE TRIGGER "phase_closed" INSTEAD OF INSERT OR UPDATE OR DELETE ON "public_0001_case"."order" FOR EACH ROW EXECUTE FUNCTION phase.closed_door_insert();
DROP VIEW IF EXISTS "phase"."public_0001_case.order.origin";
COMMIT;
-- restore 0001_case: Open the door of version 0001_case
-- takes ACCESS EXCLUSIVE on public_0001_case.order, ACCESS SHARE on public.order
BEGIN;
DROP TRIGGER IF EXISTS "phase_closed" ON "public_0001_case"."order";
CREATE OR REPLACE VIEW "phase"."public_0001_case.order.origin" WITH (security_invoker = true) AS SELECT base."id" AS "id", base."customer_id" AS "customer_id", base."amount" AS "amount", base."select" AS "select", base."phase_1_number" AS "number", base."phase_2_payer" AS "payer", base."~phase_origin" FROM "public"."order" AS base;
ALTER VIEW "phase"."public_0001_case.order.origin" ALTER COLUMN "~phase_origin" SET DEFAULT 2;
GRANT SELECT, INSERT, UPDATE, DELETE ON "phase"."public_0001_case.order.origin" TO PUBLIC;
CREATE OR REPLACE VIEW "public_0001_case"."order" WITH (security_invoker = true) AS SELECT base."id", base."customer_id", base."amount", base."select", base."number", base."payer" FROM "phase"."public_0001_case.order.origin" AS base;
COMMENT ON COLUMN "public_0001_case"."order"."amount" IS 'in euros';
COMMIT;
-- contract baseline: Give table order the shape of version 0001_case
-- takes ACCESS EXCLUSIVE on public.order
BEGIN;
LOCK TABLE "public"."order" IN ACCESS EXCLUSIVE MODE;
DROP TRIGGER IF EXISTS "~phase_dual_write" ON "public"."order";
DROP TRIGGER IF EXISTS "~phase_dual_write_update" ON "public"."order";
DROP FUNCTION IF EXISTS "phase"."public.order.dual_write"(), "phase"."public.order.dual_write_update"();
ALTER TABLE "public"."order" RENAME COLUMN "phase_1_number" TO "number";
DROP FUNCTION IF EXISTS "phase"."public.1.order.number.up";
ALTER TABLE "public"."order" RENAME COLUMN "phase_2_payer" TO "payer";
DROP FUNCTION IF EXISTS "phase"."public.2.order.payer.up";
COMMIT;
-- contract baseline: Let no view of table order say who inserts
-- takes ACCESS EXCLUSIVE on public_0001_case.order, ACCESS SHARE on public.order
BEGIN;
DO 'BEGIN
IF pg_catalog.to_regclass(''"phase"."public_0001_case.order.origin"'') IS NOT NULL THEN
EXECUTE ''CREATE OR REPLACE VIEW "public_0001_case"."order" WITH (security_invoker = true) AS SELECT base."id" AS "id", base."customer_id" AS "customer_id", base."amount" AS "amount", base."select" AS "select", base."number" AS "number", base."payer" AS "payer" FROM "public"."order" AS base'';
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
-- rollback 0001_case: Drop constraint order_payer_fkey
-- takes ACCESS EXCLUSIVE on public.order, ACCESS EXCLUSIVE on public.customers
BEGIN;
ALTER TABLE IF EXISTS "public"."order" DROP CONSTRAINT IF EXISTS "order_payer_fkey";
COMMIT;
-- rollback 0001_case: Drop constraint order_number_key
-- takes ACCESS EXCLUSIVE on public.order
BEGIN;
ALTER TABLE IF EXISTS "public"."order" DROP CONSTRAINT IF EXISTS "order_number_key";
COMMIT;
-- rollback 0001_case: Drop its index where the build was cut off
-- takes SHARE UPDATE EXCLUSIVE on public.order
DROP INDEX CONCURRENTLY IF EXISTS "public"."order_number_key";
-- rollback 0001_case: Give table order back the shape that it had
-- takes ACCESS EXCLUSIVE on public.order
BEGIN;
LOCK TABLE "public"."order" IN ACCESS EXCLUSIVE MODE;
DROP TRIGGER IF EXISTS "~phase_dual_write" ON "public"."order";
DROP TRIGGER IF EXISTS "~phase_dual_write_update" ON "public"."order";
DROP FUNCTION IF EXISTS "phase"."public.order.dual_write"(), "phase"."public.order.dual_write_update"();
ALTER TABLE IF EXISTS "public"."order" DROP COLUMN IF EXISTS "~phase_origin";
DROP FUNCTION IF EXISTS "phase"."public.2.order.payer.up";
ALTER TABLE IF EXISTS "public"."order" DROP COLUMN IF EXISTS "phase_2_payer";
DROP FUNCTION IF EXISTS "phase"."public.1.order.number.up";
ALTER TABLE IF EXISTS "public"."order" DROP COLUMN IF EXISTS "phase_1_number";
COMMIT;

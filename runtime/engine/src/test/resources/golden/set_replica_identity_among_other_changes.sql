-- operations:
-- - rename_table: { from: order, to: sale }
-- - alter_column: { table: sale, column: amount, type: bigint, default: 0, up: amount, down: amount }
-- - create_index: { table: sale, name: by_amount, columns: [ amount, id ], unique: true }
-- - set_replica_identity: { table: sale, identity: { index: by_amount } }
-- - rename_index: { from: by_amount, to: amounts }

-- expand 0001_case: Expand table order
-- takes ACCESS EXCLUSIVE on public.order
BEGIN;
ALTER TABLE "public"."order" ADD COLUMN "phase_2_amount" bigint;
COMMENT ON COLUMN "public"."order"."phase_2_amount" IS 'in euros';
CREATE FUNCTION "phase"."public.2.order.amount.up" ("amount" numeric(10,2)) RETURNS bigint LANGUAGE sql RETURN (amount);
CREATE FUNCTION "phase"."public.2.order.amount.down" ("amount" bigint) RETURNS numeric(10,2) LANGUAGE sql RETURN (amount);
SELECT phase.copy_column('"public"."order"', 'amount', 'phase_2_amount');
CREATE OR REPLACE FUNCTION "phase"."public.order.dual_write"() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  NEW."phase_2_amount" := "phase"."public.2.order.amount.up"(NEW."amount");
  RETURN NEW;
END
';
CREATE OR REPLACE FUNCTION "phase"."public.order.dual_write_update"() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  IF pg_catalog.current_setting(''phase.backfill'', true) OPERATOR(pg_catalog.=) ''on'' THEN
    RETURN NEW;
  END IF;
  IF (NEW."amount" OPERATOR(pg_catalog.=) OLD."amount" OR (NEW."amount" IS NULL AND OLD."amount" IS NULL)) IS NOT TRUE THEN
    NEW."phase_2_amount" := "phase"."public.2.order.amount.up"(NEW."amount");
  END IF;
  RETURN NEW;
END
';
ALTER TABLE "public"."order" ADD COLUMN IF NOT EXISTS "~phase_origin" pg_catalog.int8;
SELECT phase.grant_origin('"public"."order"');
CREATE OR REPLACE TRIGGER "~phase_dual_write" BEFORE INSERT ON "public"."order" FOR EACH ROW EXECUTE FUNCTION "phase"."public.order.dual_write"();
CREATE OR REPLACE TRIGGER "~phase_dual_write_update" BEFORE UPDATE ON "public"."order" FOR EACH ROW WHEN ((NEW."amount" OPERATOR(pg_catalog.=) OLD."amount" OR (NEW."amount" IS NULL AND OLD."amount" IS NULL)) IS NOT TRUE OR (NEW."phase_2_amount" OPERATOR(pg_catalog.=) OLD."phase_2_amount" OR (NEW."phase_2_amount" IS NULL AND OLD."phase_2_amount" IS NULL)) IS NOT TRUE) EXECUTE FUNCTION "phase"."public.order.dual_write_update"();
COMMIT;
-- expand 0001_case: Create schema public_0001_case with its door closed
BEGIN;
CREATE SCHEMA "public_0001_case";
GRANT USAGE ON SCHEMA "public_0001_case" TO PUBLIC;
CREATE VIEW "public_0001_case"."phase_version" AS SELECT '0001_case'::text AS version, 'public'::text AS base_schema;
GRANT SELECT ON "public_0001_case"."phase_version" TO PUBLIC;
CREATE OR REPLACE VIEW "public_0001_case"."sale" WITH (security_invoker = true) AS SELECT * FROM phase.closed_door('public_0001_case', NULL) AS t("id" bigint, "customer_id" bigint, "amount" bigint, "select" text);
CREATE OR REPLACE TRIGGER "phase_closed" INSTEAD OF INSERT OR UPDATE OR DELETE ON "public_0001_case"."sale" FOR EACH ROW EXECUTE FUNCTION phase.closed_door_insert();
GRANT SELECT, INSERT, UPDATE, DELETE ON "public_0001_case"."sale" TO PUBLIC;
CREATE OR REPLACE VIEW "public_0001_case"."order" WITH (security_invoker = true) AS SELECT * FROM phase.closed_door('public_0001_case', 'Version 0001_case has no table order: it was renamed to sale. Use this version''s tables, or deploy an older release.') AS t("id" bigint, "customer_id" bigint, "amount" numeric(10,2), "select" text);
CREATE OR REPLACE TRIGGER "phase_closed" INSTEAD OF INSERT OR UPDATE OR DELETE ON "public_0001_case"."order" FOR EACH ROW EXECUTE FUNCTION phase.closed_door_insert('Version 0001_case has no table order: it was renamed to sale. Use this version''s tables, or deploy an older release.');
GRANT SELECT, INSERT, UPDATE, DELETE ON "public_0001_case"."order" TO PUBLIC;
COMMIT;
-- publish 0001_case: Backfill table order
-- takes ROW EXCLUSIVE on public.order
-- in batches: UPDATE "public"."order" SET "phase_2_amount" = "phase"."public.2.order.amount.up"("amount");
-- publish 0001_case: Let no new row of order have a NULL in amount
-- takes ACCESS EXCLUSIVE on public.order
BEGIN;
ALTER TABLE "public"."order" ADD CONSTRAINT "phase_2_amount_not_null" CHECK ("phase_2_amount" IS NOT NULL) NOT VALID;
COMMIT;
-- publish 0001_case: Prove that no row of order has one
-- takes SHARE UPDATE EXCLUSIVE on public.order
BEGIN;
ALTER TABLE "public"."order" VALIDATE CONSTRAINT "phase_2_amount_not_null";
COMMIT;
-- publish 0001_case: Make amount of order NOT NULL
-- takes ACCESS EXCLUSIVE on public.order
BEGIN;
ALTER TABLE "public"."order" ALTER COLUMN "phase_2_amount" SET NOT NULL;
ALTER TABLE "public"."order" DROP CONSTRAINT "phase_2_amount_not_null";
COMMIT;
-- publish 0001_case: Build index order_amount on order
-- takes SHARE UPDATE EXCLUSIVE on public.order
CREATE INDEX CONCURRENTLY "phase_2_order_amount" ON "public"."order" USING "btree" ("phase_2_amount" DESC NULLS LAST) WHERE ((phase_2_amount > (0)::numeric));
-- publish 0001_case: Hold new rows of order to order_amount_check
-- takes ACCESS EXCLUSIVE on public.order
BEGIN;
ALTER TABLE "public"."order" ADD CONSTRAINT "phase_2_order_amount_check" CHECK ((phase_2_amount >= (0)::numeric)) NOT VALID;
COMMIT;
-- publish 0001_case: Prove that the rows of order keep order_amount_check
-- takes SHARE UPDATE EXCLUSIVE on public.order
BEGIN;
ALTER TABLE "public"."order" VALIDATE CONSTRAINT "phase_2_order_amount_check";
COMMIT;
-- publish 0001_case: Build index by_amount on order
-- takes SHARE UPDATE EXCLUSIVE on public.order
CREATE UNIQUE INDEX CONCURRENTLY "by_amount" ON "public"."order" USING "btree" ("phase_2_amount", "id");
-- publish 0001_case: Open the door of version 0001_case
-- takes ACCESS EXCLUSIVE on public_0001_case.sale, ACCESS SHARE on public.order
BEGIN;
CREATE OR REPLACE FUNCTION "phase"."public.order.dual_write"() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  IF NEW."~phase_origin" IS NULL THEN
    IF NEW."phase_2_amount" IS NULL OR pg_catalog.record_image_ne(ROW (NEW."amount"), ROW (CAST("phase"."public.2.order.amount.down"(NEW."phase_2_amount") AS numeric(10,2)))) THEN
      NEW."phase_2_amount" := "phase"."public.2.order.amount.up"(NEW."amount");
    END IF;
  ELSE
    IF NEW."~phase_origin" OPERATOR(pg_catalog.>=) 2 AND (NEW."amount" IS NULL OR pg_catalog.record_image_ne(ROW (NEW."phase_2_amount"), ROW ("phase"."public.2.order.amount.up"(NEW."amount")))) THEN
      NEW."amount" := "phase"."public.2.order.amount.down"(NEW."phase_2_amount");
    END IF;
    IF NEW."~phase_origin" OPERATOR(pg_catalog.<) 2 AND (NEW."phase_2_amount" IS NULL OR pg_catalog.record_image_ne(ROW (NEW."amount"), ROW (CAST("phase"."public.2.order.amount.down"(NEW."phase_2_amount") AS numeric(10,2))))) THEN
      NEW."phase_2_amount" := "phase"."public.2.order.amount.up"(NEW."amount");
    END IF;
    NEW."~phase_origin" := NULL;
  END IF;
  RETURN NEW;
END
';
CREATE OR REPLACE FUNCTION "phase"."public.order.dual_write_update"() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  IF (NEW."phase_2_amount" OPERATOR(pg_catalog.=) OLD."phase_2_amount" OR (NEW."phase_2_amount" IS NULL AND OLD."phase_2_amount" IS NULL)) IS NOT TRUE THEN
    IF ((NEW."amount" OPERATOR(pg_catalog.=) OLD."amount" OR (NEW."amount" IS NULL AND OLD."amount" IS NULL)) IS NOT TRUE) AND phase.session_origin(ARRAY[''baseline'', ''0001_case'']::pg_catalog.text[], ARRAY[NULL, ''public_0001_case'']::pg_catalog.text[]) OPERATOR(pg_catalog.<) 1 THEN
      NEW."phase_2_amount" := "phase"."public.2.order.amount.up"(NEW."amount");
    ELSE
      NEW."amount" := "phase"."public.2.order.amount.down"(NEW."phase_2_amount");
    END IF;
  ELSE
    NEW."phase_2_amount" := "phase"."public.2.order.amount.up"(NEW."amount");
  END IF;
  RETURN NEW;
END
';
DROP TRIGGER IF EXISTS "phase_closed" ON "public_0001_case"."sale";
CREATE OR REPLACE VIEW "phase"."public_0001_case.sale.origin" WITH (security_invoker = true) AS SELECT base."id" AS "id", base."customer_id" AS "customer_id", base."phase_2_amount" AS "amount", base."select" AS "select", base."~phase_origin" FROM "public"."order" AS base;
ALTER VIEW "phase"."public_0001_case.sale.origin" ALTER COLUMN "~phase_origin" SET DEFAULT 5;
GRANT SELECT, INSERT, UPDATE, DELETE ON "phase"."public_0001_case.sale.origin" TO PUBLIC;
CREATE OR REPLACE VIEW "public_0001_case"."sale" WITH (security_invoker = true) AS SELECT base."id", base."customer_id", base."amount", base."select" FROM "phase"."public_0001_case.sale.origin" AS base;
ALTER VIEW "public_0001_case"."sale" ALTER COLUMN "amount" SET DEFAULT (0);
COMMENT ON COLUMN "public_0001_case"."sale"."amount" IS 'in euros';
COMMIT;
-- retire 0001_case: Close the door of version 0001_case
-- takes ACCESS EXCLUSIVE on public_0001_case.sale
BEGIN;
CREATE OR REPLACE VIEW "public_0001_case"."sale" WITH (security_invoker = true) AS SELECT * FROM phase.closed_door('public_0001_case', NULL) AS t("id" bigint, "customer_id" bigint, "amount" bigint, "select" text);
CREATE OR REPLACE TRIGGER "phase_closed" INSTEAD OF INSERT OR UPDATE OR DELETE ON "public_0001_case"."sale" FOR EACH ROW EXECUTE FUNCTION phase.closed_door_insert();
DROP VIEW IF EXISTS "phase"."public_0001_case.sale.origin";
COMMIT;
-- restore 0001_case: Open the door of version 0001_case
-- takes ACCESS EXCLUSIVE on public_0001_case.sale, ACCESS SHARE on public.order
BEGIN;
DROP TRIGGER IF EXISTS "phase_closed" ON "public_0001_case"."sale";
CREATE OR REPLACE VIEW "phase"."public_0001_case.sale.origin" WITH (security_invoker = true) AS SELECT base."id" AS "id", base."customer_id" AS "customer_id", base."phase_2_amount" AS "amount", base."select" AS "select", base."~phase_origin" FROM "public"."order" AS base;
ALTER VIEW "phase"."public_0001_case.sale.origin" ALTER COLUMN "~phase_origin" SET DEFAULT 5;
GRANT SELECT, INSERT, UPDATE, DELETE ON "phase"."public_0001_case.sale.origin" TO PUBLIC;
CREATE OR REPLACE VIEW "public_0001_case"."sale" WITH (security_invoker = true) AS SELECT base."id", base."customer_id", base."amount", base."select" FROM "phase"."public_0001_case.sale.origin" AS base;
ALTER VIEW "public_0001_case"."sale" ALTER COLUMN "amount" SET DEFAULT (0);
COMMENT ON COLUMN "public_0001_case"."sale"."amount" IS 'in euros';
COMMIT;
-- contract baseline: Give table order the shape of version 0001_case
-- takes ACCESS EXCLUSIVE on public.order, SHARE UPDATE EXCLUSIVE on public.phase_2_order_amount, SHARE on public.by_amount
BEGIN;
LOCK TABLE "public"."order" IN ACCESS EXCLUSIVE MODE;
DROP TRIGGER IF EXISTS "~phase_dual_write" ON "public"."order";
DROP TRIGGER IF EXISTS "~phase_dual_write_update" ON "public"."order";
DROP FUNCTION IF EXISTS "phase"."public.order.dual_write"(), "phase"."public.order.dual_write_update"();
ALTER TABLE "public"."order" RENAME TO "sale";
SELECT phase.set_aside('"public"."sale"', 'amount', 'phase_2_amount');
ALTER TABLE "public"."sale" DROP COLUMN "amount";
ALTER TABLE "public"."sale" RENAME COLUMN "phase_2_amount" TO "amount";
ALTER TABLE "public"."sale" ALTER COLUMN "amount" SET DEFAULT (0);
DROP FUNCTION IF EXISTS "phase"."public.2.order.amount.up";
DROP FUNCTION IF EXISTS "phase"."public.2.order.amount.down";
ALTER INDEX "public"."phase_2_order_amount" RENAME TO "order_amount";
ALTER TABLE "public"."sale" RENAME CONSTRAINT "phase_2_order_amount_check" TO "order_amount_check";
SELECT phase.put_back();
ALTER TABLE "public"."sale" REPLICA IDENTITY USING INDEX "by_amount";
ALTER INDEX "public"."by_amount" RENAME TO "amounts";
COMMIT;
-- contract baseline: Let no view of table sale say who inserts
-- takes ACCESS EXCLUSIVE on public_0001_case.sale, ACCESS SHARE on public.sale
BEGIN;
DO 'BEGIN
IF pg_catalog.to_regclass(''"phase"."public_0001_case.sale.origin"'') IS NOT NULL THEN
EXECUTE ''CREATE OR REPLACE VIEW "public_0001_case"."sale" WITH (security_invoker = true) AS SELECT base."id" AS "id", base."customer_id" AS "customer_id", base."amount" AS "amount", base."select" AS "select" FROM "public"."sale" AS base'';
EXECUTE ''DROP VIEW IF EXISTS "phase"."public_0001_case.sale.origin"'';
END IF;
END';
COMMIT;
-- contract baseline: Remove the column of table sale that said so
-- takes ACCESS EXCLUSIVE on public.sale
BEGIN;
ALTER TABLE IF EXISTS "public"."sale" DROP COLUMN IF EXISTS "~phase_origin";
COMMIT;
-- rollback 0001_case: Remove the schema of version 0001_case
-- takes ACCESS EXCLUSIVE on public_0001_case.order, ACCESS EXCLUSIVE on public_0001_case.phase_version, ACCESS EXCLUSIVE on public_0001_case.sale
BEGIN;
DROP VIEW IF EXISTS "public_0001_case"."order", "public_0001_case"."phase_version", "public_0001_case"."sale", "phase"."public_0001_case.sale.origin";
DROP SCHEMA IF EXISTS "public_0001_case";
COMMIT;
-- rollback 0001_case: Drop index by_amount
-- takes SHARE UPDATE EXCLUSIVE on public.order
DROP INDEX CONCURRENTLY IF EXISTS "public"."by_amount";
-- rollback 0001_case: Drop index phase_2_order_amount
-- takes SHARE UPDATE EXCLUSIVE on public.order
DROP INDEX CONCURRENTLY IF EXISTS "public"."phase_2_order_amount";
-- rollback 0001_case: Give table order back the shape that it had
-- takes ACCESS EXCLUSIVE on public.order
BEGIN;
LOCK TABLE "public"."order" IN ACCESS EXCLUSIVE MODE;
DROP TRIGGER IF EXISTS "~phase_dual_write" ON "public"."order";
DROP TRIGGER IF EXISTS "~phase_dual_write_update" ON "public"."order";
DROP FUNCTION IF EXISTS "phase"."public.order.dual_write"(), "phase"."public.order.dual_write_update"();
ALTER TABLE IF EXISTS "public"."order" DROP COLUMN IF EXISTS "~phase_origin";
ALTER TABLE IF EXISTS "public"."order" DROP CONSTRAINT IF EXISTS "phase_2_order_amount_check";
DROP FUNCTION IF EXISTS "phase"."public.2.order.amount.up";
DROP FUNCTION IF EXISTS "phase"."public.2.order.amount.down";
ALTER TABLE IF EXISTS "public"."order" DROP COLUMN IF EXISTS "phase_2_amount";
COMMIT;

-- operations:
-- - rename_table: { from: order, to: sale }
-- - rename_column: { table: sale, from: amount, to: price }
-- - alter_column: { table: sale, column: price, type: "numeric(12,3)", default: 0, up: price, down: price }
-- - alter_column: { table: sale, column: price, type: bigint, default: 0, up: "round(price * 100)", down: "price / 100.0" }
-- - add_column: { table: sale, column: { name: big, type: boolean, nullable: false }, up: "price > 5000" }
-- - create_index: { table: sale, name: sale_big, columns: [ big, price ] }
-- - drop_column: { table: sale, column: select, down: "'gone'" }

-- expand 0001_case: Expand table order
-- takes ACCESS EXCLUSIVE on public.order
BEGIN;
ALTER TABLE "public"."order" ADD COLUMN "phase_3_price" numeric(12,3);
COMMENT ON COLUMN "public"."order"."phase_3_price" IS 'in euros';
CREATE FUNCTION "phase"."public.3.order.price.up" ("price" numeric(10,2)) RETURNS numeric(12,3) LANGUAGE sql RETURN (price);
CREATE FUNCTION "phase"."public.3.order.price.down" ("price" numeric(12,3)) RETURNS numeric(10,2) LANGUAGE sql RETURN (price);
SELECT phase.copy_column('"public"."order"', 'amount', 'phase_3_price');
ALTER TABLE "public"."order" ADD COLUMN "phase_4_price" bigint;
COMMENT ON COLUMN "public"."order"."phase_4_price" IS 'in euros';
CREATE FUNCTION "phase"."public.4.order.price.up" ("price" numeric(12,3)) RETURNS bigint LANGUAGE sql RETURN (round(price * 100));
CREATE FUNCTION "phase"."public.4.order.price.down" ("price" bigint) RETURNS numeric(12,3) LANGUAGE sql RETURN (price / 100.0);
SELECT phase.copy_column('"public"."order"', 'phase_3_price', 'phase_4_price');
ALTER TABLE "public"."order" ADD COLUMN "phase_5_big" boolean;
CREATE FUNCTION "phase"."public.5.order.big.up" ("price" bigint) RETURNS boolean LANGUAGE sql RETURN (price > 5000);
CREATE FUNCTION "phase"."public.7.order.select.down" () RETURNS text LANGUAGE sql RETURN ('gone');
CREATE OR REPLACE FUNCTION "phase"."public.order.dual_write"() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  NEW."phase_3_price" := "phase"."public.3.order.price.up"(NEW."amount");
  NEW."phase_4_price" := "phase"."public.4.order.price.up"(NEW."phase_3_price");
  NEW."phase_5_big" := "phase"."public.5.order.big.up"(NEW."phase_4_price");
  RETURN NEW;
END
';
CREATE OR REPLACE FUNCTION "phase"."public.order.dual_write_update"() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  IF pg_catalog.current_setting(''phase.backfill'', true) OPERATOR(pg_catalog.=) ''on'' THEN
    RETURN NEW;
  END IF;
  IF (NEW."amount" OPERATOR(pg_catalog.=) OLD."amount" OR (NEW."amount" IS NULL AND OLD."amount" IS NULL)) IS NOT TRUE THEN
    NEW."phase_3_price" := "phase"."public.3.order.price.up"(NEW."amount");
  END IF;
  IF (NEW."phase_3_price" OPERATOR(pg_catalog.=) OLD."phase_3_price" OR (NEW."phase_3_price" IS NULL AND OLD."phase_3_price" IS NULL)) IS NOT TRUE THEN
    NEW."phase_4_price" := "phase"."public.4.order.price.up"(NEW."phase_3_price");
  END IF;
  IF (NEW."phase_4_price" OPERATOR(pg_catalog.=) OLD."phase_4_price" OR (NEW."phase_4_price" IS NULL AND OLD."phase_4_price" IS NULL)) IS NOT TRUE THEN
    NEW."phase_5_big" := "phase"."public.5.order.big.up"(NEW."phase_4_price");
  END IF;
  RETURN NEW;
END
';
ALTER TABLE "public"."order" ADD COLUMN IF NOT EXISTS "~phase_origin" pg_catalog.int8;
SELECT phase.grant_origin('"public"."order"');
CREATE OR REPLACE TRIGGER "~phase_dual_write" BEFORE INSERT ON "public"."order" FOR EACH ROW EXECUTE FUNCTION "phase"."public.order.dual_write"();
CREATE OR REPLACE TRIGGER "~phase_dual_write_update" BEFORE UPDATE ON "public"."order" FOR EACH ROW WHEN ((NEW."amount" OPERATOR(pg_catalog.=) OLD."amount" OR (NEW."amount" IS NULL AND OLD."amount" IS NULL)) IS NOT TRUE OR (NEW."phase_3_price" OPERATOR(pg_catalog.=) OLD."phase_3_price" OR (NEW."phase_3_price" IS NULL AND OLD."phase_3_price" IS NULL)) IS NOT TRUE OR (NEW."phase_4_price" OPERATOR(pg_catalog.=) OLD."phase_4_price" OR (NEW."phase_4_price" IS NULL AND OLD."phase_4_price" IS NULL)) IS NOT TRUE OR (NEW."phase_5_big" OPERATOR(pg_catalog.=) OLD."phase_5_big" OR (NEW."phase_5_big" IS NULL AND OLD."phase_5_big" IS NULL)) IS NOT TRUE OR (NEW."select" OPERATOR(pg_catalog.=) OLD."select" OR (NEW."select" IS NULL AND OLD."select" IS NULL)) IS NOT TRUE) EXECUTE FUNCTION "phase"."public.order.dual_write_update"();
COMMIT;
-- expand 0001_case: Create schema public_0001_case with its door closed
BEGIN;
CREATE SCHEMA "public_0001_case";
GRANT USAGE ON SCHEMA "public_0001_case" TO PUBLIC;
CREATE VIEW "public_0001_case"."phase_version" AS SELECT '0001_case'::text AS version, 'public'::text AS base_schema;
GRANT SELECT ON "public_0001_case"."phase_version" TO PUBLIC;
CREATE OR REPLACE VIEW "public_0001_case"."sale" WITH (security_invoker = true) AS SELECT * FROM phase.closed_door('public_0001_case', NULL) AS t("id" bigint, "customer_id" bigint, "price" bigint, "big" boolean);
CREATE OR REPLACE TRIGGER "phase_closed" INSTEAD OF INSERT OR UPDATE OR DELETE ON "public_0001_case"."sale" FOR EACH ROW EXECUTE FUNCTION phase.closed_door_insert();
GRANT SELECT, INSERT, UPDATE, DELETE ON "public_0001_case"."sale" TO PUBLIC;
CREATE OR REPLACE VIEW "public_0001_case"."order" WITH (security_invoker = true) AS SELECT * FROM phase.closed_door('public_0001_case', 'Version 0001_case has no table order: it was renamed to sale. Use this version''s tables, or deploy an older release.') AS t("id" bigint, "customer_id" bigint, "amount" numeric(10,2), "select" text);
CREATE OR REPLACE TRIGGER "phase_closed" INSTEAD OF INSERT OR UPDATE OR DELETE ON "public_0001_case"."order" FOR EACH ROW EXECUTE FUNCTION phase.closed_door_insert('Version 0001_case has no table order: it was renamed to sale. Use this version''s tables, or deploy an older release.');
GRANT SELECT, INSERT, UPDATE, DELETE ON "public_0001_case"."order" TO PUBLIC;
COMMIT;
-- publish 0001_case: Backfill table order
-- takes ROW EXCLUSIVE on public.order
-- in batches: UPDATE "public"."order" SET "phase_3_price" = "phase"."public.3.order.price.up"("amount"), "phase_4_price" = "phase"."public.4.order.price.up"(CAST("phase"."public.3.order.price.up"("amount") AS numeric(12,3))), "phase_5_big" = "phase"."public.5.order.big.up"("phase"."public.4.order.price.up"(CAST("phase"."public.3.order.price.up"("amount") AS numeric(12,3))));
-- publish 0001_case: Let no new row of order have a NULL in price
-- takes ACCESS EXCLUSIVE on public.order
BEGIN;
ALTER TABLE "public"."order" ADD CONSTRAINT "phase_3_price_not_null" CHECK ("phase_3_price" IS NOT NULL) NOT VALID;
COMMIT;
-- publish 0001_case: Prove that no row of order has one
-- takes SHARE UPDATE EXCLUSIVE on public.order
BEGIN;
ALTER TABLE "public"."order" VALIDATE CONSTRAINT "phase_3_price_not_null";
COMMIT;
-- publish 0001_case: Make price of order NOT NULL
-- takes ACCESS EXCLUSIVE on public.order
BEGIN;
ALTER TABLE "public"."order" ALTER COLUMN "phase_3_price" SET NOT NULL;
ALTER TABLE "public"."order" DROP CONSTRAINT "phase_3_price_not_null";
COMMIT;
-- publish 0001_case: Build index order_amount on order
-- takes SHARE UPDATE EXCLUSIVE on public.order
CREATE INDEX CONCURRENTLY "phase_3_order_amount" ON "public"."order" USING "btree" ("phase_3_price" DESC NULLS LAST) WHERE ((phase_3_price > (0)::numeric));
-- publish 0001_case: Hold new rows of order to order_amount_check
-- takes ACCESS EXCLUSIVE on public.order
BEGIN;
ALTER TABLE "public"."order" ADD CONSTRAINT "phase_3_order_amount_check" CHECK ((phase_3_price >= (0)::numeric)) NOT VALID;
COMMIT;
-- publish 0001_case: Prove that the rows of order keep order_amount_check
-- takes SHARE UPDATE EXCLUSIVE on public.order
BEGIN;
ALTER TABLE "public"."order" VALIDATE CONSTRAINT "phase_3_order_amount_check";
COMMIT;
-- publish 0001_case: Let no new row of order have a NULL in price
-- takes ACCESS EXCLUSIVE on public.order
BEGIN;
ALTER TABLE "public"."order" ADD CONSTRAINT "phase_4_price_not_null" CHECK ("phase_4_price" IS NOT NULL) NOT VALID;
COMMIT;
-- publish 0001_case: Prove that no row of order has one
-- takes SHARE UPDATE EXCLUSIVE on public.order
BEGIN;
ALTER TABLE "public"."order" VALIDATE CONSTRAINT "phase_4_price_not_null";
COMMIT;
-- publish 0001_case: Make price of order NOT NULL
-- takes ACCESS EXCLUSIVE on public.order
BEGIN;
ALTER TABLE "public"."order" ALTER COLUMN "phase_4_price" SET NOT NULL;
ALTER TABLE "public"."order" DROP CONSTRAINT "phase_4_price_not_null";
COMMIT;
-- publish 0001_case: Build index order_amount on order
-- takes SHARE UPDATE EXCLUSIVE on public.order
CREATE INDEX CONCURRENTLY "phase_4_order_amount" ON "public"."order" USING "btree" ("phase_4_price" DESC NULLS LAST) WHERE ((phase_4_price > (0)::numeric));
-- publish 0001_case: Hold new rows of order to order_amount_check
-- takes ACCESS EXCLUSIVE on public.order
BEGIN;
ALTER TABLE "public"."order" ADD CONSTRAINT "phase_4_order_amount_check" CHECK ((phase_4_price >= (0)::numeric)) NOT VALID;
COMMIT;
-- publish 0001_case: Prove that the rows of order keep order_amount_check
-- takes SHARE UPDATE EXCLUSIVE on public.order
BEGIN;
ALTER TABLE "public"."order" VALIDATE CONSTRAINT "phase_4_order_amount_check";
COMMIT;
-- publish 0001_case: Let no new row of order have a NULL in big
-- takes ACCESS EXCLUSIVE on public.order
BEGIN;
ALTER TABLE "public"."order" ADD CONSTRAINT "phase_5_big_not_null" CHECK ("phase_5_big" IS NOT NULL) NOT VALID;
COMMIT;
-- publish 0001_case: Prove that no row of order has one
-- takes SHARE UPDATE EXCLUSIVE on public.order
BEGIN;
ALTER TABLE "public"."order" VALIDATE CONSTRAINT "phase_5_big_not_null";
COMMIT;
-- publish 0001_case: Make big of order NOT NULL
-- takes ACCESS EXCLUSIVE on public.order
BEGIN;
ALTER TABLE "public"."order" ALTER COLUMN "phase_5_big" SET NOT NULL;
ALTER TABLE "public"."order" DROP CONSTRAINT "phase_5_big_not_null";
COMMIT;
-- publish 0001_case: Build index sale_big on order
-- takes SHARE UPDATE EXCLUSIVE on public.order
CREATE INDEX CONCURRENTLY "sale_big" ON "public"."order" USING "btree" ("phase_5_big", "phase_4_price");
-- publish 0001_case: Open the door of version 0001_case
-- takes ACCESS EXCLUSIVE on public_0001_case.sale, ACCESS SHARE on public.order
BEGIN;
CREATE OR REPLACE FUNCTION "phase"."public.order.dual_write"() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  IF NEW."~phase_origin" IS NULL THEN
    IF NEW."phase_3_price" IS NULL OR pg_catalog.record_image_ne(ROW (NEW."amount"), ROW (CAST("phase"."public.3.order.price.down"(NEW."phase_3_price") AS numeric(10,2)))) THEN
      NEW."phase_3_price" := "phase"."public.3.order.price.up"(NEW."amount");
    END IF;
    IF NEW."phase_4_price" IS NULL OR pg_catalog.record_image_ne(ROW (NEW."phase_3_price"), ROW (CAST("phase"."public.4.order.price.down"(NEW."phase_4_price") AS numeric(12,3)))) THEN
      NEW."phase_4_price" := "phase"."public.4.order.price.up"(NEW."phase_3_price");
    END IF;
    IF NEW."phase_5_big" IS NULL THEN
      NEW."phase_5_big" := "phase"."public.5.order.big.up"(NEW."phase_4_price");
    END IF;
  ELSE
    IF NEW."~phase_origin" OPERATOR(pg_catalog.>=) 7 THEN
      NEW."select" := "phase"."public.7.order.select.down"();
    END IF;
    IF NEW."~phase_origin" OPERATOR(pg_catalog.>=) 4 AND (NEW."phase_3_price" IS NULL OR pg_catalog.record_image_ne(ROW (NEW."phase_4_price"), ROW ("phase"."public.4.order.price.up"(NEW."phase_3_price")))) THEN
      NEW."phase_3_price" := "phase"."public.4.order.price.down"(NEW."phase_4_price");
    END IF;
    IF NEW."~phase_origin" OPERATOR(pg_catalog.>=) 3 AND (NEW."amount" IS NULL OR pg_catalog.record_image_ne(ROW (NEW."phase_3_price"), ROW (CAST("phase"."public.3.order.price.up"(NEW."amount") AS numeric(12,3))))) THEN
      NEW."amount" := "phase"."public.3.order.price.down"(NEW."phase_3_price");
    END IF;
    IF NEW."~phase_origin" OPERATOR(pg_catalog.<) 3 AND (NEW."phase_3_price" IS NULL OR pg_catalog.record_image_ne(ROW (NEW."amount"), ROW (CAST("phase"."public.3.order.price.down"(NEW."phase_3_price") AS numeric(10,2))))) THEN
      NEW."phase_3_price" := "phase"."public.3.order.price.up"(NEW."amount");
    END IF;
    IF NEW."~phase_origin" OPERATOR(pg_catalog.<) 4 AND (NEW."phase_4_price" IS NULL OR pg_catalog.record_image_ne(ROW (NEW."phase_3_price"), ROW (CAST("phase"."public.4.order.price.down"(NEW."phase_4_price") AS numeric(12,3))))) THEN
      NEW."phase_4_price" := "phase"."public.4.order.price.up"(NEW."phase_3_price");
    END IF;
    IF NEW."~phase_origin" OPERATOR(pg_catalog.<) 5 AND (NEW."phase_5_big" IS NULL) THEN
      NEW."phase_5_big" := "phase"."public.5.order.big.up"(NEW."phase_4_price");
    END IF;
    NEW."~phase_origin" := NULL;
  END IF;
  RETURN NEW;
END
';
CREATE OR REPLACE FUNCTION "phase"."public.order.dual_write_update"() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  IF (NEW."phase_4_price" OPERATOR(pg_catalog.=) OLD."phase_4_price" OR (NEW."phase_4_price" IS NULL AND OLD."phase_4_price" IS NULL)) IS NOT TRUE OR (NEW."phase_5_big" OPERATOR(pg_catalog.=) OLD."phase_5_big" OR (NEW."phase_5_big" IS NULL AND OLD."phase_5_big" IS NULL)) IS NOT TRUE THEN
    IF ((NEW."amount" OPERATOR(pg_catalog.=) OLD."amount" OR (NEW."amount" IS NULL AND OLD."amount" IS NULL)) IS NOT TRUE) AND (NOT ((NEW."phase_4_price" OPERATOR(pg_catalog.=) OLD."phase_4_price" OR (NEW."phase_4_price" IS NULL AND OLD."phase_4_price" IS NULL)) IS NOT TRUE OR (NEW."phase_5_big" OPERATOR(pg_catalog.=) OLD."phase_5_big" OR (NEW."phase_5_big" IS NULL AND OLD."phase_5_big" IS NULL)) IS NOT TRUE) OR phase.session_origin(ARRAY[''baseline'', ''0001_case'']::pg_catalog.text[], ARRAY[NULL, ''public_0001_case'']::pg_catalog.text[]) OPERATOR(pg_catalog.<) 1) THEN
      IF (NEW."amount" OPERATOR(pg_catalog.=) OLD."amount" OR (NEW."amount" IS NULL AND OLD."amount" IS NULL)) IS NOT TRUE OR (NEW."phase_3_price" OPERATOR(pg_catalog.=) OLD."phase_3_price" OR (NEW."phase_3_price" IS NULL AND OLD."phase_3_price" IS NULL)) IS NOT TRUE THEN
        NEW."phase_3_price" := "phase"."public.3.order.price.up"(NEW."amount");
      END IF;
      IF (NEW."phase_3_price" OPERATOR(pg_catalog.=) OLD."phase_3_price" OR (NEW."phase_3_price" IS NULL AND OLD."phase_3_price" IS NULL)) IS NOT TRUE OR (NEW."phase_4_price" OPERATOR(pg_catalog.=) OLD."phase_4_price" OR (NEW."phase_4_price" IS NULL AND OLD."phase_4_price" IS NULL)) IS NOT TRUE THEN
        NEW."phase_4_price" := "phase"."public.4.order.price.up"(NEW."phase_3_price");
      END IF;
      IF (NEW."phase_4_price" OPERATOR(pg_catalog.=) OLD."phase_4_price" OR (NEW."phase_4_price" IS NULL AND OLD."phase_4_price" IS NULL)) IS NOT TRUE OR (NEW."phase_5_big" OPERATOR(pg_catalog.=) OLD."phase_5_big" OR (NEW."phase_5_big" IS NULL AND OLD."phase_5_big" IS NULL)) IS NOT TRUE THEN
        NEW."phase_5_big" := "phase"."public.5.order.big.up"(NEW."phase_4_price");
      END IF;
    ELSE
      IF (NEW."phase_3_price" OPERATOR(pg_catalog.=) OLD."phase_3_price" OR (NEW."phase_3_price" IS NULL AND OLD."phase_3_price" IS NULL)) IS NOT TRUE OR (NEW."phase_4_price" OPERATOR(pg_catalog.=) OLD."phase_4_price" OR (NEW."phase_4_price" IS NULL AND OLD."phase_4_price" IS NULL)) IS NOT TRUE THEN
        NEW."phase_3_price" := "phase"."public.4.order.price.down"(NEW."phase_4_price");
      END IF;
      IF (NEW."amount" OPERATOR(pg_catalog.=) OLD."amount" OR (NEW."amount" IS NULL AND OLD."amount" IS NULL)) IS NOT TRUE OR (NEW."phase_3_price" OPERATOR(pg_catalog.=) OLD."phase_3_price" OR (NEW."phase_3_price" IS NULL AND OLD."phase_3_price" IS NULL)) IS NOT TRUE THEN
        NEW."amount" := "phase"."public.3.order.price.down"(NEW."phase_3_price");
      END IF;
    END IF;
    IF ((NEW."select" OPERATOR(pg_catalog.=) OLD."select" OR (NEW."select" IS NULL AND OLD."select" IS NULL)) IS NOT TRUE) AND (NOT (FALSE) OR phase.session_origin(ARRAY[''baseline'', ''0001_case'']::pg_catalog.text[], ARRAY[NULL, ''public_0001_case'']::pg_catalog.text[]) OPERATOR(pg_catalog.<) 1) THEN
      NULL;
    ELSE
      IF (NEW."select" OPERATOR(pg_catalog.=) OLD."select" OR (NEW."select" IS NULL AND OLD."select" IS NULL)) IS NOT TRUE THEN
        NEW."select" := "phase"."public.7.order.select.down"();
      END IF;
    END IF;
  ELSIF (NEW."amount" OPERATOR(pg_catalog.=) OLD."amount" OR (NEW."amount" IS NULL AND OLD."amount" IS NULL)) IS NOT TRUE OR (NEW."select" OPERATOR(pg_catalog.=) OLD."select" OR (NEW."select" IS NULL AND OLD."select" IS NULL)) IS NOT TRUE THEN
    IF (NEW."amount" OPERATOR(pg_catalog.=) OLD."amount" OR (NEW."amount" IS NULL AND OLD."amount" IS NULL)) IS NOT TRUE OR (NEW."phase_3_price" OPERATOR(pg_catalog.=) OLD."phase_3_price" OR (NEW."phase_3_price" IS NULL AND OLD."phase_3_price" IS NULL)) IS NOT TRUE THEN
      NEW."phase_3_price" := "phase"."public.3.order.price.up"(NEW."amount");
    END IF;
    IF (NEW."phase_3_price" OPERATOR(pg_catalog.=) OLD."phase_3_price" OR (NEW."phase_3_price" IS NULL AND OLD."phase_3_price" IS NULL)) IS NOT TRUE OR (NEW."phase_4_price" OPERATOR(pg_catalog.=) OLD."phase_4_price" OR (NEW."phase_4_price" IS NULL AND OLD."phase_4_price" IS NULL)) IS NOT TRUE THEN
      NEW."phase_4_price" := "phase"."public.4.order.price.up"(NEW."phase_3_price");
    END IF;
    IF (NEW."phase_4_price" OPERATOR(pg_catalog.=) OLD."phase_4_price" OR (NEW."phase_4_price" IS NULL AND OLD."phase_4_price" IS NULL)) IS NOT TRUE OR (NEW."phase_5_big" OPERATOR(pg_catalog.=) OLD."phase_5_big" OR (NEW."phase_5_big" IS NULL AND OLD."phase_5_big" IS NULL)) IS NOT TRUE THEN
      NEW."phase_5_big" := "phase"."public.5.order.big.up"(NEW."phase_4_price");
    END IF;
  END IF;
  RETURN NEW;
END
';
DROP TRIGGER IF EXISTS "phase_closed" ON "public_0001_case"."sale";
CREATE OR REPLACE VIEW "phase"."public_0001_case.sale.origin" WITH (security_invoker = true) AS SELECT base."id" AS "id", base."customer_id" AS "customer_id", base."phase_4_price" AS "price", base."phase_5_big" AS "big", base."~phase_origin" FROM "public"."order" AS base;
ALTER VIEW "phase"."public_0001_case.sale.origin" ALTER COLUMN "~phase_origin" SET DEFAULT 7;
GRANT SELECT, INSERT, UPDATE, DELETE ON "phase"."public_0001_case.sale.origin" TO PUBLIC;
CREATE OR REPLACE VIEW "public_0001_case"."sale" WITH (security_invoker = true) AS SELECT base."id", base."customer_id", base."price", base."big" FROM "phase"."public_0001_case.sale.origin" AS base;
ALTER VIEW "public_0001_case"."sale" ALTER COLUMN "price" SET DEFAULT (0);
COMMENT ON COLUMN "public_0001_case"."sale"."price" IS 'in euros';
COMMIT;
-- retire 0001_case: Close the door of version 0001_case
-- takes ACCESS EXCLUSIVE on public_0001_case.sale
BEGIN;
CREATE OR REPLACE VIEW "public_0001_case"."sale" WITH (security_invoker = true) AS SELECT * FROM phase.closed_door('public_0001_case', NULL) AS t("id" bigint, "customer_id" bigint, "price" bigint, "big" boolean);
CREATE OR REPLACE TRIGGER "phase_closed" INSTEAD OF INSERT OR UPDATE OR DELETE ON "public_0001_case"."sale" FOR EACH ROW EXECUTE FUNCTION phase.closed_door_insert();
DROP VIEW IF EXISTS "phase"."public_0001_case.sale.origin";
COMMIT;
-- restore 0001_case: Open the door of version 0001_case
-- takes ACCESS EXCLUSIVE on public_0001_case.sale, ACCESS SHARE on public.order
BEGIN;
DROP TRIGGER IF EXISTS "phase_closed" ON "public_0001_case"."sale";
CREATE OR REPLACE VIEW "phase"."public_0001_case.sale.origin" WITH (security_invoker = true) AS SELECT base."id" AS "id", base."customer_id" AS "customer_id", base."phase_4_price" AS "price", base."phase_5_big" AS "big", base."~phase_origin" FROM "public"."order" AS base;
ALTER VIEW "phase"."public_0001_case.sale.origin" ALTER COLUMN "~phase_origin" SET DEFAULT 7;
GRANT SELECT, INSERT, UPDATE, DELETE ON "phase"."public_0001_case.sale.origin" TO PUBLIC;
CREATE OR REPLACE VIEW "public_0001_case"."sale" WITH (security_invoker = true) AS SELECT base."id", base."customer_id", base."price", base."big" FROM "phase"."public_0001_case.sale.origin" AS base;
ALTER VIEW "public_0001_case"."sale" ALTER COLUMN "price" SET DEFAULT (0);
COMMENT ON COLUMN "public_0001_case"."sale"."price" IS 'in euros';
COMMIT;
-- contract baseline: Give table order the shape of version 0001_case
-- takes ACCESS EXCLUSIVE on public.order, SHARE UPDATE EXCLUSIVE on public.phase_3_order_amount, SHARE UPDATE EXCLUSIVE on public.phase_4_order_amount
BEGIN;
LOCK TABLE "public"."order" IN ACCESS EXCLUSIVE MODE;
DROP TRIGGER IF EXISTS "~phase_dual_write" ON "public"."order";
DROP TRIGGER IF EXISTS "~phase_dual_write_update" ON "public"."order";
DROP FUNCTION IF EXISTS "phase"."public.order.dual_write"(), "phase"."public.order.dual_write_update"();
ALTER TABLE "public"."order" RENAME TO "sale";
ALTER TABLE "public"."sale" RENAME COLUMN "amount" TO "price";
SELECT phase.set_aside('"public"."sale"', 'price', 'phase_3_price');
ALTER TABLE "public"."sale" DROP COLUMN "price";
ALTER TABLE "public"."sale" RENAME COLUMN "phase_3_price" TO "price";
ALTER TABLE "public"."sale" ALTER COLUMN "price" SET DEFAULT (0);
DROP FUNCTION IF EXISTS "phase"."public.3.order.price.up";
DROP FUNCTION IF EXISTS "phase"."public.3.order.price.down";
ALTER INDEX "public"."phase_3_order_amount" RENAME TO "order_amount";
ALTER TABLE "public"."sale" RENAME CONSTRAINT "phase_3_order_amount_check" TO "order_amount_check";
SELECT phase.put_back();
SELECT phase.set_aside('"public"."sale"', 'price', 'phase_4_price');
ALTER TABLE "public"."sale" DROP COLUMN "price";
ALTER TABLE "public"."sale" RENAME COLUMN "phase_4_price" TO "price";
ALTER TABLE "public"."sale" ALTER COLUMN "price" SET DEFAULT (0);
DROP FUNCTION IF EXISTS "phase"."public.4.order.price.up";
DROP FUNCTION IF EXISTS "phase"."public.4.order.price.down";
ALTER INDEX "public"."phase_4_order_amount" RENAME TO "order_amount";
ALTER TABLE "public"."sale" RENAME CONSTRAINT "phase_4_order_amount_check" TO "order_amount_check";
SELECT phase.put_back();
ALTER TABLE "public"."sale" RENAME COLUMN "phase_5_big" TO "big";
DROP FUNCTION IF EXISTS "phase"."public.5.order.big.up";
DROP FUNCTION IF EXISTS "phase"."public.7.order.select.down";
ALTER TABLE "public"."sale" DROP COLUMN "select";
COMMIT;
-- contract baseline: Let no view of table sale say who inserts
-- takes ACCESS EXCLUSIVE on public_0001_case.sale, ACCESS SHARE on public.sale
BEGIN;
DO 'BEGIN
IF pg_catalog.to_regclass(''"phase"."public_0001_case.sale.origin"'') IS NOT NULL THEN
EXECUTE ''CREATE OR REPLACE VIEW "public_0001_case"."sale" WITH (security_invoker = true) AS SELECT base."id" AS "id", base."customer_id" AS "customer_id", base."price" AS "price", base."big" AS "big" FROM "public"."sale" AS base'';
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
-- rollback 0001_case: Drop index sale_big
-- takes SHARE UPDATE EXCLUSIVE on public.order
DROP INDEX CONCURRENTLY IF EXISTS "public"."sale_big";
-- rollback 0001_case: Drop index phase_4_order_amount
-- takes SHARE UPDATE EXCLUSIVE on public.order
DROP INDEX CONCURRENTLY IF EXISTS "public"."phase_4_order_amount";
-- rollback 0001_case: Drop index phase_3_order_amount
-- takes SHARE UPDATE EXCLUSIVE on public.order
DROP INDEX CONCURRENTLY IF EXISTS "public"."phase_3_order_amount";
-- rollback 0001_case: Give table order back the shape that it had
-- takes ACCESS EXCLUSIVE on public.order
BEGIN;
LOCK TABLE "public"."order" IN ACCESS EXCLUSIVE MODE;
DROP TRIGGER IF EXISTS "~phase_dual_write" ON "public"."order";
DROP TRIGGER IF EXISTS "~phase_dual_write_update" ON "public"."order";
DROP FUNCTION IF EXISTS "phase"."public.order.dual_write"(), "phase"."public.order.dual_write_update"();
ALTER TABLE IF EXISTS "public"."order" DROP COLUMN IF EXISTS "~phase_origin";
DROP FUNCTION IF EXISTS "phase"."public.7.order.select.down";
DROP FUNCTION IF EXISTS "phase"."public.5.order.big.up";
ALTER TABLE IF EXISTS "public"."order" DROP COLUMN IF EXISTS "phase_5_big";
ALTER TABLE IF EXISTS "public"."order" DROP CONSTRAINT IF EXISTS "phase_4_order_amount_check";
DROP FUNCTION IF EXISTS "phase"."public.4.order.price.up";
DROP FUNCTION IF EXISTS "phase"."public.4.order.price.down";
ALTER TABLE IF EXISTS "public"."order" DROP COLUMN IF EXISTS "phase_4_price";
ALTER TABLE IF EXISTS "public"."order" DROP CONSTRAINT IF EXISTS "phase_3_order_amount_check";
DROP FUNCTION IF EXISTS "phase"."public.3.order.price.up";
DROP FUNCTION IF EXISTS "phase"."public.3.order.price.down";
ALTER TABLE IF EXISTS "public"."order" DROP COLUMN IF EXISTS "phase_3_price";
COMMIT;

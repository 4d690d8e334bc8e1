-- operations:
-- - add_column: { table: customers, column: { name: code, type: text, unique: true }, up: "'c' || id" }
-- - alter_column: { table: customers, column: code, nullable: false, up: "coalesce(code, 'none')" }
-- - add_column: { table: order, column: { name: code, type: text }, up: "'c' || customer_id" }
-- - add_constraint: { table: order, name: by_code, foreign_key: { columns: [code], references: { table: customers, columns: [code] } } }

-- expand 0001_case: Expand table customers
-- takes ACCESS EXCLUSIVE on public.customers
BEGIN;
ALTER TABLE "public"."customers" ADD COLUMN "phase_1_code" text;
CREATE FUNCTION "phase"."public.1.customers.code.up" ("id" bigint) RETURNS text LANGUAGE sql RETURN ('c' || id);
ALTER TABLE "public"."customers" ADD COLUMN "phase_2_code" text;
CREATE FUNCTION "phase"."public.2.customers.code.up" ("code" text) RETURNS text LANGUAGE sql RETURN (coalesce(code, 'none'));
CREATE FUNCTION "phase"."public.2.customers.code.down" ("code" text) RETURNS text LANGUAGE sql RETURN ("code");
SELECT phase.copy_column('"public"."customers"', 'phase_1_code', 'phase_2_code');
CREATE OR REPLACE FUNCTION "phase"."public.customers.dual_write"() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  NEW."phase_1_code" := "phase"."public.1.customers.code.up"(NEW."id");
  NEW."phase_2_code" := "phase"."public.2.customers.code.up"(NEW."phase_1_code");
  RETURN NEW;
END
';
CREATE OR REPLACE FUNCTION "phase"."public.customers.dual_write_update"() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  IF pg_catalog.current_setting(''phase.backfill'', true) OPERATOR(pg_catalog.=) ''on'' THEN
    RETURN NEW;
  END IF;
  IF (NEW."id" OPERATOR(pg_catalog.=) OLD."id" OR (NEW."id" IS NULL AND OLD."id" IS NULL)) IS NOT TRUE THEN
    NEW."phase_1_code" := "phase"."public.1.customers.code.up"(NEW."id");
  END IF;
  IF (NEW."phase_1_code" OPERATOR(pg_catalog.=) OLD."phase_1_code" OR (NEW."phase_1_code" IS NULL AND OLD."phase_1_code" IS NULL)) IS NOT TRUE THEN
    NEW."phase_2_code" := "phase"."public.2.customers.code.up"(NEW."phase_1_code");
  END IF;
  RETURN NEW;
END
';
ALTER TABLE "public"."customers" ADD COLUMN IF NOT EXISTS "~phase_origin" pg_catalog.int8;
SELECT phase.grant_origin('"public"."customers"');
CREATE OR REPLACE TRIGGER "~phase_dual_write" BEFORE INSERT ON "public"."customers" FOR EACH ROW EXECUTE FUNCTION "phase"."public.customers.dual_write"();
CREATE OR REPLACE TRIGGER "~phase_dual_write_update" BEFORE UPDATE ON "public"."customers" FOR EACH ROW WHEN ((NEW."id" OPERATOR(pg_catalog.=) OLD."id" OR (NEW."id" IS NULL AND OLD."id" IS NULL)) IS NOT TRUE OR (NEW."phase_1_code" OPERATOR(pg_catalog.=) OLD."phase_1_code" OR (NEW."phase_1_code" IS NULL AND OLD."phase_1_code" IS NULL)) IS NOT TRUE OR (NEW."phase_2_code" OPERATOR(pg_catalog.=) OLD."phase_2_code" OR (NEW."phase_2_code" IS NULL AND OLD."phase_2_code" IS NULL)) IS NOT TRUE) EXECUTE FUNCTION "phase"."public.customers.dual_write_update"();
COMMIT;
-- expand 0001_case: Expand table order
-- takes ACCESS EXCLUSIVE on public.order
BEGIN;
ALTER TABLE "public"."order" ADD COLUMN "phase_3_code" text;
CREATE FUNCTION "phase"."public.3.order.code.up" ("customer_id" bigint) RETURNS text LANGUAGE sql RETURN ('c' || customer_id);
CREATE OR REPLACE FUNCTION "phase"."public.order.dual_write"() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  NEW."phase_3_code" := "phase"."public.3.order.code.up"(NEW."customer_id");
  RETURN NEW;
END
';
CREATE OR REPLACE FUNCTION "phase"."public.order.dual_write_update"() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  IF pg_catalog.current_setting(''phase.backfill'', true) OPERATOR(pg_catalog.=) ''on'' THEN
    RETURN NEW;
  END IF;
  IF (NEW."customer_id" OPERATOR(pg_catalog.=) OLD."customer_id" OR (NEW."customer_id" IS NULL AND OLD."customer_id" IS NULL)) IS NOT TRUE THEN
    NEW."phase_3_code" := "phase"."public.3.order.code.up"(NEW."customer_id");
  END IF;
  RETURN NEW;
END
';
ALTER TABLE "public"."order" ADD COLUMN IF NOT EXISTS "~phase_origin" pg_catalog.int8;
SELECT phase.grant_origin('"public"."order"');
CREATE OR REPLACE TRIGGER "~phase_dual_write" BEFORE INSERT ON "public"."order" FOR EACH ROW EXECUTE FUNCTION "phase"."public.order.dual_write"();
CREATE OR REPLACE TRIGGER "~phase_dual_write_update" BEFORE UPDATE ON "public"."order" FOR EACH ROW WHEN ((NEW."customer_id" OPERATOR(pg_catalog.=) OLD."customer_id" OR (NEW."customer_id" IS NULL AND OLD."customer_id" IS NULL)) IS NOT TRUE OR (NEW."phase_3_code" OPERATOR(pg_catalog.=) OLD."phase_3_code" OR (NEW."phase_3_code" IS NULL AND OLD."phase_3_code" IS NULL)) IS NOT TRUE) EXECUTE FUNCTION "phase"."public.order.dual_write_update"();
COMMIT;
-- expand 0001_case: Create schema public_0001_case with its door closed
BEGIN;
CREATE SCHEMA "public_0001_case";
GRANT USAGE ON SCHEMA "public_0001_case" TO PUBLIC;
CREATE VIEW "public_0001_case"."phase_version" AS SELECT '0001_case'::text AS version, 'public'::text AS base_schema;
GRANT SELECT ON "public_0001_case"."phase_version" TO PUBLIC;
CREATE OR REPLACE VIEW "public_0001_case"."customers" WITH (security_invoker = true) AS SELECT * FROM phase.closed_door('public_0001_case', NULL) AS t("id" bigint, "email" text, "name" character varying(50), "Größe" integer, "code" text);
CREATE OR REPLACE TRIGGER "phase_closed" INSTEAD OF INSERT OR UPDATE OR DELETE ON "public_0001_case"."customers" FOR EACH ROW EXECUTE FUNCTION phase.closed_door_insert();
GRANT SELECT, INSERT, UPDATE, DELETE ON "public_0001_case"."customers" TO PUBLIC;
CREATE OR REPLACE VIEW "public_0001_case"."order" WITH (security_invoker = true) AS SELECT * FROM phase.closed_door('public_0001_case', NULL) AS t("id" bigint, "customer_id" bigint, "amount" numeric(10,2), "select" text, "code" text);
CREATE OR REPLACE TRIGGER "phase_closed" INSTEAD OF INSERT OR UPDATE OR DELETE ON "public_0001_case"."order" FOR EACH ROW EXECUTE FUNCTION phase.closed_door_insert();
GRANT SELECT, INSERT, UPDATE, DELETE ON "public_0001_case"."order" TO PUBLIC;
COMMIT;
-- publish 0001_case: Backfill table customers
-- takes ROW EXCLUSIVE on public.customers
-- in batches: UPDATE "public"."customers" SET "phase_1_code" = "phase"."public.1.customers.code.up"("id"), "phase_2_code" = "phase"."public.2.customers.code.up"("phase"."public.1.customers.code.up"("id"));
-- publish 0001_case: Backfill table order
-- takes ROW EXCLUSIVE on public.order
-- in batches: UPDATE "public"."order" SET "phase_3_code" = "phase"."public.3.order.code.up"("customer_id");
-- publish 0001_case: Build the unique index of customers_code_key on customers
-- takes SHARE UPDATE EXCLUSIVE on public.customers
CREATE UNIQUE INDEX CONCURRENTLY "customers_code_key" ON "public"."customers" USING "btree" ("phase_1_code");
-- publish 0001_case: Make it the constraint customers_code_key
-- takes ACCESS EXCLUSIVE on public.customers
BEGIN;
ALTER TABLE "public"."customers" ADD CONSTRAINT "customers_code_key" UNIQUE USING INDEX "customers_code_key";
COMMIT;
-- publish 0001_case: Let no new row of customers have a NULL in code
-- takes ACCESS EXCLUSIVE on public.customers
BEGIN;
ALTER TABLE "public"."customers" ADD CONSTRAINT "phase_2_code_not_null" CHECK ("phase_2_code" IS NOT NULL) NOT VALID;
COMMIT;
-- publish 0001_case: Prove that no row of customers has one
-- takes SHARE UPDATE EXCLUSIVE on public.customers
BEGIN;
ALTER TABLE "public"."customers" VALIDATE CONSTRAINT "phase_2_code_not_null";
COMMIT;
-- publish 0001_case: Make code of customers NOT NULL
-- takes ACCESS EXCLUSIVE on public.customers
BEGIN;
ALTER TABLE "public"."customers" ALTER COLUMN "phase_2_code" SET NOT NULL;
ALTER TABLE "public"."customers" DROP CONSTRAINT "phase_2_code_not_null";
COMMIT;
-- publish 0001_case: Build the unique index of customers_code_key on customers
-- takes SHARE UPDATE EXCLUSIVE on public.customers
CREATE UNIQUE INDEX CONCURRENTLY "phase_2_customers_code_key" ON "public"."customers" USING "btree" ("phase_2_code");
-- publish 0001_case: Make it the constraint customers_code_key
-- takes ACCESS EXCLUSIVE on public.customers
BEGIN;
ALTER TABLE "public"."customers" ADD CONSTRAINT "phase_2_customers_code_key" UNIQUE USING INDEX "phase_2_customers_code_key";
COMMIT;
-- publish 0001_case: Hold new rows of order to by_code
-- takes SHARE ROW EXCLUSIVE on public.order, SHARE ROW EXCLUSIVE on public.customers
BEGIN;
ALTER TABLE "public"."order" ADD CONSTRAINT "by_code" FOREIGN KEY ("phase_3_code") REFERENCES "public"."customers" ("phase_2_code") ON DELETE NO ACTION ON UPDATE NO ACTION NOT VALID;
COMMIT;
-- publish 0001_case: Prove that the rows of order keep by_code
-- takes SHARE UPDATE EXCLUSIVE on public.order, ROW SHARE on public.customers
BEGIN;
ALTER TABLE "public"."order" VALIDATE CONSTRAINT "by_code";
COMMIT;
-- publish 0001_case: Open the door of version 0001_case
-- takes ACCESS EXCLUSIVE on public_0001_case.customers, ACCESS SHARE on public.customers, ACCESS EXCLUSIVE on public_0001_case.order, ACCESS SHARE on public.order
BEGIN;
CREATE OR REPLACE FUNCTION "phase"."public.customers.dual_write"() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  IF NEW."~phase_origin" IS NULL THEN
    IF NEW."phase_1_code" IS NULL THEN
      NEW."phase_1_code" := "phase"."public.1.customers.code.up"(NEW."id");
    END IF;
    IF NEW."phase_2_code" IS NULL OR pg_catalog.record_image_ne(ROW (NEW."phase_1_code"), ROW ("phase"."public.2.customers.code.down"(NEW."phase_2_code"))) THEN
      NEW."phase_2_code" := "phase"."public.2.customers.code.up"(NEW."phase_1_code");
    END IF;
  ELSE
    IF NEW."~phase_origin" OPERATOR(pg_catalog.>=) 2 AND (NEW."phase_1_code" IS NULL OR pg_catalog.record_image_ne(ROW (NEW."phase_2_code"), ROW ("phase"."public.2.customers.code.up"(NEW."phase_1_code")))) THEN
      NEW."phase_1_code" := "phase"."public.2.customers.code.down"(NEW."phase_2_code");
    END IF;
    IF NEW."~phase_origin" OPERATOR(pg_catalog.<) 1 AND (NEW."phase_1_code" IS NULL) THEN
      NEW."phase_1_code" := "phase"."public.1.customers.code.up"(NEW."id");
    END IF;
    IF NEW."~phase_origin" OPERATOR(pg_catalog.<) 2 AND (NEW."phase_2_code" IS NULL OR pg_catalog.record_image_ne(ROW (NEW."phase_1_code"), ROW ("phase"."public.2.customers.code.down"(NEW."phase_2_code")))) THEN
      NEW."phase_2_code" := "phase"."public.2.customers.code.up"(NEW."phase_1_code");
    END IF;
    NEW."~phase_origin" := NULL;
  END IF;
  RETURN NEW;
END
';
CREATE OR REPLACE FUNCTION "phase"."public.customers.dual_write_update"() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  IF (NEW."phase_2_code" OPERATOR(pg_catalog.=) OLD."phase_2_code" OR (NEW."phase_2_code" IS NULL AND OLD."phase_2_code" IS NULL)) IS NOT TRUE THEN
    IF (NEW."phase_1_code" OPERATOR(pg_catalog.=) OLD."phase_1_code" OR (NEW."phase_1_code" IS NULL AND OLD."phase_1_code" IS NULL)) IS NOT TRUE OR (NEW."phase_2_code" OPERATOR(pg_catalog.=) OLD."phase_2_code" OR (NEW."phase_2_code" IS NULL AND OLD."phase_2_code" IS NULL)) IS NOT TRUE THEN
      NEW."phase_1_code" := "phase"."public.2.customers.code.down"(NEW."phase_2_code");
    END IF;
  ELSIF (NEW."id" OPERATOR(pg_catalog.=) OLD."id" OR (NEW."id" IS NULL AND OLD."id" IS NULL)) IS NOT TRUE THEN
    IF COALESCE(phase.session_origin(ARRAY[''baseline'', ''0001_case'']::pg_catalog.text[], ARRAY[NULL, ''public_0001_case'']::pg_catalog.text[]) OPERATOR(pg_catalog.>=) 1, ((NEW."id" OPERATOR(pg_catalog.=) OLD."id" OR (NEW."id" IS NULL AND OLD."id" IS NULL)) IS NOT TRUE OR (NEW."phase_1_code" OPERATOR(pg_catalog.=) OLD."phase_1_code" OR (NEW."phase_1_code" IS NULL AND OLD."phase_1_code" IS NULL)) IS NOT TRUE) AND (pg_catalog.record_image_ne(ROW (OLD."phase_1_code"), ROW ("phase"."public.1.customers.code.up"(OLD."id")))) OR ((NEW."phase_1_code" OPERATOR(pg_catalog.=) OLD."phase_1_code" OR (NEW."phase_1_code" IS NULL AND OLD."phase_1_code" IS NULL)) IS NOT TRUE OR (NEW."phase_2_code" OPERATOR(pg_catalog.=) OLD."phase_2_code" OR (NEW."phase_2_code" IS NULL AND OLD."phase_2_code" IS NULL)) IS NOT TRUE) AND (pg_catalog.record_image_ne(ROW (OLD."phase_2_code"), ROW ("phase"."public.2.customers.code.up"(OLD."phase_1_code")))) AND NOT (pg_catalog.record_image_ne(ROW (OLD."phase_1_code"), ROW ("phase"."public.2.customers.code.down"(OLD."phase_2_code"))))) THEN
      IF (NEW."phase_1_code" OPERATOR(pg_catalog.=) OLD."phase_1_code" OR (NEW."phase_1_code" IS NULL AND OLD."phase_1_code" IS NULL)) IS NOT TRUE OR (NEW."phase_2_code" OPERATOR(pg_catalog.=) OLD."phase_2_code" OR (NEW."phase_2_code" IS NULL AND OLD."phase_2_code" IS NULL)) IS NOT TRUE THEN
        NEW."phase_1_code" := "phase"."public.2.customers.code.down"(NEW."phase_2_code");
      END IF;
    ELSE
      IF (NEW."id" OPERATOR(pg_catalog.=) OLD."id" OR (NEW."id" IS NULL AND OLD."id" IS NULL)) IS NOT TRUE OR (NEW."phase_1_code" OPERATOR(pg_catalog.=) OLD."phase_1_code" OR (NEW."phase_1_code" IS NULL AND OLD."phase_1_code" IS NULL)) IS NOT TRUE THEN
        NEW."phase_1_code" := "phase"."public.1.customers.code.up"(NEW."id");
      END IF;
      IF (NEW."phase_1_code" OPERATOR(pg_catalog.=) OLD."phase_1_code" OR (NEW."phase_1_code" IS NULL AND OLD."phase_1_code" IS NULL)) IS NOT TRUE OR (NEW."phase_2_code" OPERATOR(pg_catalog.=) OLD."phase_2_code" OR (NEW."phase_2_code" IS NULL AND OLD."phase_2_code" IS NULL)) IS NOT TRUE THEN
        NEW."phase_2_code" := "phase"."public.2.customers.code.up"(NEW."phase_1_code");
      END IF;
    END IF;
  END IF;
  RETURN NEW;
END
';
CREATE OR REPLACE FUNCTION "phase"."public.order.dual_write"() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  IF NEW."~phase_origin" IS NULL THEN
    IF NEW."phase_3_code" IS NULL THEN
      NEW."phase_3_code" := "phase"."public.3.order.code.up"(NEW."customer_id");
    END IF;
  ELSE
    IF NEW."~phase_origin" OPERATOR(pg_catalog.<) 3 AND (NEW."phase_3_code" IS NULL) THEN
      NEW."phase_3_code" := "phase"."public.3.order.code.up"(NEW."customer_id");
    END IF;
    NEW."~phase_origin" := NULL;
  END IF;
  RETURN NEW;
END
';
CREATE OR REPLACE FUNCTION "phase"."public.order.dual_write_update"() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  IF (NEW."phase_3_code" OPERATOR(pg_catalog.=) OLD."phase_3_code" OR (NEW."phase_3_code" IS NULL AND OLD."phase_3_code" IS NULL)) IS NOT TRUE THEN
    NULL;
  ELSE
    IF COALESCE(phase.session_origin(ARRAY[''baseline'', ''0001_case'']::pg_catalog.text[], ARRAY[NULL, ''public_0001_case'']::pg_catalog.text[]) OPERATOR(pg_catalog.>=) 1, (pg_catalog.record_image_ne(ROW (OLD."phase_3_code"), ROW ("phase"."public.3.order.code.up"(OLD."customer_id"))))) THEN
      NULL;
    ELSE
      NEW."phase_3_code" := "phase"."public.3.order.code.up"(NEW."customer_id");
    END IF;
  END IF;
  RETURN NEW;
END
';
DROP TRIGGER IF EXISTS "phase_closed" ON "public_0001_case"."customers";
CREATE OR REPLACE VIEW "phase"."public_0001_case.customers.origin" WITH (security_invoker = true) AS SELECT base."id" AS "id", base."email" AS "email", base."name" AS "name", base."Größe" AS "Größe", base."phase_2_code" AS "code", base."~phase_origin" FROM "public"."customers" AS base;
ALTER VIEW "phase"."public_0001_case.customers.origin" ALTER COLUMN "~phase_origin" SET DEFAULT 4;
GRANT SELECT, INSERT, UPDATE, DELETE ON "phase"."public_0001_case.customers.origin" TO PUBLIC;
CREATE OR REPLACE VIEW "public_0001_case"."customers" WITH (security_invoker = true) AS SELECT base."id", base."email", base."name", base."Größe", base."code" FROM "phase"."public_0001_case.customers.origin" AS base;
DROP TRIGGER IF EXISTS "phase_closed" ON "public_0001_case"."order";
CREATE OR REPLACE VIEW "phase"."public_0001_case.order.origin" WITH (security_invoker = true) AS SELECT base."id" AS "id", base."customer_id" AS "customer_id", base."amount" AS "amount", base."select" AS "select", base."phase_3_code" AS "code", base."~phase_origin" FROM "public"."order" AS base;
ALTER VIEW "phase"."public_0001_case.order.origin" ALTER COLUMN "~phase_origin" SET DEFAULT 4;
GRANT SELECT, INSERT, UPDATE, DELETE ON "phase"."public_0001_case.order.origin" TO PUBLIC;
CREATE OR REPLACE VIEW "public_0001_case"."order" WITH (security_invoker = true) AS SELECT base."id", base."customer_id", base."amount", base."select", base."code" FROM "phase"."public_0001_case.order.origin" AS base;
COMMENT ON COLUMN "public_0001_case"."order"."amount" IS 'in euros';
COMMIT;
-- retire 0001_case: Close the door of version 0001_case
-- takes ACCESS EXCLUSIVE on public_0001_case.customers, ACCESS EXCLUSIVE on public_0001_case.order
BEGIN;
CREATE OR REPLACE VIEW "public_0001_case"."customers" WITH (security_invoker = true) AS SELECT * FROM phase.closed_door('public_0001_case', NULL) AS t("id" bigint, "email" text, "name" character varying(50), "Größe" integer, "code" text);
CREATE OR REPLACE TRIGGER "phase_closed" INSTEAD OF INSERT OR UPDATE OR DELETE ON "public_0001_case"."customers" FOR EACH ROW EXECUTE FUNCTION phase.closed_door_insert();
DROP VIEW IF EXISTS "phase"."public_0001_case.customers.origin";
CREATE OR REPLACE VIEW "public_0001_case"."order" WITH (security_invoker = true) AS SELECT * FROM phase.closed_door('public_0001_case', NULL) AS t("id" bigint, "customer_id" bigint, "amount" numeric(10,2), "select" text, "code" text);
CREATE OR REPLACE TRIGGER "phase_closed" INSTEAD OF INSERT OR UPDATE OR DELETE ON "public_0001_case"."order" FOR EACH ROW EXECUTE FUNCTION phase.closed_door_insert();
DROP VIEW IF EXISTS "phase"."public_0001_case.order.origin";
COMMIT;
-- restore 0001_case: Open the door of version 0001_case
-- takes ACCESS EXCLUSIVE on public_0001_case.customers, ACCESS SHARE on public.customers, ACCESS EXCLUSIVE on public_0001_case.order, ACCESS SHARE on public.order
BEGIN;
DROP TRIGGER IF EXISTS "phase_closed" ON "public_0001_case"."customers";
CREATE OR REPLACE VIEW "phase"."public_0001_case.customers.origin" WITH (security_invoker = true) AS SELECT base."id" AS "id", base."email" AS "email", base."name" AS "name", base."Größe" AS "Größe", base."phase_2_code" AS "code", base."~phase_origin" FROM "public"."customers" AS base;
ALTER VIEW "phase"."public_0001_case.customers.origin" ALTER COLUMN "~phase_origin" SET DEFAULT 4;
GRANT SELECT, INSERT, UPDATE, DELETE ON "phase"."public_0001_case.customers.origin" TO PUBLIC;
CREATE OR REPLACE VIEW "public_0001_case"."customers" WITH (security_invoker = true) AS SELECT base."id", base."email", base."name", base."Größe", base."code" FROM "phase"."public_0001_case.customers.origin" AS base;
DROP TRIGGER IF EXISTS "phase_closed" ON "public_0001_case"."order";
CREATE OR REPLACE VIEW "phase"."public_0001_case.order.origin" WITH (security_invoker = true) AS SELECT base."id" AS "id", base."customer_id" AS "customer_id", base."amount" AS "amount", base."select" AS "select", base."phase_3_code" AS "code", base."~phase_origin" FROM "public"."order" AS base;
ALTER VIEW "phase"."public_0001_case.order.origin" ALTER COLUMN "~phase_origin" SET DEFAULT 4;
GRANT SELECT, INSERT, UPDATE, DELETE ON "phase"."public_0001_case.order.origin" TO PUBLIC;
CREATE OR REPLACE VIEW "public_0001_case"."order" WITH (security_invoker = true) AS SELECT base."id", base."customer_id", base."amount", base."select", base."code" FROM "phase"."public_0001_case.order.origin" AS base;
COMMENT ON COLUMN "public_0001_case"."order"."amount" IS 'in euros';
COMMIT;
-- contract baseline: Give table customers the shape of version 0001_case
-- takes ACCESS EXCLUSIVE on public.customers
BEGIN;
LOCK TABLE "public"."customers" IN ACCESS EXCLUSIVE MODE;
DROP TRIGGER IF EXISTS "~phase_dual_write" ON "public"."customers";
DROP TRIGGER IF EXISTS "~phase_dual_write_update" ON "public"."customers";
DROP FUNCTION IF EXISTS "phase"."public.customers.dual_write"(), "phase"."public.customers.dual_write_update"();
ALTER TABLE "public"."customers" RENAME COLUMN "phase_1_code" TO "code";
DROP FUNCTION IF EXISTS "phase"."public.1.customers.code.up";
SELECT phase.set_aside('"public"."customers"', 'code', 'phase_2_code');
ALTER TABLE "public"."customers" DROP COLUMN "code";
ALTER TABLE "public"."customers" RENAME COLUMN "phase_2_code" TO "code";
DROP FUNCTION IF EXISTS "phase"."public.2.customers.code.up";
DROP FUNCTION IF EXISTS "phase"."public.2.customers.code.down";
ALTER TABLE "public"."customers" RENAME CONSTRAINT "phase_2_customers_code_key" TO "customers_code_key";
SELECT phase.put_back();
COMMIT;
-- contract baseline: Give table order the shape of version 0001_case
-- takes ACCESS EXCLUSIVE on public.order
BEGIN;
LOCK TABLE "public"."order" IN ACCESS EXCLUSIVE MODE;
DROP TRIGGER IF EXISTS "~phase_dual_write" ON "public"."order";
DROP TRIGGER IF EXISTS "~phase_dual_write_update" ON "public"."order";
DROP FUNCTION IF EXISTS "phase"."public.order.dual_write"(), "phase"."public.order.dual_write_update"();
ALTER TABLE "public"."order" RENAME COLUMN "phase_3_code" TO "code";
DROP FUNCTION IF EXISTS "phase"."public.3.order.code.up";
COMMIT;
-- contract baseline: Let no view of table customers say who inserts
-- takes ACCESS EXCLUSIVE on public_0001_case.customers, ACCESS SHARE on public.customers
BEGIN;
DO 'BEGIN
IF pg_catalog.to_regclass(''"phase"."public_0001_case.customers.origin"'') IS NOT NULL THEN
EXECUTE ''CREATE OR REPLACE VIEW "public_0001_case"."customers" WITH (security_invoker = true) AS SELECT base."id" AS "id", base."email" AS "email", base."name" AS "name", base."Größe" AS "Größe", base."code" AS "code" FROM "public"."customers" AS base'';
EXECUTE ''DROP VIEW IF EXISTS "phase"."public_0001_case.customers.origin"'';
END IF;
END';
COMMIT;
-- contract baseline: Remove the column of table customers that said so
-- takes ACCESS EXCLUSIVE on public.customers
BEGIN;
ALTER TABLE IF EXISTS "public"."customers" DROP COLUMN IF EXISTS "~phase_origin";
COMMIT;
-- contract baseline: Let no view of table order say who inserts
-- takes ACCESS EXCLUSIVE on public_0001_case.order, ACCESS SHARE on public.order
BEGIN;
DO 'BEGIN
IF pg_catalog.to_regclass(''"phase"."public_0001_case.order.origin"'') IS NOT NULL THEN
EXECUTE ''CREATE OR REPLACE VIEW "public_0001_case"."order" WITH (security_invoker = true) AS SELECT base."id" AS "id", base."customer_id" AS "customer_id", base."amount" AS "amount", base."select" AS "select", base."code" AS "code" FROM "public"."order" AS base'';
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
-- takes ACCESS EXCLUSIVE on public_0001_case.customers, ACCESS EXCLUSIVE on public_0001_case.order, ACCESS EXCLUSIVE on public_0001_case.phase_version
BEGIN;
DROP VIEW IF EXISTS "public_0001_case"."customers", "public_0001_case"."order", "public_0001_case"."phase_version", "phase"."public_0001_case.customers.origin", "phase"."public_0001_case.order.origin";
DROP SCHEMA IF EXISTS "public_0001_case";
COMMIT;
-- rollback 0001_case: Drop constraint by_code
-- takes ACCESS EXCLUSIVE on public.order, ACCESS EXCLUSIVE on public.customers
BEGIN;
ALTER TABLE IF EXISTS "public"."order" DROP CONSTRAINT IF EXISTS "by_code";
COMMIT;
-- rollback 0001_case: Drop constraint phase_2_customers_code_key
-- takes ACCESS EXCLUSIVE on public.customers
BEGIN;
ALTER TABLE IF EXISTS "public"."customers" DROP CONSTRAINT IF EXISTS "phase_2_customers_code_key";
COMMIT;
-- rollback 0001_case: Drop its index where the build was cut off
-- takes SHARE UPDATE EXCLUSIVE on public.customers
DROP INDEX CONCURRENTLY IF EXISTS "public"."phase_2_customers_code_key";
-- rollback 0001_case: Drop constraint customers_code_key
-- takes ACCESS EXCLUSIVE on public.customers
BEGIN;
ALTER TABLE IF EXISTS "public"."customers" DROP CONSTRAINT IF EXISTS "customers_code_key";
COMMIT;
-- rollback 0001_case: Drop its index where the build was cut off
-- takes SHARE UPDATE EXCLUSIVE on public.customers
DROP INDEX CONCURRENTLY IF EXISTS "public"."customers_code_key";
-- rollback 0001_case: Give table order back the shape that it had
-- takes ACCESS EXCLUSIVE on public.order
BEGIN;
LOCK TABLE "public"."order" IN ACCESS EXCLUSIVE MODE;
DROP TRIGGER IF EXISTS "~phase_dual_write" ON "public"."order";
DROP TRIGGER IF EXISTS "~phase_dual_write_update" ON "public"."order";
DROP FUNCTION IF EXISTS "phase"."public.order.dual_write"(), "phase"."public.order.dual_write_update"();
ALTER TABLE IF EXISTS "public"."order" DROP COLUMN IF EXISTS "~phase_origin";
DROP FUNCTION IF EXISTS "phase"."public.3.order.code.up";
ALTER TABLE IF EXISTS "public"."order" DROP COLUMN IF EXISTS "phase_3_code";
COMMIT;
-- rollback 0001_case: Give table customers back the shape that it had
-- takes ACCESS EXCLUSIVE on public.customers
BEGIN;
LOCK TABLE "public"."customers" IN ACCESS EXCLUSIVE MODE;
DROP TRIGGER IF EXISTS "~phase_dual_write" ON "public"."customers";
DROP TRIGGER IF EXISTS "~phase_dual_write_update" ON "public"."customers";
DROP FUNCTION IF EXISTS "phase"."public.customers.dual_write"(), "phase"."public.customers.dual_write_update"();
ALTER TABLE IF EXISTS "public"."customers" DROP COLUMN IF EXISTS "~phase_origin";
DROP FUNCTION IF EXISTS "phase"."public.2.customers.code.up";
DROP FUNCTION IF EXISTS "phase"."public.2.customers.code.down";
ALTER TABLE IF EXISTS "public"."customers" DROP COLUMN IF EXISTS "phase_2_code";
DROP FUNCTION IF EXISTS "phase"."public.1.customers.code.up";
ALTER TABLE IF EXISTS "public"."customers" DROP COLUMN IF EXISTS "phase_1_code";
COMMIT;

-- operations:
-- - alter_column: { table: customers, column: name, type: text, up: name, down: name }
-- - alter_column: { table: customers, column: name, nullable: false, up: "coalesce(name, '?')" }
-- - drop_column: { table: customers, column: name, down: "'?'" }
-- - add_column: { table: customers, column: { name: name, type: bigint, default: 7, check: "name > 0" } }

-- expand 0001_case: Expand table customers
-- takes ACCESS EXCLUSIVE on public.customers
BEGIN;
ALTER TABLE "public"."customers" ADD COLUMN "phase_1_name" text;
CREATE FUNCTION "phase"."public.1.customers.name.up" ("name" character varying(50)) RETURNS text LANGUAGE sql RETURN (name);
CREATE FUNCTION "phase"."public.1.customers.name.down" ("name" text) RETURNS character varying(50) LANGUAGE sql RETURN (name);
SELECT phase.copy_column('"public"."customers"', 'name', 'phase_1_name');
ALTER TABLE "public"."customers" ADD COLUMN "phase_2_name" text;
CREATE FUNCTION "phase"."public.2.customers.name.up" ("name" text) RETURNS text LANGUAGE sql RETURN (coalesce(name, '?'));
CREATE FUNCTION "phase"."public.2.customers.name.down" ("name" text) RETURNS text LANGUAGE sql RETURN ("name");
SELECT phase.copy_column('"public"."customers"', 'phase_1_name', 'phase_2_name');
CREATE FUNCTION "phase"."public.3.customers.name.down" () RETURNS text LANGUAGE sql RETURN ('?');
ALTER TABLE "public"."customers" ADD COLUMN "phase_4_name" bigint DEFAULT (7);
CREATE OR REPLACE FUNCTION "phase"."public.customers.dual_write"() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  NEW."phase_1_name" := "phase"."public.1.customers.name.up"(NEW."name");
  NEW."phase_2_name" := "phase"."public.2.customers.name.up"(NEW."phase_1_name");
  RETURN NEW;
END
';
CREATE OR REPLACE FUNCTION "phase"."public.customers.dual_write_update"() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  IF pg_catalog.current_setting(''phase.backfill'', true) OPERATOR(pg_catalog.=) ''on'' THEN
    RETURN NEW;
  END IF;
  IF (NEW."name" OPERATOR(pg_catalog.=) OLD."name" OR (NEW."name" IS NULL AND OLD."name" IS NULL)) IS NOT TRUE THEN
    NEW."phase_1_name" := "phase"."public.1.customers.name.up"(NEW."name");
  END IF;
  IF (NEW."phase_1_name" OPERATOR(pg_catalog.=) OLD."phase_1_name" OR (NEW."phase_1_name" IS NULL AND OLD."phase_1_name" IS NULL)) IS NOT TRUE THEN
    NEW."phase_2_name" := "phase"."public.2.customers.name.up"(NEW."phase_1_name");
  END IF;
  RETURN NEW;
END
';
ALTER TABLE "public"."customers" ADD COLUMN IF NOT EXISTS "~phase_origin" pg_catalog.int8;
SELECT phase.grant_origin('"public"."customers"');
CREATE OR REPLACE TRIGGER "~phase_dual_write" BEFORE INSERT ON "public"."customers" FOR EACH ROW EXECUTE FUNCTION "phase"."public.customers.dual_write"();
CREATE OR REPLACE TRIGGER "~phase_dual_write_update" BEFORE UPDATE ON "public"."customers" FOR EACH ROW WHEN ((NEW."name" OPERATOR(pg_catalog.=) OLD."name" OR (NEW."name" IS NULL AND OLD."name" IS NULL)) IS NOT TRUE OR (NEW."phase_1_name" OPERATOR(pg_catalog.=) OLD."phase_1_name" OR (NEW."phase_1_name" IS NULL AND OLD."phase_1_name" IS NULL)) IS NOT TRUE OR (NEW."phase_2_name" OPERATOR(pg_catalog.=) OLD."phase_2_name" OR (NEW."phase_2_name" IS NULL AND OLD."phase_2_name" IS NULL)) IS NOT TRUE) EXECUTE FUNCTION "phase"."public.customers.dual_write_update"();
COMMIT;
-- expand 0001_case: Create schema public_0001_case with its door closed
BEGIN;
CREATE SCHEMA "public_0001_case";
GRANT USAGE ON SCHEMA "public_0001_case" TO PUBLIC;
CREATE VIEW "public_0001_case"."phase_version" AS SELECT '0001_case'::text AS version, 'public'::text AS base_schema;
GRANT SELECT ON "public_0001_case"."phase_version" TO PUBLIC;
CREATE OR REPLACE VIEW "public_0001_case"."customers" WITH (security_invoker = true) AS SELECT * FROM phase.closed_door('public_0001_case', NULL) AS t("id" bigint, "email" text, "Größe" integer, "name" bigint);
CREATE OR REPLACE TRIGGER "phase_closed" INSTEAD OF INSERT OR UPDATE OR DELETE ON "public_0001_case"."customers" FOR EACH ROW EXECUTE FUNCTION phase.closed_door_insert();
GRANT SELECT, INSERT, UPDATE, DELETE ON "public_0001_case"."customers" TO PUBLIC;
COMMIT;
-- publish 0001_case: Backfill table customers
-- takes ROW EXCLUSIVE on public.customers
-- in batches: UPDATE "public"."customers" SET "phase_1_name" = "phase"."public.1.customers.name.up"("name"), "phase_2_name" = "phase"."public.2.customers.name.up"("phase"."public.1.customers.name.up"("name"));
-- publish 0001_case: Let no new row of customers have a NULL in name
-- takes ACCESS EXCLUSIVE on public.customers
BEGIN;
ALTER TABLE "public"."customers" ADD CONSTRAINT "phase_2_name_not_null" CHECK ("phase_2_name" IS NOT NULL) NOT VALID;
COMMIT;
-- publish 0001_case: Prove that no row of customers has one
-- takes SHARE UPDATE EXCLUSIVE on public.customers
BEGIN;
ALTER TABLE "public"."customers" VALIDATE CONSTRAINT "phase_2_name_not_null";
COMMIT;
-- publish 0001_case: Make name of customers NOT NULL
-- takes ACCESS EXCLUSIVE on public.customers
BEGIN;
ALTER TABLE "public"."customers" ALTER COLUMN "phase_2_name" SET NOT NULL;
ALTER TABLE "public"."customers" DROP CONSTRAINT "phase_2_name_not_null";
COMMIT;
-- publish 0001_case: Hold new rows of customers to customers_name_check
-- takes ACCESS EXCLUSIVE on public.customers
BEGIN;
ALTER TABLE "public"."customers" ADD CONSTRAINT "customers_name_check" CHECK ((phase_4_name > 0)) NOT VALID;
COMMIT;
-- publish 0001_case: Prove that the rows of customers keep customers_name_check
-- takes SHARE UPDATE EXCLUSIVE on public.customers
BEGIN;
ALTER TABLE "public"."customers" VALIDATE CONSTRAINT "customers_name_check";
COMMIT;
-- publish 0001_case: Open the door of version 0001_case
-- takes ACCESS EXCLUSIVE on public_0001_case.customers, ACCESS SHARE on public.customers
BEGIN;
CREATE OR REPLACE FUNCTION "phase"."public.customers.dual_write"() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  IF NEW."~phase_origin" IS NULL THEN
    IF NEW."phase_1_name" IS NULL OR pg_catalog.record_image_ne(ROW (NEW."name"), ROW (CAST("phase"."public.1.customers.name.down"(NEW."phase_1_name") AS character varying(50)))) THEN
      NEW."phase_1_name" := "phase"."public.1.customers.name.up"(NEW."name");
    END IF;
    IF NEW."phase_2_name" IS NULL OR pg_catalog.record_image_ne(ROW (NEW."phase_1_name"), ROW ("phase"."public.2.customers.name.down"(NEW."phase_2_name"))) THEN
      NEW."phase_2_name" := "phase"."public.2.customers.name.up"(NEW."phase_1_name");
    END IF;
  ELSE
    IF NEW."~phase_origin" OPERATOR(pg_catalog.>=) 3 THEN
      NEW."phase_2_name" := "phase"."public.3.customers.name.down"();
    END IF;
    IF NEW."~phase_origin" OPERATOR(pg_catalog.>=) 2 AND (NEW."phase_1_name" IS NULL OR pg_catalog.record_image_ne(ROW (NEW."phase_2_name"), ROW ("phase"."public.2.customers.name.up"(NEW."phase_1_name")))) THEN
      NEW."phase_1_name" := "phase"."public.2.customers.name.down"(NEW."phase_2_name");
    END IF;
    IF NEW."~phase_origin" OPERATOR(pg_catalog.>=) 1 AND (NEW."name" IS NULL OR pg_catalog.record_image_ne(ROW (NEW."phase_1_name"), ROW ("phase"."public.1.customers.name.up"(NEW."name")))) THEN
      NEW."name" := "phase"."public.1.customers.name.down"(NEW."phase_1_name");
    END IF;
    IF NEW."~phase_origin" OPERATOR(pg_catalog.<) 1 AND (NEW."phase_1_name" IS NULL OR pg_catalog.record_image_ne(ROW (NEW."name"), ROW (CAST("phase"."public.1.customers.name.down"(NEW."phase_1_name") AS character varying(50))))) THEN
      NEW."phase_1_name" := "phase"."public.1.customers.name.up"(NEW."name");
    END IF;
    IF NEW."~phase_origin" OPERATOR(pg_catalog.<) 2 AND (NEW."phase_2_name" IS NULL OR pg_catalog.record_image_ne(ROW (NEW."phase_1_name"), ROW ("phase"."public.2.customers.name.down"(NEW."phase_2_name")))) THEN
      NEW."phase_2_name" := "phase"."public.2.customers.name.up"(NEW."phase_1_name");
    END IF;
    NEW."~phase_origin" := NULL;
  END IF;
  RETURN NEW;
END
';
CREATE OR REPLACE FUNCTION "phase"."public.customers.dual_write_update"() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  IF (NEW."name" OPERATOR(pg_catalog.=) OLD."name" OR (NEW."name" IS NULL AND OLD."name" IS NULL)) IS NOT TRUE THEN
    IF (NEW."name" OPERATOR(pg_catalog.=) OLD."name" OR (NEW."name" IS NULL AND OLD."name" IS NULL)) IS NOT TRUE OR (NEW."phase_1_name" OPERATOR(pg_catalog.=) OLD."phase_1_name" OR (NEW."phase_1_name" IS NULL AND OLD."phase_1_name" IS NULL)) IS NOT TRUE THEN
      NEW."phase_1_name" := "phase"."public.1.customers.name.up"(NEW."name");
    END IF;
    IF (NEW."phase_1_name" OPERATOR(pg_catalog.=) OLD."phase_1_name" OR (NEW."phase_1_name" IS NULL AND OLD."phase_1_name" IS NULL)) IS NOT TRUE OR (NEW."phase_2_name" OPERATOR(pg_catalog.=) OLD."phase_2_name" OR (NEW."phase_2_name" IS NULL AND OLD."phase_2_name" IS NULL)) IS NOT TRUE THEN
      NEW."phase_2_name" := "phase"."public.2.customers.name.up"(NEW."phase_1_name");
    END IF;
  END IF;
  RETURN NEW;
END
';
DROP TRIGGER IF EXISTS "phase_closed" ON "public_0001_case"."customers";
CREATE OR REPLACE VIEW "phase"."public_0001_case.customers.origin" WITH (security_invoker = true) AS SELECT base."id" AS "id", base."email" AS "email", base."Größe" AS "Größe", base."phase_4_name" AS "name", base."~phase_origin" FROM "public"."customers" AS base;
ALTER VIEW "phase"."public_0001_case.customers.origin" ALTER COLUMN "~phase_origin" SET DEFAULT 4;
GRANT SELECT, INSERT, UPDATE, DELETE ON "phase"."public_0001_case.customers.origin" TO PUBLIC;
CREATE OR REPLACE VIEW "public_0001_case"."customers" WITH (security_invoker = true) AS SELECT base."id", base."email", base."Größe", base."name" FROM "phase"."public_0001_case.customers.origin" AS base;
COMMIT;
-- retire 0001_case: Close the door of version 0001_case
-- takes ACCESS EXCLUSIVE on public_0001_case.customers
BEGIN;
CREATE OR REPLACE VIEW "public_0001_case"."customers" WITH (security_invoker = true) AS SELECT * FROM phase.closed_door('public_0001_case', NULL) AS t("id" bigint, "email" text, "Größe" integer, "name" bigint);
CREATE OR REPLACE TRIGGER "phase_closed" INSTEAD OF INSERT OR UPDATE OR DELETE ON "public_0001_case"."customers" FOR EACH ROW EXECUTE FUNCTION phase.closed_door_insert();
DROP VIEW IF EXISTS "phase"."public_0001_case.customers.origin";
COMMIT;
-- restore 0001_case: Open the door of version 0001_case
-- takes ACCESS EXCLUSIVE on public_0001_case.customers, ACCESS SHARE on public.customers
BEGIN;
DROP TRIGGER IF EXISTS "phase_closed" ON "public_0001_case"."customers";
CREATE OR REPLACE VIEW "phase"."public_0001_case.customers.origin" WITH (security_invoker = true) AS SELECT base."id" AS "id", base."email" AS "email", base."Größe" AS "Größe", base."phase_4_name" AS "name", base."~phase_origin" FROM "public"."customers" AS base;
ALTER VIEW "phase"."public_0001_case.customers.origin" ALTER COLUMN "~phase_origin" SET DEFAULT 4;
GRANT SELECT, INSERT, UPDATE, DELETE ON "phase"."public_0001_case.customers.origin" TO PUBLIC;
CREATE OR REPLACE VIEW "public_0001_case"."customers" WITH (security_invoker = true) AS SELECT base."id", base."email", base."Größe", base."name" FROM "phase"."public_0001_case.customers.origin" AS base;
COMMIT;
-- contract baseline: Give table customers the shape of version 0001_case
-- takes ACCESS EXCLUSIVE on public.customers
BEGIN;
LOCK TABLE "public"."customers" IN ACCESS EXCLUSIVE MODE;
DROP TRIGGER IF EXISTS "~phase_dual_write" ON "public"."customers";
DROP TRIGGER IF EXISTS "~phase_dual_write_update" ON "public"."customers";
DROP FUNCTION IF EXISTS "phase"."public.customers.dual_write"(), "phase"."public.customers.dual_write_update"();
SELECT phase.set_aside('"public"."customers"', 'name', 'phase_1_name');
ALTER TABLE "public"."customers" DROP COLUMN "name";
ALTER TABLE "public"."customers" RENAME COLUMN "phase_1_name" TO "name";
DROP FUNCTION IF EXISTS "phase"."public.1.customers.name.up";
DROP FUNCTION IF EXISTS "phase"."public.1.customers.name.down";
SELECT phase.put_back();
SELECT phase.set_aside('"public"."customers"', 'name', 'phase_2_name');
ALTER TABLE "public"."customers" DROP COLUMN "name";
ALTER TABLE "public"."customers" RENAME COLUMN "phase_2_name" TO "name";
DROP FUNCTION IF EXISTS "phase"."public.2.customers.name.up";
DROP FUNCTION IF EXISTS "phase"."public.2.customers.name.down";
SELECT phase.put_back();
DROP FUNCTION IF EXISTS "phase"."public.3.customers.name.down";
ALTER TABLE "public"."customers" DROP COLUMN "name";
ALTER TABLE "public"."customers" RENAME COLUMN "phase_4_name" TO "name";
COMMIT;
-- contract baseline: Let no view of table customers say who inserts
-- takes ACCESS EXCLUSIVE on public_0001_case.customers, ACCESS SHARE on public.customers
BEGIN;
DO 'BEGIN
IF pg_catalog.to_regclass(''"phase"."public_0001_case.customers.origin"'') IS NOT NULL THEN
EXECUTE ''CREATE OR REPLACE VIEW "public_0001_case"."customers" WITH (security_invoker = true) AS SELECT base."id" AS "id", base."email" AS "email", base."Größe" AS "Größe", base."name" AS "name" FROM "public"."customers" AS base'';
EXECUTE ''DROP VIEW IF EXISTS "phase"."public_0001_case.customers.origin"'';
END IF;
END';
COMMIT;
-- contract baseline: Remove the column of table customers that said so
-- takes ACCESS EXCLUSIVE on public.customers
BEGIN;
ALTER TABLE IF EXISTS "public"."customers" DROP COLUMN IF EXISTS "~phase_origin";
COMMIT;
-- rollback 0001_case: Remove the schema of version 0001_case
-- takes ACCESS EXCLUSIVE on public_0001_case.customers, ACCESS EXCLUSIVE on public_0001_case.phase_version
BEGIN;
DROP VIEW IF EXISTS "public_0001_case"."customers", "public_0001_case"."phase_version", "phase"."public_0001_case.customers.origin";
DROP SCHEMA IF EXISTS "public_0001_case";
COMMIT;
-- rollback 0001_case: Give table customers back the shape that it had
-- takes ACCESS EXCLUSIVE on public.customers
BEGIN;
LOCK TABLE "public"."customers" IN ACCESS EXCLUSIVE MODE;
DROP TRIGGER IF EXISTS "~phase_dual_write" ON "public"."customers";
DROP TRIGGER IF EXISTS "~phase_dual_write_update" ON "public"."customers";
DROP FUNCTION IF EXISTS "phase"."public.customers.dual_write"(), "phase"."public.customers.dual_write_update"();
ALTER TABLE IF EXISTS "public"."customers" DROP COLUMN IF EXISTS "~phase_origin";
ALTER TABLE IF EXISTS "public"."customers" DROP CONSTRAINT IF EXISTS "customers_name_check";
ALTER TABLE IF EXISTS "public"."customers" DROP COLUMN IF EXISTS "phase_4_name";
DROP FUNCTION IF EXISTS "phase"."public.3.customers.name.down";
DROP FUNCTION IF EXISTS "phase"."public.2.customers.name.up";
DROP FUNCTION IF EXISTS "phase"."public.2.customers.name.down";
ALTER TABLE IF EXISTS "public"."customers" DROP COLUMN IF EXISTS "phase_2_name";
DROP FUNCTION IF EXISTS "phase"."public.1.customers.name.up";
DROP FUNCTION IF EXISTS "phase"."public.1.customers.name.down";
ALTER TABLE IF EXISTS "public"."customers" DROP COLUMN IF EXISTS "phase_1_name";
COMMIT;

-- operations:
-- - rename_constraint: { table: customers, from: size_check, to: size }
-- - alter_column: { table: customers, column: "Größe", type: bigint, default: 0 }
-- - rename_constraint: { table: customers, from: size, to: not_negative }
-- - add_constraint: { table: customers, name: by_size, unique: ["Größe", id] }
-- - rename_constraint: { table: customers, from: by_size, to: size_key }
-- - add_constraint: { table: customers, name: size_check, check: "\"Größe\" < 1000" }

-- expand 0001_case: Expand table customers
-- takes ACCESS EXCLUSIVE on public.customers
BEGIN;
ALTER TABLE "public"."customers" ADD COLUMN "phase_2_Größe" bigint;
CREATE FUNCTION "phase"."public.2.customers.Größe.up" ("Größe" integer) RETURNS bigint LANGUAGE sql RETURN ("Größe");
CREATE FUNCTION "phase"."public.2.customers.Größe.down" ("Größe" bigint) RETURNS integer LANGUAGE sql RETURN ("Größe");
SELECT phase.copy_column('"public"."customers"', 'Größe', 'phase_2_Größe');
CREATE OR REPLACE FUNCTION "phase"."public.customers.dual_write"() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  NEW."phase_2_Größe" := "phase"."public.2.customers.Größe.up"(NEW."Größe");
  RETURN NEW;
END
';
CREATE OR REPLACE FUNCTION "phase"."public.customers.dual_write_update"() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  IF pg_catalog.current_setting(''phase.backfill'', true) OPERATOR(pg_catalog.=) ''on'' THEN
    RETURN NEW;
  END IF;
  IF (NEW."Größe" OPERATOR(pg_catalog.=) OLD."Größe" OR (NEW."Größe" IS NULL AND OLD."Größe" IS NULL)) IS NOT TRUE THEN
    NEW."phase_2_Größe" := "phase"."public.2.customers.Größe.up"(NEW."Größe");
  END IF;
  RETURN NEW;
END
';
ALTER TABLE "public"."customers" ADD COLUMN IF NOT EXISTS "~phase_origin" pg_catalog.int8;
SELECT phase.grant_origin('"public"."customers"');
CREATE OR REPLACE TRIGGER "~phase_dual_write" BEFORE INSERT ON "public"."customers" FOR EACH ROW EXECUTE FUNCTION "phase"."public.customers.dual_write"();
CREATE OR REPLACE TRIGGER "~phase_dual_write_update" BEFORE UPDATE ON "public"."customers" FOR EACH ROW WHEN ((NEW."Größe" OPERATOR(pg_catalog.=) OLD."Größe" OR (NEW."Größe" IS NULL AND OLD."Größe" IS NULL)) IS NOT TRUE OR (NEW."phase_2_Größe" OPERATOR(pg_catalog.=) OLD."phase_2_Größe" OR (NEW."phase_2_Größe" IS NULL AND OLD."phase_2_Größe" IS NULL)) IS NOT TRUE) EXECUTE FUNCTION "phase"."public.customers.dual_write_update"();
COMMIT;
-- expand 0001_case: Create schema public_0001_case with its door closed
BEGIN;
CREATE SCHEMA "public_0001_case";
GRANT USAGE ON SCHEMA "public_0001_case" TO PUBLIC;
CREATE VIEW "public_0001_case"."phase_version" AS SELECT '0001_case'::text AS version, 'public'::text AS base_schema;
GRANT SELECT ON "public_0001_case"."phase_version" TO PUBLIC;
CREATE OR REPLACE VIEW "public_0001_case"."customers" WITH (security_invoker = true) AS SELECT * FROM phase.closed_door('public_0001_case', NULL) AS t("id" bigint, "email" text, "name" character varying(50), "Größe" bigint);
CREATE OR REPLACE TRIGGER "phase_closed" INSTEAD OF INSERT OR UPDATE OR DELETE ON "public_0001_case"."customers" FOR EACH ROW EXECUTE FUNCTION phase.closed_door_insert();
GRANT SELECT, INSERT, UPDATE, DELETE ON "public_0001_case"."customers" TO PUBLIC;
COMMIT;
-- publish 0001_case: Backfill table customers
-- takes ROW EXCLUSIVE on public.customers
-- in batches: UPDATE "public"."customers" SET "phase_2_Größe" = "phase"."public.2.customers.Größe.up"("Größe");
-- publish 0001_case: Let no new row of customers have a NULL in Größe
-- takes ACCESS EXCLUSIVE on public.customers
BEGIN;
ALTER TABLE "public"."customers" ADD CONSTRAINT "phase_2_Größe_not_null" CHECK ("phase_2_Größe" IS NOT NULL) NOT VALID;
COMMIT;
-- publish 0001_case: Prove that no row of customers has one
-- takes SHARE UPDATE EXCLUSIVE on public.customers
BEGIN;
ALTER TABLE "public"."customers" VALIDATE CONSTRAINT "phase_2_Größe_not_null";
COMMIT;
-- publish 0001_case: Make Größe of customers NOT NULL
-- takes ACCESS EXCLUSIVE on public.customers
BEGIN;
ALTER TABLE "public"."customers" ALTER COLUMN "phase_2_Größe" SET NOT NULL;
ALTER TABLE "public"."customers" DROP CONSTRAINT "phase_2_Größe_not_null";
COMMIT;
-- publish 0001_case: Hold new rows of customers to size
-- takes ACCESS EXCLUSIVE on public.customers
BEGIN;
ALTER TABLE "public"."customers" ADD CONSTRAINT "phase_2_size" CHECK (("phase_2_Größe" >= 0)) NOT VALID;
COMMIT;
-- publish 0001_case: Prove that the rows of customers keep size
-- takes SHARE UPDATE EXCLUSIVE on public.customers
BEGIN;
ALTER TABLE "public"."customers" VALIDATE CONSTRAINT "phase_2_size";
COMMIT;
-- publish 0001_case: Build the unique index of by_size on customers
-- takes SHARE UPDATE EXCLUSIVE on public.customers
CREATE UNIQUE INDEX CONCURRENTLY "by_size" ON "public"."customers" USING "btree" ("phase_2_Größe", "id");
-- publish 0001_case: Make it the constraint by_size
-- takes ACCESS EXCLUSIVE on public.customers
BEGIN;
ALTER TABLE "public"."customers" ADD CONSTRAINT "by_size" UNIQUE USING INDEX "by_size";
COMMIT;
-- publish 0001_case: Hold new rows of customers to size_check
-- takes ACCESS EXCLUSIVE on public.customers
BEGIN;
ALTER TABLE "public"."customers" ADD CONSTRAINT "phase_6_size_check" CHECK (("phase_2_Größe" < 1000)) NOT VALID;
COMMIT;
-- publish 0001_case: Prove that the rows of customers keep size_check
-- takes SHARE UPDATE EXCLUSIVE on public.customers
BEGIN;
ALTER TABLE "public"."customers" VALIDATE CONSTRAINT "phase_6_size_check";
COMMIT;
-- publish 0001_case: Open the door of version 0001_case
-- takes ACCESS EXCLUSIVE on public_0001_case.customers, ACCESS SHARE on public.customers
BEGIN;
CREATE OR REPLACE FUNCTION "phase"."public.customers.dual_write"() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  IF NEW."~phase_origin" IS NULL THEN
    IF NEW."phase_2_Größe" IS NULL OR pg_catalog.record_image_ne(ROW (NEW."Größe"), ROW ("phase"."public.2.customers.Größe.down"(NEW."phase_2_Größe"))) THEN
      NEW."phase_2_Größe" := "phase"."public.2.customers.Größe.up"(NEW."Größe");
    END IF;
  ELSE
    IF NEW."~phase_origin" OPERATOR(pg_catalog.>=) 2 AND (NEW."Größe" IS NULL OR pg_catalog.record_image_ne(ROW (NEW."phase_2_Größe"), ROW ("phase"."public.2.customers.Größe.up"(NEW."Größe")))) THEN
      NEW."Größe" := "phase"."public.2.customers.Größe.down"(NEW."phase_2_Größe");
    END IF;
    IF NEW."~phase_origin" OPERATOR(pg_catalog.<) 2 AND (NEW."phase_2_Größe" IS NULL OR pg_catalog.record_image_ne(ROW (NEW."Größe"), ROW ("phase"."public.2.customers.Größe.down"(NEW."phase_2_Größe")))) THEN
      NEW."phase_2_Größe" := "phase"."public.2.customers.Größe.up"(NEW."Größe");
    END IF;
    NEW."~phase_origin" := NULL;
  END IF;
  RETURN NEW;
END
';
CREATE OR REPLACE FUNCTION "phase"."public.customers.dual_write_update"() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  IF (NEW."phase_2_Größe" OPERATOR(pg_catalog.=) OLD."phase_2_Größe" OR (NEW."phase_2_Größe" IS NULL AND OLD."phase_2_Größe" IS NULL)) IS NOT TRUE THEN
    IF ((NEW."Größe" OPERATOR(pg_catalog.=) OLD."Größe" OR (NEW."Größe" IS NULL AND OLD."Größe" IS NULL)) IS NOT TRUE) AND phase.session_origin(ARRAY[''baseline'', ''0001_case'']::pg_catalog.text[], ARRAY[NULL, ''public_0001_case'']::pg_catalog.text[]) OPERATOR(pg_catalog.<) 1 THEN
      NEW."phase_2_Größe" := "phase"."public.2.customers.Größe.up"(NEW."Größe");
    ELSE
      NEW."Größe" := "phase"."public.2.customers.Größe.down"(NEW."phase_2_Größe");
    END IF;
  ELSE
    NEW."phase_2_Größe" := "phase"."public.2.customers.Größe.up"(NEW."Größe");
  END IF;
  RETURN NEW;
END
';
DROP TRIGGER IF EXISTS "phase_closed" ON "public_0001_case"."customers";
CREATE OR REPLACE VIEW "phase"."public_0001_case.customers.origin" WITH (security_invoker = true) AS SELECT base."id" AS "id", base."email" AS "email", base."name" AS "name", base."phase_2_Größe" AS "Größe", base."~phase_origin" FROM "public"."customers" AS base;
ALTER VIEW "phase"."public_0001_case.customers.origin" ALTER COLUMN "~phase_origin" SET DEFAULT 6;
GRANT SELECT, INSERT, UPDATE, DELETE ON "phase"."public_0001_case.customers.origin" TO PUBLIC;
CREATE OR REPLACE VIEW "public_0001_case"."customers" WITH (security_invoker = true) AS SELECT base."id", base."email", base."name", base."Größe" FROM "phase"."public_0001_case.customers.origin" AS base;
ALTER VIEW "public_0001_case"."customers" ALTER COLUMN "Größe" SET DEFAULT (0);
COMMIT;
-- retire 0001_case: Close the door of version 0001_case
-- takes ACCESS EXCLUSIVE on public_0001_case.customers
BEGIN;
CREATE OR REPLACE VIEW "public_0001_case"."customers" WITH (security_invoker = true) AS SELECT * FROM phase.closed_door('public_0001_case', NULL) AS t("id" bigint, "email" text, "name" character varying(50), "Größe" bigint);
CREATE OR REPLACE TRIGGER "phase_closed" INSTEAD OF INSERT OR UPDATE OR DELETE ON "public_0001_case"."customers" FOR EACH ROW EXECUTE FUNCTION phase.closed_door_insert();
DROP VIEW IF EXISTS "phase"."public_0001_case.customers.origin";
COMMIT;
-- restore 0001_case: Open the door of version 0001_case
-- takes ACCESS EXCLUSIVE on public_0001_case.customers, ACCESS SHARE on public.customers
BEGIN;
DROP TRIGGER IF EXISTS "phase_closed" ON "public_0001_case"."customers";
CREATE OR REPLACE VIEW "phase"."public_0001_case.customers.origin" WITH (security_invoker = true) AS SELECT base."id" AS "id", base."email" AS "email", base."name" AS "name", base."phase_2_Größe" AS "Größe", base."~phase_origin" FROM "public"."customers" AS base;
ALTER VIEW "phase"."public_0001_case.customers.origin" ALTER COLUMN "~phase_origin" SET DEFAULT 6;
GRANT SELECT, INSERT, UPDATE, DELETE ON "phase"."public_0001_case.customers.origin" TO PUBLIC;
CREATE OR REPLACE VIEW "public_0001_case"."customers" WITH (security_invoker = true) AS SELECT base."id", base."email", base."name", base."Größe" FROM "phase"."public_0001_case.customers.origin" AS base;
ALTER VIEW "public_0001_case"."customers" ALTER COLUMN "Größe" SET DEFAULT (0);
COMMIT;
-- contract baseline: Give table customers the shape of version 0001_case
-- takes ACCESS EXCLUSIVE on public.customers
BEGIN;
LOCK TABLE "public"."customers" IN ACCESS EXCLUSIVE MODE;
DROP TRIGGER IF EXISTS "~phase_dual_write" ON "public"."customers";
DROP TRIGGER IF EXISTS "~phase_dual_write_update" ON "public"."customers";
DROP FUNCTION IF EXISTS "phase"."public.customers.dual_write"(), "phase"."public.customers.dual_write_update"();
ALTER TABLE "public"."customers" RENAME CONSTRAINT "size_check" TO "size";
SELECT phase.set_aside('"public"."customers"', 'Größe', 'phase_2_Größe');
ALTER TABLE "public"."customers" DROP COLUMN "Größe";
ALTER TABLE "public"."customers" RENAME COLUMN "phase_2_Größe" TO "Größe";
ALTER TABLE "public"."customers" ALTER COLUMN "Größe" SET DEFAULT (0);
DROP FUNCTION IF EXISTS "phase"."public.2.customers.Größe.up";
DROP FUNCTION IF EXISTS "phase"."public.2.customers.Größe.down";
ALTER TABLE "public"."customers" RENAME CONSTRAINT "phase_2_size" TO "size";
SELECT phase.put_back();
ALTER TABLE "public"."customers" RENAME CONSTRAINT "size" TO "not_negative";
ALTER TABLE "public"."customers" RENAME CONSTRAINT "by_size" TO "size_key";
ALTER TABLE "public"."customers" RENAME CONSTRAINT "phase_6_size_check" TO "size_check";
COMMIT;
-- contract baseline: Let no view of table customers say who inserts
-- takes ACCESS EXCLUSIVE on public_0001_case.customers, ACCESS SHARE on public.customers
BEGIN;
DO 'BEGIN
IF pg_catalog.to_regclass(''"phase"."public_0001_case.customers.origin"'') IS NOT NULL THEN
EXECUTE ''CREATE OR REPLACE VIEW "public_0001_case"."customers" WITH (security_invoker = true) AS SELECT base."id" AS "id", base."email" AS "email", base."name" AS "name", base."Größe" AS "Größe" FROM "public"."customers" AS base'';
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
-- rollback 0001_case: Drop constraint by_size
-- takes ACCESS EXCLUSIVE on public.customers
BEGIN;
ALTER TABLE IF EXISTS "public"."customers" DROP CONSTRAINT IF EXISTS "by_size";
COMMIT;
-- rollback 0001_case: Drop its index where the build was cut off
-- takes SHARE UPDATE EXCLUSIVE on public.customers
DROP INDEX CONCURRENTLY IF EXISTS "public"."by_size";
-- rollback 0001_case: Give table customers back the shape that it had
-- takes ACCESS EXCLUSIVE on public.customers
BEGIN;
LOCK TABLE "public"."customers" IN ACCESS EXCLUSIVE MODE;
DROP TRIGGER IF EXISTS "~phase_dual_write" ON "public"."customers";
DROP TRIGGER IF EXISTS "~phase_dual_write_update" ON "public"."customers";
DROP FUNCTION IF EXISTS "phase"."public.customers.dual_write"(), "phase"."public.customers.dual_write_update"();
ALTER TABLE IF EXISTS "public"."customers" DROP COLUMN IF EXISTS "~phase_origin";
ALTER TABLE IF EXISTS "public"."customers" DROP CONSTRAINT IF EXISTS "phase_6_size_check";
ALTER TABLE IF EXISTS "public"."customers" DROP CONSTRAINT IF EXISTS "phase_2_size";
DROP FUNCTION IF EXISTS "phase"."public.2.customers.Größe.up";
DROP FUNCTION IF EXISTS "phase"."public.2.customers.Größe.down";
ALTER TABLE IF EXISTS "public"."customers" DROP COLUMN IF EXISTS "phase_2_Größe";
COMMIT;

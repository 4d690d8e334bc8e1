-- operations:
-- - create_index: { table: customers, name: three, columns: [name, email, "Größe"] }
-- - add_constraint:
--     table: customers
--     name: whole
--     check: "name <> '' AND email <> '' AND \"Größe\" >= 0"
--     up: { name: "coalesce(name, '?')", email: "email", Größe: "\"Größe\"" }
--     down: { name: "name", email: "email", Größe: "\"Größe\"" }

-- expand 0001_case: Expand table customers
-- takes ACCESS EXCLUSIVE on public.customers
BEGIN;
ALTER TABLE "public"."customers" ADD COLUMN "phase_2_Größe" integer;
CREATE FUNCTION "phase"."public.2.customers.Größe.up" ("Größe" integer) RETURNS integer LANGUAGE sql RETURN ("Größe");
CREATE FUNCTION "phase"."public.2.customers.Größe.down" ("Größe" integer) RETURNS integer LANGUAGE sql RETURN ("Größe");
SELECT phase.copy_column('"public"."customers"', 'Größe', 'phase_2_Größe');
ALTER TABLE "public"."customers" ADD COLUMN "phase_2_email" text;
CREATE FUNCTION "phase"."public.2.customers.email.up" ("email" text) RETURNS text LANGUAGE sql RETURN (email);
CREATE FUNCTION "phase"."public.2.customers.email.down" ("email" text) RETURNS text LANGUAGE sql RETURN (email);
SELECT phase.copy_column('"public"."customers"', 'email', 'phase_2_email');
ALTER TABLE "public"."customers" ADD COLUMN "phase_2_name" character varying(50);
CREATE FUNCTION "phase"."public.2.customers.name.up" ("name" character varying(50)) RETURNS character varying(50) LANGUAGE sql RETURN (coalesce(name, '?'));
CREATE FUNCTION "phase"."public.2.customers.name.down" ("name" character varying(50)) RETURNS character varying(50) LANGUAGE sql RETURN (name);
SELECT phase.copy_column('"public"."customers"', 'name', 'phase_2_name');
CREATE OR REPLACE FUNCTION "phase"."public.customers.dual_write"() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  NEW."phase_2_Größe" := "phase"."public.2.customers.Größe.up"(NEW."Größe");
  NEW."phase_2_email" := "phase"."public.2.customers.email.up"(NEW."email");
  NEW."phase_2_name" := "phase"."public.2.customers.name.up"(NEW."name");
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
  IF (NEW."email" OPERATOR(pg_catalog.=) OLD."email" OR (NEW."email" IS NULL AND OLD."email" IS NULL)) IS NOT TRUE THEN
    NEW."phase_2_email" := "phase"."public.2.customers.email.up"(NEW."email");
  END IF;
  IF (NEW."name" OPERATOR(pg_catalog.=) OLD."name" OR (NEW."name" IS NULL AND OLD."name" IS NULL)) IS NOT TRUE THEN
    NEW."phase_2_name" := "phase"."public.2.customers.name.up"(NEW."name");
  END IF;
  RETURN NEW;
END
';
ALTER TABLE "public"."customers" ADD COLUMN IF NOT EXISTS "~phase_origin" pg_catalog.int8;
SELECT phase.grant_origin('"public"."customers"');
CREATE OR REPLACE TRIGGER "~phase_dual_write" BEFORE INSERT ON "public"."customers" FOR EACH ROW EXECUTE FUNCTION "phase"."public.customers.dual_write"();
CREATE OR REPLACE TRIGGER "~phase_dual_write_update" BEFORE UPDATE ON "public"."customers" FOR EACH ROW WHEN ((NEW."Größe" OPERATOR(pg_catalog.=) OLD."Größe" OR (NEW."Größe" IS NULL AND OLD."Größe" IS NULL)) IS NOT TRUE OR (NEW."phase_2_Größe" OPERATOR(pg_catalog.=) OLD."phase_2_Größe" OR (NEW."phase_2_Größe" IS NULL AND OLD."phase_2_Größe" IS NULL)) IS NOT TRUE OR (NEW."email" OPERATOR(pg_catalog.=) OLD."email" OR (NEW."email" IS NULL AND OLD."email" IS NULL)) IS NOT TRUE OR (NEW."phase_2_email" OPERATOR(pg_catalog.=) OLD."phase_2_email" OR (NEW."phase_2_email" IS NULL AND OLD."phase_2_email" IS NULL)) IS NOT TRUE OR (NEW."name" OPERATOR(pg_catalog.=) OLD."name" OR (NEW."name" IS NULL AND OLD."name" IS NULL)) IS NOT TRUE OR (NEW."phase_2_name" OPERATOR(pg_catalog.=) OLD."phase_2_name" OR (NEW."phase_2_name" IS NULL AND OLD."phase_2_name" IS NULL)) IS NOT TRUE) EXECUTE FUNCTION "phase"."public.customers.dual_write_update"();
COMMIT;
-- expand 0001_case: Create schema public_0001_case with its door closed
BEGIN;
CREATE SCHEMA "public_0001_case";
GRANT USAGE ON SCHEMA "public_0001_case" TO PUBLIC;
CREATE VIEW "public_0001_case"."phase_version" AS SELECT '0001_case'::text AS version, 'public'::text AS base_schema;
GRANT SELECT ON "public_0001_case"."phase_version" TO PUBLIC;
CREATE OR REPLACE VIEW "public_0001_case"."customers" WITH (security_invoker = true) AS SELECT * FROM phase.closed_door('public_0001_case', NULL) AS t("id" bigint, "email" text, "name" character varying(50), "Größe" integer);
CREATE OR REPLACE TRIGGER "phase_closed" INSTEAD OF INSERT OR UPDATE OR DELETE ON "public_0001_case"."customers" FOR EACH ROW EXECUTE FUNCTION phase.closed_door_insert();
GRANT SELECT, INSERT, UPDATE, DELETE ON "public_0001_case"."customers" TO PUBLIC;
COMMIT;
-- publish 0001_case: Backfill table customers
-- takes ROW EXCLUSIVE on public.customers
-- in batches: UPDATE "public"."customers" SET "phase_2_Größe" = "phase"."public.2.customers.Größe.up"("Größe"), "phase_2_email" = "phase"."public.2.customers.email.up"("email"), "phase_2_name" = "phase"."public.2.customers.name.up"("name");
-- publish 0001_case: Build index three on customers
-- takes SHARE UPDATE EXCLUSIVE on public.customers
CREATE INDEX CONCURRENTLY "three" ON "public"."customers" USING "btree" ("name", "email", "Größe");
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
-- publish 0001_case: Build index three on customers
-- takes SHARE UPDATE EXCLUSIVE on public.customers
CREATE INDEX CONCURRENTLY "phase_2_three" ON "public"."customers" USING "btree" ("name", "email", "phase_2_Größe");
-- publish 0001_case: Hold new rows of customers to size_check
-- takes ACCESS EXCLUSIVE on public.customers
BEGIN;
ALTER TABLE "public"."customers" ADD CONSTRAINT "phase_2_size_check" CHECK (("phase_2_Größe" >= 0)) NOT VALID;
COMMIT;
-- publish 0001_case: Prove that the rows of customers keep size_check
-- takes SHARE UPDATE EXCLUSIVE on public.customers
BEGIN;
ALTER TABLE "public"."customers" VALIDATE CONSTRAINT "phase_2_size_check";
COMMIT;
-- publish 0001_case: Let no new row of customers have a NULL in email
-- takes ACCESS EXCLUSIVE on public.customers
BEGIN;
ALTER TABLE "public"."customers" ADD CONSTRAINT "phase_2_email_not_null" CHECK ("phase_2_email" IS NOT NULL) NOT VALID;
COMMIT;
-- publish 0001_case: Prove that no row of customers has one
-- takes SHARE UPDATE EXCLUSIVE on public.customers
BEGIN;
ALTER TABLE "public"."customers" VALIDATE CONSTRAINT "phase_2_email_not_null";
COMMIT;
-- publish 0001_case: Make email of customers NOT NULL
-- takes ACCESS EXCLUSIVE on public.customers
BEGIN;
ALTER TABLE "public"."customers" ALTER COLUMN "phase_2_email" SET NOT NULL;
ALTER TABLE "public"."customers" DROP CONSTRAINT "phase_2_email_not_null";
COMMIT;
-- publish 0001_case: Build index customers_email on customers
-- takes SHARE UPDATE EXCLUSIVE on public.customers
CREATE UNIQUE INDEX CONCURRENTLY "phase_2_customers_email" ON "public"."customers" USING "btree" ((lower(phase_2_email)));
-- publish 0001_case: Build index three on customers
-- takes SHARE UPDATE EXCLUSIVE on public.customers
CREATE INDEX CONCURRENTLY "phase_2_email_three" ON "public"."customers" USING "btree" ("name", "phase_2_email", "phase_2_Größe");
-- publish 0001_case: Build index three on customers
-- takes SHARE UPDATE EXCLUSIVE on public.customers
CREATE INDEX CONCURRENTLY "phase_2_name_three" ON "public"."customers" USING "btree" ("phase_2_name", "phase_2_email", "phase_2_Größe");
-- publish 0001_case: Hold new rows of customers to whole
-- takes ACCESS EXCLUSIVE on public.customers
BEGIN;
ALTER TABLE "public"."customers" ADD CONSTRAINT "whole" CHECK ((((phase_2_name)::text <> ''::text) AND (phase_2_email <> ''::text) AND ("phase_2_Größe" >= 0))) NOT VALID;
COMMIT;
-- publish 0001_case: Prove that the rows of customers keep whole
-- takes SHARE UPDATE EXCLUSIVE on public.customers
BEGIN;
ALTER TABLE "public"."customers" VALIDATE CONSTRAINT "whole";
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
    IF NEW."phase_2_email" IS NULL OR pg_catalog.record_image_ne(ROW (NEW."email"), ROW ("phase"."public.2.customers.email.down"(NEW."phase_2_email"))) THEN
      NEW."phase_2_email" := "phase"."public.2.customers.email.up"(NEW."email");
    END IF;
    IF NEW."phase_2_name" IS NULL OR pg_catalog.record_image_ne(ROW (NEW."name"), ROW (CAST("phase"."public.2.customers.name.down"(NEW."phase_2_name") AS character varying(50)))) THEN
      NEW."phase_2_name" := "phase"."public.2.customers.name.up"(NEW."name");
    END IF;
  ELSE
    IF NEW."~phase_origin" OPERATOR(pg_catalog.>=) 2 AND (NEW."name" IS NULL OR pg_catalog.record_image_ne(ROW (NEW."phase_2_name"), ROW (CAST("phase"."public.2.customers.name.up"(NEW."name") AS character varying(50))))) THEN
      NEW."name" := "phase"."public.2.customers.name.down"(NEW."phase_2_name");
    END IF;
    IF NEW."~phase_origin" OPERATOR(pg_catalog.>=) 2 AND (NEW."email" IS NULL OR pg_catalog.record_image_ne(ROW (NEW."phase_2_email"), ROW ("phase"."public.2.customers.email.up"(NEW."email")))) THEN
      NEW."email" := "phase"."public.2.customers.email.down"(NEW."phase_2_email");
    END IF;
    IF NEW."~phase_origin" OPERATOR(pg_catalog.>=) 2 AND (NEW."Größe" IS NULL OR pg_catalog.record_image_ne(ROW (NEW."phase_2_Größe"), ROW ("phase"."public.2.customers.Größe.up"(NEW."Größe")))) THEN
      NEW."Größe" := "phase"."public.2.customers.Größe.down"(NEW."phase_2_Größe");
    END IF;
    IF NEW."~phase_origin" OPERATOR(pg_catalog.<) 2 AND (NEW."phase_2_Größe" IS NULL OR pg_catalog.record_image_ne(ROW (NEW."Größe"), ROW ("phase"."public.2.customers.Größe.down"(NEW."phase_2_Größe")))) THEN
      NEW."phase_2_Größe" := "phase"."public.2.customers.Größe.up"(NEW."Größe");
    END IF;
    IF NEW."~phase_origin" OPERATOR(pg_catalog.<) 2 AND (NEW."phase_2_email" IS NULL OR pg_catalog.record_image_ne(ROW (NEW."email"), ROW ("phase"."public.2.customers.email.down"(NEW."phase_2_email")))) THEN
      NEW."phase_2_email" := "phase"."public.2.customers.email.up"(NEW."email");
    END IF;
    IF NEW."~phase_origin" OPERATOR(pg_catalog.<) 2 AND (NEW."phase_2_name" IS NULL OR pg_catalog.record_image_ne(ROW (NEW."name"), ROW (CAST("phase"."public.2.customers.name.down"(NEW."phase_2_name") AS character varying(50))))) THEN
      NEW."phase_2_name" := "phase"."public.2.customers.name.up"(NEW."name");
    END IF;
    NEW."~phase_origin" := NULL;
  END IF;
  RETURN NEW;
END
';
CREATE OR REPLACE FUNCTION "phase"."public.customers.dual_write_update"() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  IF (NEW."phase_2_Größe" OPERATOR(pg_catalog.=) OLD."phase_2_Größe" OR (NEW."phase_2_Größe" IS NULL AND OLD."phase_2_Größe" IS NULL)) IS NOT TRUE OR (NEW."phase_2_email" OPERATOR(pg_catalog.=) OLD."phase_2_email" OR (NEW."phase_2_email" IS NULL AND OLD."phase_2_email" IS NULL)) IS NOT TRUE OR (NEW."phase_2_name" OPERATOR(pg_catalog.=) OLD."phase_2_name" OR (NEW."phase_2_name" IS NULL AND OLD."phase_2_name" IS NULL)) IS NOT TRUE THEN
    IF ((NEW."Größe" OPERATOR(pg_catalog.=) OLD."Größe" OR (NEW."Größe" IS NULL AND OLD."Größe" IS NULL)) IS NOT TRUE) AND (NOT ((NEW."phase_2_Größe" OPERATOR(pg_catalog.=) OLD."phase_2_Größe" OR (NEW."phase_2_Größe" IS NULL AND OLD."phase_2_Größe" IS NULL)) IS NOT TRUE) OR phase.session_origin(ARRAY[''baseline'', ''0001_case'']::pg_catalog.text[], ARRAY[NULL, ''public_0001_case'']::pg_catalog.text[]) OPERATOR(pg_catalog.<) 1) THEN
      IF (NEW."Größe" OPERATOR(pg_catalog.=) OLD."Größe" OR (NEW."Größe" IS NULL AND OLD."Größe" IS NULL)) IS NOT TRUE OR (NEW."phase_2_Größe" OPERATOR(pg_catalog.=) OLD."phase_2_Größe" OR (NEW."phase_2_Größe" IS NULL AND OLD."phase_2_Größe" IS NULL)) IS NOT TRUE THEN
        NEW."phase_2_Größe" := "phase"."public.2.customers.Größe.up"(NEW."Größe");
      END IF;
    ELSE
      IF (NEW."Größe" OPERATOR(pg_catalog.=) OLD."Größe" OR (NEW."Größe" IS NULL AND OLD."Größe" IS NULL)) IS NOT TRUE OR (NEW."phase_2_Größe" OPERATOR(pg_catalog.=) OLD."phase_2_Größe" OR (NEW."phase_2_Größe" IS NULL AND OLD."phase_2_Größe" IS NULL)) IS NOT TRUE THEN
        NEW."Größe" := "phase"."public.2.customers.Größe.down"(NEW."phase_2_Größe");
      END IF;
    END IF;
    IF ((NEW."email" OPERATOR(pg_catalog.=) OLD."email" OR (NEW."email" IS NULL AND OLD."email" IS NULL)) IS NOT TRUE) AND (NOT ((NEW."phase_2_email" OPERATOR(pg_catalog.=) OLD."phase_2_email" OR (NEW."phase_2_email" IS NULL AND OLD."phase_2_email" IS NULL)) IS NOT TRUE) OR phase.session_origin(ARRAY[''baseline'', ''0001_case'']::pg_catalog.text[], ARRAY[NULL, ''public_0001_case'']::pg_catalog.text[]) OPERATOR(pg_catalog.<) 1) THEN
      IF (NEW."email" OPERATOR(pg_catalog.=) OLD."email" OR (NEW."email" IS NULL AND OLD."email" IS NULL)) IS NOT TRUE OR (NEW."phase_2_email" OPERATOR(pg_catalog.=) OLD."phase_2_email" OR (NEW."phase_2_email" IS NULL AND OLD."phase_2_email" IS NULL)) IS NOT TRUE THEN
        NEW."phase_2_email" := "phase"."public.2.customers.email.up"(NEW."email");
      END IF;
    ELSE
      IF (NEW."email" OPERATOR(pg_catalog.=) OLD."email" OR (NEW."email" IS NULL AND OLD."email" IS NULL)) IS NOT TRUE OR (NEW."phase_2_email" OPERATOR(pg_catalog.=) OLD."phase_2_email" OR (NEW."phase_2_email" IS NULL AND OLD."phase_2_email" IS NULL)) IS NOT TRUE THEN
        NEW."email" := "phase"."public.2.customers.email.down"(NEW."phase_2_email");
      END IF;
    END IF;
    IF ((NEW."name" OPERATOR(pg_catalog.=) OLD."name" OR (NEW."name" IS NULL AND OLD."name" IS NULL)) IS NOT TRUE) AND (NOT ((NEW."phase_2_name" OPERATOR(pg_catalog.=) OLD."phase_2_name" OR (NEW."phase_2_name" IS NULL AND OLD."phase_2_name" IS NULL)) IS NOT TRUE) OR phase.session_origin(ARRAY[''baseline'', ''0001_case'']::pg_catalog.text[], ARRAY[NULL, ''public_0001_case'']::pg_catalog.text[]) OPERATOR(pg_catalog.<) 1) THEN
      IF (NEW."name" OPERATOR(pg_catalog.=) OLD."name" OR (NEW."name" IS NULL AND OLD."name" IS NULL)) IS NOT TRUE OR (NEW."phase_2_name" OPERATOR(pg_catalog.=) OLD."phase_2_name" OR (NEW."phase_2_name" IS NULL AND OLD."phase_2_name" IS NULL)) IS NOT TRUE THEN
        NEW."phase_2_name" := "phase"."public.2.customers.name.up"(NEW."name");
      END IF;
    ELSE
      IF (NEW."name" OPERATOR(pg_catalog.=) OLD."name" OR (NEW."name" IS NULL AND OLD."name" IS NULL)) IS NOT TRUE OR (NEW."phase_2_name" OPERATOR(pg_catalog.=) OLD."phase_2_name" OR (NEW."phase_2_name" IS NULL AND OLD."phase_2_name" IS NULL)) IS NOT TRUE THEN
        NEW."name" := "phase"."public.2.customers.name.down"(NEW."phase_2_name");
      END IF;
    END IF;
  ELSE
    IF (NEW."Größe" OPERATOR(pg_catalog.=) OLD."Größe" OR (NEW."Größe" IS NULL AND OLD."Größe" IS NULL)) IS NOT TRUE OR (NEW."phase_2_Größe" OPERATOR(pg_catalog.=) OLD."phase_2_Größe" OR (NEW."phase_2_Größe" IS NULL AND OLD."phase_2_Größe" IS NULL)) IS NOT TRUE THEN
      NEW."phase_2_Größe" := "phase"."public.2.customers.Größe.up"(NEW."Größe");
    END IF;
    IF (NEW."email" OPERATOR(pg_catalog.=) OLD."email" OR (NEW."email" IS NULL AND OLD."email" IS NULL)) IS NOT TRUE OR (NEW."phase_2_email" OPERATOR(pg_catalog.=) OLD."phase_2_email" OR (NEW."phase_2_email" IS NULL AND OLD."phase_2_email" IS NULL)) IS NOT TRUE THEN
      NEW."phase_2_email" := "phase"."public.2.customers.email.up"(NEW."email");
    END IF;
    IF (NEW."name" OPERATOR(pg_catalog.=) OLD."name" OR (NEW."name" IS NULL AND OLD."name" IS NULL)) IS NOT TRUE OR (NEW."phase_2_name" OPERATOR(pg_catalog.=) OLD."phase_2_name" OR (NEW."phase_2_name" IS NULL AND OLD."phase_2_name" IS NULL)) IS NOT TRUE THEN
      NEW."phase_2_name" := "phase"."public.2.customers.name.up"(NEW."name");
    END IF;
  END IF;
  RETURN NEW;
END
';
DROP TRIGGER IF EXISTS "phase_closed" ON "public_0001_case"."customers";
CREATE OR REPLACE VIEW "phase"."public_0001_case.customers.origin" WITH (security_invoker = true) AS SELECT base."id" AS "id", base."phase_2_email" AS "email", base."phase_2_name" AS "name", base."phase_2_Größe" AS "Größe", base."~phase_origin" FROM "public"."customers" AS base;
ALTER VIEW "phase"."public_0001_case.customers.origin" ALTER COLUMN "~phase_origin" SET DEFAULT 2;
GRANT SELECT, INSERT, UPDATE, DELETE ON "phase"."public_0001_case.customers.origin" TO PUBLIC;
CREATE OR REPLACE VIEW "public_0001_case"."customers" WITH (security_invoker = true) AS SELECT base."id", base."email", base."name", base."Größe" FROM "phase"."public_0001_case.customers.origin" AS base;
ALTER VIEW "public_0001_case"."customers" ALTER COLUMN "Größe" SET DEFAULT (0);
COMMIT;
-- retire 0001_case: Close the door of version 0001_case
-- takes ACCESS EXCLUSIVE on public_0001_case.customers
BEGIN;
CREATE OR REPLACE VIEW "public_0001_case"."customers" WITH (security_invoker = true) AS SELECT * FROM phase.closed_door('public_0001_case', NULL) AS t("id" bigint, "email" text, "name" character varying(50), "Größe" integer);
CREATE OR REPLACE TRIGGER "phase_closed" INSTEAD OF INSERT OR UPDATE OR DELETE ON "public_0001_case"."customers" FOR EACH ROW EXECUTE FUNCTION phase.closed_door_insert();
DROP VIEW IF EXISTS "phase"."public_0001_case.customers.origin";
COMMIT;
-- restore 0001_case: Open the door of version 0001_case
-- takes ACCESS EXCLUSIVE on public_0001_case.customers, ACCESS SHARE on public.customers
BEGIN;
DROP TRIGGER IF EXISTS "phase_closed" ON "public_0001_case"."customers";
CREATE OR REPLACE VIEW "phase"."public_0001_case.customers.origin" WITH (security_invoker = true) AS SELECT base."id" AS "id", base."phase_2_email" AS "email", base."phase_2_name" AS "name", base."phase_2_Größe" AS "Größe", base."~phase_origin" FROM "public"."customers" AS base;
ALTER VIEW "phase"."public_0001_case.customers.origin" ALTER COLUMN "~phase_origin" SET DEFAULT 2;
GRANT SELECT, INSERT, UPDATE, DELETE ON "phase"."public_0001_case.customers.origin" TO PUBLIC;
CREATE OR REPLACE VIEW "public_0001_case"."customers" WITH (security_invoker = true) AS SELECT base."id", base."email", base."name", base."Größe" FROM "phase"."public_0001_case.customers.origin" AS base;
ALTER VIEW "public_0001_case"."customers" ALTER COLUMN "Größe" SET DEFAULT (0);
COMMIT;
-- contract baseline: Give table customers the shape of version 0001_case
-- takes ACCESS EXCLUSIVE on public.customers, SHARE UPDATE EXCLUSIVE on public.phase_2_three, SHARE UPDATE EXCLUSIVE on public.phase_2_customers_email, SHARE UPDATE EXCLUSIVE on public.phase_2_email_three, SHARE UPDATE EXCLUSIVE on public.phase_2_name_three
BEGIN;
LOCK TABLE "public"."customers" IN ACCESS EXCLUSIVE MODE;
DROP TRIGGER IF EXISTS "~phase_dual_write" ON "public"."customers";
DROP TRIGGER IF EXISTS "~phase_dual_write_update" ON "public"."customers";
DROP FUNCTION IF EXISTS "phase"."public.customers.dual_write"(), "phase"."public.customers.dual_write_update"();
SELECT phase.set_aside('"public"."customers"', 'Größe', 'phase_2_Größe');
ALTER TABLE "public"."customers" DROP COLUMN "Größe";
ALTER TABLE "public"."customers" RENAME COLUMN "phase_2_Größe" TO "Größe";
ALTER TABLE "public"."customers" ALTER COLUMN "Größe" SET DEFAULT (0);
DROP FUNCTION IF EXISTS "phase"."public.2.customers.Größe.up";
DROP FUNCTION IF EXISTS "phase"."public.2.customers.Größe.down";
ALTER INDEX "public"."phase_2_three" RENAME TO "three";
ALTER TABLE "public"."customers" RENAME CONSTRAINT "phase_2_size_check" TO "size_check";
SELECT phase.put_back();
SELECT phase.set_aside('"public"."customers"', 'email', 'phase_2_email');
ALTER TABLE "public"."customers" DROP COLUMN "email";
ALTER TABLE "public"."customers" RENAME COLUMN "phase_2_email" TO "email";
DROP FUNCTION IF EXISTS "phase"."public.2.customers.email.up";
DROP FUNCTION IF EXISTS "phase"."public.2.customers.email.down";
ALTER INDEX "public"."phase_2_customers_email" RENAME TO "customers_email";
ALTER INDEX "public"."phase_2_email_three" RENAME TO "three";
SELECT phase.put_back();
SELECT phase.set_aside('"public"."customers"', 'name', 'phase_2_name');
ALTER TABLE "public"."customers" DROP COLUMN "name";
ALTER TABLE "public"."customers" RENAME COLUMN "phase_2_name" TO "name";
DROP FUNCTION IF EXISTS "phase"."public.2.customers.name.up";
DROP FUNCTION IF EXISTS "phase"."public.2.customers.name.down";
ALTER INDEX "public"."phase_2_name_three" RENAME TO "three";
SELECT phase.put_back();
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
-- rollback 0001_case: Drop index phase_2_name_three
-- takes SHARE UPDATE EXCLUSIVE on public.customers
DROP INDEX CONCURRENTLY IF EXISTS "public"."phase_2_name_three";
-- rollback 0001_case: Drop index phase_2_email_three
-- takes SHARE UPDATE EXCLUSIVE on public.customers
DROP INDEX CONCURRENTLY IF EXISTS "public"."phase_2_email_three";
-- rollback 0001_case: Drop index phase_2_customers_email
-- takes SHARE UPDATE EXCLUSIVE on public.customers
DROP INDEX CONCURRENTLY IF EXISTS "public"."phase_2_customers_email";
-- rollback 0001_case: Drop index phase_2_three
-- takes SHARE UPDATE EXCLUSIVE on public.customers
DROP INDEX CONCURRENTLY IF EXISTS "public"."phase_2_three";
-- rollback 0001_case: Drop index three
-- takes SHARE UPDATE EXCLUSIVE on public.customers
DROP INDEX CONCURRENTLY IF EXISTS "public"."three";
-- rollback 0001_case: Give table customers back the shape that it had
-- takes ACCESS EXCLUSIVE on public.customers
BEGIN;
LOCK TABLE "public"."customers" IN ACCESS EXCLUSIVE MODE;
DROP TRIGGER IF EXISTS "~phase_dual_write" ON "public"."customers";
DROP TRIGGER IF EXISTS "~phase_dual_write_update" ON "public"."customers";
DROP FUNCTION IF EXISTS "phase"."public.customers.dual_write"(), "phase"."public.customers.dual_write_update"();
ALTER TABLE IF EXISTS "public"."customers" DROP COLUMN IF EXISTS "~phase_origin";
ALTER TABLE IF EXISTS "public"."customers" DROP CONSTRAINT IF EXISTS "whole";
DROP FUNCTION IF EXISTS "phase"."public.2.customers.name.up";
DROP FUNCTION IF EXISTS "phase"."public.2.customers.name.down";
ALTER TABLE IF EXISTS "public"."customers" DROP COLUMN IF EXISTS "phase_2_name";
DROP FUNCTION IF EXISTS "phase"."public.2.customers.email.up";
DROP FUNCTION IF EXISTS "phase"."public.2.customers.email.down";
ALTER TABLE IF EXISTS "public"."customers" DROP COLUMN IF EXISTS "phase_2_email";
ALTER TABLE IF EXISTS "public"."customers" DROP CONSTRAINT IF EXISTS "phase_2_size_check";
DROP FUNCTION IF EXISTS "phase"."public.2.customers.Größe.up";
DROP FUNCTION IF EXISTS "phase"."public.2.customers.Größe.down";
ALTER TABLE IF EXISTS "public"."customers" DROP COLUMN IF EXISTS "phase_2_Größe";
COMMIT;

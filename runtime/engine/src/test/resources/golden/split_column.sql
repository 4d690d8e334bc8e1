-- operations:
-- - split_column:
--     table: customers
--     column: email
--     into:
--       "Local Part": { type: text, nullable: false, up: "split_part(email, '@', 1)", check: "\"Local Part\" <> ''" }
--       domain: { type: varchar(99), up: "split_part(email, '@', 2)", default: "'example.org'", comment: after the @ }
--     down: "\"Local Part\" || '@' || domain"

-- expand 0001_case: Expand table customers
-- takes ACCESS EXCLUSIVE on public.customers
BEGIN;
ALTER TABLE "public"."customers" ADD COLUMN "phase_1_Local Part" text;
ALTER TABLE "public"."customers" ADD COLUMN "phase_1_domain" character varying(99);
COMMENT ON COLUMN "public"."customers"."phase_1_domain" IS 'after the @';
CREATE FUNCTION "phase"."public.1.customers.Local Part.up" ("email" text) RETURNS text LANGUAGE sql RETURN (split_part(email, '@', 1));
CREATE FUNCTION "phase"."public.1.customers.domain.up" ("email" text) RETURNS character varying(99) LANGUAGE sql RETURN (split_part(email, '@', 2));
CREATE FUNCTION "phase"."public.1.customers.email.down" ("Local Part" text, "domain" character varying(99)) RETURNS text LANGUAGE sql RETURN ("Local Part" || '@' || domain);
CREATE OR REPLACE FUNCTION "phase"."public.customers.dual_write"() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  NEW."phase_1_Local Part" := "phase"."public.1.customers.Local Part.up"(NEW."email");
  NEW."phase_1_domain" := "phase"."public.1.customers.domain.up"(NEW."email");
  RETURN NEW;
END
';
CREATE OR REPLACE FUNCTION "phase"."public.customers.dual_write_update"() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  IF pg_catalog.current_setting(''phase.backfill'', true) OPERATOR(pg_catalog.=) ''on'' THEN
    RETURN NEW;
  END IF;
  IF (NEW."email" OPERATOR(pg_catalog.=) OLD."email" OR (NEW."email" IS NULL AND OLD."email" IS NULL)) IS NOT TRUE THEN
    NEW."phase_1_Local Part" := "phase"."public.1.customers.Local Part.up"(NEW."email");
    NEW."phase_1_domain" := "phase"."public.1.customers.domain.up"(NEW."email");
  END IF;
  RETURN NEW;
END
';
ALTER TABLE "public"."customers" ADD COLUMN IF NOT EXISTS "~phase_origin" pg_catalog.int8;
SELECT phase.grant_origin('"public"."customers"');
CREATE OR REPLACE TRIGGER "~phase_dual_write" BEFORE INSERT ON "public"."customers" FOR EACH ROW EXECUTE FUNCTION "phase"."public.customers.dual_write"();
CREATE OR REPLACE TRIGGER "~phase_dual_write_update" BEFORE UPDATE ON "public"."customers" FOR EACH ROW WHEN ((NEW."email" OPERATOR(pg_catalog.=) OLD."email" OR (NEW."email" IS NULL AND OLD."email" IS NULL)) IS NOT TRUE OR (NEW."phase_1_Local Part" OPERATOR(pg_catalog.=) OLD."phase_1_Local Part" OR (NEW."phase_1_Local Part" IS NULL AND OLD."phase_1_Local Part" IS NULL)) IS NOT TRUE OR (NEW."phase_1_domain" OPERATOR(pg_catalog.=) OLD."phase_1_domain" OR (NEW."phase_1_domain" IS NULL AND OLD."phase_1_domain" IS NULL)) IS NOT TRUE) EXECUTE FUNCTION "phase"."public.customers.dual_write_update"();
COMMIT;
-- expand 0001_case: Create schema public_0001_case with its door closed
BEGIN;
CREATE SCHEMA "public_0001_case";
GRANT USAGE ON SCHEMA "public_0001_case" TO PUBLIC;
CREATE VIEW "public_0001_case"."phase_version" AS SELECT '0001_case'::text AS version, 'public'::text AS base_schema;
GRANT SELECT ON "public_0001_case"."phase_version" TO PUBLIC;
CREATE OR REPLACE VIEW "public_0001_case"."customers" WITH (security_invoker = true) AS SELECT * FROM phase.closed_door('public_0001_case', NULL) AS t("id" bigint, "name" character varying(50), "Größe" integer, "Local Part" text, "domain" character varying(99));
CREATE OR REPLACE TRIGGER "phase_closed" INSTEAD OF INSERT OR UPDATE OR DELETE ON "public_0001_case"."customers" FOR EACH ROW EXECUTE FUNCTION phase.closed_door_insert();
GRANT SELECT, INSERT, UPDATE, DELETE ON "public_0001_case"."customers" TO PUBLIC;
COMMIT;
-- publish 0001_case: Backfill table customers
-- takes ROW EXCLUSIVE on public.customers
-- in batches: UPDATE "public"."customers" SET "phase_1_Local Part" = "phase"."public.1.customers.Local Part.up"("email"), "phase_1_domain" = "phase"."public.1.customers.domain.up"("email");
-- publish 0001_case: Let no new row of customers have a NULL in Local Part
-- takes ACCESS EXCLUSIVE on public.customers
BEGIN;
ALTER TABLE "public"."customers" ADD CONSTRAINT "phase_1_Local Part_not_null" CHECK ("phase_1_Local Part" IS NOT NULL) NOT VALID;
COMMIT;
-- publish 0001_case: Prove that no row of customers has one
-- takes SHARE UPDATE EXCLUSIVE on public.customers
BEGIN;
ALTER TABLE "public"."customers" VALIDATE CONSTRAINT "phase_1_Local Part_not_null";
COMMIT;
-- publish 0001_case: Make Local Part of customers NOT NULL
-- takes ACCESS EXCLUSIVE on public.customers
BEGIN;
ALTER TABLE "public"."customers" ALTER COLUMN "phase_1_Local Part" SET NOT NULL;
ALTER TABLE "public"."customers" DROP CONSTRAINT "phase_1_Local Part_not_null";
COMMIT;
-- publish 0001_case: Hold new rows of customers to customers_Local Part_check
-- takes ACCESS EXCLUSIVE on public.customers
BEGIN;
ALTER TABLE "public"."customers" ADD CONSTRAINT "customers_Local Part_check" CHECK (("phase_1_Local Part" <> ''::text)) NOT VALID;
COMMIT;
-- publish 0001_case: Prove that the rows of customers keep customers_Local Part_check
-- takes SHARE UPDATE EXCLUSIVE on public.customers
BEGIN;
ALTER TABLE "public"."customers" VALIDATE CONSTRAINT "customers_Local Part_check";
COMMIT;
-- publish 0001_case: Open the door of version 0001_case
-- takes ACCESS EXCLUSIVE on public_0001_case.customers, ACCESS SHARE on public.customers
BEGIN;
CREATE OR REPLACE FUNCTION "phase"."public.customers.dual_write"() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  IF NEW."~phase_origin" IS NULL THEN
    IF NEW."phase_1_Local Part" IS NULL OR NEW."phase_1_domain" IS NULL OR pg_catalog.record_image_ne(ROW (NEW."email"), ROW ("phase"."public.1.customers.email.down"(NEW."phase_1_Local Part", NEW."phase_1_domain"))) THEN
      NEW."phase_1_Local Part" := "phase"."public.1.customers.Local Part.up"(NEW."email");
      NEW."phase_1_domain" := "phase"."public.1.customers.domain.up"(NEW."email");
    END IF;
  ELSE
    IF NEW."~phase_origin" OPERATOR(pg_catalog.>=) 1 AND (NEW."email" IS NULL OR pg_catalog.record_image_ne(ROW (NEW."phase_1_Local Part"), ROW ("phase"."public.1.customers.Local Part.up"(NEW."email"))) OR pg_catalog.record_image_ne(ROW (NEW."phase_1_domain"), ROW (CAST("phase"."public.1.customers.domain.up"(NEW."email") AS character varying(99))))) THEN
      NEW."email" := "phase"."public.1.customers.email.down"(NEW."phase_1_Local Part", NEW."phase_1_domain");
    END IF;
    IF NEW."~phase_origin" OPERATOR(pg_catalog.<) 1 AND (NEW."phase_1_Local Part" IS NULL OR NEW."phase_1_domain" IS NULL OR pg_catalog.record_image_ne(ROW (NEW."email"), ROW ("phase"."public.1.customers.email.down"(NEW."phase_1_Local Part", NEW."phase_1_domain")))) THEN
      NEW."phase_1_Local Part" := "phase"."public.1.customers.Local Part.up"(NEW."email");
      NEW."phase_1_domain" := "phase"."public.1.customers.domain.up"(NEW."email");
    END IF;
    NEW."~phase_origin" := NULL;
  END IF;
  RETURN NEW;
END
';
CREATE OR REPLACE FUNCTION "phase"."public.customers.dual_write_update"() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  IF (NEW."phase_1_Local Part" OPERATOR(pg_catalog.=) OLD."phase_1_Local Part" OR (NEW."phase_1_Local Part" IS NULL AND OLD."phase_1_Local Part" IS NULL)) IS NOT TRUE OR (NEW."phase_1_domain" OPERATOR(pg_catalog.=) OLD."phase_1_domain" OR (NEW."phase_1_domain" IS NULL AND OLD."phase_1_domain" IS NULL)) IS NOT TRUE THEN
    IF ((NEW."email" OPERATOR(pg_catalog.=) OLD."email" OR (NEW."email" IS NULL AND OLD."email" IS NULL)) IS NOT TRUE) AND phase.session_origin(ARRAY[''baseline'', ''0001_case'']::pg_catalog.text[], ARRAY[NULL, ''public_0001_case'']::pg_catalog.text[]) OPERATOR(pg_catalog.<) 1 THEN
      NEW."phase_1_Local Part" := "phase"."public.1.customers.Local Part.up"(NEW."email");
      NEW."phase_1_domain" := "phase"."public.1.customers.domain.up"(NEW."email");
    ELSE
      NEW."email" := "phase"."public.1.customers.email.down"(NEW."phase_1_Local Part", NEW."phase_1_domain");
    END IF;
  ELSE
    NEW."phase_1_Local Part" := "phase"."public.1.customers.Local Part.up"(NEW."email");
    NEW."phase_1_domain" := "phase"."public.1.customers.domain.up"(NEW."email");
  END IF;
  RETURN NEW;
END
';
DROP TRIGGER IF EXISTS "phase_closed" ON "public_0001_case"."customers";
CREATE OR REPLACE VIEW "phase"."public_0001_case.customers.origin" WITH (security_invoker = true) AS SELECT base."id" AS "id", base."name" AS "name", base."Größe" AS "Größe", base."phase_1_Local Part" AS "Local Part", base."phase_1_domain" AS "domain", base."~phase_origin" FROM "public"."customers" AS base;
ALTER VIEW "phase"."public_0001_case.customers.origin" ALTER COLUMN "~phase_origin" SET DEFAULT 1;
GRANT SELECT, INSERT, UPDATE, DELETE ON "phase"."public_0001_case.customers.origin" TO PUBLIC;
CREATE OR REPLACE VIEW "public_0001_case"."customers" WITH (security_invoker = true) AS SELECT base."id", base."name", base."Größe", base."Local Part", base."domain" FROM "phase"."public_0001_case.customers.origin" AS base;
ALTER VIEW "public_0001_case"."customers" ALTER COLUMN "domain" SET DEFAULT ('example.org');
COMMENT ON COLUMN "public_0001_case"."customers"."domain" IS 'after the @';
COMMIT;
-- retire 0001_case: Close the door of version 0001_case
-- takes ACCESS EXCLUSIVE on public_0001_case.customers
BEGIN;
CREATE OR REPLACE VIEW "public_0001_case"."customers" WITH (security_invoker = true) AS SELECT * FROM phase.closed_door('public_0001_case', NULL) AS t("id" bigint, "name" character varying(50), "Größe" integer, "Local Part" text, "domain" character varying(99));
CREATE OR REPLACE TRIGGER "phase_closed" INSTEAD OF INSERT OR UPDATE OR DELETE ON "public_0001_case"."customers" FOR EACH ROW EXECUTE FUNCTION phase.closed_door_insert();
DROP VIEW IF EXISTS "phase"."public_0001_case.customers.origin";
COMMIT;
-- restore 0001_case: Open the door of version 0001_case
-- takes ACCESS EXCLUSIVE on public_0001_case.customers, ACCESS SHARE on public.customers
BEGIN;
DROP TRIGGER IF EXISTS "phase_closed" ON "public_0001_case"."customers";
CREATE OR REPLACE VIEW "phase"."public_0001_case.customers.origin" WITH (security_invoker = true) AS SELECT base."id" AS "id", base."name" AS "name", base."Größe" AS "Größe", base."phase_1_Local Part" AS "Local Part", base."phase_1_domain" AS "domain", base."~phase_origin" FROM "public"."customers" AS base;
ALTER VIEW "phase"."public_0001_case.customers.origin" ALTER COLUMN "~phase_origin" SET DEFAULT 1;
GRANT SELECT, INSERT, UPDATE, DELETE ON "phase"."public_0001_case.customers.origin" TO PUBLIC;
CREATE OR REPLACE VIEW "public_0001_case"."customers" WITH (security_invoker = true) AS SELECT base."id", base."name", base."Größe", base."Local Part", base."domain" FROM "phase"."public_0001_case.customers.origin" AS base;
ALTER VIEW "public_0001_case"."customers" ALTER COLUMN "domain" SET DEFAULT ('example.org');
COMMENT ON COLUMN "public_0001_case"."customers"."domain" IS 'after the @';
COMMIT;
-- contract baseline: Give table customers the shape of version 0001_case
-- takes ACCESS EXCLUSIVE on public.customers
BEGIN;
LOCK TABLE "public"."customers" IN ACCESS EXCLUSIVE MODE;
DROP TRIGGER IF EXISTS "~phase_dual_write" ON "public"."customers";
DROP TRIGGER IF EXISTS "~phase_dual_write_update" ON "public"."customers";
DROP FUNCTION IF EXISTS "phase"."public.customers.dual_write"(), "phase"."public.customers.dual_write_update"();
ALTER TABLE "public"."customers" DROP COLUMN "email";
ALTER TABLE "public"."customers" RENAME COLUMN "phase_1_Local Part" TO "Local Part";
ALTER TABLE "public"."customers" RENAME COLUMN "phase_1_domain" TO "domain";
ALTER TABLE "public"."customers" ALTER COLUMN "domain" SET DEFAULT ('example.org');
DROP FUNCTION IF EXISTS "phase"."public.1.customers.Local Part.up";
DROP FUNCTION IF EXISTS "phase"."public.1.customers.domain.up";
DROP FUNCTION IF EXISTS "phase"."public.1.customers.email.down";
COMMIT;
-- contract baseline: Let no view of table customers say who inserts
-- takes ACCESS EXCLUSIVE on public_0001_case.customers, ACCESS SHARE on public.customers
BEGIN;
DO 'BEGIN
IF pg_catalog.to_regclass(''"phase"."public_0001_case.customers.origin"'') IS NOT NULL THEN
EXECUTE ''CREATE OR REPLACE VIEW "public_0001_case"."customers" WITH (security_invoker = true) AS SELECT base."id" AS "id", base."name" AS "name", base."Größe" AS "Größe", base."Local Part" AS "Local Part", base."domain" AS "domain" FROM "public"."customers" AS base'';
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
ALTER TABLE IF EXISTS "public"."customers" DROP CONSTRAINT IF EXISTS "customers_Local Part_check";
DROP FUNCTION IF EXISTS "phase"."public.1.customers.Local Part.up";
DROP FUNCTION IF EXISTS "phase"."public.1.customers.domain.up";
DROP FUNCTION IF EXISTS "phase"."public.1.customers.email.down";
ALTER TABLE IF EXISTS "public"."customers" DROP COLUMN IF EXISTS "phase_1_domain";
ALTER TABLE IF EXISTS "public"."customers" DROP COLUMN IF EXISTS "phase_1_Local Part";
COMMIT;

-- operations:
-- - merge_columns:
--     table: customers
--     columns: [name, "Größe"]
--     into: { name: label, type: text, nullable: false, up: "coalesce(name, '') || '/' || \"Größe\"", unique: true, collation: '"C"' }
--     down: { name: "nullif(split_part(label, '/', 1), '')", Größe: "split_part(label, '/', 2)::int" }

-- expand 0001_case: Expand table customers
-- takes ACCESS EXCLUSIVE on public.customers
BEGIN;
ALTER TABLE "public"."customers" ADD COLUMN "phase_1_label" text COLLATE "C";
CREATE FUNCTION "phase"."public_1_label_up" ("name" character varying(50), "Größe" integer) RETURNS text LANGUAGE sql RETURN (coalesce(name, '') || '/' || "Größe");
CREATE FUNCTION "phase"."public_1_name_down" ("label" text) RETURNS character varying(50) LANGUAGE sql RETURN (nullif(split_part(label, '/', 1), ''));
CREATE FUNCTION "phase"."public_1_Größe_down" ("label" text) RETURNS integer LANGUAGE sql RETURN (split_part(label, '/', 2)::int);
CREATE OR REPLACE FUNCTION "phase"."public_customers_dual_write"() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  NEW."phase_1_label" := "phase"."public_1_label_up"(NEW."name", NEW."Größe");
  RETURN NEW;
END
';
CREATE OR REPLACE FUNCTION "phase"."public_customers_dual_write_update"() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  IF pg_catalog.current_setting(''phase.backfill'', true) = ''on'' THEN
    RETURN NEW;
  END IF;
  IF NEW."name" IS DISTINCT FROM OLD."name" OR NEW."Größe" IS DISTINCT FROM OLD."Größe" THEN
    NEW."phase_1_label" := "phase"."public_1_label_up"(NEW."name", NEW."Größe");
  END IF;
  RETURN NEW;
END
';
ALTER TABLE "public"."customers" ADD COLUMN IF NOT EXISTS "~phase_origin" pg_catalog.int8;
SELECT phase.grant_origin('"public"."customers"');
CREATE OR REPLACE TRIGGER "~phase_dual_write" BEFORE INSERT ON "public"."customers" FOR EACH ROW EXECUTE FUNCTION "phase"."public_customers_dual_write"();
CREATE OR REPLACE TRIGGER "~phase_dual_write_update" BEFORE UPDATE ON "public"."customers" FOR EACH ROW WHEN (NEW."name" IS DISTINCT FROM OLD."name" OR NEW."Größe" IS DISTINCT FROM OLD."Größe" OR (NEW."phase_1_label")::pg_catalog.text COLLATE pg_catalog."C" IS DISTINCT FROM (OLD."phase_1_label")::pg_catalog.text COLLATE pg_catalog."C") EXECUTE FUNCTION "phase"."public_customers_dual_write_update"();
COMMIT;
-- expand 0001_case: Create schema public_0001_case with its door closed
BEGIN;
CREATE SCHEMA "public_0001_case";
GRANT USAGE ON SCHEMA "public_0001_case" TO PUBLIC;
CREATE VIEW "public_0001_case"."phase_version" AS SELECT '0001_case'::text AS version, 'public'::text AS base_schema;
GRANT SELECT ON "public_0001_case"."phase_version" TO PUBLIC;
CREATE OR REPLACE VIEW "public_0001_case"."customers" WITH (security_invoker = true) AS SELECT * FROM phase.closed_door('public_0001_case', NULL) AS t("id" bigint, "email" text, "label" text COLLATE "C");
CREATE OR REPLACE TRIGGER "phase_closed" INSTEAD OF INSERT OR UPDATE OR DELETE ON "public_0001_case"."customers" FOR EACH ROW EXECUTE FUNCTION phase.closed_door_insert();
GRANT SELECT, INSERT, UPDATE, DELETE ON "public_0001_case"."customers" TO PUBLIC;
COMMIT;
-- publish 0001_case: Backfill table customers
-- takes ROW EXCLUSIVE on public.customers
-- in batches: UPDATE "public"."customers" SET "phase_1_label" = "phase"."public_1_label_up"("name", "Größe");
-- publish 0001_case: Let no new row of customers have a NULL in label
-- takes ACCESS EXCLUSIVE on public.customers
BEGIN;
ALTER TABLE "public"."customers" ADD CONSTRAINT "phase_1_label_not_null" CHECK ("phase_1_label" IS NOT NULL) NOT VALID;
COMMIT;
-- publish 0001_case: Prove that no row of customers has one
-- takes SHARE UPDATE EXCLUSIVE on public.customers
BEGIN;
ALTER TABLE "public"."customers" VALIDATE CONSTRAINT "phase_1_label_not_null";
COMMIT;
-- publish 0001_case: Make label of customers NOT NULL
-- takes ACCESS EXCLUSIVE on public.customers
BEGIN;
ALTER TABLE "public"."customers" ALTER COLUMN "phase_1_label" SET NOT NULL;
ALTER TABLE "public"."customers" DROP CONSTRAINT "phase_1_label_not_null";
COMMIT;
-- publish 0001_case: Build the unique index of customers_label_key on customers
-- takes SHARE UPDATE EXCLUSIVE on public.customers
CREATE UNIQUE INDEX CONCURRENTLY "customers_label_key" ON "public"."customers" USING "btree" ("phase_1_label");
-- publish 0001_case: Make it the constraint customers_label_key
-- takes ACCESS EXCLUSIVE on public.customers
BEGIN;
ALTER TABLE "public"."customers" ADD CONSTRAINT "customers_label_key" UNIQUE USING INDEX "customers_label_key";
COMMIT;
-- publish 0001_case: Open the door of version 0001_case
-- takes ACCESS EXCLUSIVE on public_0001_case.customers, ACCESS SHARE on public.customers
BEGIN;
CREATE OR REPLACE FUNCTION "phase"."public_customers_dual_write"() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  IF NEW."~phase_origin" IS NULL THEN
    IF NEW."phase_1_label" IS NULL OR NEW."name" IS DISTINCT FROM CAST("phase"."public_1_name_down"(NEW."phase_1_label") AS character varying(50)) OR NEW."Größe" IS DISTINCT FROM "phase"."public_1_Größe_down"(NEW."phase_1_label") THEN
      NEW."phase_1_label" := "phase"."public_1_label_up"(NEW."name", NEW."Größe");
    END IF;
  ELSE
    IF NEW."~phase_origin" >= 1 AND (NEW."name" IS NULL AND NEW."Größe" IS NULL OR (NEW."phase_1_label")::pg_catalog.text COLLATE pg_catalog."C" IS DISTINCT FROM ("phase"."public_1_label_up"(NEW."name", NEW."Größe"))::pg_catalog.text COLLATE pg_catalog."C") THEN
      NEW."name" := "phase"."public_1_name_down"(NEW."phase_1_label");
      NEW."Größe" := "phase"."public_1_Größe_down"(NEW."phase_1_label");
    END IF;
    IF NEW."~phase_origin" < 1 AND (NEW."phase_1_label" IS NULL OR NEW."name" IS DISTINCT FROM CAST("phase"."public_1_name_down"(NEW."phase_1_label") AS character varying(50)) OR NEW."Größe" IS DISTINCT FROM "phase"."public_1_Größe_down"(NEW."phase_1_label")) THEN
      NEW."phase_1_label" := "phase"."public_1_label_up"(NEW."name", NEW."Größe");
    END IF;
    NEW."~phase_origin" := NULL;
  END IF;
  RETURN NEW;
END
';
CREATE OR REPLACE FUNCTION "phase"."public_customers_dual_write_update"() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  IF (NEW."phase_1_label")::pg_catalog.text COLLATE pg_catalog."C" IS DISTINCT FROM (OLD."phase_1_label")::pg_catalog.text COLLATE pg_catalog."C" THEN
    IF (NEW."name" IS DISTINCT FROM OLD."name" OR NEW."Größe" IS DISTINCT FROM OLD."Größe") AND phase.session_origin(ARRAY[''baseline'', ''0001_case'']::pg_catalog.text[], ARRAY[NULL, ''public_0001_case'']::pg_catalog.text[]) < 1 THEN
      NEW."phase_1_label" := "phase"."public_1_label_up"(NEW."name", NEW."Größe");
    ELSE
      NEW."name" := "phase"."public_1_name_down"(NEW."phase_1_label");
      NEW."Größe" := "phase"."public_1_Größe_down"(NEW."phase_1_label");
    END IF;
  ELSE
    NEW."phase_1_label" := "phase"."public_1_label_up"(NEW."name", NEW."Größe");
  END IF;
  RETURN NEW;
END
';
DROP TRIGGER IF EXISTS "phase_closed" ON "public_0001_case"."customers";
CREATE OR REPLACE VIEW "phase"."public_0001_case_customers_origin" WITH (security_invoker = true) AS SELECT base."id" AS "id", base."email" AS "email", base."phase_1_label" AS "label", base."~phase_origin" FROM "public"."customers" AS base;
ALTER VIEW "phase"."public_0001_case_customers_origin" ALTER COLUMN "~phase_origin" SET DEFAULT 1;
GRANT SELECT, INSERT, UPDATE, DELETE ON "phase"."public_0001_case_customers_origin" TO PUBLIC;
CREATE OR REPLACE VIEW "public_0001_case"."customers" WITH (security_invoker = true) AS SELECT base."id", base."email", base."label" FROM "phase"."public_0001_case_customers_origin" AS base;
COMMIT;
-- retire 0001_case: Close the door of version 0001_case
-- takes ACCESS EXCLUSIVE on public_0001_case.customers
BEGIN;
CREATE OR REPLACE VIEW "public_0001_case"."customers" WITH (security_invoker = true) AS SELECT * FROM phase.closed_door('public_0001_case', NULL) AS t("id" bigint, "email" text, "label" text COLLATE "C");
CREATE OR REPLACE TRIGGER "phase_closed" INSTEAD OF INSERT OR UPDATE OR DELETE ON "public_0001_case"."customers" FOR EACH ROW EXECUTE FUNCTION phase.closed_door_insert();
DROP VIEW IF EXISTS "phase"."public_0001_case_customers_origin";
COMMIT;
-- restore 0001_case: Open the door of version 0001_case
-- takes ACCESS EXCLUSIVE on public_0001_case.customers, ACCESS SHARE on public.customers
BEGIN;
DROP TRIGGER IF EXISTS "phase_closed" ON "public_0001_case"."customers";
CREATE OR REPLACE VIEW "phase"."public_0001_case_customers_origin" WITH (security_invoker = true) AS SELECT base."id" AS "id", base."email" AS "email", base."phase_1_label" AS "label", base."~phase_origin" FROM "public"."customers" AS base;
ALTER VIEW "phase"."public_0001_case_customers_origin" ALTER COLUMN "~phase_origin" SET DEFAULT 1;
GRANT SELECT, INSERT, UPDATE, DELETE ON "phase"."public_0001_case_customers_origin" TO PUBLIC;
CREATE OR REPLACE VIEW "public_0001_case"."customers" WITH (security_invoker = true) AS SELECT base."id", base."email", base."label" FROM "phase"."public_0001_case_customers_origin" AS base;
COMMIT;
-- contract baseline: Give table customers the shape of version 0001_case
-- takes ACCESS EXCLUSIVE on public.customers
BEGIN;
LOCK TABLE "public"."customers" IN ACCESS EXCLUSIVE MODE;
DROP TRIGGER IF EXISTS "~phase_dual_write" ON "public"."customers";
DROP TRIGGER IF EXISTS "~phase_dual_write_update" ON "public"."customers";
DROP FUNCTION IF EXISTS "phase"."public_customers_dual_write"(), "phase"."public_customers_dual_write_update"();
ALTER TABLE "public"."customers" DROP COLUMN "name";
ALTER TABLE "public"."customers" DROP COLUMN "Größe";
ALTER TABLE "public"."customers" RENAME COLUMN "phase_1_label" TO "label";
DROP FUNCTION IF EXISTS "phase"."public_1_label_up";
DROP FUNCTION IF EXISTS "phase"."public_1_name_down";
DROP FUNCTION IF EXISTS "phase"."public_1_Größe_down";
COMMIT;
-- contract baseline: Let no view of table customers say who inserts
-- takes ACCESS EXCLUSIVE on public_0001_case.customers, ACCESS SHARE on public.customers
BEGIN;
DO 'BEGIN
IF pg_catalog.to_regclass(''"phase"."public_0001_case_customers_origin"'') IS NOT NULL THEN
EXECUTE ''CREATE OR REPLACE VIEW "public_0001_case"."customers" WITH (security_invoker = true) AS SELECT base."id" AS "id", base."email" AS "email", base."label" AS "label" FROM "public"."customers" AS base'';
EXECUTE ''DROP VIEW IF EXISTS "phase"."public_0001_case_customers_origin"'';
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
DROP VIEW IF EXISTS "public_0001_case"."customers", "public_0001_case"."phase_version", "phase"."public_0001_case_customers_origin";
DROP SCHEMA IF EXISTS "public_0001_case";
COMMIT;
-- rollback 0001_case: Drop constraint customers_label_key
-- takes ACCESS EXCLUSIVE on public.customers
BEGIN;
ALTER TABLE IF EXISTS "public"."customers" DROP CONSTRAINT IF EXISTS "customers_label_key";
COMMIT;
-- rollback 0001_case: Drop its index where the build was cut off
-- takes SHARE UPDATE EXCLUSIVE on public.customers
DROP INDEX CONCURRENTLY IF EXISTS "public"."customers_label_key";
-- rollback 0001_case: Give table customers back the shape that it had
-- takes ACCESS EXCLUSIVE on public.customers
BEGIN;
LOCK TABLE "public"."customers" IN ACCESS EXCLUSIVE MODE;
DROP TRIGGER IF EXISTS "~phase_dual_write" ON "public"."customers";
DROP TRIGGER IF EXISTS "~phase_dual_write_update" ON "public"."customers";
DROP FUNCTION IF EXISTS "phase"."public_customers_dual_write"(), "phase"."public_customers_dual_write_update"();
ALTER TABLE IF EXISTS "public"."customers" DROP COLUMN IF EXISTS "~phase_origin";
DROP FUNCTION IF EXISTS "phase"."public_1_label_up";
DROP FUNCTION IF EXISTS "phase"."public_1_name_down";
DROP FUNCTION IF EXISTS "phase"."public_1_Größe_down";
ALTER TABLE IF EXISTS "public"."customers" DROP COLUMN IF EXISTS "phase_1_label";
COMMIT;

-- operations:
-- - rename_column: { table: customers, from: name, to: upper }
-- - create_index: { table: customers, name: by_mail, columns: [ { expression: "upper(email)" } ] }
-- - split_column:
--     table: customers
--     column: upper
--     into: { a: { type: text, up: upper }, b: { type: text, up: upper } }
--     down: a

-- expand 0001_case: Expand table customers
-- takes ACCESS EXCLUSIVE on public.customers
BEGIN;
ALTER TABLE "public"."customers" ADD COLUMN "phase_3_a" text;
ALTER TABLE "public"."customers" ADD COLUMN "phase_3_b" text;
CREATE FUNCTION "phase"."public.3.customers.a.up" ("upper" character varying(50)) RETURNS text LANGUAGE sql RETURN (upper);
CREATE FUNCTION "phase"."public.3.customers.b.up" ("upper" character varying(50)) RETURNS text LANGUAGE sql RETURN (upper);
CREATE FUNCTION "phase"."public.3.customers.upper.down" ("a" text) RETURNS character varying(50) LANGUAGE sql RETURN (a);
CREATE OR REPLACE FUNCTION "phase"."public.customers.dual_write"() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  NEW."phase_3_a" := "phase"."public.3.customers.a.up"(NEW."name");
  NEW."phase_3_b" := "phase"."public.3.customers.b.up"(NEW."name");
  RETURN NEW;
END
';
CREATE OR REPLACE FUNCTION "phase"."public.customers.dual_write_update"() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  IF pg_catalog.current_setting(''phase.backfill'', true) OPERATOR(pg_catalog.=) ''on'' THEN
    RETURN NEW;
  END IF;
  IF (NEW."name" OPERATOR(pg_catalog.=) OLD."name" OR (NEW."name" IS NULL AND OLD."name" IS NULL)) IS NOT TRUE THEN
    NEW."phase_3_a" := "phase"."public.3.customers.a.up"(NEW."name");
    NEW."phase_3_b" := "phase"."public.3.customers.b.up"(NEW."name");
  END IF;
  RETURN NEW;
END
';
ALTER TABLE "public"."customers" ADD COLUMN IF NOT EXISTS "~phase_origin" pg_catalog.int8;
SELECT phase.grant_origin('"public"."customers"');
CREATE OR REPLACE TRIGGER "~phase_dual_write" BEFORE INSERT ON "public"."customers" FOR EACH ROW EXECUTE FUNCTION "phase"."public.customers.dual_write"();
CREATE OR REPLACE TRIGGER "~phase_dual_write_update" BEFORE UPDATE ON "public"."customers" FOR EACH ROW WHEN ((NEW."name" OPERATOR(pg_catalog.=) OLD."name" OR (NEW."name" IS NULL AND OLD."name" IS NULL)) IS NOT TRUE OR (NEW."phase_3_a" OPERATOR(pg_catalog.=) OLD."phase_3_a" OR (NEW."phase_3_a" IS NULL AND OLD."phase_3_a" IS NULL)) IS NOT TRUE OR (NEW."phase_3_b" OPERATOR(pg_catalog.=) OLD."phase_3_b" OR (NEW."phase_3_b" IS NULL AND OLD."phase_3_b" IS NULL)) IS NOT TRUE) EXECUTE FUNCTION "phase"."public.customers.dual_write_update"();
COMMIT;
-- expand 0001_case: Create schema public_0001_case with its door closed
BEGIN;
CREATE SCHEMA "public_0001_case";
GRANT USAGE ON SCHEMA "public_0001_case" TO PUBLIC;
CREATE VIEW "public_0001_case"."phase_version" AS SELECT '0001_case'::text AS version, 'public'::text AS base_schema;
GRANT SELECT ON "public_0001_case"."phase_version" TO PUBLIC;
CREATE OR REPLACE VIEW "public_0001_case"."customers" WITH (security_invoker = true) AS SELECT * FROM phase.closed_door('public_0001_case', NULL) AS t("id" bigint, "email" text, "Größe" integer, "a" text, "b" text);
CREATE OR REPLACE TRIGGER "phase_closed" INSTEAD OF INSERT OR UPDATE OR DELETE ON "public_0001_case"."customers" FOR EACH ROW EXECUTE FUNCTION phase.closed_door_insert();
GRANT SELECT, INSERT, UPDATE, DELETE ON "public_0001_case"."customers" TO PUBLIC;
COMMIT;
-- publish 0001_case: Backfill table customers
-- takes ROW EXCLUSIVE on public.customers
-- in batches: UPDATE "public"."customers" SET "phase_3_a" = "phase"."public.3.customers.a.up"("name"), "phase_3_b" = "phase"."public.3.customers.b.up"("name");
-- publish 0001_case: Build index by_mail on customers
-- takes SHARE UPDATE EXCLUSIVE on public.customers
CREATE INDEX CONCURRENTLY "by_mail" ON "public"."customers" USING "btree" ((upper(email)));
-- publish 0001_case: Open the door of version 0001_case
-- takes ACCESS EXCLUSIVE on public_0001_case.customers, ACCESS SHARE on public.customers
BEGIN;
CREATE OR REPLACE FUNCTION "phase"."public.customers.dual_write"() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  IF NEW."~phase_origin" IS NULL THEN
    IF NEW."phase_3_a" IS NULL OR NEW."phase_3_b" IS NULL OR pg_catalog.record_image_ne(ROW (NEW."name"), ROW (CAST("phase"."public.3.customers.upper.down"(NEW."phase_3_a") AS character varying(50)))) THEN
      NEW."phase_3_a" := "phase"."public.3.customers.a.up"(NEW."name");
      NEW."phase_3_b" := "phase"."public.3.customers.b.up"(NEW."name");
    END IF;
  ELSE
    IF NEW."~phase_origin" OPERATOR(pg_catalog.>=) 3 AND (NEW."name" IS NULL OR pg_catalog.record_image_ne(ROW (NEW."phase_3_a"), ROW ("phase"."public.3.customers.a.up"(NEW."name"))) OR pg_catalog.record_image_ne(ROW (NEW."phase_3_b"), ROW ("phase"."public.3.customers.b.up"(NEW."name")))) THEN
      NEW."name" := "phase"."public.3.customers.upper.down"(NEW."phase_3_a");
    END IF;
    IF NEW."~phase_origin" OPERATOR(pg_catalog.<) 3 AND (NEW."phase_3_a" IS NULL OR NEW."phase_3_b" IS NULL OR pg_catalog.record_image_ne(ROW (NEW."name"), ROW (CAST("phase"."public.3.customers.upper.down"(NEW."phase_3_a") AS character varying(50))))) THEN
      NEW."phase_3_a" := "phase"."public.3.customers.a.up"(NEW."name");
      NEW."phase_3_b" := "phase"."public.3.customers.b.up"(NEW."name");
    END IF;
    NEW."~phase_origin" := NULL;
  END IF;
  RETURN NEW;
END
';
CREATE OR REPLACE FUNCTION "phase"."public.customers.dual_write_update"() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  IF (NEW."phase_3_a" OPERATOR(pg_catalog.=) OLD."phase_3_a" OR (NEW."phase_3_a" IS NULL AND OLD."phase_3_a" IS NULL)) IS NOT TRUE OR (NEW."phase_3_b" OPERATOR(pg_catalog.=) OLD."phase_3_b" OR (NEW."phase_3_b" IS NULL AND OLD."phase_3_b" IS NULL)) IS NOT TRUE THEN
    IF ((NEW."name" OPERATOR(pg_catalog.=) OLD."name" OR (NEW."name" IS NULL AND OLD."name" IS NULL)) IS NOT TRUE) AND phase.session_origin(ARRAY[''baseline'', ''0001_case'']::pg_catalog.text[], ARRAY[NULL, ''public_0001_case'']::pg_catalog.text[]) OPERATOR(pg_catalog.<) 1 THEN
      NEW."phase_3_a" := "phase"."public.3.customers.a.up"(NEW."name");
      NEW."phase_3_b" := "phase"."public.3.customers.b.up"(NEW."name");
    ELSE
      NEW."name" := "phase"."public.3.customers.upper.down"(NEW."phase_3_a");
    END IF;
  ELSE
    NEW."phase_3_a" := "phase"."public.3.customers.a.up"(NEW."name");
    NEW."phase_3_b" := "phase"."public.3.customers.b.up"(NEW."name");
  END IF;
  RETURN NEW;
END
';
DROP TRIGGER IF EXISTS "phase_closed" ON "public_0001_case"."customers";
CREATE OR REPLACE VIEW "phase"."public_0001_case.customers.origin" WITH (security_invoker = true) AS SELECT base."id" AS "id", base."email" AS "email", base."Größe" AS "Größe", base."phase_3_a" AS "a", base."phase_3_b" AS "b", base."~phase_origin" FROM "public"."customers" AS base;
ALTER VIEW "phase"."public_0001_case.customers.origin" ALTER COLUMN "~phase_origin" SET DEFAULT 3;
GRANT SELECT, INSERT, UPDATE, DELETE ON "phase"."public_0001_case.customers.origin" TO PUBLIC;
CREATE OR REPLACE VIEW "public_0001_case"."customers" WITH (security_invoker = true) AS SELECT base."id", base."email", base."Größe", base."a", base."b" FROM "phase"."public_0001_case.customers.origin" AS base;
COMMIT;
-- retire 0001_case: Close the door of version 0001_case
-- takes ACCESS EXCLUSIVE on public_0001_case.customers
BEGIN;
CREATE OR REPLACE VIEW "public_0001_case"."customers" WITH (security_invoker = true) AS SELECT * FROM phase.closed_door('public_0001_case', NULL) AS t("id" bigint, "email" text, "Größe" integer, "a" text, "b" text);
CREATE OR REPLACE TRIGGER "phase_closed" INSTEAD OF INSERT OR UPDATE OR DELETE ON "public_0001_case"."customers" FOR EACH ROW EXECUTE FUNCTION phase.closed_door_insert();
DROP VIEW IF EXISTS "phase"."public_0001_case.customers.origin";
COMMIT;
-- restore 0001_case: Open the door of version 0001_case
-- takes ACCESS EXCLUSIVE on public_0001_case.customers, ACCESS SHARE on public.customers
BEGIN;
DROP TRIGGER IF EXISTS "phase_closed" ON "public_0001_case"."customers";
CREATE OR REPLACE VIEW "phase"."public_0001_case.customers.origin" WITH (security_invoker = true) AS SELECT base."id" AS "id", base."email" AS "email", base."Größe" AS "Größe", base."phase_3_a" AS "a", base."phase_3_b" AS "b", base."~phase_origin" FROM "public"."customers" AS base;
ALTER VIEW "phase"."public_0001_case.customers.origin" ALTER COLUMN "~phase_origin" SET DEFAULT 3;
GRANT SELECT, INSERT, UPDATE, DELETE ON "phase"."public_0001_case.customers.origin" TO PUBLIC;
CREATE OR REPLACE VIEW "public_0001_case"."customers" WITH (security_invoker = true) AS SELECT base."id", base."email", base."Größe", base."a", base."b" FROM "phase"."public_0001_case.customers.origin" AS base;
COMMIT;
-- contract baseline: Give table customers the shape of version 0001_case
-- takes ACCESS EXCLUSIVE on public.customers
BEGIN;
LOCK TABLE "public"."customers" IN ACCESS EXCLUSIVE MODE;
DROP TRIGGER IF EXISTS "~phase_dual_write" ON "public"."customers";
DROP TRIGGER IF EXISTS "~phase_dual_write_update" ON "public"."customers";
DROP FUNCTION IF EXISTS "phase"."public.customers.dual_write"(), "phase"."public.customers.dual_write_update"();
ALTER TABLE "public"."customers" RENAME COLUMN "name" TO "upper";
ALTER TABLE "public"."customers" DROP COLUMN "upper";
ALTER TABLE "public"."customers" RENAME COLUMN "phase_3_a" TO "a";
ALTER TABLE "public"."customers" RENAME COLUMN "phase_3_b" TO "b";
DROP FUNCTION IF EXISTS "phase"."public.3.customers.a.up";
DROP FUNCTION IF EXISTS "phase"."public.3.customers.b.up";
DROP FUNCTION IF EXISTS "phase"."public.3.customers.upper.down";
COMMIT;
-- contract baseline: Let no view of table customers say who inserts
-- takes ACCESS EXCLUSIVE on public_0001_case.customers, ACCESS SHARE on public.customers
BEGIN;
DO 'BEGIN
IF pg_catalog.to_regclass(''"phase"."public_0001_case.customers.origin"'') IS NOT NULL THEN
EXECUTE ''CREATE OR REPLACE VIEW "public_0001_case"."customers" WITH (security_invoker = true) AS SELECT base."id" AS "id", base."email" AS "email", base."Größe" AS "Größe", base."a" AS "a", base."b" AS "b" FROM "public"."customers" AS base'';
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
-- rollback 0001_case: Drop index by_mail
-- takes SHARE UPDATE EXCLUSIVE on public.customers
DROP INDEX CONCURRENTLY IF EXISTS "public"."by_mail";
-- rollback 0001_case: Give table customers back the shape that it had
-- takes ACCESS EXCLUSIVE on public.customers
BEGIN;
LOCK TABLE "public"."customers" IN ACCESS EXCLUSIVE MODE;
DROP TRIGGER IF EXISTS "~phase_dual_write" ON "public"."customers";
DROP TRIGGER IF EXISTS "~phase_dual_write_update" ON "public"."customers";
DROP FUNCTION IF EXISTS "phase"."public.customers.dual_write"(), "phase"."public.customers.dual_write_update"();
ALTER TABLE IF EXISTS "public"."customers" DROP COLUMN IF EXISTS "~phase_origin";
DROP FUNCTION IF EXISTS "phase"."public.3.customers.a.up";
DROP FUNCTION IF EXISTS "phase"."public.3.customers.b.up";
DROP FUNCTION IF EXISTS "phase"."public.3.customers.upper.down";
ALTER TABLE IF EXISTS "public"."customers" DROP COLUMN IF EXISTS "phase_3_b";
ALTER TABLE IF EXISTS "public"."customers" DROP COLUMN IF EXISTS "phase_3_a";
COMMIT;

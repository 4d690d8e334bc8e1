-- operations:
-- - change_primary_key:
--     table: countries
--     columns: { code: text }
--     up: { code: "upper(code)" }
--     down: { code: "lower(code)" }

-- expand 0001_case: Expand table cities
-- takes ACCESS EXCLUSIVE on public.cities
BEGIN;
ALTER TABLE "public"."cities" ADD COLUMN "phase_1_country" text;
CREATE FUNCTION "phase"."public.1.cities.country.up" ("code" character varying(2)) RETURNS text LANGUAGE sql RETURN (upper(code));
CREATE FUNCTION "phase"."public.1.cities.country.down" ("code" text) RETURNS character varying(2) LANGUAGE sql RETURN (lower(code));
SELECT phase.copy_column('"public"."cities"', 'country', 'phase_1_country');
CREATE OR REPLACE FUNCTION "phase"."public.cities.dual_write"() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  NEW."phase_1_country" := "phase"."public.1.cities.country.up"(NEW."country");
  RETURN NEW;
END
';
CREATE OR REPLACE FUNCTION "phase"."public.cities.dual_write_update"() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  IF pg_catalog.current_setting(''phase.backfill'', true) OPERATOR(pg_catalog.=) ''on'' THEN
    RETURN NEW;
  END IF;
  IF (NEW."country" OPERATOR(pg_catalog.=) OLD."country" OR (NEW."country" IS NULL AND OLD."country" IS NULL)) IS NOT TRUE THEN
    NEW."phase_1_country" := "phase"."public.1.cities.country.up"(NEW."country");
  END IF;
  RETURN NEW;
END
';
ALTER TABLE "public"."cities" ADD COLUMN IF NOT EXISTS "~phase_origin" pg_catalog.int8;
SELECT phase.grant_origin('"public"."cities"');
CREATE OR REPLACE TRIGGER "~phase_dual_write" BEFORE INSERT ON "public"."cities" FOR EACH ROW EXECUTE FUNCTION "phase"."public.cities.dual_write"();
CREATE OR REPLACE TRIGGER "~phase_dual_write_update" BEFORE UPDATE ON "public"."cities" FOR EACH ROW WHEN ((NEW."country" OPERATOR(pg_catalog.=) OLD."country" OR (NEW."country" IS NULL AND OLD."country" IS NULL)) IS NOT TRUE OR (NEW."phase_1_country" OPERATOR(pg_catalog.=) OLD."phase_1_country" OR (NEW."phase_1_country" IS NULL AND OLD."phase_1_country" IS NULL)) IS NOT TRUE) EXECUTE FUNCTION "phase"."public.cities.dual_write_update"();
COMMIT;
-- expand 0001_case: Expand table countries
-- takes ACCESS EXCLUSIVE on public.countries
BEGIN;
ALTER TABLE "public"."countries" ADD COLUMN "phase_1_code" text;
CREATE FUNCTION "phase"."public.1.countries.code.up" ("code" character varying(2)) RETURNS text LANGUAGE sql RETURN (upper(code));
CREATE FUNCTION "phase"."public.1.countries.code.down" ("code" text) RETURNS character varying(2) LANGUAGE sql RETURN (lower(code));
SELECT phase.copy_column('"public"."countries"', 'code', 'phase_1_code');
CREATE OR REPLACE FUNCTION "phase"."public.countries.dual_write"() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  NEW."phase_1_code" := "phase"."public.1.countries.code.up"(NEW."code");
  RETURN NEW;
END
';
CREATE OR REPLACE FUNCTION "phase"."public.countries.dual_write_update"() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  IF pg_catalog.current_setting(''phase.backfill'', true) OPERATOR(pg_catalog.=) ''on'' THEN
    RETURN NEW;
  END IF;
  IF (NEW."code" OPERATOR(pg_catalog.=) OLD."code" OR (NEW."code" IS NULL AND OLD."code" IS NULL)) IS NOT TRUE THEN
    NEW."phase_1_code" := "phase"."public.1.countries.code.up"(NEW."code");
  END IF;
  RETURN NEW;
END
';
ALTER TABLE "public"."countries" ADD COLUMN IF NOT EXISTS "~phase_origin" pg_catalog.int8;
SELECT phase.grant_origin('"public"."countries"');
CREATE OR REPLACE TRIGGER "~phase_dual_write" BEFORE INSERT ON "public"."countries" FOR EACH ROW EXECUTE FUNCTION "phase"."public.countries.dual_write"();
CREATE OR REPLACE TRIGGER "~phase_dual_write_update" BEFORE UPDATE ON "public"."countries" FOR EACH ROW WHEN ((NEW."code" OPERATOR(pg_catalog.=) OLD."code" OR (NEW."code" IS NULL AND OLD."code" IS NULL)) IS NOT TRUE OR (NEW."phase_1_code" OPERATOR(pg_catalog.=) OLD."phase_1_code" OR (NEW."phase_1_code" IS NULL AND OLD."phase_1_code" IS NULL)) IS NOT TRUE) EXECUTE FUNCTION "phase"."public.countries.dual_write_update"();
COMMIT;
-- expand 0001_case: Create schema public_0001_case with its door closed
BEGIN;
CREATE SCHEMA "public_0001_case";
GRANT USAGE ON SCHEMA "public_0001_case" TO PUBLIC;
CREATE VIEW "public_0001_case"."phase_version" AS SELECT '0001_case'::text AS version, 'public'::text AS base_schema;
GRANT SELECT ON "public_0001_case"."phase_version" TO PUBLIC;
CREATE OR REPLACE VIEW "public_0001_case"."cities" WITH (security_invoker = true) AS SELECT * FROM phase.closed_door('public_0001_case', NULL) AS t("name" text, "country" text);
CREATE OR REPLACE TRIGGER "phase_closed" INSTEAD OF INSERT OR UPDATE OR DELETE ON "public_0001_case"."cities" FOR EACH ROW EXECUTE FUNCTION phase.closed_door_insert();
GRANT SELECT, INSERT, UPDATE, DELETE ON "public_0001_case"."cities" TO PUBLIC;
CREATE OR REPLACE VIEW "public_0001_case"."countries" WITH (security_invoker = true) AS SELECT * FROM phase.closed_door('public_0001_case', NULL) AS t("code" text, "name" text, "rank" integer);
CREATE OR REPLACE TRIGGER "phase_closed" INSTEAD OF INSERT OR UPDATE OR DELETE ON "public_0001_case"."countries" FOR EACH ROW EXECUTE FUNCTION phase.closed_door_insert();
GRANT SELECT, INSERT, UPDATE, DELETE ON "public_0001_case"."countries" TO PUBLIC;
COMMIT;
-- publish 0001_case: Backfill table cities
-- takes ROW EXCLUSIVE on public.cities
-- in batches: UPDATE "public"."cities" SET "phase_1_country" = "phase"."public.1.cities.country.up"("country");
-- publish 0001_case: Backfill table countries
-- takes ROW EXCLUSIVE on public.countries
-- in batches: UPDATE "public"."countries" SET "phase_1_code" = "phase"."public.1.countries.code.up"("code");
-- publish 0001_case: Let no new row of countries have a NULL in code
-- takes ACCESS EXCLUSIVE on public.countries
BEGIN;
ALTER TABLE "public"."countries" ADD CONSTRAINT "phase_1_code_not_null" CHECK ("phase_1_code" IS NOT NULL) NOT VALID;
COMMIT;
-- publish 0001_case: Prove that no row of countries has one
-- takes SHARE UPDATE EXCLUSIVE on public.countries
BEGIN;
ALTER TABLE "public"."countries" VALIDATE CONSTRAINT "phase_1_code_not_null";
COMMIT;
-- publish 0001_case: Make code of countries NOT NULL
-- takes ACCESS EXCLUSIVE on public.countries
BEGIN;
ALTER TABLE "public"."countries" ALTER COLUMN "phase_1_code" SET NOT NULL;
ALTER TABLE "public"."countries" DROP CONSTRAINT "phase_1_code_not_null";
COMMIT;
-- publish 0001_case: Build the unique index of countries_pkey on countries
-- takes SHARE UPDATE EXCLUSIVE on public.countries
CREATE UNIQUE INDEX CONCURRENTLY "phase_1_countries_pkey" ON "public"."countries" USING "btree" ("phase_1_code");
-- publish 0001_case: Hold new rows of cities to cities_country_fkey
-- takes SHARE ROW EXCLUSIVE on public.cities, SHARE ROW EXCLUSIVE on public.countries
BEGIN;
ALTER TABLE "public"."cities" ADD CONSTRAINT "phase_1_cities_country_fkey" FOREIGN KEY ("phase_1_country") REFERENCES "public"."countries" ("phase_1_code") ON DELETE NO ACTION ON UPDATE NO ACTION NOT VALID;
COMMIT;
-- publish 0001_case: Prove that the rows of cities keep cities_country_fkey
-- takes SHARE UPDATE EXCLUSIVE on public.cities, ROW SHARE on public.countries
BEGIN;
ALTER TABLE "public"."cities" VALIDATE CONSTRAINT "phase_1_cities_country_fkey";
COMMIT;
-- publish 0001_case: Open the door of version 0001_case
-- takes ACCESS EXCLUSIVE on public_0001_case.cities, ACCESS SHARE on public.cities, ACCESS EXCLUSIVE on public_0001_case.countries, ACCESS SHARE on public.countries
BEGIN;
CREATE OR REPLACE FUNCTION "phase"."public.cities.dual_write"() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  IF NEW."~phase_origin" IS NULL THEN
    IF NEW."phase_1_country" IS NULL OR pg_catalog.record_image_ne(ROW (NEW."country"), ROW (CAST("phase"."public.1.cities.country.down"(NEW."phase_1_country") AS character varying(2)))) THEN
      NEW."phase_1_country" := "phase"."public.1.cities.country.up"(NEW."country");
    END IF;
  ELSE
    IF NEW."~phase_origin" OPERATOR(pg_catalog.>=) 1 AND (NEW."country" IS NULL OR pg_catalog.record_image_ne(ROW (NEW."phase_1_country"), ROW ("phase"."public.1.cities.country.up"(NEW."country")))) THEN
      NEW."country" := "phase"."public.1.cities.country.down"(NEW."phase_1_country");
    END IF;
    IF NEW."~phase_origin" OPERATOR(pg_catalog.<) 1 AND (NEW."phase_1_country" IS NULL OR pg_catalog.record_image_ne(ROW (NEW."country"), ROW (CAST("phase"."public.1.cities.country.down"(NEW."phase_1_country") AS character varying(2))))) THEN
      NEW."phase_1_country" := "phase"."public.1.cities.country.up"(NEW."country");
    END IF;
    NEW."~phase_origin" := NULL;
  END IF;
  RETURN NEW;
END
';
CREATE OR REPLACE FUNCTION "phase"."public.cities.dual_write_update"() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  IF (NEW."phase_1_country" OPERATOR(pg_catalog.=) OLD."phase_1_country" OR (NEW."phase_1_country" IS NULL AND OLD."phase_1_country" IS NULL)) IS NOT TRUE THEN
    IF ((NEW."country" OPERATOR(pg_catalog.=) OLD."country" OR (NEW."country" IS NULL AND OLD."country" IS NULL)) IS NOT TRUE) AND phase.session_origin(ARRAY[''baseline'', ''0001_case'']::pg_catalog.text[], ARRAY[NULL, ''public_0001_case'']::pg_catalog.text[]) OPERATOR(pg_catalog.<) 1 THEN
      NEW."phase_1_country" := "phase"."public.1.cities.country.up"(NEW."country");
    ELSE
      NEW."country" := "phase"."public.1.cities.country.down"(NEW."phase_1_country");
    END IF;
  ELSE
    NEW."phase_1_country" := "phase"."public.1.cities.country.up"(NEW."country");
  END IF;
  RETURN NEW;
END
';
CREATE OR REPLACE FUNCTION "phase"."public.countries.dual_write"() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  IF NEW."~phase_origin" IS NULL THEN
    IF NEW."phase_1_code" IS NULL OR pg_catalog.record_image_ne(ROW (NEW."code"), ROW (CAST("phase"."public.1.countries.code.down"(NEW."phase_1_code") AS character varying(2)))) THEN
      NEW."phase_1_code" := "phase"."public.1.countries.code.up"(NEW."code");
    END IF;
  ELSE
    IF NEW."~phase_origin" OPERATOR(pg_catalog.>=) 1 AND (NEW."code" IS NULL OR pg_catalog.record_image_ne(ROW (NEW."phase_1_code"), ROW ("phase"."public.1.countries.code.up"(NEW."code")))) THEN
      NEW."code" := "phase"."public.1.countries.code.down"(NEW."phase_1_code");
    END IF;
    IF NEW."~phase_origin" OPERATOR(pg_catalog.<) 1 AND (NEW."phase_1_code" IS NULL OR pg_catalog.record_image_ne(ROW (NEW."code"), ROW (CAST("phase"."public.1.countries.code.down"(NEW."phase_1_code") AS character varying(2))))) THEN
      NEW."phase_1_code" := "phase"."public.1.countries.code.up"(NEW."code");
    END IF;
    NEW."~phase_origin" := NULL;
  END IF;
  RETURN NEW;
END
';
CREATE OR REPLACE FUNCTION "phase"."public.countries.dual_write_update"() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  IF (NEW."phase_1_code" OPERATOR(pg_catalog.=) OLD."phase_1_code" OR (NEW."phase_1_code" IS NULL AND OLD."phase_1_code" IS NULL)) IS NOT TRUE THEN
    IF ((NEW."code" OPERATOR(pg_catalog.=) OLD."code" OR (NEW."code" IS NULL AND OLD."code" IS NULL)) IS NOT TRUE) AND phase.session_origin(ARRAY[''baseline'', ''0001_case'']::pg_catalog.text[], ARRAY[NULL, ''public_0001_case'']::pg_catalog.text[]) OPERATOR(pg_catalog.<) 1 THEN
      NEW."phase_1_code" := "phase"."public.1.countries.code.up"(NEW."code");
    ELSE
      NEW."code" := "phase"."public.1.countries.code.down"(NEW."phase_1_code");
    END IF;
  ELSE
    NEW."phase_1_code" := "phase"."public.1.countries.code.up"(NEW."code");
  END IF;
  RETURN NEW;
END
';
DROP TRIGGER IF EXISTS "phase_closed" ON "public_0001_case"."cities";
CREATE OR REPLACE VIEW "phase"."public_0001_case.cities.origin" WITH (security_invoker = true) AS SELECT base."name" AS "name", base."phase_1_country" AS "country", base."~phase_origin" FROM "public"."cities" AS base;
ALTER VIEW "phase"."public_0001_case.cities.origin" ALTER COLUMN "~phase_origin" SET DEFAULT 1;
GRANT SELECT, INSERT, UPDATE, DELETE ON "phase"."public_0001_case.cities.origin" TO PUBLIC;
CREATE OR REPLACE VIEW "public_0001_case"."cities" WITH (security_invoker = true) AS SELECT base."name", base."country" FROM "phase"."public_0001_case.cities.origin" AS base;
DROP TRIGGER IF EXISTS "phase_closed" ON "public_0001_case"."countries";
CREATE OR REPLACE VIEW "phase"."public_0001_case.countries.origin" WITH (security_invoker = true) AS SELECT base."phase_1_code" AS "code", base."name" AS "name", base."rank" AS "rank", base."~phase_origin" FROM "public"."countries" AS base;
ALTER VIEW "phase"."public_0001_case.countries.origin" ALTER COLUMN "~phase_origin" SET DEFAULT 1;
GRANT SELECT, INSERT, UPDATE, DELETE ON "phase"."public_0001_case.countries.origin" TO PUBLIC;
CREATE OR REPLACE VIEW "public_0001_case"."countries" WITH (security_invoker = true) AS SELECT base."code", base."name", base."rank" FROM "phase"."public_0001_case.countries.origin" AS base;
COMMIT;
-- retire 0001_case: Close the door of version 0001_case
-- takes ACCESS EXCLUSIVE on public_0001_case.cities, ACCESS EXCLUSIVE on public_0001_case.countries
BEGIN;
CREATE OR REPLACE VIEW "public_0001_case"."cities" WITH (security_invoker = true) AS SELECT * FROM phase.closed_door('public_0001_case', NULL) AS t("name" text, "country" text);
CREATE OR REPLACE TRIGGER "phase_closed" INSTEAD OF INSERT OR UPDATE OR DELETE ON "public_0001_case"."cities" FOR EACH ROW EXECUTE FUNCTION phase.closed_door_insert();
DROP VIEW IF EXISTS "phase"."public_0001_case.cities.origin";
CREATE OR REPLACE VIEW "public_0001_case"."countries" WITH (security_invoker = true) AS SELECT * FROM phase.closed_door('public_0001_case', NULL) AS t("code" text, "name" text, "rank" integer);
CREATE OR REPLACE TRIGGER "phase_closed" INSTEAD OF INSERT OR UPDATE OR DELETE ON "public_0001_case"."countries" FOR EACH ROW EXECUTE FUNCTION phase.closed_door_insert();
DROP VIEW IF EXISTS "phase"."public_0001_case.countries.origin";
COMMIT;
-- restore 0001_case: Open the door of version 0001_case
-- takes ACCESS EXCLUSIVE on public_0001_case.cities, ACCESS SHARE on public.cities, ACCESS EXCLUSIVE on public_0001_case.countries, ACCESS SHARE on public.countries
BEGIN;
DROP TRIGGER IF EXISTS "phase_closed" ON "public_0001_case"."cities";
CREATE OR REPLACE VIEW "phase"."public_0001_case.cities.origin" WITH (security_invoker = true) AS SELECT base."name" AS "name", base."phase_1_country" AS "country", base."~phase_origin" FROM "public"."cities" AS base;
ALTER VIEW "phase"."public_0001_case.cities.origin" ALTER COLUMN "~phase_origin" SET DEFAULT 1;
GRANT SELECT, INSERT, UPDATE, DELETE ON "phase"."public_0001_case.cities.origin" TO PUBLIC;
CREATE OR REPLACE VIEW "public_0001_case"."cities" WITH (security_invoker = true) AS SELECT base."name", base."country" FROM "phase"."public_0001_case.cities.origin" AS base;
DROP TRIGGER IF EXISTS "phase_closed" ON "public_0001_case"."countries";
CREATE OR REPLACE VIEW "phase"."public_0001_case.countries.origin" WITH (security_invoker = true) AS SELECT base."phase_1_code" AS "code", base."name" AS "name", base."rank" AS "rank", base."~phase_origin" FROM "public"."countries" AS base;
ALTER VIEW "phase"."public_0001_case.countries.origin" ALTER COLUMN "~phase_origin" SET DEFAULT 1;
GRANT SELECT, INSERT, UPDATE, DELETE ON "phase"."public_0001_case.countries.origin" TO PUBLIC;
CREATE OR REPLACE VIEW "public_0001_case"."countries" WITH (security_invoker = true) AS SELECT base."code", base."name", base."rank" FROM "phase"."public_0001_case.countries.origin" AS base;
COMMIT;
-- contract baseline: Give table cities the shape of version 0001_case
-- takes ACCESS EXCLUSIVE on public.cities, ACCESS EXCLUSIVE on public.countries
BEGIN;
LOCK TABLE "public"."cities" IN ACCESS EXCLUSIVE MODE;
DROP TRIGGER IF EXISTS "~phase_dual_write" ON "public"."cities";
DROP TRIGGER IF EXISTS "~phase_dual_write_update" ON "public"."cities";
DROP FUNCTION IF EXISTS "phase"."public.cities.dual_write"(), "phase"."public.cities.dual_write_update"();
ALTER TABLE "public"."cities" DROP CONSTRAINT "cities_country_fkey";
SELECT phase.set_aside('"public"."cities"', 'country', 'phase_1_country');
ALTER TABLE "public"."cities" DROP COLUMN "country";
ALTER TABLE "public"."cities" RENAME COLUMN "phase_1_country" TO "country";
DROP FUNCTION IF EXISTS "phase"."public.1.cities.country.up";
DROP FUNCTION IF EXISTS "phase"."public.1.cities.country.down";
SELECT phase.put_back();
ALTER TABLE "public"."cities" RENAME CONSTRAINT "phase_1_cities_country_fkey" TO "cities_country_fkey";
COMMIT;
-- contract baseline: Give table countries the shape of version 0001_case
-- takes ACCESS EXCLUSIVE on public.countries, SHARE UPDATE EXCLUSIVE on public.phase_1_countries_pkey
BEGIN;
LOCK TABLE "public"."countries" IN ACCESS EXCLUSIVE MODE;
DROP TRIGGER IF EXISTS "~phase_dual_write" ON "public"."countries";
DROP TRIGGER IF EXISTS "~phase_dual_write_update" ON "public"."countries";
DROP FUNCTION IF EXISTS "phase"."public.countries.dual_write"(), "phase"."public.countries.dual_write_update"();
SELECT phase.set_aside('"public"."countries"', 'code', 'phase_1_code');
ALTER TABLE "public"."countries" DROP COLUMN "code";
ALTER TABLE "public"."countries" RENAME COLUMN "phase_1_code" TO "code";
DROP FUNCTION IF EXISTS "phase"."public.1.countries.code.up";
DROP FUNCTION IF EXISTS "phase"."public.1.countries.code.down";
ALTER TABLE "public"."countries" ADD CONSTRAINT "countries_pkey" PRIMARY KEY USING INDEX "phase_1_countries_pkey";
SELECT phase.put_back();
COMMIT;
-- contract baseline: Let no view of table cities say who inserts
-- takes ACCESS EXCLUSIVE on public_0001_case.cities, ACCESS SHARE on public.cities
BEGIN;
DO 'BEGIN
IF pg_catalog.to_regclass(''"phase"."public_0001_case.cities.origin"'') IS NOT NULL THEN
EXECUTE ''CREATE OR REPLACE VIEW "public_0001_case"."cities" WITH (security_invoker = true) AS SELECT base."name" AS "name", base."country" AS "country" FROM "public"."cities" AS base'';
EXECUTE ''DROP VIEW IF EXISTS "phase"."public_0001_case.cities.origin"'';
END IF;
END';
COMMIT;
-- contract baseline: Remove the column of table cities that said so
-- takes ACCESS EXCLUSIVE on public.cities
BEGIN;
ALTER TABLE IF EXISTS "public"."cities" DROP COLUMN IF EXISTS "~phase_origin";
COMMIT;
-- contract baseline: Let no view of table countries say who inserts
-- takes ACCESS EXCLUSIVE on public_0001_case.countries, ACCESS SHARE on public.countries
BEGIN;
DO 'BEGIN
IF pg_catalog.to_regclass(''"phase"."public_0001_case.countries.origin"'') IS NOT NULL THEN
EXECUTE ''CREATE OR REPLACE VIEW "public_0001_case"."countries" WITH (security_invoker = true) AS SELECT base."code" AS "code", base."name" AS "name", base."rank" AS "rank" FROM "public"."countries" AS base'';
EXECUTE ''DROP VIEW IF EXISTS "phase"."public_0001_case.countries.origin"'';
END IF;
END';
COMMIT;
-- contract baseline: Remove the column of table countries that said so
-- takes ACCESS EXCLUSIVE on public.countries
BEGIN;
ALTER TABLE IF EXISTS "public"."countries" DROP COLUMN IF EXISTS "~phase_origin";
COMMIT;
-- rollback 0001_case: Remove the schema of version 0001_case
-- takes ACCESS EXCLUSIVE on public_0001_case.cities, ACCESS EXCLUSIVE on public_0001_case.countries, ACCESS EXCLUSIVE on public_0001_case.phase_version
BEGIN;
DROP VIEW IF EXISTS "public_0001_case"."cities", "public_0001_case"."countries", "public_0001_case"."phase_version", "phase"."public_0001_case.cities.origin", "phase"."public_0001_case.countries.origin";
DROP SCHEMA IF EXISTS "public_0001_case";
COMMIT;
-- rollback 0001_case: Drop constraint phase_1_cities_country_fkey
-- takes ACCESS EXCLUSIVE on public.cities, ACCESS EXCLUSIVE on public.countries
BEGIN;
ALTER TABLE IF EXISTS "public"."cities" DROP CONSTRAINT IF EXISTS "phase_1_cities_country_fkey";
COMMIT;
-- rollback 0001_case: Drop constraint phase_1_countries_pkey
-- takes ACCESS EXCLUSIVE on public.countries
BEGIN;
ALTER TABLE IF EXISTS "public"."countries" DROP CONSTRAINT IF EXISTS "phase_1_countries_pkey";
COMMIT;
-- rollback 0001_case: Drop its index where the build was cut off
-- takes SHARE UPDATE EXCLUSIVE on public.countries
DROP INDEX CONCURRENTLY IF EXISTS "public"."phase_1_countries_pkey";
-- rollback 0001_case: Give table cities back the shape that it had
-- takes ACCESS EXCLUSIVE on public.cities
BEGIN;
LOCK TABLE "public"."cities" IN ACCESS EXCLUSIVE MODE;
DROP TRIGGER IF EXISTS "~phase_dual_write" ON "public"."cities";
DROP TRIGGER IF EXISTS "~phase_dual_write_update" ON "public"."cities";
DROP FUNCTION IF EXISTS "phase"."public.cities.dual_write"(), "phase"."public.cities.dual_write_update"();
ALTER TABLE IF EXISTS "public"."cities" DROP COLUMN IF EXISTS "~phase_origin";
DROP FUNCTION IF EXISTS "phase"."public.1.cities.country.up";
DROP FUNCTION IF EXISTS "phase"."public.1.cities.country.down";
ALTER TABLE IF EXISTS "public"."cities" DROP COLUMN IF EXISTS "phase_1_country";
COMMIT;
-- rollback 0001_case: Give table countries back the shape that it had
-- takes ACCESS EXCLUSIVE on public.countries
BEGIN;
LOCK TABLE "public"."countries" IN ACCESS EXCLUSIVE MODE;
DROP TRIGGER IF EXISTS "~phase_dual_write" ON "public"."countries";
DROP TRIGGER IF EXISTS "~phase_dual_write_update" ON "public"."countries";
DROP FUNCTION IF EXISTS "phase"."public.countries.dual_write"(), "phase"."public.countries.dual_write_update"();
ALTER TABLE IF EXISTS "public"."countries" DROP COLUMN IF EXISTS "~phase_origin";
DROP FUNCTION IF EXISTS "phase"."public.1.countries.code.up";
DROP FUNCTION IF EXISTS "phase"."public.1.countries.code.down";
ALTER TABLE IF EXISTS "public"."countries" DROP COLUMN IF EXISTS "phase_1_code";
COMMIT;

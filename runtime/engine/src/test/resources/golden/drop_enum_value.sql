-- operations:
-- - create_enum: { name: channel, values: [ web, fax, telex, phone ] }
-- - add_column: { table: customers, column: { name: channel, type: channel, nullable: false, default: "'fax'" } }
-- - create_table: { name: calls, columns: [ { name: via, type: channel }, { name: tried, type: "channel[]", default: "ARRAY['telex', 'web']::channel[]" } ] }
-- - drop_enum_value: { enum: channel, map: { fax: phone, telex: web } }

-- expand 0001_case: Create enum channel
BEGIN;
CREATE TYPE "public"."channel" AS ENUM ('web', 'fax', 'telex', 'phone');
COMMIT;
-- expand 0001_case: Expand table customers
-- takes ACCESS EXCLUSIVE on public.customers
BEGIN;
ALTER TABLE "public"."customers" ADD COLUMN "phase_2_channel" public.channel DEFAULT ('fax') NOT NULL;
COMMIT;
-- expand 0001_case: Expand table calls
BEGIN;
CREATE TABLE "public"."calls" ("via" public.channel, "tried" public.channel[] DEFAULT (ARRAY['telex', 'web']::channel[]));
COMMIT;
-- expand 0001_case: Create the enum that newer versions call channel
BEGIN;
CREATE TYPE "public"."phase_4_channel" AS ENUM ('web', 'phone');
COMMIT;
-- expand 0001_case: Expand table calls
-- takes ACCESS EXCLUSIVE on public.calls
BEGIN;
ALTER TABLE "public"."calls" ADD COLUMN "phase_4_via" public.phase_4_channel;
CREATE FUNCTION "phase"."public.4.calls.via.up" ("via" public.channel) RETURNS public.phase_4_channel LANGUAGE sql RETURN (CAST(CASE CAST("via" AS pg_catalog.text) WHEN 'fax' THEN 'phone' WHEN 'telex' THEN 'web' ELSE CAST("via" AS pg_catalog.text) END AS public.phase_4_channel));
CREATE FUNCTION "phase"."public.4.calls.via.down" ("via" public.phase_4_channel) RETURNS public.channel LANGUAGE sql RETURN (CAST(CAST("via" AS pg_catalog.text) AS public.channel));
SELECT phase.copy_column('"public"."calls"', 'via', 'phase_4_via');
ALTER TABLE "public"."calls" ADD COLUMN "phase_4_tried" public.phase_4_channel[];
CREATE FUNCTION "phase"."public.4.calls.tried.up" ("tried" public.channel[]) RETURNS public.phase_4_channel[] LANGUAGE sql RETURN (CAST(pg_catalog.array_replace(pg_catalog.array_replace(CAST("tried" AS pg_catalog.text[]), 'fax', 'phone'), 'telex', 'web') AS public.phase_4_channel[]));
CREATE FUNCTION "phase"."public.4.calls.tried.down" ("tried" public.phase_4_channel[]) RETURNS public.channel[] LANGUAGE sql RETURN (CAST(CAST("tried" AS pg_catalog.text[]) AS public.channel[]));
SELECT phase.copy_column('"public"."calls"', 'tried', 'phase_4_tried');
CREATE OR REPLACE FUNCTION "phase"."public.calls.dual_write"() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  NEW."phase_4_via" := "phase"."public.4.calls.via.up"(NEW."via");
  NEW."phase_4_tried" := "phase"."public.4.calls.tried.up"(NEW."tried");
  RETURN NEW;
END
';
CREATE OR REPLACE FUNCTION "phase"."public.calls.dual_write_update"() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  IF pg_catalog.current_setting(''phase.backfill'', true) OPERATOR(pg_catalog.=) ''on'' THEN
    RETURN NEW;
  END IF;
  IF pg_catalog.record_image_ne(ROW (NEW."via"), ROW (OLD."via")) THEN
    NEW."phase_4_via" := "phase"."public.4.calls.via.up"(NEW."via");
  END IF;
  IF pg_catalog.record_image_ne(ROW (NEW."tried"), ROW (OLD."tried")) THEN
    NEW."phase_4_tried" := "phase"."public.4.calls.tried.up"(NEW."tried");
  END IF;
  RETURN NEW;
END
';
ALTER TABLE "public"."calls" ADD COLUMN IF NOT EXISTS "~phase_origin" pg_catalog.int8;
SELECT phase.grant_origin('"public"."calls"');
CREATE OR REPLACE TRIGGER "~phase_dual_write" BEFORE INSERT ON "public"."calls" FOR EACH ROW EXECUTE FUNCTION "phase"."public.calls.dual_write"();
CREATE OR REPLACE TRIGGER "~phase_dual_write_update" BEFORE UPDATE ON "public"."calls" FOR EACH ROW WHEN (pg_catalog.record_image_ne(ROW (NEW."via"), ROW (OLD."via")) OR pg_catalog.record_image_ne(ROW (NEW."phase_4_via"), ROW (OLD."phase_4_via")) OR pg_catalog.record_image_ne(ROW (NEW."tried"), ROW (OLD."tried")) OR pg_catalog.record_image_ne(ROW (NEW."phase_4_tried"), ROW (OLD."phase_4_tried"))) EXECUTE FUNCTION "phase"."public.calls.dual_write_update"();
COMMIT;
-- expand 0001_case: Expand table customers
-- takes ACCESS EXCLUSIVE on public.customers
BEGIN;
ALTER TABLE "public"."customers" ADD COLUMN "phase_4_channel" public.phase_4_channel;
CREATE FUNCTION "phase"."public.4.customers.channel.up" ("channel" public.channel) RETURNS public.phase_4_channel LANGUAGE sql RETURN (CAST(CASE CAST("channel" AS pg_catalog.text) WHEN 'fax' THEN 'phone' WHEN 'telex' THEN 'web' ELSE CAST("channel" AS pg_catalog.text) END AS public.phase_4_channel));
CREATE FUNCTION "phase"."public.4.customers.channel.down" ("channel" public.phase_4_channel) RETURNS public.channel LANGUAGE sql RETURN (CAST(CAST("channel" AS pg_catalog.text) AS public.channel));
SELECT phase.copy_column('"public"."customers"', 'phase_2_channel', 'phase_4_channel');
CREATE OR REPLACE FUNCTION "phase"."public.customers.dual_write"() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  NEW."phase_4_channel" := "phase"."public.4.customers.channel.up"(NEW."phase_2_channel");
  RETURN NEW;
END
';
CREATE OR REPLACE FUNCTION "phase"."public.customers.dual_write_update"() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  IF pg_catalog.current_setting(''phase.backfill'', true) OPERATOR(pg_catalog.=) ''on'' THEN
    RETURN NEW;
  END IF;
  IF pg_catalog.record_image_ne(ROW (NEW."phase_2_channel"), ROW (OLD."phase_2_channel")) THEN
    NEW."phase_4_channel" := "phase"."public.4.customers.channel.up"(NEW."phase_2_channel");
  END IF;
  RETURN NEW;
END
';
ALTER TABLE "public"."customers" ADD COLUMN IF NOT EXISTS "~phase_origin" pg_catalog.int8;
SELECT phase.grant_origin('"public"."customers"');
CREATE OR REPLACE TRIGGER "~phase_dual_write" BEFORE INSERT ON "public"."customers" FOR EACH ROW EXECUTE FUNCTION "phase"."public.customers.dual_write"();
CREATE OR REPLACE TRIGGER "~phase_dual_write_update" BEFORE UPDATE ON "public"."customers" FOR EACH ROW WHEN (pg_catalog.record_image_ne(ROW (NEW."phase_2_channel"), ROW (OLD."phase_2_channel")) OR pg_catalog.record_image_ne(ROW (NEW."phase_4_channel"), ROW (OLD."phase_4_channel"))) EXECUTE FUNCTION "phase"."public.customers.dual_write_update"();
COMMIT;
-- expand 0001_case: Create schema public_0001_case with its door closed
BEGIN;
CREATE SCHEMA "public_0001_case";
GRANT USAGE ON SCHEMA "public_0001_case" TO PUBLIC;
CREATE VIEW "public_0001_case"."phase_version" AS SELECT '0001_case'::text AS version, 'public'::text AS base_schema;
GRANT SELECT ON "public_0001_case"."phase_version" TO PUBLIC;
CREATE OR REPLACE VIEW "public_0001_case"."calls" WITH (security_invoker = true) AS SELECT * FROM phase.closed_door('public_0001_case', NULL) AS t("via" public.phase_4_channel, "tried" public.phase_4_channel[]);
CREATE OR REPLACE TRIGGER "phase_closed" INSTEAD OF INSERT OR UPDATE OR DELETE ON "public_0001_case"."calls" FOR EACH ROW EXECUTE FUNCTION phase.closed_door_insert();
GRANT SELECT, INSERT, UPDATE, DELETE ON "public_0001_case"."calls" TO PUBLIC;
CREATE OR REPLACE VIEW "public_0001_case"."customers" WITH (security_invoker = true) AS SELECT * FROM phase.closed_door('public_0001_case', NULL) AS t("id" bigint, "email" text, "name" character varying(50), "Größe" integer, "channel" public.phase_4_channel);
CREATE OR REPLACE TRIGGER "phase_closed" INSTEAD OF INSERT OR UPDATE OR DELETE ON "public_0001_case"."customers" FOR EACH ROW EXECUTE FUNCTION phase.closed_door_insert();
GRANT SELECT, INSERT, UPDATE, DELETE ON "public_0001_case"."customers" TO PUBLIC;
COMMIT;
-- publish 0001_case: Backfill table customers
-- takes ROW EXCLUSIVE on public.customers
-- in batches: UPDATE "public"."customers" SET "phase_4_channel" = "phase"."public.4.customers.channel.up"("phase_2_channel");
-- publish 0001_case: Backfill table calls
-- takes ROW EXCLUSIVE on public.calls
-- in batches: UPDATE "public"."calls" SET "phase_4_via" = "phase"."public.4.calls.via.up"("via"), "phase_4_tried" = "phase"."public.4.calls.tried.up"("tried");
-- publish 0001_case: Let no new row of customers have a NULL in channel
-- takes ACCESS EXCLUSIVE on public.customers
BEGIN;
ALTER TABLE "public"."customers" ADD CONSTRAINT "phase_4_channel_not_null" CHECK ("phase_4_channel" IS NOT NULL) NOT VALID;
COMMIT;
-- publish 0001_case: Prove that no row of customers has one
-- takes SHARE UPDATE EXCLUSIVE on public.customers
BEGIN;
ALTER TABLE "public"."customers" VALIDATE CONSTRAINT "phase_4_channel_not_null";
COMMIT;
-- publish 0001_case: Make channel of customers NOT NULL
-- takes ACCESS EXCLUSIVE on public.customers
BEGIN;
ALTER TABLE "public"."customers" ALTER COLUMN "phase_4_channel" SET NOT NULL;
ALTER TABLE "public"."customers" DROP CONSTRAINT "phase_4_channel_not_null";
COMMIT;
-- publish 0001_case: Open the door of version 0001_case
-- takes ACCESS EXCLUSIVE on public_0001_case.calls, ACCESS SHARE on public.calls, ACCESS EXCLUSIVE on public_0001_case.customers, ACCESS SHARE on public.customers
BEGIN;
CREATE OR REPLACE FUNCTION "phase"."public.customers.dual_write"() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  IF NEW."~phase_origin" IS NULL THEN
    IF NEW."phase_4_channel" IS NULL OR pg_catalog.record_image_ne(ROW ((NEW."phase_2_channel")::pg_catalog.text COLLATE pg_catalog."C"), ROW (("phase"."public.4.customers.channel.down"(NEW."phase_4_channel"))::pg_catalog.text COLLATE pg_catalog."C")) THEN
      NEW."phase_4_channel" := "phase"."public.4.customers.channel.up"(NEW."phase_2_channel");
    END IF;
  ELSE
    IF NEW."~phase_origin" OPERATOR(pg_catalog.>=) 4 AND (NEW."phase_2_channel" IS NULL OR pg_catalog.record_image_ne(ROW ((NEW."phase_4_channel")::pg_catalog.text COLLATE pg_catalog."C"), ROW (("phase"."public.4.customers.channel.up"(NEW."phase_2_channel"))::pg_catalog.text COLLATE pg_catalog."C"))) THEN
      NEW."phase_2_channel" := "phase"."public.4.customers.channel.down"(NEW."phase_4_channel");
    END IF;
    IF NEW."~phase_origin" OPERATOR(pg_catalog.<) 4 AND (NEW."phase_4_channel" IS NULL OR pg_catalog.record_image_ne(ROW ((NEW."phase_2_channel")::pg_catalog.text COLLATE pg_catalog."C"), ROW (("phase"."public.4.customers.channel.down"(NEW."phase_4_channel"))::pg_catalog.text COLLATE pg_catalog."C"))) THEN
      NEW."phase_4_channel" := "phase"."public.4.customers.channel.up"(NEW."phase_2_channel");
    END IF;
    NEW."~phase_origin" := NULL;
  END IF;
  RETURN NEW;
END
';
CREATE OR REPLACE FUNCTION "phase"."public.customers.dual_write_update"() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  IF pg_catalog.record_image_ne(ROW (NEW."phase_4_channel"), ROW (OLD."phase_4_channel")) THEN
    NEW."phase_2_channel" := "phase"."public.4.customers.channel.down"(NEW."phase_4_channel");
  END IF;
  RETURN NEW;
END
';
CREATE OR REPLACE FUNCTION "phase"."public.calls.dual_write"() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  IF NEW."~phase_origin" IS NULL THEN
    IF NEW."phase_4_via" IS NULL OR pg_catalog.record_image_ne(ROW ((NEW."via")::pg_catalog.text COLLATE pg_catalog."C"), ROW (("phase"."public.4.calls.via.down"(NEW."phase_4_via"))::pg_catalog.text COLLATE pg_catalog."C")) THEN
      NEW."phase_4_via" := "phase"."public.4.calls.via.up"(NEW."via");
    END IF;
    IF NEW."phase_4_tried" IS NULL OR pg_catalog.record_image_ne(ROW ((NEW."tried")::pg_catalog.text COLLATE pg_catalog."C"), ROW (("phase"."public.4.calls.tried.down"(NEW."phase_4_tried"))::pg_catalog.text COLLATE pg_catalog."C")) THEN
      NEW."phase_4_tried" := "phase"."public.4.calls.tried.up"(NEW."tried");
    END IF;
  ELSE
    IF NEW."~phase_origin" OPERATOR(pg_catalog.>=) 4 AND (NEW."tried" IS NULL OR pg_catalog.record_image_ne(ROW ((NEW."phase_4_tried")::pg_catalog.text COLLATE pg_catalog."C"), ROW (("phase"."public.4.calls.tried.up"(NEW."tried"))::pg_catalog.text COLLATE pg_catalog."C"))) THEN
      NEW."tried" := "phase"."public.4.calls.tried.down"(NEW."phase_4_tried");
    END IF;
    IF NEW."~phase_origin" OPERATOR(pg_catalog.>=) 4 AND (NEW."via" IS NULL OR pg_catalog.record_image_ne(ROW ((NEW."phase_4_via")::pg_catalog.text COLLATE pg_catalog."C"), ROW (("phase"."public.4.calls.via.up"(NEW."via"))::pg_catalog.text COLLATE pg_catalog."C"))) THEN
      NEW."via" := "phase"."public.4.calls.via.down"(NEW."phase_4_via");
    END IF;
    IF NEW."~phase_origin" OPERATOR(pg_catalog.<) 4 AND (NEW."phase_4_via" IS NULL OR pg_catalog.record_image_ne(ROW ((NEW."via")::pg_catalog.text COLLATE pg_catalog."C"), ROW (("phase"."public.4.calls.via.down"(NEW."phase_4_via"))::pg_catalog.text COLLATE pg_catalog."C"))) THEN
      NEW."phase_4_via" := "phase"."public.4.calls.via.up"(NEW."via");
    END IF;
    IF NEW."~phase_origin" OPERATOR(pg_catalog.<) 4 AND (NEW."phase_4_tried" IS NULL OR pg_catalog.record_image_ne(ROW ((NEW."tried")::pg_catalog.text COLLATE pg_catalog."C"), ROW (("phase"."public.4.calls.tried.down"(NEW."phase_4_tried"))::pg_catalog.text COLLATE pg_catalog."C"))) THEN
      NEW."phase_4_tried" := "phase"."public.4.calls.tried.up"(NEW."tried");
    END IF;
    NEW."~phase_origin" := NULL;
  END IF;
  RETURN NEW;
END
';
CREATE OR REPLACE FUNCTION "phase"."public.calls.dual_write_update"() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  IF pg_catalog.record_image_ne(ROW (NEW."phase_4_via"), ROW (OLD."phase_4_via")) OR pg_catalog.record_image_ne(ROW (NEW."phase_4_tried"), ROW (OLD."phase_4_tried")) THEN
    IF pg_catalog.record_image_ne(ROW (NEW."via"), ROW (OLD."via")) OR pg_catalog.record_image_ne(ROW (NEW."phase_4_via"), ROW (OLD."phase_4_via")) THEN
      NEW."via" := "phase"."public.4.calls.via.down"(NEW."phase_4_via");
    END IF;
    IF pg_catalog.record_image_ne(ROW (NEW."tried"), ROW (OLD."tried")) OR pg_catalog.record_image_ne(ROW (NEW."phase_4_tried"), ROW (OLD."phase_4_tried")) THEN
      NEW."tried" := "phase"."public.4.calls.tried.down"(NEW."phase_4_tried");
    END IF;
  END IF;
  RETURN NEW;
END
';
DROP TRIGGER IF EXISTS "phase_closed" ON "public_0001_case"."calls";
CREATE OR REPLACE VIEW "phase"."public_0001_case.calls.origin" WITH (security_invoker = true) AS SELECT base."phase_4_via" AS "via", base."phase_4_tried" AS "tried", base."~phase_origin" FROM "public"."calls" AS base;
ALTER VIEW "phase"."public_0001_case.calls.origin" ALTER COLUMN "~phase_origin" SET DEFAULT 4;
GRANT SELECT, INSERT, UPDATE, DELETE ON "phase"."public_0001_case.calls.origin" TO PUBLIC;
CREATE OR REPLACE VIEW "public_0001_case"."calls" WITH (security_invoker = true) AS SELECT base."via", base."tried" FROM "phase"."public_0001_case.calls.origin" AS base;
ALTER VIEW "public_0001_case"."calls" ALTER COLUMN "tried" SET DEFAULT ('{web,web}');
DROP TRIGGER IF EXISTS "phase_closed" ON "public_0001_case"."customers";
CREATE OR REPLACE VIEW "phase"."public_0001_case.customers.origin" WITH (security_invoker = true) AS SELECT base."id" AS "id", base."email" AS "email", base."name" AS "name", base."Größe" AS "Größe", base."phase_4_channel" AS "channel", base."~phase_origin" FROM "public"."customers" AS base;
ALTER VIEW "phase"."public_0001_case.customers.origin" ALTER COLUMN "~phase_origin" SET DEFAULT 4;
GRANT SELECT, INSERT, UPDATE, DELETE ON "phase"."public_0001_case.customers.origin" TO PUBLIC;
CREATE OR REPLACE VIEW "public_0001_case"."customers" WITH (security_invoker = true) AS SELECT base."id", base."email", base."name", base."Größe", base."channel" FROM "phase"."public_0001_case.customers.origin" AS base;
ALTER VIEW "public_0001_case"."customers" ALTER COLUMN "channel" SET DEFAULT ('phone');
COMMIT;
-- retire 0001_case: Close the door of version 0001_case
-- takes ACCESS EXCLUSIVE on public_0001_case.calls, ACCESS EXCLUSIVE on public_0001_case.customers
BEGIN;
CREATE OR REPLACE VIEW "public_0001_case"."calls" WITH (security_invoker = true) AS SELECT * FROM phase.closed_door('public_0001_case', NULL) AS t("via" public.phase_4_channel, "tried" public.phase_4_channel[]);
CREATE OR REPLACE TRIGGER "phase_closed" INSTEAD OF INSERT OR UPDATE OR DELETE ON "public_0001_case"."calls" FOR EACH ROW EXECUTE FUNCTION phase.closed_door_insert();
DROP VIEW IF EXISTS "phase"."public_0001_case.calls.origin";
CREATE OR REPLACE VIEW "public_0001_case"."customers" WITH (security_invoker = true) AS SELECT * FROM phase.closed_door('public_0001_case', NULL) AS t("id" bigint, "email" text, "name" character varying(50), "Größe" integer, "channel" public.phase_4_channel);
CREATE OR REPLACE TRIGGER "phase_closed" INSTEAD OF INSERT OR UPDATE OR DELETE ON "public_0001_case"."customers" FOR EACH ROW EXECUTE FUNCTION phase.closed_door_insert();
DROP VIEW IF EXISTS "phase"."public_0001_case.customers.origin";
COMMIT;
-- restore 0001_case: Open the door of version 0001_case
-- takes ACCESS EXCLUSIVE on public_0001_case.calls, ACCESS SHARE on public.calls, ACCESS EXCLUSIVE on public_0001_case.customers, ACCESS SHARE on public.customers
BEGIN;
DROP TRIGGER IF EXISTS "phase_closed" ON "public_0001_case"."calls";
CREATE OR REPLACE VIEW "phase"."public_0001_case.calls.origin" WITH (security_invoker = true) AS SELECT base."phase_4_via" AS "via", base."phase_4_tried" AS "tried", base."~phase_origin" FROM "public"."calls" AS base;
ALTER VIEW "phase"."public_0001_case.calls.origin" ALTER COLUMN "~phase_origin" SET DEFAULT 4;
GRANT SELECT, INSERT, UPDATE, DELETE ON "phase"."public_0001_case.calls.origin" TO PUBLIC;
CREATE OR REPLACE VIEW "public_0001_case"."calls" WITH (security_invoker = true) AS SELECT base."via", base."tried" FROM "phase"."public_0001_case.calls.origin" AS base;
ALTER VIEW "public_0001_case"."calls" ALTER COLUMN "tried" SET DEFAULT ('{web,web}');
DROP TRIGGER IF EXISTS "phase_closed" ON "public_0001_case"."customers";
CREATE OR REPLACE VIEW "phase"."public_0001_case.customers.origin" WITH (security_invoker = true) AS SELECT base."id" AS "id", base."email" AS "email", base."name" AS "name", base."Größe" AS "Größe", base."phase_4_channel" AS "channel", base."~phase_origin" FROM "public"."customers" AS base;
ALTER VIEW "phase"."public_0001_case.customers.origin" ALTER COLUMN "~phase_origin" SET DEFAULT 4;
GRANT SELECT, INSERT, UPDATE, DELETE ON "phase"."public_0001_case.customers.origin" TO PUBLIC;
CREATE OR REPLACE VIEW "public_0001_case"."customers" WITH (security_invoker = true) AS SELECT base."id", base."email", base."name", base."Größe", base."channel" FROM "phase"."public_0001_case.customers.origin" AS base;
ALTER VIEW "public_0001_case"."customers" ALTER COLUMN "channel" SET DEFAULT ('phone');
COMMIT;
-- contract baseline: Give table customers the shape of version 0001_case
-- takes ACCESS EXCLUSIVE on public.customers
BEGIN;
LOCK TABLE "public"."customers" IN ACCESS EXCLUSIVE MODE;
DROP TRIGGER IF EXISTS "~phase_dual_write" ON "public"."customers";
DROP TRIGGER IF EXISTS "~phase_dual_write_update" ON "public"."customers";
DROP FUNCTION IF EXISTS "phase"."public.customers.dual_write"(), "phase"."public.customers.dual_write_update"();
ALTER TABLE "public"."customers" RENAME COLUMN "phase_2_channel" TO "channel";
SELECT phase.set_aside('"public"."customers"', 'channel', 'phase_4_channel');
ALTER TABLE "public"."customers" DROP COLUMN "channel";
ALTER TABLE "public"."customers" RENAME COLUMN "phase_4_channel" TO "channel";
ALTER TABLE "public"."customers" ALTER COLUMN "channel" SET DEFAULT ('phone');
DROP FUNCTION IF EXISTS "phase"."public.4.customers.channel.up";
DROP FUNCTION IF EXISTS "phase"."public.4.customers.channel.down";
SELECT phase.put_back();
COMMIT;
-- contract baseline: Give table calls the shape of version 0001_case
-- takes ACCESS EXCLUSIVE on public.calls
BEGIN;
LOCK TABLE "public"."calls" IN ACCESS EXCLUSIVE MODE;
DROP TRIGGER IF EXISTS "~phase_dual_write" ON "public"."calls";
DROP TRIGGER IF EXISTS "~phase_dual_write_update" ON "public"."calls";
DROP FUNCTION IF EXISTS "phase"."public.calls.dual_write"(), "phase"."public.calls.dual_write_update"();
SELECT phase.set_aside('"public"."calls"', 'via', 'phase_4_via');
ALTER TABLE "public"."calls" DROP COLUMN "via";
ALTER TABLE "public"."calls" RENAME COLUMN "phase_4_via" TO "via";
DROP FUNCTION IF EXISTS "phase"."public.4.calls.via.up";
DROP FUNCTION IF EXISTS "phase"."public.4.calls.via.down";
SELECT phase.put_back();
SELECT phase.set_aside('"public"."calls"', 'tried', 'phase_4_tried');
ALTER TABLE "public"."calls" DROP COLUMN "tried";
ALTER TABLE "public"."calls" RENAME COLUMN "phase_4_tried" TO "tried";
ALTER TABLE "public"."calls" ALTER COLUMN "tried" SET DEFAULT ('{web,web}');
DROP FUNCTION IF EXISTS "phase"."public.4.calls.tried.up";
DROP FUNCTION IF EXISTS "phase"."public.4.calls.tried.down";
SELECT phase.put_back();
COMMIT;
-- contract baseline: Let no view of table customers say who inserts
-- takes ACCESS EXCLUSIVE on public_0001_case.customers, ACCESS SHARE on public.customers
BEGIN;
DO 'BEGIN
IF pg_catalog.to_regclass(''"phase"."public_0001_case.customers.origin"'') IS NOT NULL THEN
EXECUTE ''CREATE OR REPLACE VIEW "public_0001_case"."customers" WITH (security_invoker = true) AS SELECT base."id" AS "id", base."email" AS "email", base."name" AS "name", base."Größe" AS "Größe", base."channel" AS "channel" FROM "public"."customers" AS base'';
EXECUTE ''DROP VIEW IF EXISTS "phase"."public_0001_case.customers.origin"'';
END IF;
END';
COMMIT;
-- contract baseline: Remove the column of table customers that said so
-- takes ACCESS EXCLUSIVE on public.customers
BEGIN;
ALTER TABLE IF EXISTS "public"."customers" DROP COLUMN IF EXISTS "~phase_origin";
COMMIT;
-- contract baseline: Let no view of table calls say who inserts
-- takes ACCESS EXCLUSIVE on public_0001_case.calls, ACCESS SHARE on public.calls
BEGIN;
DO 'BEGIN
IF pg_catalog.to_regclass(''"phase"."public_0001_case.calls.origin"'') IS NOT NULL THEN
EXECUTE ''CREATE OR REPLACE VIEW "public_0001_case"."calls" WITH (security_invoker = true) AS SELECT base."via" AS "via", base."tried" AS "tried" FROM "public"."calls" AS base'';
EXECUTE ''DROP VIEW IF EXISTS "phase"."public_0001_case.calls.origin"'';
END IF;
END';
COMMIT;
-- contract baseline: Remove the column of table calls that said so
-- takes ACCESS EXCLUSIVE on public.calls
BEGIN;
ALTER TABLE IF EXISTS "public"."calls" DROP COLUMN IF EXISTS "~phase_origin";
COMMIT;
-- contract baseline: Drop the old enum channel, and give its name to the one in its place
BEGIN;
DO 'BEGIN
DROP TYPE IF EXISTS "public"."channel";
EXCEPTION WHEN dependent_objects_still_exist THEN
RAISE NOTICE ''%'', SQLERRM;
ALTER TYPE "public"."channel" RENAME TO "phase_4_channel_old";
END';
ALTER TYPE "public"."phase_4_channel" RENAME TO "channel";
COMMIT;
-- rollback 0001_case: Remove the schema of version 0001_case
-- takes ACCESS EXCLUSIVE on public_0001_case.calls, ACCESS EXCLUSIVE on public_0001_case.customers, ACCESS EXCLUSIVE on public_0001_case.phase_version
BEGIN;
DROP VIEW IF EXISTS "public_0001_case"."calls", "public_0001_case"."customers", "public_0001_case"."phase_version", "phase"."public_0001_case.calls.origin", "phase"."public_0001_case.customers.origin";
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
DROP FUNCTION IF EXISTS "phase"."public.4.customers.channel.up";
DROP FUNCTION IF EXISTS "phase"."public.4.customers.channel.down";
ALTER TABLE IF EXISTS "public"."customers" DROP COLUMN IF EXISTS "phase_4_channel";
COMMIT;
-- rollback 0001_case: Give table calls back the shape that it had
-- takes ACCESS EXCLUSIVE on public.calls
BEGIN;
DROP TRIGGER IF EXISTS "~phase_dual_write" ON "public"."calls";
DROP TRIGGER IF EXISTS "~phase_dual_write_update" ON "public"."calls";
DROP FUNCTION IF EXISTS "phase"."public.calls.dual_write"(), "phase"."public.calls.dual_write_update"();
ALTER TABLE IF EXISTS "public"."calls" DROP COLUMN IF EXISTS "~phase_origin";
DROP FUNCTION IF EXISTS "phase"."public.4.calls.tried.up";
DROP FUNCTION IF EXISTS "phase"."public.4.calls.tried.down";
ALTER TABLE IF EXISTS "public"."calls" DROP COLUMN IF EXISTS "phase_4_tried";
DROP FUNCTION IF EXISTS "phase"."public.4.calls.via.up";
DROP FUNCTION IF EXISTS "phase"."public.4.calls.via.down";
ALTER TABLE IF EXISTS "public"."calls" DROP COLUMN IF EXISTS "phase_4_via";
COMMIT;
-- rollback 0001_case: Drop the enum that newer versions call channel
BEGIN;
DROP TYPE IF EXISTS "public"."phase_4_channel";
COMMIT;
-- rollback 0001_case: Give table calls back the shape that it had
-- takes ACCESS EXCLUSIVE on public.calls
BEGIN;
DROP TABLE IF EXISTS "public"."calls";
COMMIT;
-- rollback 0001_case: Give table customers back the shape that it had
-- takes ACCESS EXCLUSIVE on public.customers
BEGIN;
LOCK TABLE "public"."customers" IN ACCESS EXCLUSIVE MODE;
ALTER TABLE IF EXISTS "public"."customers" DROP COLUMN IF EXISTS "phase_2_channel";
COMMIT;
-- rollback 0001_case: Drop enum channel
BEGIN;
DROP TYPE IF EXISTS "public"."channel";
COMMIT;

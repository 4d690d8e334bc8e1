-- operations:
-- - create_enum: { name: "Mood", values: [ sad, ok, happy ] }
-- - add_column: { table: customers, column: { name: "Mood", type: '"Mood"', nullable: false, default: "'ok'::\"Mood\"", check: "\"Mood\" <> 'sad' OR \"Mood\" = 'ok'", comment: today's } }
-- - add_column: { table: order, column: { name: moods, type: '"Mood"[]', default: "'{ok,sad}'" } }
-- - create_index: { table: customers, name: ok_ones, columns: [ "Mood", id ], where: "\"Mood\" = 'ok'" }
-- - create_index: { table: order, name: by_moods, columns: [ moods ], method: gin }
-- - rename_enum_value: { enum: "Mood", from: ok, to: "O.K." }
-- - add_column: { table: order, column: { name: last, type: '"Mood"', default: "'O.K.'" } }
-- - create_table: { name: days, columns: [ { name: mood, type: '"Mood"', nullable: false, default: "'O.K.'" } ] }

-- expand 0001_case: Create enum Mood
BEGIN;
CREATE TYPE "public"."Mood" AS ENUM ('sad', 'ok', 'happy');
COMMIT;
-- expand 0001_case: Expand table customers
-- takes ACCESS EXCLUSIVE on public.customers
BEGIN;
ALTER TABLE "public"."customers" ADD COLUMN "phase_2_Mood" public."Mood" DEFAULT ('ok'::"Mood") NOT NULL;
COMMENT ON COLUMN "public"."customers"."phase_2_Mood" IS 'today''s';
COMMIT;
-- expand 0001_case: Expand table order
-- takes ACCESS EXCLUSIVE on public.order
BEGIN;
ALTER TABLE "public"."order" ADD COLUMN "phase_3_moods" public."Mood"[] DEFAULT ('{ok,sad}');
COMMIT;
-- expand 0001_case: Create the enum that newer versions call Mood
BEGIN;
CREATE TYPE "public"."phase_6_Mood" AS ENUM ('sad', 'O.K.', 'happy');
COMMIT;
-- expand 0001_case: Expand table customers
-- takes ACCESS EXCLUSIVE on public.customers
BEGIN;
ALTER TABLE "public"."customers" ADD COLUMN "phase_6_Mood" public."phase_6_Mood";
COMMENT ON COLUMN "public"."customers"."phase_6_Mood" IS 'today''s';
CREATE FUNCTION "phase"."public.6.customers.Mood.up" ("Mood" public."Mood") RETURNS public."phase_6_Mood" LANGUAGE sql RETURN (CAST(CASE CAST("Mood" AS pg_catalog.text) WHEN 'ok' THEN 'O.K.' ELSE CAST("Mood" AS pg_catalog.text) END AS public."phase_6_Mood"));
CREATE FUNCTION "phase"."public.6.customers.Mood.down" ("Mood" public."phase_6_Mood") RETURNS public."Mood" LANGUAGE sql RETURN (CAST(CASE CAST("Mood" AS pg_catalog.text) WHEN 'O.K.' THEN 'ok' ELSE CAST("Mood" AS pg_catalog.text) END AS public."Mood"));
SELECT phase.copy_column('"public"."customers"', 'phase_2_Mood', 'phase_6_Mood');
CREATE OR REPLACE FUNCTION "phase"."public.customers.dual_write"() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  NEW."phase_6_Mood" := "phase"."public.6.customers.Mood.up"(NEW."phase_2_Mood");
  RETURN NEW;
END
';
CREATE OR REPLACE FUNCTION "phase"."public.customers.dual_write_update"() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  IF pg_catalog.current_setting(''phase.backfill'', true) OPERATOR(pg_catalog.=) ''on'' THEN
    RETURN NEW;
  END IF;
  IF pg_catalog.record_image_ne(ROW (NEW."phase_2_Mood"), ROW (OLD."phase_2_Mood")) THEN
    NEW."phase_6_Mood" := "phase"."public.6.customers.Mood.up"(NEW."phase_2_Mood");
  END IF;
  RETURN NEW;
END
';
ALTER TABLE "public"."customers" ADD COLUMN IF NOT EXISTS "~phase_origin" pg_catalog.int8;
SELECT phase.grant_origin('"public"."customers"');
CREATE OR REPLACE TRIGGER "~phase_dual_write" BEFORE INSERT ON "public"."customers" FOR EACH ROW EXECUTE FUNCTION "phase"."public.customers.dual_write"();
CREATE OR REPLACE TRIGGER "~phase_dual_write_update" BEFORE UPDATE ON "public"."customers" FOR EACH ROW WHEN (pg_catalog.record_image_ne(ROW (NEW."phase_2_Mood"), ROW (OLD."phase_2_Mood")) OR pg_catalog.record_image_ne(ROW (NEW."phase_6_Mood"), ROW (OLD."phase_6_Mood"))) EXECUTE FUNCTION "phase"."public.customers.dual_write_update"();
COMMIT;
-- expand 0001_case: Expand table order
-- takes ACCESS EXCLUSIVE on public.order
BEGIN;
ALTER TABLE "public"."order" ADD COLUMN "phase_6_moods" public."phase_6_Mood"[];
CREATE FUNCTION "phase"."public.6.order.moods.up" ("moods" public."Mood"[]) RETURNS public."phase_6_Mood"[] LANGUAGE sql RETURN (CAST(pg_catalog.array_replace(CAST("moods" AS pg_catalog.text[]), 'ok', 'O.K.') AS public."phase_6_Mood"[]));
CREATE FUNCTION "phase"."public.6.order.moods.down" ("moods" public."phase_6_Mood"[]) RETURNS public."Mood"[] LANGUAGE sql RETURN (CAST(pg_catalog.array_replace(CAST("moods" AS pg_catalog.text[]), 'O.K.', 'ok') AS public."Mood"[]));
SELECT phase.copy_column('"public"."order"', 'phase_3_moods', 'phase_6_moods');
ALTER TABLE "public"."order" ADD COLUMN "phase_7_last" public."phase_6_Mood" DEFAULT ('O.K.');
CREATE OR REPLACE FUNCTION "phase"."public.order.dual_write"() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  NEW."phase_6_moods" := "phase"."public.6.order.moods.up"(NEW."phase_3_moods");
  RETURN NEW;
END
';
CREATE OR REPLACE FUNCTION "phase"."public.order.dual_write_update"() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  IF pg_catalog.current_setting(''phase.backfill'', true) OPERATOR(pg_catalog.=) ''on'' THEN
    RETURN NEW;
  END IF;
  IF pg_catalog.record_image_ne(ROW (NEW."phase_3_moods"), ROW (OLD."phase_3_moods")) THEN
    NEW."phase_6_moods" := "phase"."public.6.order.moods.up"(NEW."phase_3_moods");
  END IF;
  RETURN NEW;
END
';
ALTER TABLE "public"."order" ADD COLUMN IF NOT EXISTS "~phase_origin" pg_catalog.int8;
SELECT phase.grant_origin('"public"."order"');
CREATE OR REPLACE TRIGGER "~phase_dual_write" BEFORE INSERT ON "public"."order" FOR EACH ROW EXECUTE FUNCTION "phase"."public.order.dual_write"();
CREATE OR REPLACE TRIGGER "~phase_dual_write_update" BEFORE UPDATE ON "public"."order" FOR EACH ROW WHEN (pg_catalog.record_image_ne(ROW (NEW."phase_3_moods"), ROW (OLD."phase_3_moods")) OR pg_catalog.record_image_ne(ROW (NEW."phase_6_moods"), ROW (OLD."phase_6_moods"))) EXECUTE FUNCTION "phase"."public.order.dual_write_update"();
COMMIT;
-- expand 0001_case: Expand table days
BEGIN;
CREATE TABLE "public"."days" ("mood" public."phase_6_Mood" DEFAULT ('O.K.') NOT NULL);
COMMIT;
-- expand 0001_case: Create schema public_0001_case with its door closed
BEGIN;
CREATE SCHEMA "public_0001_case";
GRANT USAGE ON SCHEMA "public_0001_case" TO PUBLIC;
CREATE VIEW "public_0001_case"."phase_version" AS SELECT '0001_case'::text AS version, 'public'::text AS base_schema;
GRANT SELECT ON "public_0001_case"."phase_version" TO PUBLIC;
CREATE OR REPLACE VIEW "public_0001_case"."customers" WITH (security_invoker = true) AS SELECT * FROM phase.closed_door('public_0001_case', NULL) AS t("id" bigint, "email" text, "name" character varying(50), "Größe" integer, "Mood" public."phase_6_Mood");
CREATE OR REPLACE TRIGGER "phase_closed" INSTEAD OF INSERT OR UPDATE OR DELETE ON "public_0001_case"."customers" FOR EACH ROW EXECUTE FUNCTION phase.closed_door_insert();
GRANT SELECT, INSERT, UPDATE, DELETE ON "public_0001_case"."customers" TO PUBLIC;
CREATE OR REPLACE VIEW "public_0001_case"."order" WITH (security_invoker = true) AS SELECT * FROM phase.closed_door('public_0001_case', NULL) AS t("id" bigint, "customer_id" bigint, "amount" numeric(10,2), "select" text, "moods" public."phase_6_Mood"[], "last" public."phase_6_Mood");
CREATE OR REPLACE TRIGGER "phase_closed" INSTEAD OF INSERT OR UPDATE OR DELETE ON "public_0001_case"."order" FOR EACH ROW EXECUTE FUNCTION phase.closed_door_insert();
GRANT SELECT, INSERT, UPDATE, DELETE ON "public_0001_case"."order" TO PUBLIC;
COMMIT;
-- publish 0001_case: Backfill table customers
-- takes ROW EXCLUSIVE on public.customers
-- in batches: UPDATE "public"."customers" SET "phase_6_Mood" = "phase"."public.6.customers.Mood.up"("phase_2_Mood");
-- publish 0001_case: Backfill table order
-- takes ROW EXCLUSIVE on public.order
-- in batches: UPDATE "public"."order" SET "phase_6_moods" = "phase"."public.6.order.moods.up"("phase_3_moods");
-- publish 0001_case: Hold new rows of customers to customers_Mood_check
-- takes ACCESS EXCLUSIVE on public.customers
BEGIN;
ALTER TABLE "public"."customers" ADD CONSTRAINT "customers_Mood_check" CHECK ((("phase_2_Mood" <> 'sad'::public."Mood") OR ("phase_2_Mood" = 'ok'::public."Mood"))) NOT VALID;
COMMIT;
-- publish 0001_case: Prove that the rows of customers keep customers_Mood_check
-- takes SHARE UPDATE EXCLUSIVE on public.customers
BEGIN;
ALTER TABLE "public"."customers" VALIDATE CONSTRAINT "customers_Mood_check";
COMMIT;
-- publish 0001_case: Build index ok_ones on customers
-- takes SHARE UPDATE EXCLUSIVE on public.customers
CREATE INDEX CONCURRENTLY "ok_ones" ON "public"."customers" USING "btree" ("phase_2_Mood", "id") WHERE (("phase_2_Mood" = 'ok'::public."Mood"));
-- publish 0001_case: Build index by_moods on order
-- takes SHARE UPDATE EXCLUSIVE on public.order
CREATE INDEX CONCURRENTLY "by_moods" ON "public"."order" USING "gin" ("phase_3_moods");
-- publish 0001_case: Let no new row of customers have a NULL in Mood
-- takes ACCESS EXCLUSIVE on public.customers
BEGIN;
ALTER TABLE "public"."customers" ADD CONSTRAINT "phase_6_Mood_not_null" CHECK ("phase_6_Mood" IS NOT NULL) NOT VALID;
COMMIT;
-- publish 0001_case: Prove that no row of customers has one
-- takes SHARE UPDATE EXCLUSIVE on public.customers
BEGIN;
ALTER TABLE "public"."customers" VALIDATE CONSTRAINT "phase_6_Mood_not_null";
COMMIT;
-- publish 0001_case: Make Mood of customers NOT NULL
-- takes ACCESS EXCLUSIVE on public.customers
BEGIN;
ALTER TABLE "public"."customers" ALTER COLUMN "phase_6_Mood" SET NOT NULL;
ALTER TABLE "public"."customers" DROP CONSTRAINT "phase_6_Mood_not_null";
COMMIT;
-- publish 0001_case: Build index ok_ones on customers
-- takes SHARE UPDATE EXCLUSIVE on public.customers
CREATE INDEX CONCURRENTLY "phase_6_ok_ones" ON "public"."customers" USING "btree" ("phase_6_Mood", "id") WHERE (("phase_6_Mood" = 'O.K.'::public."phase_6_Mood"));
-- publish 0001_case: Hold new rows of customers to customers_Mood_check
-- takes ACCESS EXCLUSIVE on public.customers
BEGIN;
ALTER TABLE "public"."customers" ADD CONSTRAINT "phase_6_customers_Mood_check" CHECK ((("phase_6_Mood" <> 'sad'::public."phase_6_Mood") OR ("phase_6_Mood" = 'O.K.'::public."phase_6_Mood"))) NOT VALID;
COMMIT;
-- publish 0001_case: Prove that the rows of customers keep customers_Mood_check
-- takes SHARE UPDATE EXCLUSIVE on public.customers
BEGIN;
ALTER TABLE "public"."customers" VALIDATE CONSTRAINT "phase_6_customers_Mood_check";
COMMIT;
-- publish 0001_case: Build index by_moods on order
-- takes SHARE UPDATE EXCLUSIVE on public.order
CREATE INDEX CONCURRENTLY "phase_6_by_moods" ON "public"."order" USING "gin" ("phase_6_moods");
-- publish 0001_case: Open the door of version 0001_case
-- takes ACCESS EXCLUSIVE on public_0001_case.customers, ACCESS SHARE on public.customers, ACCESS EXCLUSIVE on public_0001_case.order, ACCESS SHARE on public.order
BEGIN;
CREATE OR REPLACE FUNCTION "phase"."public.customers.dual_write"() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  IF NEW."~phase_origin" IS NULL THEN
    IF NEW."phase_6_Mood" IS NULL OR pg_catalog.record_image_ne(ROW ((NEW."phase_2_Mood")::pg_catalog.text COLLATE pg_catalog."C"), ROW (("phase"."public.6.customers.Mood.down"(NEW."phase_6_Mood"))::pg_catalog.text COLLATE pg_catalog."C")) THEN
      NEW."phase_6_Mood" := "phase"."public.6.customers.Mood.up"(NEW."phase_2_Mood");
    END IF;
  ELSE
    IF NEW."~phase_origin" OPERATOR(pg_catalog.>=) 6 AND (NEW."phase_2_Mood" IS NULL OR pg_catalog.record_image_ne(ROW ((NEW."phase_6_Mood")::pg_catalog.text COLLATE pg_catalog."C"), ROW (("phase"."public.6.customers.Mood.up"(NEW."phase_2_Mood"))::pg_catalog.text COLLATE pg_catalog."C"))) THEN
      NEW."phase_2_Mood" := "phase"."public.6.customers.Mood.down"(NEW."phase_6_Mood");
    END IF;
    IF NEW."~phase_origin" OPERATOR(pg_catalog.<) 6 AND (NEW."phase_6_Mood" IS NULL OR pg_catalog.record_image_ne(ROW ((NEW."phase_2_Mood")::pg_catalog.text COLLATE pg_catalog."C"), ROW (("phase"."public.6.customers.Mood.down"(NEW."phase_6_Mood"))::pg_catalog.text COLLATE pg_catalog."C"))) THEN
      NEW."phase_6_Mood" := "phase"."public.6.customers.Mood.up"(NEW."phase_2_Mood");
    END IF;
    NEW."~phase_origin" := NULL;
  END IF;
  RETURN NEW;
END
';
CREATE OR REPLACE FUNCTION "phase"."public.customers.dual_write_update"() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  IF pg_catalog.record_image_ne(ROW (NEW."phase_6_Mood"), ROW (OLD."phase_6_Mood")) THEN
    NEW."phase_2_Mood" := "phase"."public.6.customers.Mood.down"(NEW."phase_6_Mood");
  END IF;
  RETURN NEW;
END
';
CREATE OR REPLACE FUNCTION "phase"."public.order.dual_write"() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  IF NEW."~phase_origin" IS NULL THEN
    IF NEW."phase_6_moods" IS NULL OR pg_catalog.record_image_ne(ROW ((NEW."phase_3_moods")::pg_catalog.text COLLATE pg_catalog."C"), ROW (("phase"."public.6.order.moods.down"(NEW."phase_6_moods"))::pg_catalog.text COLLATE pg_catalog."C")) THEN
      NEW."phase_6_moods" := "phase"."public.6.order.moods.up"(NEW."phase_3_moods");
    END IF;
  ELSE
    IF NEW."~phase_origin" OPERATOR(pg_catalog.>=) 6 AND (NEW."phase_3_moods" IS NULL OR pg_catalog.record_image_ne(ROW ((NEW."phase_6_moods")::pg_catalog.text COLLATE pg_catalog."C"), ROW (("phase"."public.6.order.moods.up"(NEW."phase_3_moods"))::pg_catalog.text COLLATE pg_catalog."C"))) THEN
      NEW."phase_3_moods" := "phase"."public.6.order.moods.down"(NEW."phase_6_moods");
    END IF;
    IF NEW."~phase_origin" OPERATOR(pg_catalog.<) 6 AND (NEW."phase_6_moods" IS NULL OR pg_catalog.record_image_ne(ROW ((NEW."phase_3_moods")::pg_catalog.text COLLATE pg_catalog."C"), ROW (("phase"."public.6.order.moods.down"(NEW."phase_6_moods"))::pg_catalog.text COLLATE pg_catalog."C"))) THEN
      NEW."phase_6_moods" := "phase"."public.6.order.moods.up"(NEW."phase_3_moods");
    END IF;
    NEW."~phase_origin" := NULL;
  END IF;
  RETURN NEW;
END
';
CREATE OR REPLACE FUNCTION "phase"."public.order.dual_write_update"() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  IF pg_catalog.record_image_ne(ROW (NEW."phase_6_moods"), ROW (OLD."phase_6_moods")) THEN
    NEW."phase_3_moods" := "phase"."public.6.order.moods.down"(NEW."phase_6_moods");
  END IF;
  RETURN NEW;
END
';
DROP TRIGGER IF EXISTS "phase_closed" ON "public_0001_case"."customers";
CREATE OR REPLACE VIEW "phase"."public_0001_case.customers.origin" WITH (security_invoker = true) AS SELECT base."id" AS "id", base."email" AS "email", base."name" AS "name", base."Größe" AS "Größe", base."phase_6_Mood" AS "Mood", base."~phase_origin" FROM "public"."customers" AS base;
ALTER VIEW "phase"."public_0001_case.customers.origin" ALTER COLUMN "~phase_origin" SET DEFAULT 8;
GRANT SELECT, INSERT, UPDATE, DELETE ON "phase"."public_0001_case.customers.origin" TO PUBLIC;
CREATE OR REPLACE VIEW "public_0001_case"."customers" WITH (security_invoker = true) AS SELECT base."id", base."email", base."name", base."Größe", base."Mood" FROM "phase"."public_0001_case.customers.origin" AS base;
ALTER VIEW "public_0001_case"."customers" ALTER COLUMN "Mood" SET DEFAULT ('O.K.');
COMMENT ON COLUMN "public_0001_case"."customers"."Mood" IS 'today''s';
DROP TRIGGER IF EXISTS "phase_closed" ON "public_0001_case"."order";
CREATE OR REPLACE VIEW "phase"."public_0001_case.order.origin" WITH (security_invoker = true) AS SELECT base."id" AS "id", base."customer_id" AS "customer_id", base."amount" AS "amount", base."select" AS "select", base."phase_6_moods" AS "moods", base."phase_7_last" AS "last", base."~phase_origin" FROM "public"."order" AS base;
ALTER VIEW "phase"."public_0001_case.order.origin" ALTER COLUMN "~phase_origin" SET DEFAULT 8;
GRANT SELECT, INSERT, UPDATE, DELETE ON "phase"."public_0001_case.order.origin" TO PUBLIC;
CREATE OR REPLACE VIEW "public_0001_case"."order" WITH (security_invoker = true) AS SELECT base."id", base."customer_id", base."amount", base."select", base."moods", base."last" FROM "phase"."public_0001_case.order.origin" AS base;
COMMENT ON COLUMN "public_0001_case"."order"."amount" IS 'in euros';
ALTER VIEW "public_0001_case"."order" ALTER COLUMN "moods" SET DEFAULT ('{O.K.,sad}');
COMMIT;
-- retire 0001_case: Close the door of version 0001_case
-- takes ACCESS EXCLUSIVE on public_0001_case.customers, ACCESS EXCLUSIVE on public_0001_case.order
BEGIN;
CREATE OR REPLACE VIEW "public_0001_case"."customers" WITH (security_invoker = true) AS SELECT * FROM phase.closed_door('public_0001_case', NULL) AS t("id" bigint, "email" text, "name" character varying(50), "Größe" integer, "Mood" public."phase_6_Mood");
CREATE OR REPLACE TRIGGER "phase_closed" INSTEAD OF INSERT OR UPDATE OR DELETE ON "public_0001_case"."customers" FOR EACH ROW EXECUTE FUNCTION phase.closed_door_insert();
DROP VIEW IF EXISTS "phase"."public_0001_case.customers.origin";
CREATE OR REPLACE VIEW "public_0001_case"."order" WITH (security_invoker = true) AS SELECT * FROM phase.closed_door('public_0001_case', NULL) AS t("id" bigint, "customer_id" bigint, "amount" numeric(10,2), "select" text, "moods" public."phase_6_Mood"[], "last" public."phase_6_Mood");
CREATE OR REPLACE TRIGGER "phase_closed" INSTEAD OF INSERT OR UPDATE OR DELETE ON "public_0001_case"."order" FOR EACH ROW EXECUTE FUNCTION phase.closed_door_insert();
DROP VIEW IF EXISTS "phase"."public_0001_case.order.origin";
COMMIT;
-- restore 0001_case: Open the door of version 0001_case
-- takes ACCESS EXCLUSIVE on public_0001_case.customers, ACCESS SHARE on public.customers, ACCESS EXCLUSIVE on public_0001_case.order, ACCESS SHARE on public.order
BEGIN;
DROP TRIGGER IF EXISTS "phase_closed" ON "public_0001_case"."customers";
CREATE OR REPLACE VIEW "phase"."public_0001_case.customers.origin" WITH (security_invoker = true) AS SELECT base."id" AS "id", base."email" AS "email", base."name" AS "name", base."Größe" AS "Größe", base."phase_6_Mood" AS "Mood", base."~phase_origin" FROM "public"."customers" AS base;
ALTER VIEW "phase"."public_0001_case.customers.origin" ALTER COLUMN "~phase_origin" SET DEFAULT 8;
GRANT SELECT, INSERT, UPDATE, DELETE ON "phase"."public_0001_case.customers.origin" TO PUBLIC;
CREATE OR REPLACE VIEW "public_0001_case"."customers" WITH (security_invoker = true) AS SELECT base."id", base."email", base."name", base."Größe", base."Mood" FROM "phase"."public_0001_case.customers.origin" AS base;
ALTER VIEW "public_0001_case"."customers" ALTER COLUMN "Mood" SET DEFAULT ('O.K.');
COMMENT ON COLUMN "public_0001_case"."customers"."Mood" IS 'today''s';
DROP TRIGGER IF EXISTS "phase_closed" ON "public_0001_case"."order";
CREATE OR REPLACE VIEW "phase"."public_0001_case.order.origin" WITH (security_invoker = true) AS SELECT base."id" AS "id", base."customer_id" AS "customer_id", base."amount" AS "amount", base."select" AS "select", base."phase_6_moods" AS "moods", base."phase_7_last" AS "last", base."~phase_origin" FROM "public"."order" AS base;
ALTER VIEW "phase"."public_0001_case.order.origin" ALTER COLUMN "~phase_origin" SET DEFAULT 8;
GRANT SELECT, INSERT, UPDATE, DELETE ON "phase"."public_0001_case.order.origin" TO PUBLIC;
CREATE OR REPLACE VIEW "public_0001_case"."order" WITH (security_invoker = true) AS SELECT base."id", base."customer_id", base."amount", base."select", base."moods", base."last" FROM "phase"."public_0001_case.order.origin" AS base;
COMMENT ON COLUMN "public_0001_case"."order"."amount" IS 'in euros';
ALTER VIEW "public_0001_case"."order" ALTER COLUMN "moods" SET DEFAULT ('{O.K.,sad}');
COMMIT;
-- contract baseline: Give table customers the shape of version 0001_case
-- takes ACCESS EXCLUSIVE on public.customers, SHARE UPDATE EXCLUSIVE on public.phase_6_ok_ones
BEGIN;
LOCK TABLE "public"."customers" IN ACCESS EXCLUSIVE MODE;
DROP TRIGGER IF EXISTS "~phase_dual_write" ON "public"."customers";
DROP TRIGGER IF EXISTS "~phase_dual_write_update" ON "public"."customers";
DROP FUNCTION IF EXISTS "phase"."public.customers.dual_write"(), "phase"."public.customers.dual_write_update"();
ALTER TABLE "public"."customers" RENAME COLUMN "phase_2_Mood" TO "Mood";
SELECT phase.set_aside('"public"."customers"', 'Mood', 'phase_6_Mood');
ALTER TABLE "public"."customers" DROP COLUMN "Mood";
ALTER TABLE "public"."customers" RENAME COLUMN "phase_6_Mood" TO "Mood";
ALTER TABLE "public"."customers" ALTER COLUMN "Mood" SET DEFAULT ('O.K.');
DROP FUNCTION IF EXISTS "phase"."public.6.customers.Mood.up";
DROP FUNCTION IF EXISTS "phase"."public.6.customers.Mood.down";
ALTER INDEX "public"."phase_6_ok_ones" RENAME TO "ok_ones";
ALTER TABLE "public"."customers" RENAME CONSTRAINT "phase_6_customers_Mood_check" TO "customers_Mood_check";
SELECT phase.put_back();
COMMIT;
-- contract baseline: Give table order the shape of version 0001_case
-- takes ACCESS EXCLUSIVE on public.order, SHARE UPDATE EXCLUSIVE on public.phase_6_by_moods
BEGIN;
LOCK TABLE "public"."order" IN ACCESS EXCLUSIVE MODE;
DROP TRIGGER IF EXISTS "~phase_dual_write" ON "public"."order";
DROP TRIGGER IF EXISTS "~phase_dual_write_update" ON "public"."order";
DROP FUNCTION IF EXISTS "phase"."public.order.dual_write"(), "phase"."public.order.dual_write_update"();
ALTER TABLE "public"."order" RENAME COLUMN "phase_3_moods" TO "moods";
SELECT phase.set_aside('"public"."order"', 'moods', 'phase_6_moods');
ALTER TABLE "public"."order" DROP COLUMN "moods";
ALTER TABLE "public"."order" RENAME COLUMN "phase_6_moods" TO "moods";
ALTER TABLE "public"."order" ALTER COLUMN "moods" SET DEFAULT ('{O.K.,sad}');
DROP FUNCTION IF EXISTS "phase"."public.6.order.moods.up";
DROP FUNCTION IF EXISTS "phase"."public.6.order.moods.down";
ALTER INDEX "public"."phase_6_by_moods" RENAME TO "by_moods";
SELECT phase.put_back();
ALTER TABLE "public"."order" RENAME COLUMN "phase_7_last" TO "last";
COMMIT;
-- contract baseline: Let no view of table customers say who inserts
-- takes ACCESS EXCLUSIVE on public_0001_case.customers, ACCESS SHARE on public.customers
BEGIN;
DO 'BEGIN
IF pg_catalog.to_regclass(''"phase"."public_0001_case.customers.origin"'') IS NOT NULL THEN
EXECUTE ''CREATE OR REPLACE VIEW "public_0001_case"."customers" WITH (security_invoker = true) AS SELECT base."id" AS "id", base."email" AS "email", base."name" AS "name", base."Größe" AS "Größe", base."Mood" AS "Mood" FROM "public"."customers" AS base'';
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
EXECUTE ''CREATE OR REPLACE VIEW "public_0001_case"."order" WITH (security_invoker = true) AS SELECT base."id" AS "id", base."customer_id" AS "customer_id", base."amount" AS "amount", base."select" AS "select", base."moods" AS "moods", base."last" AS "last" FROM "public"."order" AS base'';
EXECUTE ''DROP VIEW IF EXISTS "phase"."public_0001_case.order.origin"'';
END IF;
END';
COMMIT;
-- contract baseline: Remove the column of table order that said so
-- takes ACCESS EXCLUSIVE on public.order
BEGIN;
ALTER TABLE IF EXISTS "public"."order" DROP COLUMN IF EXISTS "~phase_origin";
COMMIT;
-- contract baseline: Drop the old enum Mood, and give its name to the one in its place
BEGIN;
DO 'BEGIN
DROP TYPE IF EXISTS "public"."Mood";
EXCEPTION WHEN dependent_objects_still_exist THEN
RAISE NOTICE ''%'', SQLERRM;
ALTER TYPE "public"."Mood" RENAME TO "phase_6_Mood_old";
END';
ALTER TYPE "public"."phase_6_Mood" RENAME TO "Mood";
COMMIT;
-- rollback 0001_case: Remove the schema of version 0001_case
-- takes ACCESS EXCLUSIVE on public_0001_case.customers, ACCESS EXCLUSIVE on public_0001_case.order, ACCESS EXCLUSIVE on public_0001_case.phase_version
BEGIN;
DROP VIEW IF EXISTS "public_0001_case"."customers", "public_0001_case"."order", "public_0001_case"."phase_version", "phase"."public_0001_case.customers.origin", "phase"."public_0001_case.order.origin";
DROP SCHEMA IF EXISTS "public_0001_case";
COMMIT;
-- rollback 0001_case: Give table days back the shape that it had
-- takes ACCESS EXCLUSIVE on public.days
BEGIN;
DROP TABLE IF EXISTS "public"."days";
COMMIT;
-- rollback 0001_case: Drop index phase_6_by_moods
-- takes SHARE UPDATE EXCLUSIVE on public.order
DROP INDEX CONCURRENTLY IF EXISTS "public"."phase_6_by_moods";
-- rollback 0001_case: Drop index phase_6_ok_ones
-- takes SHARE UPDATE EXCLUSIVE on public.customers
DROP INDEX CONCURRENTLY IF EXISTS "public"."phase_6_ok_ones";
-- rollback 0001_case: Give table order back the shape that it had
-- takes ACCESS EXCLUSIVE on public.order
BEGIN;
LOCK TABLE "public"."order" IN ACCESS EXCLUSIVE MODE;
DROP TRIGGER IF EXISTS "~phase_dual_write" ON "public"."order";
DROP TRIGGER IF EXISTS "~phase_dual_write_update" ON "public"."order";
DROP FUNCTION IF EXISTS "phase"."public.order.dual_write"(), "phase"."public.order.dual_write_update"();
ALTER TABLE IF EXISTS "public"."order" DROP COLUMN IF EXISTS "~phase_origin";
ALTER TABLE IF EXISTS "public"."order" DROP COLUMN IF EXISTS "phase_7_last";
DROP FUNCTION IF EXISTS "phase"."public.6.order.moods.up";
DROP FUNCTION IF EXISTS "phase"."public.6.order.moods.down";
ALTER TABLE IF EXISTS "public"."order" DROP COLUMN IF EXISTS "phase_6_moods";
COMMIT;
-- rollback 0001_case: Give table customers back the shape that it had
-- takes ACCESS EXCLUSIVE on public.customers
BEGIN;
LOCK TABLE "public"."customers" IN ACCESS EXCLUSIVE MODE;
DROP TRIGGER IF EXISTS "~phase_dual_write" ON "public"."customers";
DROP TRIGGER IF EXISTS "~phase_dual_write_update" ON "public"."customers";
DROP FUNCTION IF EXISTS "phase"."public.customers.dual_write"(), "phase"."public.customers.dual_write_update"();
ALTER TABLE IF EXISTS "public"."customers" DROP COLUMN IF EXISTS "~phase_origin";
ALTER TABLE IF EXISTS "public"."customers" DROP CONSTRAINT IF EXISTS "phase_6_customers_Mood_check";
DROP FUNCTION IF EXISTS "phase"."public.6.customers.Mood.up";
DROP FUNCTION IF EXISTS "phase"."public.6.customers.Mood.down";
ALTER TABLE IF EXISTS "public"."customers" DROP COLUMN IF EXISTS "phase_6_Mood";
COMMIT;
-- rollback 0001_case: Drop the enum that newer versions call Mood
BEGIN;
DROP TYPE IF EXISTS "public"."phase_6_Mood";
COMMIT;
-- rollback 0001_case: Drop index by_moods
-- takes SHARE UPDATE EXCLUSIVE on public.order
DROP INDEX CONCURRENTLY IF EXISTS "public"."by_moods";
-- rollback 0001_case: Drop index ok_ones
-- takes SHARE UPDATE EXCLUSIVE on public.customers
DROP INDEX CONCURRENTLY IF EXISTS "public"."ok_ones";
-- rollback 0001_case: Give table order back the shape that it had
-- takes ACCESS EXCLUSIVE on public.order
BEGIN;
LOCK TABLE "public"."order" IN ACCESS EXCLUSIVE MODE;
ALTER TABLE IF EXISTS "public"."order" DROP COLUMN IF EXISTS "phase_3_moods";
COMMIT;
-- rollback 0001_case: Give table customers back the shape that it had
-- takes ACCESS EXCLUSIVE on public.customers
BEGIN;
LOCK TABLE "public"."customers" IN ACCESS EXCLUSIVE MODE;
ALTER TABLE IF EXISTS "public"."customers" DROP CONSTRAINT IF EXISTS "customers_Mood_check";
ALTER TABLE IF EXISTS "public"."customers" DROP COLUMN IF EXISTS "phase_2_Mood";
COMMIT;
-- rollback 0001_case: Drop enum Mood
BEGIN;
DROP TYPE IF EXISTS "public"."Mood";
COMMIT;

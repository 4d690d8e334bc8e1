-- operations:
-- - alter_column: { table: Ticket, column: loud, generated: none, up: upper(title), type: varchar, default: "'LOUD'" }

-- expand 0001_case: Expand table Ticket
-- takes ACCESS EXCLUSIVE on public.Ticket
BEGIN;
ALTER TABLE "public"."Ticket" ADD COLUMN "phase_1_loud" character varying;
CREATE FUNCTION "phase"."public.1.Ticket.loud.up" ("title" text) RETURNS character varying LANGUAGE sql RETURN (upper(title));
SELECT phase.copy_column('"public"."Ticket"', 'loud', 'phase_1_loud');
CREATE OR REPLACE FUNCTION "phase"."public.Ticket.dual_write"() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  NEW."phase_1_loud" := "phase"."public.1.Ticket.loud.up"(NEW."title");
  RETURN NEW;
END
';
CREATE OR REPLACE FUNCTION "phase"."public.Ticket.dual_write_update"() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  IF pg_catalog.current_setting(''phase.backfill'', true) OPERATOR(pg_catalog.=) ''on'' THEN
    RETURN NEW;
  END IF;
  IF (NEW."title" OPERATOR(pg_catalog.=) OLD."title" OR (NEW."title" IS NULL AND OLD."title" IS NULL)) IS NOT TRUE THEN
    NEW."phase_1_loud" := "phase"."public.1.Ticket.loud.up"(NEW."title");
  END IF;
  RETURN NEW;
END
';
ALTER TABLE "public"."Ticket" ADD COLUMN IF NOT EXISTS "~phase_origin" pg_catalog.int8;
SELECT phase.grant_origin('"public"."Ticket"');
CREATE OR REPLACE TRIGGER "~phase_dual_write" BEFORE INSERT ON "public"."Ticket" FOR EACH ROW EXECUTE FUNCTION "phase"."public.Ticket.dual_write"();
CREATE OR REPLACE TRIGGER "~phase_dual_write_update" BEFORE UPDATE ON "public"."Ticket" FOR EACH ROW WHEN ((NEW."title" OPERATOR(pg_catalog.=) OLD."title" OR (NEW."title" IS NULL AND OLD."title" IS NULL)) IS NOT TRUE OR (NEW."phase_1_loud" OPERATOR(pg_catalog.=) OLD."phase_1_loud" OR (NEW."phase_1_loud" IS NULL AND OLD."phase_1_loud" IS NULL)) IS NOT TRUE) EXECUTE FUNCTION "phase"."public.Ticket.dual_write_update"();
COMMIT;
-- expand 0001_case: Create schema public_0001_case with its door closed
BEGIN;
CREATE SCHEMA "public_0001_case";
GRANT USAGE ON SCHEMA "public_0001_case" TO PUBLIC;
CREATE VIEW "public_0001_case"."phase_version" AS SELECT '0001_case'::text AS version, 'public'::text AS base_schema;
GRANT SELECT ON "public_0001_case"."phase_version" TO PUBLIC;
CREATE OR REPLACE VIEW "public_0001_case"."Ticket" WITH (security_invoker = true) AS SELECT * FROM phase.closed_door('public_0001_case', NULL) AS t("Id" integer, "number" bigint, "title" text, "loud" character varying);
CREATE OR REPLACE TRIGGER "phase_closed" INSTEAD OF INSERT OR UPDATE OR DELETE ON "public_0001_case"."Ticket" FOR EACH ROW EXECUTE FUNCTION phase.closed_door_insert();
GRANT SELECT, INSERT, UPDATE, DELETE ON "public_0001_case"."Ticket" TO PUBLIC;
COMMIT;
-- publish 0001_case: Backfill table Ticket
-- takes ROW EXCLUSIVE on public.Ticket
-- in batches: UPDATE "public"."Ticket" SET "phase_1_loud" = "phase"."public.1.Ticket.loud.up"("title");
-- publish 0001_case: Open the door of version 0001_case
-- takes ACCESS EXCLUSIVE on public_0001_case.Ticket, ACCESS SHARE on public.Ticket
BEGIN;
CREATE OR REPLACE FUNCTION "phase"."public.Ticket.dual_write"() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  IF NEW."~phase_origin" IS NULL THEN
    IF NEW."phase_1_loud" IS NULL THEN
      NEW."phase_1_loud" := "phase"."public.1.Ticket.loud.up"(NEW."title");
    END IF;
  ELSE
    IF NEW."~phase_origin" OPERATOR(pg_catalog.<) 1 AND (NEW."phase_1_loud" IS NULL) THEN
      NEW."phase_1_loud" := "phase"."public.1.Ticket.loud.up"(NEW."title");
    END IF;
    NEW."~phase_origin" := NULL;
  END IF;
  RETURN NEW;
END
';
CREATE OR REPLACE FUNCTION "phase"."public.Ticket.dual_write_update"() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  IF (NEW."phase_1_loud" OPERATOR(pg_catalog.=) OLD."phase_1_loud" OR (NEW."phase_1_loud" IS NULL AND OLD."phase_1_loud" IS NULL)) IS NOT TRUE THEN
    NULL;
  ELSE
    IF COALESCE(phase.session_origin(ARRAY[''baseline'', ''0001_case'']::pg_catalog.text[], ARRAY[NULL, ''public_0001_case'']::pg_catalog.text[]) OPERATOR(pg_catalog.>=) 1, (pg_catalog.record_image_ne(ROW (OLD."phase_1_loud"), ROW ("phase"."public.1.Ticket.loud.up"(OLD."title"))))) THEN
      NULL;
    ELSE
      NEW."phase_1_loud" := "phase"."public.1.Ticket.loud.up"(NEW."title");
    END IF;
  END IF;
  RETURN NEW;
END
';
DROP TRIGGER IF EXISTS "phase_closed" ON "public_0001_case"."Ticket";
CREATE OR REPLACE VIEW "phase"."public_0001_case.Ticket.origin" WITH (security_invoker = true) AS SELECT base."Id" AS "Id", base."number" AS "number", base."title" AS "title", base."phase_1_loud" AS "loud", base."~phase_origin" FROM "public"."Ticket" AS base;
ALTER VIEW "phase"."public_0001_case.Ticket.origin" ALTER COLUMN "~phase_origin" SET DEFAULT 1;
GRANT SELECT, INSERT, UPDATE, DELETE ON "phase"."public_0001_case.Ticket.origin" TO PUBLIC;
CREATE OR REPLACE VIEW "public_0001_case"."Ticket" WITH (security_invoker = true) AS SELECT base."Id", base."number", base."title", base."loud" FROM "phase"."public_0001_case.Ticket.origin" AS base;
ALTER VIEW "public_0001_case"."Ticket" ALTER COLUMN "loud" SET DEFAULT ('LOUD');
COMMIT;
-- retire 0001_case: Close the door of version 0001_case
-- takes ACCESS EXCLUSIVE on public_0001_case.Ticket
BEGIN;
CREATE OR REPLACE VIEW "public_0001_case"."Ticket" WITH (security_invoker = true) AS SELECT * FROM phase.closed_door('public_0001_case', NULL) AS t("Id" integer, "number" bigint, "title" text, "loud" character varying);
CREATE OR REPLACE TRIGGER "phase_closed" INSTEAD OF INSERT OR UPDATE OR DELETE ON "public_0001_case"."Ticket" FOR EACH ROW EXECUTE FUNCTION phase.closed_door_insert();
DROP VIEW IF EXISTS "phase"."public_0001_case.Ticket.origin";
COMMIT;
-- restore 0001_case: Open the door of version 0001_case
-- takes ACCESS EXCLUSIVE on public_0001_case.Ticket, ACCESS SHARE on public.Ticket
BEGIN;
DROP TRIGGER IF EXISTS "phase_closed" ON "public_0001_case"."Ticket";
CREATE OR REPLACE VIEW "phase"."public_0001_case.Ticket.origin" WITH (security_invoker = true) AS SELECT base."Id" AS "Id", base."number" AS "number", base."title" AS "title", base."phase_1_loud" AS "loud", base."~phase_origin" FROM "public"."Ticket" AS base;
ALTER VIEW "phase"."public_0001_case.Ticket.origin" ALTER COLUMN "~phase_origin" SET DEFAULT 1;
GRANT SELECT, INSERT, UPDATE, DELETE ON "phase"."public_0001_case.Ticket.origin" TO PUBLIC;
CREATE OR REPLACE VIEW "public_0001_case"."Ticket" WITH (security_invoker = true) AS SELECT base."Id", base."number", base."title", base."loud" FROM "phase"."public_0001_case.Ticket.origin" AS base;
ALTER VIEW "public_0001_case"."Ticket" ALTER COLUMN "loud" SET DEFAULT ('LOUD');
COMMIT;
-- contract baseline: Give table Ticket the shape of version 0001_case
-- takes ACCESS EXCLUSIVE on public.Ticket
BEGIN;
LOCK TABLE "public"."Ticket" IN ACCESS EXCLUSIVE MODE;
DROP TRIGGER IF EXISTS "~phase_dual_write" ON "public"."Ticket";
DROP TRIGGER IF EXISTS "~phase_dual_write_update" ON "public"."Ticket";
DROP FUNCTION IF EXISTS "phase"."public.Ticket.dual_write"(), "phase"."public.Ticket.dual_write_update"();
SELECT phase.set_aside('"public"."Ticket"', 'loud', 'phase_1_loud');
ALTER TABLE "public"."Ticket" DROP COLUMN "loud";
ALTER TABLE "public"."Ticket" RENAME COLUMN "phase_1_loud" TO "loud";
ALTER TABLE "public"."Ticket" ALTER COLUMN "loud" SET DEFAULT ('LOUD');
DROP FUNCTION IF EXISTS "phase"."public.1.Ticket.loud.up";
SELECT phase.put_back();
COMMIT;
-- contract baseline: Let no view of table Ticket say who inserts
-- takes ACCESS EXCLUSIVE on public_0001_case.Ticket, ACCESS SHARE on public.Ticket
BEGIN;
DO 'BEGIN
IF pg_catalog.to_regclass(''"phase"."public_0001_case.Ticket.origin"'') IS NOT NULL THEN
EXECUTE ''CREATE OR REPLACE VIEW "public_0001_case"."Ticket" WITH (security_invoker = true) AS SELECT base."Id" AS "Id", base."number" AS "number", base."title" AS "title", base."loud" AS "loud" FROM "public"."Ticket" AS base'';
EXECUTE ''DROP VIEW IF EXISTS "phase"."public_0001_case.Ticket.origin"'';
END IF;
END';
COMMIT;
-- contract baseline: Remove the column of table Ticket that said so
-- takes ACCESS EXCLUSIVE on public.Ticket
BEGIN;
ALTER TABLE IF EXISTS "public"."Ticket" DROP COLUMN IF EXISTS "~phase_origin";
COMMIT;
-- rollback 0001_case: Remove the schema of version 0001_case
-- takes ACCESS EXCLUSIVE on public_0001_case.Ticket, ACCESS EXCLUSIVE on public_0001_case.phase_version
BEGIN;
DROP VIEW IF EXISTS "public_0001_case"."Ticket", "public_0001_case"."phase_version", "phase"."public_0001_case.Ticket.origin";
DROP SCHEMA IF EXISTS "public_0001_case";
COMMIT;
-- rollback 0001_case: Give table Ticket back the shape that it had
-- takes ACCESS EXCLUSIVE on public.Ticket
BEGIN;
LOCK TABLE "public"."Ticket" IN ACCESS EXCLUSIVE MODE;
DROP TRIGGER IF EXISTS "~phase_dual_write" ON "public"."Ticket";
DROP TRIGGER IF EXISTS "~phase_dual_write_update" ON "public"."Ticket";
DROP FUNCTION IF EXISTS "phase"."public.Ticket.dual_write"(), "phase"."public.Ticket.dual_write_update"();
ALTER TABLE IF EXISTS "public"."Ticket" DROP COLUMN IF EXISTS "~phase_origin";
DROP FUNCTION IF EXISTS "phase"."public.1.Ticket.loud.up";
ALTER TABLE IF EXISTS "public"."Ticket" DROP COLUMN IF EXISTS "phase_1_loud";
COMMIT;

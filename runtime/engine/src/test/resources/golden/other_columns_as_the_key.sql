-- operations:
-- - alter_column: { table: shipments, column: line, nullable: false, up: "coalesce(line, 0)" }
-- - change_primary_key: { table: shipments, columns: [line, id] }

-- expand 0001_case: Expand table shipments
-- takes ACCESS EXCLUSIVE on public.shipments
BEGIN;
ALTER TABLE "public"."shipments" ADD COLUMN "phase_1_line" integer;
CREATE FUNCTION "phase"."public.1.shipments.line.up" ("line" integer) RETURNS integer LANGUAGE sql RETURN (coalesce(line, 0));
CREATE FUNCTION "phase"."public.1.shipments.line.down" ("line" integer) RETURNS integer LANGUAGE sql RETURN ("line");
SELECT phase.copy_column('"public"."shipments"', 'line', 'phase_1_line');
CREATE OR REPLACE FUNCTION "phase"."public.shipments.dual_write"() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  NEW."phase_1_line" := "phase"."public.1.shipments.line.up"(NEW."line");
  RETURN NEW;
END
';
CREATE OR REPLACE FUNCTION "phase"."public.shipments.dual_write_update"() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  IF pg_catalog.current_setting(''phase.backfill'', true) OPERATOR(pg_catalog.=) ''on'' THEN
    RETURN NEW;
  END IF;
  IF (NEW."line" OPERATOR(pg_catalog.=) OLD."line" OR (NEW."line" IS NULL AND OLD."line" IS NULL)) IS NOT TRUE THEN
    NEW."phase_1_line" := "phase"."public.1.shipments.line.up"(NEW."line");
  END IF;
  RETURN NEW;
END
';
ALTER TABLE "public"."shipments" ADD COLUMN IF NOT EXISTS "~phase_origin" pg_catalog.int8;
SELECT phase.grant_origin('"public"."shipments"');
CREATE OR REPLACE TRIGGER "~phase_dual_write" BEFORE INSERT ON "public"."shipments" FOR EACH ROW EXECUTE FUNCTION "phase"."public.shipments.dual_write"();
CREATE OR REPLACE TRIGGER "~phase_dual_write_update" BEFORE UPDATE ON "public"."shipments" FOR EACH ROW WHEN ((NEW."line" OPERATOR(pg_catalog.=) OLD."line" OR (NEW."line" IS NULL AND OLD."line" IS NULL)) IS NOT TRUE OR (NEW."phase_1_line" OPERATOR(pg_catalog.=) OLD."phase_1_line" OR (NEW."phase_1_line" IS NULL AND OLD."phase_1_line" IS NULL)) IS NOT TRUE) EXECUTE FUNCTION "phase"."public.shipments.dual_write_update"();
COMMIT;
-- expand 0001_case: Create schema public_0001_case with its door closed
BEGIN;
CREATE SCHEMA "public_0001_case";
GRANT USAGE ON SCHEMA "public_0001_case" TO PUBLIC;
CREATE VIEW "public_0001_case"."phase_version" AS SELECT '0001_case'::text AS version, 'public'::text AS base_schema;
GRANT SELECT ON "public_0001_case"."phase_version" TO PUBLIC;
CREATE OR REPLACE VIEW "public_0001_case"."shipments" WITH (security_invoker = true) AS SELECT * FROM phase.closed_door('public_0001_case', NULL) AS t("id" bigint, "order_id" integer, "line" integer);
CREATE OR REPLACE TRIGGER "phase_closed" INSTEAD OF INSERT OR UPDATE OR DELETE ON "public_0001_case"."shipments" FOR EACH ROW EXECUTE FUNCTION phase.closed_door_insert();
GRANT SELECT, INSERT, UPDATE, DELETE ON "public_0001_case"."shipments" TO PUBLIC;
COMMIT;
-- publish 0001_case: Backfill table shipments
-- takes ROW EXCLUSIVE on public.shipments
-- in batches: UPDATE "public"."shipments" SET "phase_1_line" = "phase"."public.1.shipments.line.up"("line");
-- publish 0001_case: Let no new row of shipments have a NULL in line
-- takes ACCESS EXCLUSIVE on public.shipments
BEGIN;
ALTER TABLE "public"."shipments" ADD CONSTRAINT "phase_1_line_not_null" CHECK ("phase_1_line" IS NOT NULL) NOT VALID;
COMMIT;
-- publish 0001_case: Prove that no row of shipments has one
-- takes SHARE UPDATE EXCLUSIVE on public.shipments
BEGIN;
ALTER TABLE "public"."shipments" VALIDATE CONSTRAINT "phase_1_line_not_null";
COMMIT;
-- publish 0001_case: Make line of shipments NOT NULL
-- takes ACCESS EXCLUSIVE on public.shipments
BEGIN;
ALTER TABLE "public"."shipments" ALTER COLUMN "phase_1_line" SET NOT NULL;
ALTER TABLE "public"."shipments" DROP CONSTRAINT "phase_1_line_not_null";
COMMIT;
-- publish 0001_case: Hold new rows of shipments to shipped_line
-- takes SHARE ROW EXCLUSIVE on public.shipments, SHARE ROW EXCLUSIVE on public.lines
BEGIN;
ALTER TABLE "public"."shipments" ADD CONSTRAINT "phase_1_shipped_line" FOREIGN KEY ("order_id", "phase_1_line") REFERENCES "public"."lines" ("order_id", "Line") MATCH FULL ON DELETE NO ACTION ON UPDATE NO ACTION NOT VALID;
COMMIT;
-- publish 0001_case: Prove that the rows of shipments keep shipped_line
-- takes SHARE UPDATE EXCLUSIVE on public.shipments, ROW SHARE on public.lines
BEGIN;
ALTER TABLE "public"."shipments" VALIDATE CONSTRAINT "phase_1_shipped_line";
COMMIT;
-- publish 0001_case: Build the unique index of shipments_pkey on shipments
-- takes SHARE UPDATE EXCLUSIVE on public.shipments
CREATE UNIQUE INDEX CONCURRENTLY "phase_2_shipments_pkey" ON "public"."shipments" USING "btree" ("phase_1_line", "id");
-- publish 0001_case: Open the door of version 0001_case
-- takes ACCESS EXCLUSIVE on public_0001_case.shipments, ACCESS SHARE on public.shipments
BEGIN;
CREATE OR REPLACE FUNCTION "phase"."public.shipments.dual_write"() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  IF NEW."~phase_origin" IS NULL THEN
    IF NEW."phase_1_line" IS NULL OR pg_catalog.record_image_ne(ROW (NEW."line"), ROW ("phase"."public.1.shipments.line.down"(NEW."phase_1_line"))) THEN
      NEW."phase_1_line" := "phase"."public.1.shipments.line.up"(NEW."line");
    END IF;
  ELSE
    IF NEW."~phase_origin" OPERATOR(pg_catalog.>=) 1 AND (NEW."line" IS NULL OR pg_catalog.record_image_ne(ROW (NEW."phase_1_line"), ROW ("phase"."public.1.shipments.line.up"(NEW."line")))) THEN
      NEW."line" := "phase"."public.1.shipments.line.down"(NEW."phase_1_line");
    END IF;
    IF NEW."~phase_origin" OPERATOR(pg_catalog.<) 1 AND (NEW."phase_1_line" IS NULL OR pg_catalog.record_image_ne(ROW (NEW."line"), ROW ("phase"."public.1.shipments.line.down"(NEW."phase_1_line")))) THEN
      NEW."phase_1_line" := "phase"."public.1.shipments.line.up"(NEW."line");
    END IF;
    NEW."~phase_origin" := NULL;
  END IF;
  RETURN NEW;
END
';
CREATE OR REPLACE FUNCTION "phase"."public.shipments.dual_write_update"() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  IF (NEW."phase_1_line" OPERATOR(pg_catalog.=) OLD."phase_1_line" OR (NEW."phase_1_line" IS NULL AND OLD."phase_1_line" IS NULL)) IS NOT TRUE THEN
    IF ((NEW."line" OPERATOR(pg_catalog.=) OLD."line" OR (NEW."line" IS NULL AND OLD."line" IS NULL)) IS NOT TRUE) AND phase.session_origin(ARRAY[''baseline'', ''0001_case'']::pg_catalog.text[], ARRAY[NULL, ''public_0001_case'']::pg_catalog.text[]) OPERATOR(pg_catalog.<) 1 THEN
      NEW."phase_1_line" := "phase"."public.1.shipments.line.up"(NEW."line");
    ELSE
      NEW."line" := "phase"."public.1.shipments.line.down"(NEW."phase_1_line");
    END IF;
  ELSE
    NEW."phase_1_line" := "phase"."public.1.shipments.line.up"(NEW."line");
  END IF;
  RETURN NEW;
END
';
DROP TRIGGER IF EXISTS "phase_closed" ON "public_0001_case"."shipments";
CREATE OR REPLACE VIEW "phase"."public_0001_case.shipments.origin" WITH (security_invoker = true) AS SELECT base."id" AS "id", base."order_id" AS "order_id", base."phase_1_line" AS "line", base."~phase_origin" FROM "public"."shipments" AS base;
ALTER VIEW "phase"."public_0001_case.shipments.origin" ALTER COLUMN "~phase_origin" SET DEFAULT 2;
GRANT SELECT, INSERT, UPDATE, DELETE ON "phase"."public_0001_case.shipments.origin" TO PUBLIC;
CREATE OR REPLACE VIEW "public_0001_case"."shipments" WITH (security_invoker = true) AS SELECT base."id", base."order_id", base."line" FROM "phase"."public_0001_case.shipments.origin" AS base;
COMMIT;
-- retire 0001_case: Close the door of version 0001_case
-- takes ACCESS EXCLUSIVE on public_0001_case.shipments
BEGIN;
CREATE OR REPLACE VIEW "public_0001_case"."shipments" WITH (security_invoker = true) AS SELECT * FROM phase.closed_door('public_0001_case', NULL) AS t("id" bigint, "order_id" integer, "line" integer);
CREATE OR REPLACE TRIGGER "phase_closed" INSTEAD OF INSERT OR UPDATE OR DELETE ON "public_0001_case"."shipments" FOR EACH ROW EXECUTE FUNCTION phase.closed_door_insert();
DROP VIEW IF EXISTS "phase"."public_0001_case.shipments.origin";
COMMIT;
-- restore 0001_case: Open the door of version 0001_case
-- takes ACCESS EXCLUSIVE on public_0001_case.shipments, ACCESS SHARE on public.shipments
BEGIN;
DROP TRIGGER IF EXISTS "phase_closed" ON "public_0001_case"."shipments";
CREATE OR REPLACE VIEW "phase"."public_0001_case.shipments.origin" WITH (security_invoker = true) AS SELECT base."id" AS "id", base."order_id" AS "order_id", base."phase_1_line" AS "line", base."~phase_origin" FROM "public"."shipments" AS base;
ALTER VIEW "phase"."public_0001_case.shipments.origin" ALTER COLUMN "~phase_origin" SET DEFAULT 2;
GRANT SELECT, INSERT, UPDATE, DELETE ON "phase"."public_0001_case.shipments.origin" TO PUBLIC;
CREATE OR REPLACE VIEW "public_0001_case"."shipments" WITH (security_invoker = true) AS SELECT base."id", base."order_id", base."line" FROM "phase"."public_0001_case.shipments.origin" AS base;
COMMIT;
-- contract baseline: Give table shipments the shape of version 0001_case
-- takes ACCESS EXCLUSIVE on public.shipments, ACCESS EXCLUSIVE on public.lines, SHARE UPDATE EXCLUSIVE on public.phase_2_shipments_pkey
BEGIN;
LOCK TABLE "public"."shipments" IN ACCESS EXCLUSIVE MODE;
DROP TRIGGER IF EXISTS "~phase_dual_write" ON "public"."shipments";
DROP TRIGGER IF EXISTS "~phase_dual_write_update" ON "public"."shipments";
DROP FUNCTION IF EXISTS "phase"."public.shipments.dual_write"(), "phase"."public.shipments.dual_write_update"();
SELECT phase.set_aside('"public"."shipments"', 'line', 'phase_1_line');
ALTER TABLE "public"."shipments" DROP COLUMN "line";
ALTER TABLE "public"."shipments" RENAME COLUMN "phase_1_line" TO "line";
DROP FUNCTION IF EXISTS "phase"."public.1.shipments.line.up";
DROP FUNCTION IF EXISTS "phase"."public.1.shipments.line.down";
ALTER TABLE "public"."shipments" RENAME CONSTRAINT "phase_1_shipped_line" TO "shipped_line";
SELECT phase.put_back();
ALTER TABLE "public"."shipments" DROP CONSTRAINT "shipments_pkey";
ALTER TABLE "public"."shipments" ADD CONSTRAINT "shipments_pkey" PRIMARY KEY USING INDEX "phase_2_shipments_pkey";
COMMIT;
-- contract baseline: Let no view of table shipments say who inserts
-- takes ACCESS EXCLUSIVE on public_0001_case.shipments, ACCESS SHARE on public.shipments
BEGIN;
DO 'BEGIN
IF pg_catalog.to_regclass(''"phase"."public_0001_case.shipments.origin"'') IS NOT NULL THEN
EXECUTE ''CREATE OR REPLACE VIEW "public_0001_case"."shipments" WITH (security_invoker = true) AS SELECT base."id" AS "id", base."order_id" AS "order_id", base."line" AS "line" FROM "public"."shipments" AS base'';
EXECUTE ''DROP VIEW IF EXISTS "phase"."public_0001_case.shipments.origin"'';
END IF;
END';
COMMIT;
-- contract baseline: Remove the column of table shipments that said so
-- takes ACCESS EXCLUSIVE on public.shipments
BEGIN;
ALTER TABLE IF EXISTS "public"."shipments" DROP COLUMN IF EXISTS "~phase_origin";
COMMIT;
-- rollback 0001_case: Remove the schema of version 0001_case
-- takes ACCESS EXCLUSIVE on public_0001_case.phase_version, ACCESS EXCLUSIVE on public_0001_case.shipments
BEGIN;
DROP VIEW IF EXISTS "public_0001_case"."phase_version", "public_0001_case"."shipments", "phase"."public_0001_case.shipments.origin";
DROP SCHEMA IF EXISTS "public_0001_case";
COMMIT;
-- rollback 0001_case: Drop constraint phase_2_shipments_pkey
-- takes ACCESS EXCLUSIVE on public.shipments
BEGIN;
ALTER TABLE IF EXISTS "public"."shipments" DROP CONSTRAINT IF EXISTS "phase_2_shipments_pkey";
COMMIT;
-- rollback 0001_case: Drop its index where the build was cut off
-- takes SHARE UPDATE EXCLUSIVE on public.shipments
DROP INDEX CONCURRENTLY IF EXISTS "public"."phase_2_shipments_pkey";
-- rollback 0001_case: Drop constraint phase_1_shipped_line
-- takes ACCESS EXCLUSIVE on public.shipments, ACCESS EXCLUSIVE on public.lines
BEGIN;
ALTER TABLE IF EXISTS "public"."shipments" DROP CONSTRAINT IF EXISTS "phase_1_shipped_line";
COMMIT;
-- rollback 0001_case: Give table shipments back the shape that it had
-- takes ACCESS EXCLUSIVE on public.shipments
BEGIN;
LOCK TABLE "public"."shipments" IN ACCESS EXCLUSIVE MODE;
DROP TRIGGER IF EXISTS "~phase_dual_write" ON "public"."shipments";
DROP TRIGGER IF EXISTS "~phase_dual_write_update" ON "public"."shipments";
DROP FUNCTION IF EXISTS "phase"."public.shipments.dual_write"(), "phase"."public.shipments.dual_write_update"();
ALTER TABLE IF EXISTS "public"."shipments" DROP COLUMN IF EXISTS "~phase_origin";
DROP FUNCTION IF EXISTS "phase"."public.1.shipments.line.up";
DROP FUNCTION IF EXISTS "phase"."public.1.shipments.line.down";
ALTER TABLE IF EXISTS "public"."shipments" DROP COLUMN IF EXISTS "phase_1_line";
COMMIT;

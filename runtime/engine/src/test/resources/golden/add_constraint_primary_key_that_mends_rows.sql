-- operations:
-- - add_constraint:
--     table: heap
--     name: heap_key
--     primary_key: [b, a]
--     up: { b: "coalesce(b, 0)" }
--     down: { b: b }

-- expand 0001_case: Expand table heap
-- takes ACCESS EXCLUSIVE on public.heap
BEGIN;
ALTER TABLE "public"."heap" ADD COLUMN "phase_1_b" integer;
CREATE FUNCTION "phase"."public.1.heap.b.up" ("b" integer) RETURNS integer LANGUAGE sql RETURN (coalesce(b, 0));
CREATE FUNCTION "phase"."public.1.heap.b.down" ("b" integer) RETURNS integer LANGUAGE sql RETURN (b);
SELECT phase.copy_column('"public"."heap"', 'b', 'phase_1_b');
CREATE OR REPLACE FUNCTION "phase"."public.heap.dual_write"() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  NEW."phase_1_b" := "phase"."public.1.heap.b.up"(NEW."b");
  RETURN NEW;
END
';
CREATE OR REPLACE FUNCTION "phase"."public.heap.dual_write_update"() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  IF pg_catalog.current_setting(''phase.backfill'', true) OPERATOR(pg_catalog.=) ''on'' THEN
    RETURN NEW;
  END IF;
  IF (NEW."b" OPERATOR(pg_catalog.=) OLD."b" OR (NEW."b" IS NULL AND OLD."b" IS NULL)) IS NOT TRUE THEN
    NEW."phase_1_b" := "phase"."public.1.heap.b.up"(NEW."b");
  END IF;
  RETURN NEW;
END
';
ALTER TABLE "public"."heap" ADD COLUMN IF NOT EXISTS "~phase_origin" pg_catalog.int8;
SELECT phase.grant_origin('"public"."heap"');
CREATE OR REPLACE TRIGGER "~phase_dual_write" BEFORE INSERT ON "public"."heap" FOR EACH ROW EXECUTE FUNCTION "phase"."public.heap.dual_write"();
CREATE OR REPLACE TRIGGER "~phase_dual_write_update" BEFORE UPDATE ON "public"."heap" FOR EACH ROW WHEN ((NEW."b" OPERATOR(pg_catalog.=) OLD."b" OR (NEW."b" IS NULL AND OLD."b" IS NULL)) IS NOT TRUE OR (NEW."phase_1_b" OPERATOR(pg_catalog.=) OLD."phase_1_b" OR (NEW."phase_1_b" IS NULL AND OLD."phase_1_b" IS NULL)) IS NOT TRUE) EXECUTE FUNCTION "phase"."public.heap.dual_write_update"();
COMMIT;
-- expand 0001_case: Create schema public_0001_case with its door closed
BEGIN;
CREATE SCHEMA "public_0001_case";
GRANT USAGE ON SCHEMA "public_0001_case" TO PUBLIC;
CREATE VIEW "public_0001_case"."phase_version" AS SELECT '0001_case'::text AS version, 'public'::text AS base_schema;
GRANT SELECT ON "public_0001_case"."phase_version" TO PUBLIC;
CREATE OR REPLACE VIEW "public_0001_case"."heap" WITH (security_invoker = true) AS SELECT * FROM phase.closed_door('public_0001_case', NULL) AS t("a" integer, "b" integer);
CREATE OR REPLACE TRIGGER "phase_closed" INSTEAD OF INSERT OR UPDATE OR DELETE ON "public_0001_case"."heap" FOR EACH ROW EXECUTE FUNCTION phase.closed_door_insert();
GRANT SELECT, INSERT, UPDATE, DELETE ON "public_0001_case"."heap" TO PUBLIC;
COMMIT;
-- publish 0001_case: Backfill table heap
-- takes ROW EXCLUSIVE on public.heap
-- in batches: UPDATE "public"."heap" SET "phase_1_b" = "phase"."public.1.heap.b.up"("b");
-- publish 0001_case: Let no new row of heap have a NULL in b
-- takes ACCESS EXCLUSIVE on public.heap
BEGIN;
ALTER TABLE "public"."heap" ADD CONSTRAINT "phase_1_b_not_null" CHECK ("phase_1_b" IS NOT NULL) NOT VALID;
COMMIT;
-- publish 0001_case: Prove that no row of heap has one
-- takes SHARE UPDATE EXCLUSIVE on public.heap
BEGIN;
ALTER TABLE "public"."heap" VALIDATE CONSTRAINT "phase_1_b_not_null";
COMMIT;
-- publish 0001_case: Make b of heap NOT NULL
-- takes ACCESS EXCLUSIVE on public.heap
BEGIN;
ALTER TABLE "public"."heap" ALTER COLUMN "phase_1_b" SET NOT NULL;
ALTER TABLE "public"."heap" DROP CONSTRAINT "phase_1_b_not_null";
COMMIT;
-- publish 0001_case: Build the unique index of heap_key on heap
-- takes SHARE UPDATE EXCLUSIVE on public.heap
CREATE UNIQUE INDEX CONCURRENTLY "heap_key" ON "public"."heap" USING "btree" ("phase_1_b", "a");
-- publish 0001_case: Open the door of version 0001_case
-- takes ACCESS EXCLUSIVE on public_0001_case.heap, ACCESS SHARE on public.heap
BEGIN;
CREATE OR REPLACE FUNCTION "phase"."public.heap.dual_write"() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  IF NEW."~phase_origin" IS NULL THEN
    IF NEW."phase_1_b" IS NULL OR pg_catalog.record_image_ne(ROW (NEW."b"), ROW ("phase"."public.1.heap.b.down"(NEW."phase_1_b"))) THEN
      NEW."phase_1_b" := "phase"."public.1.heap.b.up"(NEW."b");
    END IF;
  ELSE
    IF NEW."~phase_origin" OPERATOR(pg_catalog.>=) 1 AND (NEW."b" IS NULL OR pg_catalog.record_image_ne(ROW (NEW."phase_1_b"), ROW ("phase"."public.1.heap.b.up"(NEW."b")))) THEN
      NEW."b" := "phase"."public.1.heap.b.down"(NEW."phase_1_b");
    END IF;
    IF NEW."~phase_origin" OPERATOR(pg_catalog.<) 1 AND (NEW."phase_1_b" IS NULL OR pg_catalog.record_image_ne(ROW (NEW."b"), ROW ("phase"."public.1.heap.b.down"(NEW."phase_1_b")))) THEN
      NEW."phase_1_b" := "phase"."public.1.heap.b.up"(NEW."b");
    END IF;
    NEW."~phase_origin" := NULL;
  END IF;
  RETURN NEW;
END
';
CREATE OR REPLACE FUNCTION "phase"."public.heap.dual_write_update"() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  IF (NEW."phase_1_b" OPERATOR(pg_catalog.=) OLD."phase_1_b" OR (NEW."phase_1_b" IS NULL AND OLD."phase_1_b" IS NULL)) IS NOT TRUE THEN
    IF ((NEW."b" OPERATOR(pg_catalog.=) OLD."b" OR (NEW."b" IS NULL AND OLD."b" IS NULL)) IS NOT TRUE) AND phase.session_origin(ARRAY[''baseline'', ''0001_case'']::pg_catalog.text[], ARRAY[NULL, ''public_0001_case'']::pg_catalog.text[]) OPERATOR(pg_catalog.<) 1 THEN
      NEW."phase_1_b" := "phase"."public.1.heap.b.up"(NEW."b");
    ELSE
      NEW."b" := "phase"."public.1.heap.b.down"(NEW."phase_1_b");
    END IF;
  ELSE
    NEW."phase_1_b" := "phase"."public.1.heap.b.up"(NEW."b");
  END IF;
  RETURN NEW;
END
';
DROP TRIGGER IF EXISTS "phase_closed" ON "public_0001_case"."heap";
CREATE OR REPLACE VIEW "phase"."public_0001_case.heap.origin" WITH (security_invoker = true) AS SELECT base."a" AS "a", base."phase_1_b" AS "b", base."~phase_origin" FROM "public"."heap" AS base;
ALTER VIEW "phase"."public_0001_case.heap.origin" ALTER COLUMN "~phase_origin" SET DEFAULT 1;
GRANT SELECT, INSERT, UPDATE, DELETE ON "phase"."public_0001_case.heap.origin" TO PUBLIC;
CREATE OR REPLACE VIEW "public_0001_case"."heap" WITH (security_invoker = true) AS SELECT base."a", base."b" FROM "phase"."public_0001_case.heap.origin" AS base;
COMMIT;
-- retire 0001_case: Close the door of version 0001_case
-- takes ACCESS EXCLUSIVE on public_0001_case.heap
BEGIN;
CREATE OR REPLACE VIEW "public_0001_case"."heap" WITH (security_invoker = true) AS SELECT * FROM phase.closed_door('public_0001_case', NULL) AS t("a" integer, "b" integer);
CREATE OR REPLACE TRIGGER "phase_closed" INSTEAD OF INSERT OR UPDATE OR DELETE ON "public_0001_case"."heap" FOR EACH ROW EXECUTE FUNCTION phase.closed_door_insert();
DROP VIEW IF EXISTS "phase"."public_0001_case.heap.origin";
COMMIT;
-- restore 0001_case: Open the door of version 0001_case
-- takes ACCESS EXCLUSIVE on public_0001_case.heap, ACCESS SHARE on public.heap
BEGIN;
DROP TRIGGER IF EXISTS "phase_closed" ON "public_0001_case"."heap";
CREATE OR REPLACE VIEW "phase"."public_0001_case.heap.origin" WITH (security_invoker = true) AS SELECT base."a" AS "a", base."phase_1_b" AS "b", base."~phase_origin" FROM "public"."heap" AS base;
ALTER VIEW "phase"."public_0001_case.heap.origin" ALTER COLUMN "~phase_origin" SET DEFAULT 1;
GRANT SELECT, INSERT, UPDATE, DELETE ON "phase"."public_0001_case.heap.origin" TO PUBLIC;
CREATE OR REPLACE VIEW "public_0001_case"."heap" WITH (security_invoker = true) AS SELECT base."a", base."b" FROM "phase"."public_0001_case.heap.origin" AS base;
COMMIT;
-- contract baseline: Give table heap the shape of version 0001_case
-- takes ACCESS EXCLUSIVE on public.heap, SHARE UPDATE EXCLUSIVE on public.heap_key
BEGIN;
LOCK TABLE "public"."heap" IN ACCESS EXCLUSIVE MODE;
DROP TRIGGER IF EXISTS "~phase_dual_write" ON "public"."heap";
DROP TRIGGER IF EXISTS "~phase_dual_write_update" ON "public"."heap";
DROP FUNCTION IF EXISTS "phase"."public.heap.dual_write"(), "phase"."public.heap.dual_write_update"();
SELECT phase.set_aside('"public"."heap"', 'b', 'phase_1_b');
ALTER TABLE "public"."heap" DROP COLUMN "b";
ALTER TABLE "public"."heap" RENAME COLUMN "phase_1_b" TO "b";
DROP FUNCTION IF EXISTS "phase"."public.1.heap.b.up";
DROP FUNCTION IF EXISTS "phase"."public.1.heap.b.down";
SELECT phase.put_back();
ALTER TABLE "public"."heap" ADD CONSTRAINT "heap_key" PRIMARY KEY USING INDEX "heap_key";
COMMIT;
-- contract baseline: Let no view of table heap say who inserts
-- takes ACCESS EXCLUSIVE on public_0001_case.heap, ACCESS SHARE on public.heap
BEGIN;
DO 'BEGIN
IF pg_catalog.to_regclass(''"phase"."public_0001_case.heap.origin"'') IS NOT NULL THEN
EXECUTE ''CREATE OR REPLACE VIEW "public_0001_case"."heap" WITH (security_invoker = true) AS SELECT base."a" AS "a", base."b" AS "b" FROM "public"."heap" AS base'';
EXECUTE ''DROP VIEW IF EXISTS "phase"."public_0001_case.heap.origin"'';
END IF;
END';
COMMIT;
-- contract baseline: Remove the column of table heap that said so
-- takes ACCESS EXCLUSIVE on public.heap
BEGIN;
ALTER TABLE IF EXISTS "public"."heap" DROP COLUMN IF EXISTS "~phase_origin";
COMMIT;
-- rollback 0001_case: Remove the schema of version 0001_case
-- takes ACCESS EXCLUSIVE on public_0001_case.heap, ACCESS EXCLUSIVE on public_0001_case.phase_version
BEGIN;
DROP VIEW IF EXISTS "public_0001_case"."heap", "public_0001_case"."phase_version", "phase"."public_0001_case.heap.origin";
DROP SCHEMA IF EXISTS "public_0001_case";
COMMIT;
-- rollback 0001_case: Drop constraint heap_key
-- takes ACCESS EXCLUSIVE on public.heap
BEGIN;
ALTER TABLE IF EXISTS "public"."heap" DROP CONSTRAINT IF EXISTS "heap_key";
COMMIT;
-- rollback 0001_case: Drop its index where the build was cut off
-- takes SHARE UPDATE EXCLUSIVE on public.heap
DROP INDEX CONCURRENTLY IF EXISTS "public"."heap_key";
-- rollback 0001_case: Give table heap back the shape that it had
-- takes ACCESS EXCLUSIVE on public.heap
BEGIN;
LOCK TABLE "public"."heap" IN ACCESS EXCLUSIVE MODE;
DROP TRIGGER IF EXISTS "~phase_dual_write" ON "public"."heap";
DROP TRIGGER IF EXISTS "~phase_dual_write_update" ON "public"."heap";
DROP FUNCTION IF EXISTS "phase"."public.heap.dual_write"(), "phase"."public.heap.dual_write_update"();
ALTER TABLE IF EXISTS "public"."heap" DROP COLUMN IF EXISTS "~phase_origin";
DROP FUNCTION IF EXISTS "phase"."public.1.heap.b.up";
DROP FUNCTION IF EXISTS "phase"."public.1.heap.b.down";
ALTER TABLE IF EXISTS "public"."heap" DROP COLUMN IF EXISTS "phase_1_b";
COMMIT;

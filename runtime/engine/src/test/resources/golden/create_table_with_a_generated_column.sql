-- operations:
-- - create_table:
--     name: boxes
--     columns:
--       - { name: a, type: int, nullable: false }
--       - { name: b, type: int, nullable: false }
--       - { name: area, type: bigint, nullable: false, generated: "a * b" }

-- expand 0001_case: Expand table boxes
BEGIN;
CREATE TABLE "public"."boxes" ("a" int NOT NULL, "b" int NOT NULL, "area" bigint GENERATED ALWAYS AS (a * b) STORED NOT NULL);
COMMIT;
-- expand 0001_case: Create schema public_0001_case with its door closed
BEGIN;
CREATE SCHEMA "public_0001_case";
GRANT USAGE ON SCHEMA "public_0001_case" TO PUBLIC;
CREATE VIEW "public_0001_case"."phase_version" AS SELECT '0001_case'::text AS version, 'public'::text AS base_schema;
GRANT SELECT ON "public_0001_case"."phase_version" TO PUBLIC;
COMMIT;
-- rollback 0001_case: Remove the schema of version 0001_case
-- takes ACCESS EXCLUSIVE on public_0001_case.phase_version
BEGIN;
DROP VIEW IF EXISTS "public_0001_case"."phase_version";
DROP SCHEMA IF EXISTS "public_0001_case";
COMMIT;
-- rollback 0001_case: Give table boxes back the shape that it had
-- takes ACCESS EXCLUSIVE on public.boxes
BEGIN;
DROP TABLE IF EXISTS "public"."boxes";
COMMIT;

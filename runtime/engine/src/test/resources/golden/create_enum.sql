-- operations:
-- - create_enum: { name: "Mood", values: [ sad, "it's ok", happy ] }
-- - add_enum_value: { enum: "Mood", value: so so, after: sad }

-- expand 0001_case: Create enum Mood
BEGIN;
CREATE TYPE "public"."Mood" AS ENUM ('sad', 'it''s ok', 'happy');
COMMIT;
-- expand 0001_case: Add value 'so so' to enum Mood
ALTER TYPE "public"."Mood" ADD VALUE IF NOT EXISTS 'so so' AFTER 'sad';
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
-- rollback 0001_case: Leave value 'so so' in enum Mood, since PostgreSQL cannot remove it
BEGIN;
DO 'BEGIN
RAISE NOTICE USING MESSAGE = ''Value ''''so so'''' stays in enum Mood.'';
END';
COMMIT;
-- rollback 0001_case: Drop enum Mood
BEGIN;
DROP TYPE IF EXISTS "public"."Mood";
COMMIT;

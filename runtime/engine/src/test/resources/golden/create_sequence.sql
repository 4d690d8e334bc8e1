-- operations:
-- - create_sequence: { name: "Ticket no", type: integer, start: 100, increment: 10, min: 10, max: 100000, cache: 5, cycle: true }
-- - create_sequence: { name: plain_no }

-- expand 0001_case: Create sequence Ticket no
BEGIN;
CREATE SEQUENCE "public"."Ticket no" AS integer INCREMENT BY 10 MINVALUE 10 MAXVALUE 100000 START WITH 100 CACHE 5 CYCLE;
COMMIT;
-- expand 0001_case: Create sequence plain_no
BEGIN;
CREATE SEQUENCE "public"."plain_no";
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
-- rollback 0001_case: Drop sequence plain_no
-- takes ACCESS EXCLUSIVE on public.plain_no
BEGIN;
DROP SEQUENCE IF EXISTS "public"."plain_no";
COMMIT;
-- rollback 0001_case: Drop sequence Ticket no
-- takes ACCESS EXCLUSIVE on public.Ticket no
BEGIN;
DROP SEQUENCE IF EXISTS "public"."Ticket no";
COMMIT;

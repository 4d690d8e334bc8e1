-- operations:
-- - create_index:
--     table: customers
--     name: customers_name
--     columns: [ { expression: "upper(name)", order: desc, nulls: last }, "Größe" ]
--     include: [ email ]
--     where: "name IS NOT NULL"

-- expand 0001_case: Create schema public_0001_case with its door closed
BEGIN;
CREATE SCHEMA "public_0001_case";
GRANT USAGE ON SCHEMA "public_0001_case" TO PUBLIC;
CREATE VIEW "public_0001_case"."phase_version" AS SELECT '0001_case'::text AS version, 'public'::text AS base_schema;
GRANT SELECT ON "public_0001_case"."phase_version" TO PUBLIC;
COMMIT;
-- publish 0001_case: Build index customers_name on customers
-- takes SHARE UPDATE EXCLUSIVE on public.customers
CREATE INDEX CONCURRENTLY "customers_name" ON "public"."customers" USING "btree" ((upper((name)::text)) DESC NULLS LAST, "Größe") INCLUDE ("email") WHERE ((name IS NOT NULL));
-- rollback 0001_case: Remove the schema of version 0001_case
-- takes ACCESS EXCLUSIVE on public_0001_case.phase_version
BEGIN;
DROP VIEW IF EXISTS "public_0001_case"."phase_version";
DROP SCHEMA IF EXISTS "public_0001_case";
COMMIT;
-- rollback 0001_case: Drop index customers_name
-- takes SHARE UPDATE EXCLUSIVE on public.customers
DROP INDEX CONCURRENTLY IF EXISTS "public"."customers_name";

-- operations:
-- - create_table: { name: k, columns: [ { name: id, type: bigint, primary_key: true } ] }
-- - sql: { expand: "CREATE VIEW \"public\".kv AS SELECT id FROM \"public\".k", undo: "DROP VIEW \"public\".kv" }
-- - create_index: { table: customers, name: customers_name, columns: [name] }

-- expand 0001_case: Expand table k
BEGIN;
CREATE TABLE "public"."k" ("id" bigint NOT NULL, CONSTRAINT "k_pkey" PRIMARY KEY ("id"));
COMMIT;
-- expand 0001_case: Run the SQL of 0001_case, operations[1].sql.expand
BEGIN;
CREATE VIEW "public".kv AS SELECT id FROM "public".k;
COMMIT;
-- expand 0001_case: Create schema public_0001_case with its door closed
BEGIN;
CREATE SCHEMA "public_0001_case";
GRANT USAGE ON SCHEMA "public_0001_case" TO PUBLIC;
CREATE VIEW "public_0001_case"."phase_version" AS SELECT '0001_case'::text AS version, 'public'::text AS base_schema;
GRANT SELECT ON "public_0001_case"."phase_version" TO PUBLIC;
COMMIT;
-- publish 0001_case: Build index customers_name on customers
-- takes SHARE UPDATE EXCLUSIVE on public.customers
CREATE INDEX CONCURRENTLY "customers_name" ON "public"."customers" USING "btree" ("name");
-- rollback 0001_case: Remove the schema of version 0001_case
-- takes ACCESS EXCLUSIVE on public_0001_case.phase_version
BEGIN;
DROP VIEW IF EXISTS "public_0001_case"."phase_version";
DROP SCHEMA IF EXISTS "public_0001_case";
COMMIT;
-- rollback 0001_case: Drop index customers_name
-- takes SHARE UPDATE EXCLUSIVE on public.customers
DROP INDEX CONCURRENTLY IF EXISTS "public"."customers_name";
-- rollback 0001_case: Run the SQL of 0001_case, operations[1].sql.undo
BEGIN;
DROP VIEW "public".kv;
COMMIT;
-- rollback 0001_case: Give table k back the shape that it had
-- takes ACCESS EXCLUSIVE on public.k
BEGIN;
DROP TABLE IF EXISTS "public"."k";
COMMIT;

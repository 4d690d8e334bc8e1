-- operations:
-- - alter_column: { table: customers, column: name, type: varchar(80) }
-- - rename_column: { table: customers, from: name, to: "Full Name" }
-- - rename_table: { from: customers, to: clients }
-- - alter_column: { table: clients, column: Full Name, type: text, default: "'nobody'", comment: as on the bill }
-- - rename_table: { from: clients, to: customers }

-- expand 0001_case: Expand table customers
-- takes ACCESS EXCLUSIVE on public.customers
BEGIN;
ALTER TABLE "public"."customers" ALTER COLUMN "name" TYPE character varying(80);
ALTER TABLE "public"."customers" ALTER COLUMN "name" TYPE text;
COMMIT;
-- expand 0001_case: Create schema public_0001_case with its door closed
BEGIN;
CREATE SCHEMA "public_0001_case";
GRANT USAGE ON SCHEMA "public_0001_case" TO PUBLIC;
CREATE VIEW "public_0001_case"."phase_version" AS SELECT '0001_case'::text AS version, 'public'::text AS base_schema;
GRANT SELECT ON "public_0001_case"."phase_version" TO PUBLIC;
CREATE OR REPLACE VIEW "public_0001_case"."customers" WITH (security_invoker = true) AS SELECT * FROM phase.closed_door('public_0001_case', NULL) AS t("id" bigint, "email" text, "Full Name" text, "Größe" integer);
CREATE OR REPLACE TRIGGER "phase_closed" INSTEAD OF INSERT OR UPDATE OR DELETE ON "public_0001_case"."customers" FOR EACH ROW EXECUTE FUNCTION phase.closed_door_insert();
GRANT SELECT, INSERT, UPDATE, DELETE ON "public_0001_case"."customers" TO PUBLIC;
CREATE OR REPLACE VIEW "public_0001_case"."clients" WITH (security_invoker = true) AS SELECT * FROM phase.closed_door('public_0001_case', 'Version 0001_case has no table clients: it was renamed to customers. Use this version''s tables, or deploy an older release.') AS t("id" bigint, "email" text, "Full Name" text, "Größe" integer);
CREATE OR REPLACE TRIGGER "phase_closed" INSTEAD OF INSERT OR UPDATE OR DELETE ON "public_0001_case"."clients" FOR EACH ROW EXECUTE FUNCTION phase.closed_door_insert('Version 0001_case has no table clients: it was renamed to customers. Use this version''s tables, or deploy an older release.');
GRANT SELECT, INSERT, UPDATE, DELETE ON "public_0001_case"."clients" TO PUBLIC;
COMMIT;
-- publish 0001_case: Open the door of version 0001_case
-- takes ACCESS EXCLUSIVE on public_0001_case.customers, ACCESS SHARE on public.customers
BEGIN;
DROP TRIGGER IF EXISTS "phase_closed" ON "public_0001_case"."customers";
CREATE OR REPLACE VIEW "public_0001_case"."customers" WITH (security_invoker = true) AS SELECT base."id" AS "id", base."email" AS "email", base."name" AS "Full Name", base."Größe" AS "Größe" FROM "public"."customers" AS base;
ALTER VIEW "public_0001_case"."customers" ALTER COLUMN "Full Name" SET DEFAULT ('nobody');
COMMENT ON COLUMN "public_0001_case"."customers"."Full Name" IS 'as on the bill';
COMMIT;
-- retire 0001_case: Close the door of version 0001_case
-- takes ACCESS EXCLUSIVE on public_0001_case.customers
BEGIN;
CREATE OR REPLACE VIEW "public_0001_case"."customers" WITH (security_invoker = true) AS SELECT * FROM phase.closed_door('public_0001_case', NULL) AS t("id" bigint, "email" text, "Full Name" text, "Größe" integer);
CREATE OR REPLACE TRIGGER "phase_closed" INSTEAD OF INSERT OR UPDATE OR DELETE ON "public_0001_case"."customers" FOR EACH ROW EXECUTE FUNCTION phase.closed_door_insert();
DROP VIEW IF EXISTS "phase"."public_0001_case.customers.origin";
COMMIT;
-- restore 0001_case: Open the door of version 0001_case
-- takes ACCESS EXCLUSIVE on public_0001_case.customers, ACCESS SHARE on public.customers
BEGIN;
DROP TRIGGER IF EXISTS "phase_closed" ON "public_0001_case"."customers";
CREATE OR REPLACE VIEW "public_0001_case"."customers" WITH (security_invoker = true) AS SELECT base."id" AS "id", base."email" AS "email", base."name" AS "Full Name", base."Größe" AS "Größe" FROM "public"."customers" AS base;
ALTER VIEW "public_0001_case"."customers" ALTER COLUMN "Full Name" SET DEFAULT ('nobody');
COMMENT ON COLUMN "public_0001_case"."customers"."Full Name" IS 'as on the bill';
COMMIT;
-- contract baseline: Give table customers the shape of version 0001_case
-- takes ACCESS EXCLUSIVE on public.customers
BEGIN;
LOCK TABLE "public"."customers" IN ACCESS EXCLUSIVE MODE;
ALTER TABLE "public"."customers" RENAME COLUMN "name" TO "Full Name";
ALTER TABLE "public"."customers" RENAME TO "clients";
ALTER TABLE "public"."clients" ALTER COLUMN "Full Name" SET DEFAULT ('nobody');
COMMENT ON COLUMN "public"."clients"."Full Name" IS 'as on the bill';
ALTER TABLE "public"."clients" RENAME TO "customers";
COMMIT;
-- rollback 0001_case: Remove the schema of version 0001_case
-- takes ACCESS EXCLUSIVE on public_0001_case.clients, ACCESS EXCLUSIVE on public_0001_case.customers, ACCESS EXCLUSIVE on public_0001_case.phase_version
BEGIN;
DROP VIEW IF EXISTS "public_0001_case"."clients", "public_0001_case"."customers", "public_0001_case"."phase_version", "phase"."public_0001_case.customers.origin";
DROP SCHEMA IF EXISTS "public_0001_case";
COMMIT;

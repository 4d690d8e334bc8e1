-- operations:
-- - create_table: { name: k, columns: [ { name: id, type: bigint, primary_key: true } ] }
-- - rename_table: { from: k, to: l }
-- - create_table: { name: k, columns: [ { name: id, type: integer, primary_key: true } ] }
-- - drop_table: { name: l }
-- - create_table: { name: l, columns: [ { name: id, type: smallint } ] }

-- expand 0001_case: Expand table k
BEGIN;
CREATE TABLE "public"."k" ("id" bigint NOT NULL, CONSTRAINT "k_pkey" PRIMARY KEY ("id"));
COMMIT;
-- expand 0001_case: Expand table phase_3_k
BEGIN;
CREATE TABLE "public"."phase_3_k" ("id" integer NOT NULL, CONSTRAINT "phase_3_k_pkey1" PRIMARY KEY ("id"));
COMMIT;
-- expand 0001_case: Expand table phase_5_l
BEGIN;
CREATE TABLE "public"."phase_5_l" ("id" smallint);
COMMIT;
-- expand 0001_case: Create schema public_0001_case with its door closed
BEGIN;
CREATE SCHEMA "public_0001_case";
GRANT USAGE ON SCHEMA "public_0001_case" TO PUBLIC;
CREATE VIEW "public_0001_case"."phase_version" AS SELECT '0001_case'::text AS version, 'public'::text AS base_schema;
GRANT SELECT ON "public_0001_case"."phase_version" TO PUBLIC;
CREATE OR REPLACE VIEW "public_0001_case"."k" WITH (security_invoker = true) AS SELECT * FROM phase.closed_door('public_0001_case', NULL) AS t("id" integer);
CREATE OR REPLACE TRIGGER "phase_closed" INSTEAD OF INSERT OR UPDATE OR DELETE ON "public_0001_case"."k" FOR EACH ROW EXECUTE FUNCTION phase.closed_door_insert();
GRANT SELECT, INSERT, UPDATE, DELETE ON "public_0001_case"."k" TO PUBLIC;
CREATE OR REPLACE VIEW "public_0001_case"."l" WITH (security_invoker = true) AS SELECT * FROM phase.closed_door('public_0001_case', NULL) AS t("id" smallint);
CREATE OR REPLACE TRIGGER "phase_closed" INSTEAD OF INSERT OR UPDATE OR DELETE ON "public_0001_case"."l" FOR EACH ROW EXECUTE FUNCTION phase.closed_door_insert();
GRANT SELECT, INSERT, UPDATE, DELETE ON "public_0001_case"."l" TO PUBLIC;
COMMIT;
-- publish 0001_case: Open the door of version 0001_case
-- takes ACCESS EXCLUSIVE on public_0001_case.k, ACCESS SHARE on public.phase_3_k, ACCESS EXCLUSIVE on public_0001_case.l, ACCESS SHARE on public.phase_5_l
BEGIN;
DROP TRIGGER IF EXISTS "phase_closed" ON "public_0001_case"."k";
CREATE OR REPLACE VIEW "public_0001_case"."k" WITH (security_invoker = true) AS SELECT base."id" AS "id" FROM "public"."phase_3_k" AS base;
DROP TRIGGER IF EXISTS "phase_closed" ON "public_0001_case"."l";
CREATE OR REPLACE VIEW "public_0001_case"."l" WITH (security_invoker = true) AS SELECT base."id" AS "id" FROM "public"."phase_5_l" AS base;
COMMIT;
-- retire 0001_case: Close the door of version 0001_case
-- takes ACCESS EXCLUSIVE on public_0001_case.k, ACCESS EXCLUSIVE on public_0001_case.l
BEGIN;
CREATE OR REPLACE VIEW "public_0001_case"."k" WITH (security_invoker = true) AS SELECT * FROM phase.closed_door('public_0001_case', NULL) AS t("id" integer);
CREATE OR REPLACE TRIGGER "phase_closed" INSTEAD OF INSERT OR UPDATE OR DELETE ON "public_0001_case"."k" FOR EACH ROW EXECUTE FUNCTION phase.closed_door_insert();
DROP VIEW IF EXISTS "phase"."public_0001_case.k.origin";
CREATE OR REPLACE VIEW "public_0001_case"."l" WITH (security_invoker = true) AS SELECT * FROM phase.closed_door('public_0001_case', NULL) AS t("id" smallint);
CREATE OR REPLACE TRIGGER "phase_closed" INSTEAD OF INSERT OR UPDATE OR DELETE ON "public_0001_case"."l" FOR EACH ROW EXECUTE FUNCTION phase.closed_door_insert();
DROP VIEW IF EXISTS "phase"."public_0001_case.l.origin";
COMMIT;
-- restore 0001_case: Open the door of version 0001_case
-- takes ACCESS EXCLUSIVE on public_0001_case.k, ACCESS SHARE on public.phase_3_k, ACCESS EXCLUSIVE on public_0001_case.l, ACCESS SHARE on public.phase_5_l
BEGIN;
DROP TRIGGER IF EXISTS "phase_closed" ON "public_0001_case"."k";
CREATE OR REPLACE VIEW "public_0001_case"."k" WITH (security_invoker = true) AS SELECT base."id" AS "id" FROM "public"."phase_3_k" AS base;
DROP TRIGGER IF EXISTS "phase_closed" ON "public_0001_case"."l";
CREATE OR REPLACE VIEW "public_0001_case"."l" WITH (security_invoker = true) AS SELECT base."id" AS "id" FROM "public"."phase_5_l" AS base;
COMMIT;
-- contract baseline: Give table k, phase_3_k, phase_5_l the shape of version 0001_case
-- takes ACCESS EXCLUSIVE on public.phase_5_l, ACCESS EXCLUSIVE on public.phase_3_k, ACCESS EXCLUSIVE on public.k
BEGIN;
LOCK TABLE "public"."phase_5_l" IN ACCESS EXCLUSIVE MODE;
LOCK TABLE "public"."phase_3_k" IN ACCESS EXCLUSIVE MODE;
LOCK TABLE "public"."k" IN ACCESS EXCLUSIVE MODE;
ALTER TABLE "public"."k" RENAME TO "l";
ALTER TABLE "public"."phase_3_k" RENAME CONSTRAINT "phase_3_k_pkey1" TO "k_pkey1";
ALTER TABLE "public"."phase_3_k" RENAME TO "k";
DROP TABLE "public"."l";
ALTER TABLE "public"."phase_5_l" RENAME TO "l";
COMMIT;
-- rollback 0001_case: Remove the schema of version 0001_case
-- takes ACCESS EXCLUSIVE on public_0001_case.k, ACCESS EXCLUSIVE on public_0001_case.l, ACCESS EXCLUSIVE on public_0001_case.phase_version
BEGIN;
DROP VIEW IF EXISTS "public_0001_case"."k", "public_0001_case"."l", "public_0001_case"."phase_version", "phase"."public_0001_case.k.origin", "phase"."public_0001_case.l.origin";
DROP SCHEMA IF EXISTS "public_0001_case";
COMMIT;
-- rollback 0001_case: Give table phase_5_l back the shape that it had
-- takes ACCESS EXCLUSIVE on public.phase_5_l
BEGIN;
DROP TABLE IF EXISTS "public"."phase_5_l";
COMMIT;
-- rollback 0001_case: Give table phase_3_k back the shape that it had
-- takes ACCESS EXCLUSIVE on public.phase_3_k
BEGIN;
DROP TABLE IF EXISTS "public"."phase_3_k";
COMMIT;
-- rollback 0001_case: Give table k back the shape that it had
-- takes ACCESS EXCLUSIVE on public.k
BEGIN;
DROP TABLE IF EXISTS "public"."k";
COMMIT;

-- operations:
-- - create_table: { name: k, columns: [ { name: id, type: bigint, primary_key: true }, { name: l, type: bigint } ] }
-- - create_table: { name: l, columns: [ { name: id, type: bigint, primary_key: true }, { name: k, type: bigint, references: { table: k, column: id } } ] }
-- - add_constraint: { table: k, name: k_l, foreign_key: { columns: [l], references: { table: l, columns: [id] } } }

-- expand 0001_case: Expand table k
BEGIN;
CREATE TABLE "public"."k" ("id" bigint NOT NULL, "l" bigint, CONSTRAINT "k_pkey" PRIMARY KEY ("id"));
COMMIT;
-- expand 0001_case: Expand table l
-- takes SHARE ROW EXCLUSIVE on public.k
BEGIN;
CREATE TABLE "public"."l" ("id" bigint NOT NULL, "k" bigint, CONSTRAINT "l_pkey" PRIMARY KEY ("id"), CONSTRAINT "l_k_fkey" FOREIGN KEY ("k") REFERENCES "public"."k" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION);
COMMIT;
-- expand 0001_case: Create schema public_0001_case with its door closed
BEGIN;
CREATE SCHEMA "public_0001_case";
GRANT USAGE ON SCHEMA "public_0001_case" TO PUBLIC;
CREATE VIEW "public_0001_case"."phase_version" AS SELECT '0001_case'::text AS version, 'public'::text AS base_schema;
GRANT SELECT ON "public_0001_case"."phase_version" TO PUBLIC;
COMMIT;
-- publish 0001_case: Hold new rows of k to k_l
-- takes SHARE ROW EXCLUSIVE on public.k, SHARE ROW EXCLUSIVE on public.l
BEGIN;
ALTER TABLE "public"."k" ADD CONSTRAINT "k_l" FOREIGN KEY ("l") REFERENCES "public"."l" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION NOT VALID;
COMMIT;
-- publish 0001_case: Prove that the rows of k keep k_l
-- takes SHARE UPDATE EXCLUSIVE on public.k, ROW SHARE on public.l
BEGIN;
ALTER TABLE "public"."k" VALIDATE CONSTRAINT "k_l";
COMMIT;
-- rollback 0001_case: Remove the schema of version 0001_case
-- takes ACCESS EXCLUSIVE on public_0001_case.phase_version
BEGIN;
DROP VIEW IF EXISTS "public_0001_case"."phase_version";
DROP SCHEMA IF EXISTS "public_0001_case";
COMMIT;
-- rollback 0001_case: Drop constraint k_l
-- takes ACCESS EXCLUSIVE on public.k, ACCESS EXCLUSIVE on public.l
BEGIN;
ALTER TABLE IF EXISTS "public"."k" DROP CONSTRAINT IF EXISTS "k_l";
COMMIT;
-- rollback 0001_case: Give table l back the shape that it had
-- takes ACCESS EXCLUSIVE on public.l, ACCESS EXCLUSIVE on public.k
BEGIN;
DROP TABLE IF EXISTS "public"."l";
COMMIT;
-- rollback 0001_case: Give table k back the shape that it had
-- takes ACCESS EXCLUSIVE on public.k
BEGIN;
DROP TABLE IF EXISTS "public"."k";
COMMIT;

-- operations:
-- - drop_constraint: { table: customers, name: size_check }
-- - add_constraint: { table: customers, name: size_check, check: "\"Größe\" > -5" }
-- - drop_constraint: { table: order, name: order_customer_id_fkey }
-- - add_constraint: { table: order, name: order_customer_id_fkey, foreign_key: { columns: [customer_id], references: { table: customers, columns: [id] } } }

-- expand 0001_case: Create schema public_0001_case with its door closed
BEGIN;
CREATE SCHEMA "public_0001_case";
GRANT USAGE ON SCHEMA "public_0001_case" TO PUBLIC;
CREATE VIEW "public_0001_case"."phase_version" AS SELECT '0001_case'::text AS version, 'public'::text AS base_schema;
GRANT SELECT ON "public_0001_case"."phase_version" TO PUBLIC;
COMMIT;
-- publish 0001_case: Hold new rows of customers to size_check
-- takes ACCESS EXCLUSIVE on public.customers
BEGIN;
ALTER TABLE "public"."customers" ADD CONSTRAINT "phase_2_size_check" CHECK (("Größe" > '-5'::integer)) NOT VALID;
COMMIT;
-- publish 0001_case: Prove that the rows of customers keep size_check
-- takes SHARE UPDATE EXCLUSIVE on public.customers
BEGIN;
ALTER TABLE "public"."customers" VALIDATE CONSTRAINT "phase_2_size_check";
COMMIT;
-- publish 0001_case: Hold new rows of order to order_customer_id_fkey
-- takes SHARE ROW EXCLUSIVE on public.order, SHARE ROW EXCLUSIVE on public.customers
BEGIN;
ALTER TABLE "public"."order" ADD CONSTRAINT "phase_4_order_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "public"."customers" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION NOT VALID;
COMMIT;
-- publish 0001_case: Prove that the rows of order keep order_customer_id_fkey
-- takes SHARE UPDATE EXCLUSIVE on public.order, ROW SHARE on public.customers
BEGIN;
ALTER TABLE "public"."order" VALIDATE CONSTRAINT "phase_4_order_customer_id_fkey";
COMMIT;
-- contract baseline: Give table order the shape of version 0001_case
-- takes ACCESS EXCLUSIVE on public.order, ACCESS EXCLUSIVE on public.customers
BEGIN;
LOCK TABLE "public"."order" IN ACCESS EXCLUSIVE MODE;
ALTER TABLE "public"."order" DROP CONSTRAINT "order_customer_id_fkey";
ALTER TABLE "public"."order" RENAME CONSTRAINT "phase_4_order_customer_id_fkey" TO "order_customer_id_fkey";
COMMIT;
-- contract baseline: Give table customers the shape of version 0001_case
-- takes ACCESS EXCLUSIVE on public.customers
BEGIN;
LOCK TABLE "public"."customers" IN ACCESS EXCLUSIVE MODE;
ALTER TABLE "public"."customers" DROP CONSTRAINT "size_check";
ALTER TABLE "public"."customers" RENAME CONSTRAINT "phase_2_size_check" TO "size_check";
COMMIT;
-- rollback 0001_case: Remove the schema of version 0001_case
-- takes ACCESS EXCLUSIVE on public_0001_case.phase_version
BEGIN;
DROP VIEW IF EXISTS "public_0001_case"."phase_version";
DROP SCHEMA IF EXISTS "public_0001_case";
COMMIT;
-- rollback 0001_case: Drop constraint phase_4_order_customer_id_fkey
-- takes ACCESS EXCLUSIVE on public.order, ACCESS EXCLUSIVE on public.customers
BEGIN;
ALTER TABLE IF EXISTS "public"."order" DROP CONSTRAINT IF EXISTS "phase_4_order_customer_id_fkey";
COMMIT;
-- rollback 0001_case: Give table customers back the shape that it had
-- takes ACCESS EXCLUSIVE on public.customers
BEGIN;
LOCK TABLE "public"."customers" IN ACCESS EXCLUSIVE MODE;
ALTER TABLE IF EXISTS "public"."customers" DROP CONSTRAINT IF EXISTS "phase_2_size_check";
COMMIT;

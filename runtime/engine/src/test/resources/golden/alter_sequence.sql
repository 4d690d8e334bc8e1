-- operations:
-- - alter_sequence: { name: order_id_seq, increment: 50, cache: 2 }
-- - alter_sequence: { name: customers_id_seq, max: 1000000, cycle: true, start: 5 }

-- expand 0001_case: Let sequence order_id_seq count further
-- takes SHARE ROW EXCLUSIVE on public.order_id_seq
BEGIN;
ALTER SEQUENCE "public"."order_id_seq" INCREMENT BY 50 CACHE 2;
COMMIT;
-- expand 0001_case: Create schema public_0001_case with its door closed
BEGIN;
CREATE SCHEMA "public_0001_case";
GRANT USAGE ON SCHEMA "public_0001_case" TO PUBLIC;
CREATE VIEW "public_0001_case"."phase_version" AS SELECT '0001_case'::text AS version, 'public'::text AS base_schema;
GRANT SELECT ON "public_0001_case"."phase_version" TO PUBLIC;
COMMIT;
-- contract baseline: Let sequence order_id_seq count as newer versions want it
-- takes SHARE ROW EXCLUSIVE on public.order_id_seq
BEGIN;
ALTER SEQUENCE "public"."order_id_seq" INCREMENT BY 50 CACHE 2;
COMMIT;
-- contract baseline: Let sequence customers_id_seq count as newer versions want it
-- takes SHARE ROW EXCLUSIVE on public.customers_id_seq
BEGIN;
ALTER SEQUENCE "public"."customers_id_seq" MAXVALUE 1000000 START WITH 5 CYCLE;
COMMIT;
-- rollback 0001_case: Remove the schema of version 0001_case
-- takes ACCESS EXCLUSIVE on public_0001_case.phase_version
BEGIN;
DROP VIEW IF EXISTS "public_0001_case"."phase_version";
DROP SCHEMA IF EXISTS "public_0001_case";
COMMIT;
-- rollback 0001_case: Let sequence order_id_seq count as before
-- takes SHARE ROW EXCLUSIVE on public.order_id_seq
BEGIN;
DO 'BEGIN
ALTER SEQUENCE "public"."order_id_seq" AS bigint INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 CACHE 1;
EXCEPTION WHEN invalid_parameter_value THEN
RAISE NOTICE ''%'', SQLERRM;
END';
COMMIT;

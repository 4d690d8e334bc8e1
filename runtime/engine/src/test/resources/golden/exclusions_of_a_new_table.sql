-- operations:
-- - create_table:
--     name: bookings
--     columns:
--       - { name: "Room", type: int4range, nullable: false }
--       - { name: during, type: tsrange, nullable: false }
--       - { name: note, type: text }
--     constraints:
--       - name: no_overlap
--         exclude:
--           elements: [ { column: "Room", with: "&&" }, { column: during, with: "&&" } ]
--           where: "note <> 'draft'"
--         deferrable: initially_deferred
-- - add_constraint:
--     table: bookings
--     name: one_note
--     exclude: { using: btree, elements: [ { expression: "lower(note)", with: "=", operator_class: text_pattern_ops } ] }

-- expand 0001_case: Expand table bookings
BEGIN;
CREATE TABLE "public"."bookings" ("Room" int4range NOT NULL, "during" tsrange NOT NULL, "note" text, CONSTRAINT "no_overlap" EXCLUDE USING "gist" ("Room" WITH &&, "during" WITH &&) WHERE (note <> 'draft') DEFERRABLE INITIALLY DEFERRED);
COMMIT;
-- expand 0001_case: Create schema public_0001_case with its door closed
BEGIN;
CREATE SCHEMA "public_0001_case";
GRANT USAGE ON SCHEMA "public_0001_case" TO PUBLIC;
CREATE VIEW "public_0001_case"."phase_version" AS SELECT '0001_case'::text AS version, 'public'::text AS base_schema;
GRANT SELECT ON "public_0001_case"."phase_version" TO PUBLIC;
COMMIT;
-- publish 0001_case: Hold the rows of the new table bookings to one_note
-- takes ACCESS EXCLUSIVE on public.bookings
BEGIN;
ALTER TABLE "public"."bookings" ADD CONSTRAINT "one_note" EXCLUDE USING "btree" ((lower(note)) text_pattern_ops WITH =);
COMMIT;
-- rollback 0001_case: Remove the schema of version 0001_case
-- takes ACCESS EXCLUSIVE on public_0001_case.phase_version
BEGIN;
DROP VIEW IF EXISTS "public_0001_case"."phase_version";
DROP SCHEMA IF EXISTS "public_0001_case";
COMMIT;
-- rollback 0001_case: Give table bookings back the shape that it had
-- takes ACCESS EXCLUSIVE on public.bookings
BEGIN;
ALTER TABLE IF EXISTS "public"."bookings" DROP CONSTRAINT IF EXISTS "one_note";
DROP TABLE IF EXISTS "public"."bookings";
COMMIT;

-- operations:
-- - rename_table: { from: Ticket, to: ticket }
-- - rename_column: { table: ticket, from: Id, to: id }
-- - alter_column: { table: ticket, column: id, identity: always, comment: "counted" }

-- expand 0001_case: Create schema public_0001_case with its door closed
BEGIN;
CREATE SCHEMA "public_0001_case";
GRANT USAGE ON SCHEMA "public_0001_case" TO PUBLIC;
CREATE VIEW "public_0001_case"."phase_version" AS SELECT '0001_case'::text AS version, 'public'::text AS base_schema;
GRANT SELECT ON "public_0001_case"."phase_version" TO PUBLIC;
CREATE OR REPLACE VIEW "public_0001_case"."ticket" WITH (security_invoker = true) AS SELECT * FROM phase.closed_door('public_0001_case', NULL) AS t("id" integer, "number" bigint, "title" text, "loud" text);
CREATE OR REPLACE TRIGGER "phase_closed" INSTEAD OF INSERT OR UPDATE OR DELETE ON "public_0001_case"."ticket" FOR EACH ROW EXECUTE FUNCTION phase.closed_door_insert();
GRANT SELECT, INSERT, UPDATE, DELETE ON "public_0001_case"."ticket" TO PUBLIC;
CREATE OR REPLACE VIEW "public_0001_case"."Ticket" WITH (security_invoker = true) AS SELECT * FROM phase.closed_door('public_0001_case', 'Version 0001_case has no table Ticket: it was renamed to ticket. Use this version''s tables, or deploy an older release.') AS t("Id" integer, "number" bigint, "title" text, "loud" text);
CREATE OR REPLACE TRIGGER "phase_closed" INSTEAD OF INSERT OR UPDATE OR DELETE ON "public_0001_case"."Ticket" FOR EACH ROW EXECUTE FUNCTION phase.closed_door_insert('Version 0001_case has no table Ticket: it was renamed to ticket. Use this version''s tables, or deploy an older release.');
GRANT SELECT, INSERT, UPDATE, DELETE ON "public_0001_case"."Ticket" TO PUBLIC;
COMMIT;
-- publish 0001_case: Open the door of version 0001_case
-- takes ACCESS EXCLUSIVE on public_0001_case.ticket, ACCESS SHARE on public.Ticket
BEGIN;
DROP TRIGGER IF EXISTS "phase_closed" ON "public_0001_case"."ticket";
CREATE OR REPLACE VIEW "public_0001_case"."ticket" WITH (security_invoker = true) AS SELECT base."Id" AS "id", base."number" AS "number", base."title" AS "title", base."loud" AS "loud" FROM "public"."Ticket" AS base;
COMMENT ON COLUMN "public_0001_case"."ticket"."id" IS 'counted';
COMMIT;
-- retire 0001_case: Close the door of version 0001_case
-- takes ACCESS EXCLUSIVE on public_0001_case.ticket
BEGIN;
CREATE OR REPLACE VIEW "public_0001_case"."ticket" WITH (security_invoker = true) AS SELECT * FROM phase.closed_door('public_0001_case', NULL) AS t("id" integer, "number" bigint, "title" text, "loud" text);
CREATE OR REPLACE TRIGGER "phase_closed" INSTEAD OF INSERT OR UPDATE OR DELETE ON "public_0001_case"."ticket" FOR EACH ROW EXECUTE FUNCTION phase.closed_door_insert();
DROP VIEW IF EXISTS "phase"."public_0001_case.ticket.origin";
COMMIT;
-- restore 0001_case: Open the door of version 0001_case
-- takes ACCESS EXCLUSIVE on public_0001_case.ticket, ACCESS SHARE on public.Ticket
BEGIN;
DROP TRIGGER IF EXISTS "phase_closed" ON "public_0001_case"."ticket";
CREATE OR REPLACE VIEW "public_0001_case"."ticket" WITH (security_invoker = true) AS SELECT base."Id" AS "id", base."number" AS "number", base."title" AS "title", base."loud" AS "loud" FROM "public"."Ticket" AS base;
COMMENT ON COLUMN "public_0001_case"."ticket"."id" IS 'counted';
COMMIT;
-- contract baseline: Give table Ticket the shape of version 0001_case
-- takes ACCESS EXCLUSIVE on public.Ticket, ACCESS EXCLUSIVE on public.Ticket_Id_seq
BEGIN;
LOCK TABLE "public"."Ticket" IN ACCESS EXCLUSIVE MODE;
ALTER TABLE "public"."Ticket" RENAME TO "ticket";
ALTER TABLE "public"."ticket" RENAME COLUMN "Id" TO "id";
COMMENT ON COLUMN "public"."ticket"."id" IS 'counted';
ALTER TABLE "public"."ticket" ALTER COLUMN "id" DROP DEFAULT;
ALTER SEQUENCE "public"."Ticket_Id_seq" RENAME TO "phase_3_Ticket_Id_seq";
ALTER TABLE "public"."ticket" ALTER COLUMN "id" ADD GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME "public"."Ticket_Id_seq" INCREMENT BY 1 MINVALUE 1 START WITH 1 CACHE 1 NO CYCLE);
SELECT pg_catalog.setval('"public"."Ticket_Id_seq"', last_value, is_called) FROM "public"."phase_3_Ticket_Id_seq";
DROP SEQUENCE "public"."phase_3_Ticket_Id_seq";
COMMIT;
-- rollback 0001_case: Remove the schema of version 0001_case
-- takes ACCESS EXCLUSIVE on public_0001_case.Ticket, ACCESS EXCLUSIVE on public_0001_case.phase_version, ACCESS EXCLUSIVE on public_0001_case.ticket
BEGIN;
DROP VIEW IF EXISTS "public_0001_case"."Ticket", "public_0001_case"."phase_version", "public_0001_case"."ticket", "phase"."public_0001_case.ticket.origin";
DROP SCHEMA IF EXISTS "public_0001_case";
COMMIT;

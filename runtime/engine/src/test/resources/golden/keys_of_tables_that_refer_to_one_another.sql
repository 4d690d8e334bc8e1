-- operations:
-- - change_primary_key: { table: a, columns: { id: bigint } }
-- - change_primary_key: { table: b, columns: { id: bigint } }

-- expand 0001_case: Expand table b
-- takes ACCESS EXCLUSIVE on public.b
BEGIN;
ALTER TABLE "public"."b" ADD COLUMN "phase_1_a" bigint;
CREATE FUNCTION "phase"."public.1.b.a.up" ("id" integer) RETURNS bigint LANGUAGE sql RETURN ("id");
CREATE FUNCTION "phase"."public.1.b.a.down" ("id" bigint) RETURNS integer LANGUAGE sql RETURN ("id");
SELECT phase.copy_column('"public"."b"', 'a', 'phase_1_a');
ALTER TABLE "public"."b" ADD COLUMN "phase_2_id" bigint;
CREATE FUNCTION "phase"."public.2.b.id.up" ("id" integer) RETURNS bigint LANGUAGE sql RETURN ("id");
CREATE FUNCTION "phase"."public.2.b.id.down" ("id" bigint) RETURNS integer LANGUAGE sql RETURN ("id");
SELECT phase.copy_column('"public"."b"', 'id', 'phase_2_id');
CREATE OR REPLACE FUNCTION "phase"."public.b.dual_write"() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  NEW."phase_1_a" := "phase"."public.1.b.a.up"(NEW."a");
  NEW."phase_2_id" := "phase"."public.2.b.id.up"(NEW."id");
  RETURN NEW;
END
';
CREATE OR REPLACE FUNCTION "phase"."public.b.dual_write_update"() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  IF pg_catalog.current_setting(''phase.backfill'', true) OPERATOR(pg_catalog.=) ''on'' THEN
    RETURN NEW;
  END IF;
  IF (NEW."a" OPERATOR(pg_catalog.=) OLD."a" OR (NEW."a" IS NULL AND OLD."a" IS NULL)) IS NOT TRUE THEN
    NEW."phase_1_a" := "phase"."public.1.b.a.up"(NEW."a");
  END IF;
  IF (NEW."id" OPERATOR(pg_catalog.=) OLD."id" OR (NEW."id" IS NULL AND OLD."id" IS NULL)) IS NOT TRUE THEN
    NEW."phase_2_id" := "phase"."public.2.b.id.up"(NEW."id");
  END IF;
  RETURN NEW;
END
';
ALTER TABLE "public"."b" ADD COLUMN IF NOT EXISTS "~phase_origin" pg_catalog.int8;
SELECT phase.grant_origin('"public"."b"');
CREATE OR REPLACE TRIGGER "~phase_dual_write" BEFORE INSERT ON "public"."b" FOR EACH ROW EXECUTE FUNCTION "phase"."public.b.dual_write"();
CREATE OR REPLACE TRIGGER "~phase_dual_write_update" BEFORE UPDATE ON "public"."b" FOR EACH ROW WHEN ((NEW."a" OPERATOR(pg_catalog.=) OLD."a" OR (NEW."a" IS NULL AND OLD."a" IS NULL)) IS NOT TRUE OR (NEW."phase_1_a" OPERATOR(pg_catalog.=) OLD."phase_1_a" OR (NEW."phase_1_a" IS NULL AND OLD."phase_1_a" IS NULL)) IS NOT TRUE OR (NEW."id" OPERATOR(pg_catalog.=) OLD."id" OR (NEW."id" IS NULL AND OLD."id" IS NULL)) IS NOT TRUE OR (NEW."phase_2_id" OPERATOR(pg_catalog.=) OLD."phase_2_id" OR (NEW."phase_2_id" IS NULL AND OLD."phase_2_id" IS NULL)) IS NOT TRUE) EXECUTE FUNCTION "phase"."public.b.dual_write_update"();
COMMIT;
-- expand 0001_case: Expand table a
-- takes ACCESS EXCLUSIVE on public.a
BEGIN;
ALTER TABLE "public"."a" ADD COLUMN "phase_1_id" bigint;
CREATE FUNCTION "phase"."public.1.a.id.up" ("id" integer) RETURNS bigint LANGUAGE sql RETURN ("id");
CREATE FUNCTION "phase"."public.1.a.id.down" ("id" bigint) RETURNS integer LANGUAGE sql RETURN ("id");
SELECT phase.copy_column('"public"."a"', 'id', 'phase_1_id');
ALTER TABLE "public"."a" ADD COLUMN "phase_2_b" bigint;
CREATE FUNCTION "phase"."public.2.a.b.up" ("id" integer) RETURNS bigint LANGUAGE sql RETURN ("id");
CREATE FUNCTION "phase"."public.2.a.b.down" ("id" bigint) RETURNS integer LANGUAGE sql RETURN ("id");
SELECT phase.copy_column('"public"."a"', 'b', 'phase_2_b');
CREATE OR REPLACE FUNCTION "phase"."public.a.dual_write"() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  NEW."phase_1_id" := "phase"."public.1.a.id.up"(NEW."id");
  NEW."phase_2_b" := "phase"."public.2.a.b.up"(NEW."b");
  RETURN NEW;
END
';
CREATE OR REPLACE FUNCTION "phase"."public.a.dual_write_update"() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  IF pg_catalog.current_setting(''phase.backfill'', true) OPERATOR(pg_catalog.=) ''on'' THEN
    RETURN NEW;
  END IF;
  IF (NEW."id" OPERATOR(pg_catalog.=) OLD."id" OR (NEW."id" IS NULL AND OLD."id" IS NULL)) IS NOT TRUE THEN
    NEW."phase_1_id" := "phase"."public.1.a.id.up"(NEW."id");
  END IF;
  IF (NEW."b" OPERATOR(pg_catalog.=) OLD."b" OR (NEW."b" IS NULL AND OLD."b" IS NULL)) IS NOT TRUE THEN
    NEW."phase_2_b" := "phase"."public.2.a.b.up"(NEW."b");
  END IF;
  RETURN NEW;
END
';
ALTER TABLE "public"."a" ADD COLUMN IF NOT EXISTS "~phase_origin" pg_catalog.int8;
SELECT phase.grant_origin('"public"."a"');
CREATE OR REPLACE TRIGGER "~phase_dual_write" BEFORE INSERT ON "public"."a" FOR EACH ROW EXECUTE FUNCTION "phase"."public.a.dual_write"();
CREATE OR REPLACE TRIGGER "~phase_dual_write_update" BEFORE UPDATE ON "public"."a" FOR EACH ROW WHEN ((NEW."id" OPERATOR(pg_catalog.=) OLD."id" OR (NEW."id" IS NULL AND OLD."id" IS NULL)) IS NOT TRUE OR (NEW."phase_1_id" OPERATOR(pg_catalog.=) OLD."phase_1_id" OR (NEW."phase_1_id" IS NULL AND OLD."phase_1_id" IS NULL)) IS NOT TRUE OR (NEW."b" OPERATOR(pg_catalog.=) OLD."b" OR (NEW."b" IS NULL AND OLD."b" IS NULL)) IS NOT TRUE OR (NEW."phase_2_b" OPERATOR(pg_catalog.=) OLD."phase_2_b" OR (NEW."phase_2_b" IS NULL AND OLD."phase_2_b" IS NULL)) IS NOT TRUE) EXECUTE FUNCTION "phase"."public.a.dual_write_update"();
COMMIT;
-- expand 0001_case: Create schema public_0001_case with its door closed
BEGIN;
CREATE SCHEMA "public_0001_case";
GRANT USAGE ON SCHEMA "public_0001_case" TO PUBLIC;
CREATE VIEW "public_0001_case"."phase_version" AS SELECT '0001_case'::text AS version, 'public'::text AS base_schema;
GRANT SELECT ON "public_0001_case"."phase_version" TO PUBLIC;
CREATE OR REPLACE VIEW "public_0001_case"."a" WITH (security_invoker = true) AS SELECT * FROM phase.closed_door('public_0001_case', NULL) AS t("id" bigint, "b" bigint);
CREATE OR REPLACE TRIGGER "phase_closed" INSTEAD OF INSERT OR UPDATE OR DELETE ON "public_0001_case"."a" FOR EACH ROW EXECUTE FUNCTION phase.closed_door_insert();
GRANT SELECT, INSERT, UPDATE, DELETE ON "public_0001_case"."a" TO PUBLIC;
CREATE OR REPLACE VIEW "public_0001_case"."b" WITH (security_invoker = true) AS SELECT * FROM phase.closed_door('public_0001_case', NULL) AS t("id" bigint, "a" bigint);
CREATE OR REPLACE TRIGGER "phase_closed" INSTEAD OF INSERT OR UPDATE OR DELETE ON "public_0001_case"."b" FOR EACH ROW EXECUTE FUNCTION phase.closed_door_insert();
GRANT SELECT, INSERT, UPDATE, DELETE ON "public_0001_case"."b" TO PUBLIC;
COMMIT;
-- publish 0001_case: Backfill table b
-- takes ROW EXCLUSIVE on public.b
-- in batches: UPDATE "public"."b" SET "phase_1_a" = "phase"."public.1.b.a.up"("a"), "phase_2_id" = "phase"."public.2.b.id.up"("id");
-- publish 0001_case: Backfill table a
-- takes ROW EXCLUSIVE on public.a
-- in batches: UPDATE "public"."a" SET "phase_1_id" = "phase"."public.1.a.id.up"("id"), "phase_2_b" = "phase"."public.2.a.b.up"("b");
-- publish 0001_case: Let no new row of a have a NULL in id
-- takes ACCESS EXCLUSIVE on public.a
BEGIN;
ALTER TABLE "public"."a" ADD CONSTRAINT "phase_1_id_not_null" CHECK ("phase_1_id" IS NOT NULL) NOT VALID;
COMMIT;
-- publish 0001_case: Prove that no row of a has one
-- takes SHARE UPDATE EXCLUSIVE on public.a
BEGIN;
ALTER TABLE "public"."a" VALIDATE CONSTRAINT "phase_1_id_not_null";
COMMIT;
-- publish 0001_case: Make id of a NOT NULL
-- takes ACCESS EXCLUSIVE on public.a
BEGIN;
ALTER TABLE "public"."a" ALTER COLUMN "phase_1_id" SET NOT NULL;
ALTER TABLE "public"."a" DROP CONSTRAINT "phase_1_id_not_null";
COMMIT;
-- publish 0001_case: Build the unique index of a_pkey on a
-- takes SHARE UPDATE EXCLUSIVE on public.a
CREATE UNIQUE INDEX CONCURRENTLY "phase_1_a_pkey" ON "public"."a" USING "btree" ("phase_1_id");
-- publish 0001_case: Hold new rows of b to b_a_fkey
-- takes SHARE ROW EXCLUSIVE on public.b, SHARE ROW EXCLUSIVE on public.a
BEGIN;
ALTER TABLE "public"."b" ADD CONSTRAINT "phase_1_b_a_fkey" FOREIGN KEY ("phase_1_a") REFERENCES "public"."a" ("phase_1_id") ON DELETE NO ACTION ON UPDATE NO ACTION NOT VALID;
COMMIT;
-- publish 0001_case: Prove that the rows of b keep b_a_fkey
-- takes SHARE UPDATE EXCLUSIVE on public.b, ROW SHARE on public.a
BEGIN;
ALTER TABLE "public"."b" VALIDATE CONSTRAINT "phase_1_b_a_fkey";
COMMIT;
-- publish 0001_case: Let no new row of b have a NULL in id
-- takes ACCESS EXCLUSIVE on public.b
BEGIN;
ALTER TABLE "public"."b" ADD CONSTRAINT "phase_2_id_not_null" CHECK ("phase_2_id" IS NOT NULL) NOT VALID;
COMMIT;
-- publish 0001_case: Prove that no row of b has one
-- takes SHARE UPDATE EXCLUSIVE on public.b
BEGIN;
ALTER TABLE "public"."b" VALIDATE CONSTRAINT "phase_2_id_not_null";
COMMIT;
-- publish 0001_case: Make id of b NOT NULL
-- takes ACCESS EXCLUSIVE on public.b
BEGIN;
ALTER TABLE "public"."b" ALTER COLUMN "phase_2_id" SET NOT NULL;
ALTER TABLE "public"."b" DROP CONSTRAINT "phase_2_id_not_null";
COMMIT;
-- publish 0001_case: Build the unique index of b_pkey on b
-- takes SHARE UPDATE EXCLUSIVE on public.b
CREATE UNIQUE INDEX CONCURRENTLY "phase_2_b_pkey" ON "public"."b" USING "btree" ("phase_2_id");
-- publish 0001_case: Hold new rows of a to a_b_fkey
-- takes SHARE ROW EXCLUSIVE on public.a, SHARE ROW EXCLUSIVE on public.b
BEGIN;
ALTER TABLE "public"."a" ADD CONSTRAINT "phase_2_a_b_fkey" FOREIGN KEY ("phase_2_b") REFERENCES "public"."b" ("phase_2_id") ON DELETE NO ACTION ON UPDATE NO ACTION NOT VALID;
COMMIT;
-- publish 0001_case: Prove that the rows of a keep a_b_fkey
-- takes SHARE UPDATE EXCLUSIVE on public.a, ROW SHARE on public.b
BEGIN;
ALTER TABLE "public"."a" VALIDATE CONSTRAINT "phase_2_a_b_fkey";
COMMIT;
-- publish 0001_case: Open the door of version 0001_case
-- takes ACCESS EXCLUSIVE on public_0001_case.a, ACCESS SHARE on public.a, ACCESS EXCLUSIVE on public_0001_case.b, ACCESS SHARE on public.b
BEGIN;
CREATE OR REPLACE FUNCTION "phase"."public.b.dual_write"() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  IF NEW."~phase_origin" IS NULL THEN
    IF NEW."phase_1_a" IS NULL OR pg_catalog.record_image_ne(ROW (NEW."a"), ROW ("phase"."public.1.b.a.down"(NEW."phase_1_a"))) THEN
      NEW."phase_1_a" := "phase"."public.1.b.a.up"(NEW."a");
    END IF;
    IF NEW."phase_2_id" IS NULL OR pg_catalog.record_image_ne(ROW (NEW."id"), ROW ("phase"."public.2.b.id.down"(NEW."phase_2_id"))) THEN
      NEW."phase_2_id" := "phase"."public.2.b.id.up"(NEW."id");
    END IF;
  ELSE
    IF NEW."~phase_origin" OPERATOR(pg_catalog.>=) 2 AND (NEW."id" IS NULL OR pg_catalog.record_image_ne(ROW (NEW."phase_2_id"), ROW ("phase"."public.2.b.id.up"(NEW."id")))) THEN
      NEW."id" := "phase"."public.2.b.id.down"(NEW."phase_2_id");
    END IF;
    IF NEW."~phase_origin" OPERATOR(pg_catalog.>=) 1 AND (NEW."a" IS NULL OR pg_catalog.record_image_ne(ROW (NEW."phase_1_a"), ROW ("phase"."public.1.b.a.up"(NEW."a")))) THEN
      NEW."a" := "phase"."public.1.b.a.down"(NEW."phase_1_a");
    END IF;
    IF NEW."~phase_origin" OPERATOR(pg_catalog.<) 1 AND (NEW."phase_1_a" IS NULL OR pg_catalog.record_image_ne(ROW (NEW."a"), ROW ("phase"."public.1.b.a.down"(NEW."phase_1_a")))) THEN
      NEW."phase_1_a" := "phase"."public.1.b.a.up"(NEW."a");
    END IF;
    IF NEW."~phase_origin" OPERATOR(pg_catalog.<) 2 AND (NEW."phase_2_id" IS NULL OR pg_catalog.record_image_ne(ROW (NEW."id"), ROW ("phase"."public.2.b.id.down"(NEW."phase_2_id")))) THEN
      NEW."phase_2_id" := "phase"."public.2.b.id.up"(NEW."id");
    END IF;
    NEW."~phase_origin" := NULL;
  END IF;
  RETURN NEW;
END
';
CREATE OR REPLACE FUNCTION "phase"."public.b.dual_write_update"() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  IF (NEW."phase_1_a" OPERATOR(pg_catalog.=) OLD."phase_1_a" OR (NEW."phase_1_a" IS NULL AND OLD."phase_1_a" IS NULL)) IS NOT TRUE OR (NEW."phase_2_id" OPERATOR(pg_catalog.=) OLD."phase_2_id" OR (NEW."phase_2_id" IS NULL AND OLD."phase_2_id" IS NULL)) IS NOT TRUE THEN
    IF ((NEW."a" OPERATOR(pg_catalog.=) OLD."a" OR (NEW."a" IS NULL AND OLD."a" IS NULL)) IS NOT TRUE) AND (NOT ((NEW."phase_1_a" OPERATOR(pg_catalog.=) OLD."phase_1_a" OR (NEW."phase_1_a" IS NULL AND OLD."phase_1_a" IS NULL)) IS NOT TRUE) OR phase.session_origin(ARRAY[''baseline'', ''0001_case'']::pg_catalog.text[], ARRAY[NULL, ''public_0001_case'']::pg_catalog.text[]) OPERATOR(pg_catalog.<) 1) THEN
      IF (NEW."a" OPERATOR(pg_catalog.=) OLD."a" OR (NEW."a" IS NULL AND OLD."a" IS NULL)) IS NOT TRUE OR (NEW."phase_1_a" OPERATOR(pg_catalog.=) OLD."phase_1_a" OR (NEW."phase_1_a" IS NULL AND OLD."phase_1_a" IS NULL)) IS NOT TRUE THEN
        NEW."phase_1_a" := "phase"."public.1.b.a.up"(NEW."a");
      END IF;
    ELSE
      IF (NEW."a" OPERATOR(pg_catalog.=) OLD."a" OR (NEW."a" IS NULL AND OLD."a" IS NULL)) IS NOT TRUE OR (NEW."phase_1_a" OPERATOR(pg_catalog.=) OLD."phase_1_a" OR (NEW."phase_1_a" IS NULL AND OLD."phase_1_a" IS NULL)) IS NOT TRUE THEN
        NEW."a" := "phase"."public.1.b.a.down"(NEW."phase_1_a");
      END IF;
    END IF;
    IF ((NEW."id" OPERATOR(pg_catalog.=) OLD."id" OR (NEW."id" IS NULL AND OLD."id" IS NULL)) IS NOT TRUE) AND (NOT ((NEW."phase_2_id" OPERATOR(pg_catalog.=) OLD."phase_2_id" OR (NEW."phase_2_id" IS NULL AND OLD."phase_2_id" IS NULL)) IS NOT TRUE) OR phase.session_origin(ARRAY[''baseline'', ''0001_case'']::pg_catalog.text[], ARRAY[NULL, ''public_0001_case'']::pg_catalog.text[]) OPERATOR(pg_catalog.<) 1) THEN
      IF (NEW."id" OPERATOR(pg_catalog.=) OLD."id" OR (NEW."id" IS NULL AND OLD."id" IS NULL)) IS NOT TRUE OR (NEW."phase_2_id" OPERATOR(pg_catalog.=) OLD."phase_2_id" OR (NEW."phase_2_id" IS NULL AND OLD."phase_2_id" IS NULL)) IS NOT TRUE THEN
        NEW."phase_2_id" := "phase"."public.2.b.id.up"(NEW."id");
      END IF;
    ELSE
      IF (NEW."id" OPERATOR(pg_catalog.=) OLD."id" OR (NEW."id" IS NULL AND OLD."id" IS NULL)) IS NOT TRUE OR (NEW."phase_2_id" OPERATOR(pg_catalog.=) OLD."phase_2_id" OR (NEW."phase_2_id" IS NULL AND OLD."phase_2_id" IS NULL)) IS NOT TRUE THEN
        NEW."id" := "phase"."public.2.b.id.down"(NEW."phase_2_id");
      END IF;
    END IF;
  ELSE
    IF (NEW."a" OPERATOR(pg_catalog.=) OLD."a" OR (NEW."a" IS NULL AND OLD."a" IS NULL)) IS NOT TRUE OR (NEW."phase_1_a" OPERATOR(pg_catalog.=) OLD."phase_1_a" OR (NEW."phase_1_a" IS NULL AND OLD."phase_1_a" IS NULL)) IS NOT TRUE THEN
      NEW."phase_1_a" := "phase"."public.1.b.a.up"(NEW."a");
    END IF;
    IF (NEW."id" OPERATOR(pg_catalog.=) OLD."id" OR (NEW."id" IS NULL AND OLD."id" IS NULL)) IS NOT TRUE OR (NEW."phase_2_id" OPERATOR(pg_catalog.=) OLD."phase_2_id" OR (NEW."phase_2_id" IS NULL AND OLD."phase_2_id" IS NULL)) IS NOT TRUE THEN
      NEW."phase_2_id" := "phase"."public.2.b.id.up"(NEW."id");
    END IF;
  END IF;
  RETURN NEW;
END
';
CREATE OR REPLACE FUNCTION "phase"."public.a.dual_write"() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  IF NEW."~phase_origin" IS NULL THEN
    IF NEW."phase_1_id" IS NULL OR pg_catalog.record_image_ne(ROW (NEW."id"), ROW ("phase"."public.1.a.id.down"(NEW."phase_1_id"))) THEN
      NEW."phase_1_id" := "phase"."public.1.a.id.up"(NEW."id");
    END IF;
    IF NEW."phase_2_b" IS NULL OR pg_catalog.record_image_ne(ROW (NEW."b"), ROW ("phase"."public.2.a.b.down"(NEW."phase_2_b"))) THEN
      NEW."phase_2_b" := "phase"."public.2.a.b.up"(NEW."b");
    END IF;
  ELSE
    IF NEW."~phase_origin" OPERATOR(pg_catalog.>=) 2 AND (NEW."b" IS NULL OR pg_catalog.record_image_ne(ROW (NEW."phase_2_b"), ROW ("phase"."public.2.a.b.up"(NEW."b")))) THEN
      NEW."b" := "phase"."public.2.a.b.down"(NEW."phase_2_b");
    END IF;
    IF NEW."~phase_origin" OPERATOR(pg_catalog.>=) 1 AND (NEW."id" IS NULL OR pg_catalog.record_image_ne(ROW (NEW."phase_1_id"), ROW ("phase"."public.1.a.id.up"(NEW."id")))) THEN
      NEW."id" := "phase"."public.1.a.id.down"(NEW."phase_1_id");
    END IF;
    IF NEW."~phase_origin" OPERATOR(pg_catalog.<) 1 AND (NEW."phase_1_id" IS NULL OR pg_catalog.record_image_ne(ROW (NEW."id"), ROW ("phase"."public.1.a.id.down"(NEW."phase_1_id")))) THEN
      NEW."phase_1_id" := "phase"."public.1.a.id.up"(NEW."id");
    END IF;
    IF NEW."~phase_origin" OPERATOR(pg_catalog.<) 2 AND (NEW."phase_2_b" IS NULL OR pg_catalog.record_image_ne(ROW (NEW."b"), ROW ("phase"."public.2.a.b.down"(NEW."phase_2_b")))) THEN
      NEW."phase_2_b" := "phase"."public.2.a.b.up"(NEW."b");
    END IF;
    NEW."~phase_origin" := NULL;
  END IF;
  RETURN NEW;
END
';
CREATE OR REPLACE FUNCTION "phase"."public.a.dual_write_update"() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  IF (NEW."phase_1_id" OPERATOR(pg_catalog.=) OLD."phase_1_id" OR (NEW."phase_1_id" IS NULL AND OLD."phase_1_id" IS NULL)) IS NOT TRUE OR (NEW."phase_2_b" OPERATOR(pg_catalog.=) OLD."phase_2_b" OR (NEW."phase_2_b" IS NULL AND OLD."phase_2_b" IS NULL)) IS NOT TRUE THEN
    IF ((NEW."id" OPERATOR(pg_catalog.=) OLD."id" OR (NEW."id" IS NULL AND OLD."id" IS NULL)) IS NOT TRUE) AND (NOT ((NEW."phase_1_id" OPERATOR(pg_catalog.=) OLD."phase_1_id" OR (NEW."phase_1_id" IS NULL AND OLD."phase_1_id" IS NULL)) IS NOT TRUE) OR phase.session_origin(ARRAY[''baseline'', ''0001_case'']::pg_catalog.text[], ARRAY[NULL, ''public_0001_case'']::pg_catalog.text[]) OPERATOR(pg_catalog.<) 1) THEN
      IF (NEW."id" OPERATOR(pg_catalog.=) OLD."id" OR (NEW."id" IS NULL AND OLD."id" IS NULL)) IS NOT TRUE OR (NEW."phase_1_id" OPERATOR(pg_catalog.=) OLD."phase_1_id" OR (NEW."phase_1_id" IS NULL AND OLD."phase_1_id" IS NULL)) IS NOT TRUE THEN
        NEW."phase_1_id" := "phase"."public.1.a.id.up"(NEW."id");
      END IF;
    ELSE
      IF (NEW."id" OPERATOR(pg_catalog.=) OLD."id" OR (NEW."id" IS NULL AND OLD."id" IS NULL)) IS NOT TRUE OR (NEW."phase_1_id" OPERATOR(pg_catalog.=) OLD."phase_1_id" OR (NEW."phase_1_id" IS NULL AND OLD."phase_1_id" IS NULL)) IS NOT TRUE THEN
        NEW."id" := "phase"."public.1.a.id.down"(NEW."phase_1_id");
      END IF;
    END IF;
    IF ((NEW."b" OPERATOR(pg_catalog.=) OLD."b" OR (NEW."b" IS NULL AND OLD."b" IS NULL)) IS NOT TRUE) AND (NOT ((NEW."phase_2_b" OPERATOR(pg_catalog.=) OLD."phase_2_b" OR (NEW."phase_2_b" IS NULL AND OLD."phase_2_b" IS NULL)) IS NOT TRUE) OR phase.session_origin(ARRAY[''baseline'', ''0001_case'']::pg_catalog.text[], ARRAY[NULL, ''public_0001_case'']::pg_catalog.text[]) OPERATOR(pg_catalog.<) 1) THEN
      IF (NEW."b" OPERATOR(pg_catalog.=) OLD."b" OR (NEW."b" IS NULL AND OLD."b" IS NULL)) IS NOT TRUE OR (NEW."phase_2_b" OPERATOR(pg_catalog.=) OLD."phase_2_b" OR (NEW."phase_2_b" IS NULL AND OLD."phase_2_b" IS NULL)) IS NOT TRUE THEN
        NEW."phase_2_b" := "phase"."public.2.a.b.up"(NEW."b");
      END IF;
    ELSE
      IF (NEW."b" OPERATOR(pg_catalog.=) OLD."b" OR (NEW."b" IS NULL AND OLD."b" IS NULL)) IS NOT TRUE OR (NEW."phase_2_b" OPERATOR(pg_catalog.=) OLD."phase_2_b" OR (NEW."phase_2_b" IS NULL AND OLD."phase_2_b" IS NULL)) IS NOT TRUE THEN
        NEW."b" := "phase"."public.2.a.b.down"(NEW."phase_2_b");
      END IF;
    END IF;
  ELSE
    IF (NEW."id" OPERATOR(pg_catalog.=) OLD."id" OR (NEW."id" IS NULL AND OLD."id" IS NULL)) IS NOT TRUE OR (NEW."phase_1_id" OPERATOR(pg_catalog.=) OLD."phase_1_id" OR (NEW."phase_1_id" IS NULL AND OLD."phase_1_id" IS NULL)) IS NOT TRUE THEN
      NEW."phase_1_id" := "phase"."public.1.a.id.up"(NEW."id");
    END IF;
    IF (NEW."b" OPERATOR(pg_catalog.=) OLD."b" OR (NEW."b" IS NULL AND OLD."b" IS NULL)) IS NOT TRUE OR (NEW."phase_2_b" OPERATOR(pg_catalog.=) OLD."phase_2_b" OR (NEW."phase_2_b" IS NULL AND OLD."phase_2_b" IS NULL)) IS NOT TRUE THEN
      NEW."phase_2_b" := "phase"."public.2.a.b.up"(NEW."b");
    END IF;
  END IF;
  RETURN NEW;
END
';
DROP TRIGGER IF EXISTS "phase_closed" ON "public_0001_case"."a";
CREATE OR REPLACE VIEW "phase"."public_0001_case.a.origin" WITH (security_invoker = true) AS SELECT base."phase_1_id" AS "id", base."phase_2_b" AS "b", base."~phase_origin" FROM "public"."a" AS base;
ALTER VIEW "phase"."public_0001_case.a.origin" ALTER COLUMN "~phase_origin" SET DEFAULT 2;
GRANT SELECT, INSERT, UPDATE, DELETE ON "phase"."public_0001_case.a.origin" TO PUBLIC;
CREATE OR REPLACE VIEW "public_0001_case"."a" WITH (security_invoker = true) AS SELECT base."id", base."b" FROM "phase"."public_0001_case.a.origin" AS base;
DROP TRIGGER IF EXISTS "phase_closed" ON "public_0001_case"."b";
CREATE OR REPLACE VIEW "phase"."public_0001_case.b.origin" WITH (security_invoker = true) AS SELECT base."phase_2_id" AS "id", base."phase_1_a" AS "a", base."~phase_origin" FROM "public"."b" AS base;
ALTER VIEW "phase"."public_0001_case.b.origin" ALTER COLUMN "~phase_origin" SET DEFAULT 2;
GRANT SELECT, INSERT, UPDATE, DELETE ON "phase"."public_0001_case.b.origin" TO PUBLIC;
CREATE OR REPLACE VIEW "public_0001_case"."b" WITH (security_invoker = true) AS SELECT base."id", base."a" FROM "phase"."public_0001_case.b.origin" AS base;
COMMIT;
-- retire 0001_case: Close the door of version 0001_case
-- takes ACCESS EXCLUSIVE on public_0001_case.a, ACCESS EXCLUSIVE on public_0001_case.b
BEGIN;
CREATE OR REPLACE VIEW "public_0001_case"."a" WITH (security_invoker = true) AS SELECT * FROM phase.closed_door('public_0001_case', NULL) AS t("id" bigint, "b" bigint);
CREATE OR REPLACE TRIGGER "phase_closed" INSTEAD OF INSERT OR UPDATE OR DELETE ON "public_0001_case"."a" FOR EACH ROW EXECUTE FUNCTION phase.closed_door_insert();
DROP VIEW IF EXISTS "phase"."public_0001_case.a.origin";
CREATE OR REPLACE VIEW "public_0001_case"."b" WITH (security_invoker = true) AS SELECT * FROM phase.closed_door('public_0001_case', NULL) AS t("id" bigint, "a" bigint);
CREATE OR REPLACE TRIGGER "phase_closed" INSTEAD OF INSERT OR UPDATE OR DELETE ON "public_0001_case"."b" FOR EACH ROW EXECUTE FUNCTION phase.closed_door_insert();
DROP VIEW IF EXISTS "phase"."public_0001_case.b.origin";
COMMIT;
-- restore 0001_case: Open the door of version 0001_case
-- takes ACCESS EXCLUSIVE on public_0001_case.a, ACCESS SHARE on public.a, ACCESS EXCLUSIVE on public_0001_case.b, ACCESS SHARE on public.b
BEGIN;
DROP TRIGGER IF EXISTS "phase_closed" ON "public_0001_case"."a";
CREATE OR REPLACE VIEW "phase"."public_0001_case.a.origin" WITH (security_invoker = true) AS SELECT base."phase_1_id" AS "id", base."phase_2_b" AS "b", base."~phase_origin" FROM "public"."a" AS base;
ALTER VIEW "phase"."public_0001_case.a.origin" ALTER COLUMN "~phase_origin" SET DEFAULT 2;
GRANT SELECT, INSERT, UPDATE, DELETE ON "phase"."public_0001_case.a.origin" TO PUBLIC;
CREATE OR REPLACE VIEW "public_0001_case"."a" WITH (security_invoker = true) AS SELECT base."id", base."b" FROM "phase"."public_0001_case.a.origin" AS base;
DROP TRIGGER IF EXISTS "phase_closed" ON "public_0001_case"."b";
CREATE OR REPLACE VIEW "phase"."public_0001_case.b.origin" WITH (security_invoker = true) AS SELECT base."phase_2_id" AS "id", base."phase_1_a" AS "a", base."~phase_origin" FROM "public"."b" AS base;
ALTER VIEW "phase"."public_0001_case.b.origin" ALTER COLUMN "~phase_origin" SET DEFAULT 2;
GRANT SELECT, INSERT, UPDATE, DELETE ON "phase"."public_0001_case.b.origin" TO PUBLIC;
CREATE OR REPLACE VIEW "public_0001_case"."b" WITH (security_invoker = true) AS SELECT base."id", base."a" FROM "phase"."public_0001_case.b.origin" AS base;
COMMIT;
-- contract baseline: Give table b, a the shape of version 0001_case
-- takes ACCESS EXCLUSIVE on public.a, ACCESS EXCLUSIVE on public.b, SHARE UPDATE EXCLUSIVE on public.phase_1_a_pkey, SHARE UPDATE EXCLUSIVE on public.phase_2_b_pkey
BEGIN;
LOCK TABLE "public"."a" IN ACCESS EXCLUSIVE MODE;
LOCK TABLE "public"."b" IN ACCESS EXCLUSIVE MODE;
DROP TRIGGER IF EXISTS "~phase_dual_write" ON "public"."b";
DROP TRIGGER IF EXISTS "~phase_dual_write_update" ON "public"."b";
DROP FUNCTION IF EXISTS "phase"."public.b.dual_write"(), "phase"."public.b.dual_write_update"();
DROP TRIGGER IF EXISTS "~phase_dual_write" ON "public"."a";
DROP TRIGGER IF EXISTS "~phase_dual_write_update" ON "public"."a";
DROP FUNCTION IF EXISTS "phase"."public.a.dual_write"(), "phase"."public.a.dual_write_update"();
ALTER TABLE "public"."b" DROP CONSTRAINT "b_a_fkey";
SELECT phase.set_aside('"public"."a"', 'id', 'phase_1_id');
ALTER TABLE "public"."a" DROP COLUMN "id";
ALTER TABLE "public"."a" RENAME COLUMN "phase_1_id" TO "id";
DROP FUNCTION IF EXISTS "phase"."public.1.a.id.up";
DROP FUNCTION IF EXISTS "phase"."public.1.a.id.down";
ALTER TABLE "public"."a" ADD CONSTRAINT "a_pkey" PRIMARY KEY USING INDEX "phase_1_a_pkey";
SELECT phase.put_back();
SELECT phase.set_aside('"public"."b"', 'a', 'phase_1_a');
ALTER TABLE "public"."b" DROP COLUMN "a";
ALTER TABLE "public"."b" RENAME COLUMN "phase_1_a" TO "a";
DROP FUNCTION IF EXISTS "phase"."public.1.b.a.up";
DROP FUNCTION IF EXISTS "phase"."public.1.b.a.down";
SELECT phase.put_back();
ALTER TABLE "public"."b" RENAME CONSTRAINT "phase_1_b_a_fkey" TO "b_a_fkey";
ALTER TABLE "public"."a" DROP CONSTRAINT "a_b_fkey";
SELECT phase.set_aside('"public"."b"', 'id', 'phase_2_id');
ALTER TABLE "public"."b" DROP COLUMN "id";
ALTER TABLE "public"."b" RENAME COLUMN "phase_2_id" TO "id";
DROP FUNCTION IF EXISTS "phase"."public.2.b.id.up";
DROP FUNCTION IF EXISTS "phase"."public.2.b.id.down";
ALTER TABLE "public"."b" ADD CONSTRAINT "b_pkey" PRIMARY KEY USING INDEX "phase_2_b_pkey";
SELECT phase.put_back();
SELECT phase.set_aside('"public"."a"', 'b', 'phase_2_b');
ALTER TABLE "public"."a" DROP COLUMN "b";
ALTER TABLE "public"."a" RENAME COLUMN "phase_2_b" TO "b";
DROP FUNCTION IF EXISTS "phase"."public.2.a.b.up";
DROP FUNCTION IF EXISTS "phase"."public.2.a.b.down";
SELECT phase.put_back();
ALTER TABLE "public"."a" RENAME CONSTRAINT "phase_2_a_b_fkey" TO "a_b_fkey";
COMMIT;
-- contract baseline: Let no view of table b say who inserts
-- takes ACCESS EXCLUSIVE on public_0001_case.b, ACCESS SHARE on public.b
BEGIN;
DO 'BEGIN
IF pg_catalog.to_regclass(''"phase"."public_0001_case.b.origin"'') IS NOT NULL THEN
EXECUTE ''CREATE OR REPLACE VIEW "public_0001_case"."b" WITH (security_invoker = true) AS SELECT base."id" AS "id", base."a" AS "a" FROM "public"."b" AS base'';
EXECUTE ''DROP VIEW IF EXISTS "phase"."public_0001_case.b.origin"'';
END IF;
END';
COMMIT;
-- contract baseline: Remove the column of table b that said so
-- takes ACCESS EXCLUSIVE on public.b
BEGIN;
ALTER TABLE IF EXISTS "public"."b" DROP COLUMN IF EXISTS "~phase_origin";
COMMIT;
-- contract baseline: Let no view of table a say who inserts
-- takes ACCESS EXCLUSIVE on public_0001_case.a, ACCESS SHARE on public.a
BEGIN;
DO 'BEGIN
IF pg_catalog.to_regclass(''"phase"."public_0001_case.a.origin"'') IS NOT NULL THEN
EXECUTE ''CREATE OR REPLACE VIEW "public_0001_case"."a" WITH (security_invoker = true) AS SELECT base."id" AS "id", base."b" AS "b" FROM "public"."a" AS base'';
EXECUTE ''DROP VIEW IF EXISTS "phase"."public_0001_case.a.origin"'';
END IF;
END';
COMMIT;
-- contract baseline: Remove the column of table a that said so
-- takes ACCESS EXCLUSIVE on public.a
BEGIN;
ALTER TABLE IF EXISTS "public"."a" DROP COLUMN IF EXISTS "~phase_origin";
COMMIT;
-- rollback 0001_case: Remove the schema of version 0001_case
-- takes ACCESS EXCLUSIVE on public_0001_case.a, ACCESS EXCLUSIVE on public_0001_case.b, ACCESS EXCLUSIVE on public_0001_case.phase_version
BEGIN;
DROP VIEW IF EXISTS "public_0001_case"."a", "public_0001_case"."b", "public_0001_case"."phase_version", "phase"."public_0001_case.a.origin", "phase"."public_0001_case.b.origin";
DROP SCHEMA IF EXISTS "public_0001_case";
COMMIT;
-- rollback 0001_case: Drop constraint phase_2_a_b_fkey
-- takes ACCESS EXCLUSIVE on public.a, ACCESS EXCLUSIVE on public.b
BEGIN;
ALTER TABLE IF EXISTS "public"."a" DROP CONSTRAINT IF EXISTS "phase_2_a_b_fkey";
COMMIT;
-- rollback 0001_case: Drop constraint phase_2_b_pkey
-- takes ACCESS EXCLUSIVE on public.b
BEGIN;
ALTER TABLE IF EXISTS "public"."b" DROP CONSTRAINT IF EXISTS "phase_2_b_pkey";
COMMIT;
-- rollback 0001_case: Drop its index where the build was cut off
-- takes SHARE UPDATE EXCLUSIVE on public.b
DROP INDEX CONCURRENTLY IF EXISTS "public"."phase_2_b_pkey";
-- rollback 0001_case: Drop constraint phase_1_b_a_fkey
-- takes ACCESS EXCLUSIVE on public.b, ACCESS EXCLUSIVE on public.a
BEGIN;
ALTER TABLE IF EXISTS "public"."b" DROP CONSTRAINT IF EXISTS "phase_1_b_a_fkey";
COMMIT;
-- rollback 0001_case: Drop constraint phase_1_a_pkey
-- takes ACCESS EXCLUSIVE on public.a
BEGIN;
ALTER TABLE IF EXISTS "public"."a" DROP CONSTRAINT IF EXISTS "phase_1_a_pkey";
COMMIT;
-- rollback 0001_case: Drop its index where the build was cut off
-- takes SHARE UPDATE EXCLUSIVE on public.a
DROP INDEX CONCURRENTLY IF EXISTS "public"."phase_1_a_pkey";
-- rollback 0001_case: Give table a back the shape that it had
-- takes ACCESS EXCLUSIVE on public.a
BEGIN;
LOCK TABLE "public"."a" IN ACCESS EXCLUSIVE MODE;
DROP TRIGGER IF EXISTS "~phase_dual_write" ON "public"."a";
DROP TRIGGER IF EXISTS "~phase_dual_write_update" ON "public"."a";
DROP FUNCTION IF EXISTS "phase"."public.a.dual_write"(), "phase"."public.a.dual_write_update"();
ALTER TABLE IF EXISTS "public"."a" DROP COLUMN IF EXISTS "~phase_origin";
DROP FUNCTION IF EXISTS "phase"."public.2.a.b.up";
DROP FUNCTION IF EXISTS "phase"."public.2.a.b.down";
ALTER TABLE IF EXISTS "public"."a" DROP COLUMN IF EXISTS "phase_2_b";
DROP FUNCTION IF EXISTS "phase"."public.1.a.id.up";
DROP FUNCTION IF EXISTS "phase"."public.1.a.id.down";
ALTER TABLE IF EXISTS "public"."a" DROP COLUMN IF EXISTS "phase_1_id";
COMMIT;
-- rollback 0001_case: Give table b back the shape that it had
-- takes ACCESS EXCLUSIVE on public.b
BEGIN;
LOCK TABLE "public"."b" IN ACCESS EXCLUSIVE MODE;
DROP TRIGGER IF EXISTS "~phase_dual_write" ON "public"."b";
DROP TRIGGER IF EXISTS "~phase_dual_write_update" ON "public"."b";
DROP FUNCTION IF EXISTS "phase"."public.b.dual_write"(), "phase"."public.b.dual_write_update"();
ALTER TABLE IF EXISTS "public"."b" DROP COLUMN IF EXISTS "~phase_origin";
DROP FUNCTION IF EXISTS "phase"."public.2.b.id.up";
DROP FUNCTION IF EXISTS "phase"."public.2.b.id.down";
ALTER TABLE IF EXISTS "public"."b" DROP COLUMN IF EXISTS "phase_2_id";
DROP FUNCTION IF EXISTS "phase"."public.1.b.a.up";
DROP FUNCTION IF EXISTS "phase"."public.1.b.a.down";
ALTER TABLE IF EXISTS "public"."b" DROP COLUMN IF EXISTS "phase_1_a";
COMMIT;

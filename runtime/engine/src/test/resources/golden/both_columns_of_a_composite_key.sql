-- operations:
-- - change_primary_key: { table: order, columns: { id: bigint } }
-- - change_primary_key: { table: lines, columns: { Line: smallint } }

-- expand 0001_case: Expand table invoices
-- takes ACCESS EXCLUSIVE on public.invoices
BEGIN;
ALTER TABLE "public"."invoices" ADD COLUMN "phase_1_order_id" bigint;
CREATE FUNCTION "phase"."public.1.invoices.order_id.up" ("id" integer) RETURNS bigint LANGUAGE sql RETURN ("id");
CREATE FUNCTION "phase"."public.1.invoices.order_id.down" ("id" bigint) RETURNS integer LANGUAGE sql RETURN ("id");
SELECT phase.copy_column('"public"."invoices"', 'order_id', 'phase_1_order_id');
CREATE OR REPLACE FUNCTION "phase"."public.invoices.dual_write"() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  NEW."phase_1_order_id" := "phase"."public.1.invoices.order_id.up"(NEW."order_id");
  RETURN NEW;
END
';
CREATE OR REPLACE FUNCTION "phase"."public.invoices.dual_write_update"() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  IF pg_catalog.current_setting(''phase.backfill'', true) OPERATOR(pg_catalog.=) ''on'' THEN
    RETURN NEW;
  END IF;
  IF (NEW."order_id" OPERATOR(pg_catalog.=) OLD."order_id" OR (NEW."order_id" IS NULL AND OLD."order_id" IS NULL)) IS NOT TRUE THEN
    NEW."phase_1_order_id" := "phase"."public.1.invoices.order_id.up"(NEW."order_id");
  END IF;
  RETURN NEW;
END
';
ALTER TABLE "public"."invoices" ADD COLUMN IF NOT EXISTS "~phase_origin" pg_catalog.int8;
SELECT phase.grant_origin('"public"."invoices"');
CREATE OR REPLACE TRIGGER "~phase_dual_write" BEFORE INSERT ON "public"."invoices" FOR EACH ROW EXECUTE FUNCTION "phase"."public.invoices.dual_write"();
CREATE OR REPLACE TRIGGER "~phase_dual_write_update" BEFORE UPDATE ON "public"."invoices" FOR EACH ROW WHEN ((NEW."order_id" OPERATOR(pg_catalog.=) OLD."order_id" OR (NEW."order_id" IS NULL AND OLD."order_id" IS NULL)) IS NOT TRUE OR (NEW."phase_1_order_id" OPERATOR(pg_catalog.=) OLD."phase_1_order_id" OR (NEW."phase_1_order_id" IS NULL AND OLD."phase_1_order_id" IS NULL)) IS NOT TRUE) EXECUTE FUNCTION "phase"."public.invoices.dual_write_update"();
COMMIT;
-- expand 0001_case: Expand table lines
-- takes ACCESS EXCLUSIVE on public.lines
BEGIN;
ALTER TABLE "public"."lines" ADD COLUMN "phase_1_order_id" bigint;
CREATE FUNCTION "phase"."public.1.lines.order_id.up" ("id" integer) RETURNS bigint LANGUAGE sql RETURN ("id");
CREATE FUNCTION "phase"."public.1.lines.order_id.down" ("id" bigint) RETURNS integer LANGUAGE sql RETURN ("id");
SELECT phase.copy_column('"public"."lines"', 'order_id', 'phase_1_order_id');
ALTER TABLE "public"."lines" ADD COLUMN "phase_2_Line" smallint;
CREATE FUNCTION "phase"."public.2.lines.Line.up" ("Line" integer) RETURNS smallint LANGUAGE sql RETURN ("Line");
CREATE FUNCTION "phase"."public.2.lines.Line.down" ("Line" smallint) RETURNS integer LANGUAGE sql RETURN ("Line");
SELECT phase.copy_column('"public"."lines"', 'Line', 'phase_2_Line');
CREATE OR REPLACE FUNCTION "phase"."public.lines.dual_write"() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  NEW."phase_1_order_id" := "phase"."public.1.lines.order_id.up"(NEW."order_id");
  NEW."phase_2_Line" := "phase"."public.2.lines.Line.up"(NEW."Line");
  RETURN NEW;
END
';
CREATE OR REPLACE FUNCTION "phase"."public.lines.dual_write_update"() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  IF pg_catalog.current_setting(''phase.backfill'', true) OPERATOR(pg_catalog.=) ''on'' THEN
    RETURN NEW;
  END IF;
  IF (NEW."order_id" OPERATOR(pg_catalog.=) OLD."order_id" OR (NEW."order_id" IS NULL AND OLD."order_id" IS NULL)) IS NOT TRUE THEN
    NEW."phase_1_order_id" := "phase"."public.1.lines.order_id.up"(NEW."order_id");
  END IF;
  IF (NEW."Line" OPERATOR(pg_catalog.=) OLD."Line" OR (NEW."Line" IS NULL AND OLD."Line" IS NULL)) IS NOT TRUE THEN
    NEW."phase_2_Line" := "phase"."public.2.lines.Line.up"(NEW."Line");
  END IF;
  RETURN NEW;
END
';
ALTER TABLE "public"."lines" ADD COLUMN IF NOT EXISTS "~phase_origin" pg_catalog.int8;
SELECT phase.grant_origin('"public"."lines"');
CREATE OR REPLACE TRIGGER "~phase_dual_write" BEFORE INSERT ON "public"."lines" FOR EACH ROW EXECUTE FUNCTION "phase"."public.lines.dual_write"();
CREATE OR REPLACE TRIGGER "~phase_dual_write_update" BEFORE UPDATE ON "public"."lines" FOR EACH ROW WHEN ((NEW."order_id" OPERATOR(pg_catalog.=) OLD."order_id" OR (NEW."order_id" IS NULL AND OLD."order_id" IS NULL)) IS NOT TRUE OR (NEW."phase_1_order_id" OPERATOR(pg_catalog.=) OLD."phase_1_order_id" OR (NEW."phase_1_order_id" IS NULL AND OLD."phase_1_order_id" IS NULL)) IS NOT TRUE OR (NEW."Line" OPERATOR(pg_catalog.=) OLD."Line" OR (NEW."Line" IS NULL AND OLD."Line" IS NULL)) IS NOT TRUE OR (NEW."phase_2_Line" OPERATOR(pg_catalog.=) OLD."phase_2_Line" OR (NEW."phase_2_Line" IS NULL AND OLD."phase_2_Line" IS NULL)) IS NOT TRUE) EXECUTE FUNCTION "phase"."public.lines.dual_write_update"();
COMMIT;
-- expand 0001_case: Expand table shipments
-- takes ACCESS EXCLUSIVE on public.shipments
BEGIN;
ALTER TABLE "public"."shipments" ADD COLUMN "phase_1_order_id" bigint;
CREATE FUNCTION "phase"."public.1.shipments.order_id.up" ("id" integer) RETURNS bigint LANGUAGE sql RETURN ("id");
CREATE FUNCTION "phase"."public.1.shipments.order_id.down" ("id" bigint) RETURNS integer LANGUAGE sql RETURN ("id");
SELECT phase.copy_column('"public"."shipments"', 'order_id', 'phase_1_order_id');
ALTER TABLE "public"."shipments" ADD COLUMN "phase_2_line" smallint;
CREATE FUNCTION "phase"."public.2.shipments.line.up" ("Line" integer) RETURNS smallint LANGUAGE sql RETURN ("Line");
CREATE FUNCTION "phase"."public.2.shipments.line.down" ("Line" smallint) RETURNS integer LANGUAGE sql RETURN ("Line");
SELECT phase.copy_column('"public"."shipments"', 'line', 'phase_2_line');
CREATE OR REPLACE FUNCTION "phase"."public.shipments.dual_write"() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  NEW."phase_1_order_id" := "phase"."public.1.shipments.order_id.up"(NEW."order_id");
  NEW."phase_2_line" := "phase"."public.2.shipments.line.up"(NEW."line");
  RETURN NEW;
END
';
CREATE OR REPLACE FUNCTION "phase"."public.shipments.dual_write_update"() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  IF pg_catalog.current_setting(''phase.backfill'', true) OPERATOR(pg_catalog.=) ''on'' THEN
    RETURN NEW;
  END IF;
  IF (NEW."order_id" OPERATOR(pg_catalog.=) OLD."order_id" OR (NEW."order_id" IS NULL AND OLD."order_id" IS NULL)) IS NOT TRUE THEN
    NEW."phase_1_order_id" := "phase"."public.1.shipments.order_id.up"(NEW."order_id");
  END IF;
  IF (NEW."line" OPERATOR(pg_catalog.=) OLD."line" OR (NEW."line" IS NULL AND OLD."line" IS NULL)) IS NOT TRUE THEN
    NEW."phase_2_line" := "phase"."public.2.shipments.line.up"(NEW."line");
  END IF;
  RETURN NEW;
END
';
ALTER TABLE "public"."shipments" ADD COLUMN IF NOT EXISTS "~phase_origin" pg_catalog.int8;
SELECT phase.grant_origin('"public"."shipments"');
CREATE OR REPLACE TRIGGER "~phase_dual_write" BEFORE INSERT ON "public"."shipments" FOR EACH ROW EXECUTE FUNCTION "phase"."public.shipments.dual_write"();
CREATE OR REPLACE TRIGGER "~phase_dual_write_update" BEFORE UPDATE ON "public"."shipments" FOR EACH ROW WHEN ((NEW."order_id" OPERATOR(pg_catalog.=) OLD."order_id" OR (NEW."order_id" IS NULL AND OLD."order_id" IS NULL)) IS NOT TRUE OR (NEW."phase_1_order_id" OPERATOR(pg_catalog.=) OLD."phase_1_order_id" OR (NEW."phase_1_order_id" IS NULL AND OLD."phase_1_order_id" IS NULL)) IS NOT TRUE OR (NEW."line" OPERATOR(pg_catalog.=) OLD."line" OR (NEW."line" IS NULL AND OLD."line" IS NULL)) IS NOT TRUE OR (NEW."phase_2_line" OPERATOR(pg_catalog.=) OLD."phase_2_line" OR (NEW."phase_2_line" IS NULL AND OLD."phase_2_line" IS NULL)) IS NOT TRUE) EXECUTE FUNCTION "phase"."public.shipments.dual_write_update"();
COMMIT;
-- expand 0001_case: Expand table order
-- takes ACCESS EXCLUSIVE on public.order
BEGIN;
ALTER TABLE "public"."order" ADD COLUMN "phase_1_id" bigint;
CREATE FUNCTION "phase"."public.1.order.id.up" ("id" integer) RETURNS bigint LANGUAGE sql RETURN ("id");
CREATE FUNCTION "phase"."public.1.order.id.down" ("id" bigint) RETURNS integer LANGUAGE sql RETURN ("id");
SELECT phase.copy_column('"public"."order"', 'id', 'phase_1_id');
CREATE OR REPLACE FUNCTION "phase"."public.order.dual_write"() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  NEW."phase_1_id" := "phase"."public.1.order.id.up"(NEW."id");
  RETURN NEW;
END
';
CREATE OR REPLACE FUNCTION "phase"."public.order.dual_write_update"() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  IF pg_catalog.current_setting(''phase.backfill'', true) OPERATOR(pg_catalog.=) ''on'' THEN
    RETURN NEW;
  END IF;
  IF (NEW."id" OPERATOR(pg_catalog.=) OLD."id" OR (NEW."id" IS NULL AND OLD."id" IS NULL)) IS NOT TRUE THEN
    NEW."phase_1_id" := "phase"."public.1.order.id.up"(NEW."id");
  END IF;
  RETURN NEW;
END
';
ALTER TABLE "public"."order" ADD COLUMN IF NOT EXISTS "~phase_origin" pg_catalog.int8;
SELECT phase.grant_origin('"public"."order"');
CREATE OR REPLACE TRIGGER "~phase_dual_write" BEFORE INSERT ON "public"."order" FOR EACH ROW EXECUTE FUNCTION "phase"."public.order.dual_write"();
CREATE OR REPLACE TRIGGER "~phase_dual_write_update" BEFORE UPDATE ON "public"."order" FOR EACH ROW WHEN ((NEW."id" OPERATOR(pg_catalog.=) OLD."id" OR (NEW."id" IS NULL AND OLD."id" IS NULL)) IS NOT TRUE OR (NEW."phase_1_id" OPERATOR(pg_catalog.=) OLD."phase_1_id" OR (NEW."phase_1_id" IS NULL AND OLD."phase_1_id" IS NULL)) IS NOT TRUE) EXECUTE FUNCTION "phase"."public.order.dual_write_update"();
COMMIT;
-- expand 0001_case: Create schema public_0001_case with its door closed
BEGIN;
CREATE SCHEMA "public_0001_case";
GRANT USAGE ON SCHEMA "public_0001_case" TO PUBLIC;
CREATE VIEW "public_0001_case"."phase_version" AS SELECT '0001_case'::text AS version, 'public'::text AS base_schema;
GRANT SELECT ON "public_0001_case"."phase_version" TO PUBLIC;
CREATE OR REPLACE VIEW "public_0001_case"."invoices" WITH (security_invoker = true) AS SELECT * FROM phase.closed_door('public_0001_case', NULL) AS t("id" integer, "customer_id" integer, "order_id" bigint);
CREATE OR REPLACE TRIGGER "phase_closed" INSTEAD OF INSERT OR UPDATE OR DELETE ON "public_0001_case"."invoices" FOR EACH ROW EXECUTE FUNCTION phase.closed_door_insert();
GRANT SELECT, INSERT, UPDATE, DELETE ON "public_0001_case"."invoices" TO PUBLIC;
CREATE OR REPLACE VIEW "public_0001_case"."lines" WITH (security_invoker = true) AS SELECT * FROM phase.closed_door('public_0001_case', NULL) AS t("order_id" bigint, "Line" smallint);
CREATE OR REPLACE TRIGGER "phase_closed" INSTEAD OF INSERT OR UPDATE OR DELETE ON "public_0001_case"."lines" FOR EACH ROW EXECUTE FUNCTION phase.closed_door_insert();
GRANT SELECT, INSERT, UPDATE, DELETE ON "public_0001_case"."lines" TO PUBLIC;
CREATE OR REPLACE VIEW "public_0001_case"."order" WITH (security_invoker = true) AS SELECT * FROM phase.closed_door('public_0001_case', NULL) AS t("id" bigint, "customer_id" integer, "note" text);
CREATE OR REPLACE TRIGGER "phase_closed" INSTEAD OF INSERT OR UPDATE OR DELETE ON "public_0001_case"."order" FOR EACH ROW EXECUTE FUNCTION phase.closed_door_insert();
GRANT SELECT, INSERT, UPDATE, DELETE ON "public_0001_case"."order" TO PUBLIC;
CREATE OR REPLACE VIEW "public_0001_case"."shipments" WITH (security_invoker = true) AS SELECT * FROM phase.closed_door('public_0001_case', NULL) AS t("id" bigint, "order_id" bigint, "line" smallint);
CREATE OR REPLACE TRIGGER "phase_closed" INSTEAD OF INSERT OR UPDATE OR DELETE ON "public_0001_case"."shipments" FOR EACH ROW EXECUTE FUNCTION phase.closed_door_insert();
GRANT SELECT, INSERT, UPDATE, DELETE ON "public_0001_case"."shipments" TO PUBLIC;
COMMIT;
-- publish 0001_case: Backfill table invoices
-- takes ROW EXCLUSIVE on public.invoices
-- in batches: UPDATE "public"."invoices" SET "phase_1_order_id" = "phase"."public.1.invoices.order_id.up"("order_id");
-- publish 0001_case: Backfill table lines
-- takes ROW EXCLUSIVE on public.lines
-- in batches: UPDATE "public"."lines" SET "phase_1_order_id" = "phase"."public.1.lines.order_id.up"("order_id"), "phase_2_Line" = "phase"."public.2.lines.Line.up"("Line");
-- publish 0001_case: Backfill table shipments
-- takes ROW EXCLUSIVE on public.shipments
-- in batches: UPDATE "public"."shipments" SET "phase_1_order_id" = "phase"."public.1.shipments.order_id.up"("order_id"), "phase_2_line" = "phase"."public.2.shipments.line.up"("line");
-- publish 0001_case: Backfill table order
-- takes ROW EXCLUSIVE on public.order
-- in batches: UPDATE "public"."order" SET "phase_1_id" = "phase"."public.1.order.id.up"("id");
-- publish 0001_case: Let no new row of order have a NULL in id
-- takes ACCESS EXCLUSIVE on public.order
BEGIN;
ALTER TABLE "public"."order" ADD CONSTRAINT "phase_1_id_not_null" CHECK ("phase_1_id" IS NOT NULL) NOT VALID;
COMMIT;
-- publish 0001_case: Prove that no row of order has one
-- takes SHARE UPDATE EXCLUSIVE on public.order
BEGIN;
ALTER TABLE "public"."order" VALIDATE CONSTRAINT "phase_1_id_not_null";
COMMIT;
-- publish 0001_case: Make id of order NOT NULL
-- takes ACCESS EXCLUSIVE on public.order
BEGIN;
ALTER TABLE "public"."order" ALTER COLUMN "phase_1_id" SET NOT NULL;
ALTER TABLE "public"."order" DROP CONSTRAINT "phase_1_id_not_null";
COMMIT;
-- publish 0001_case: Build index order_customer on order
-- takes SHARE UPDATE EXCLUSIVE on public.order
CREATE INDEX CONCURRENTLY "phase_1_order_customer" ON "public"."order" USING "btree" ("customer_id", "phase_1_id") INCLUDE ("note");
-- publish 0001_case: Build the unique index of order_pkey on order
-- takes SHARE UPDATE EXCLUSIVE on public.order
CREATE UNIQUE INDEX CONCURRENTLY "phase_1_order_pkey" ON "public"."order" USING "btree" ("phase_1_id");
-- publish 0001_case: Let no new row of lines have a NULL in order_id
-- takes ACCESS EXCLUSIVE on public.lines
BEGIN;
ALTER TABLE "public"."lines" ADD CONSTRAINT "phase_1_order_id_not_null" CHECK ("phase_1_order_id" IS NOT NULL) NOT VALID;
COMMIT;
-- publish 0001_case: Prove that no row of lines has one
-- takes SHARE UPDATE EXCLUSIVE on public.lines
BEGIN;
ALTER TABLE "public"."lines" VALIDATE CONSTRAINT "phase_1_order_id_not_null";
COMMIT;
-- publish 0001_case: Make order_id of lines NOT NULL
-- takes ACCESS EXCLUSIVE on public.lines
BEGIN;
ALTER TABLE "public"."lines" ALTER COLUMN "phase_1_order_id" SET NOT NULL;
ALTER TABLE "public"."lines" DROP CONSTRAINT "phase_1_order_id_not_null";
COMMIT;
-- publish 0001_case: Build the unique index of Lines key on lines
-- takes SHARE UPDATE EXCLUSIVE on public.lines
CREATE UNIQUE INDEX CONCURRENTLY "phase_1_Lines key" ON "public"."lines" USING "btree" ("phase_1_order_id", "Line");
-- publish 0001_case: Hold new rows of invoices to invoices_order_id_fkey
-- takes SHARE ROW EXCLUSIVE on public.invoices, SHARE ROW EXCLUSIVE on public.order
BEGIN;
ALTER TABLE "public"."invoices" ADD CONSTRAINT "phase_1_invoices_order_id_fkey" FOREIGN KEY ("phase_1_order_id") REFERENCES "public"."order" ("phase_1_id") ON DELETE SET NULL ON UPDATE NO ACTION NOT VALID;
COMMIT;
-- publish 0001_case: Prove that the rows of invoices keep invoices_order_id_fkey
-- takes SHARE UPDATE EXCLUSIVE on public.invoices, ROW SHARE on public.order
BEGIN;
ALTER TABLE "public"."invoices" VALIDATE CONSTRAINT "phase_1_invoices_order_id_fkey";
COMMIT;
-- publish 0001_case: Hold new rows of lines to lines_order_id_fkey
-- takes SHARE ROW EXCLUSIVE on public.lines, SHARE ROW EXCLUSIVE on public.order
BEGIN;
ALTER TABLE "public"."lines" ADD CONSTRAINT "phase_1_lines_order_id_fkey" FOREIGN KEY ("phase_1_order_id") REFERENCES "public"."order" ("phase_1_id") ON DELETE NO ACTION ON UPDATE NO ACTION NOT VALID;
COMMIT;
-- publish 0001_case: Prove that the rows of lines keep lines_order_id_fkey
-- takes SHARE UPDATE EXCLUSIVE on public.lines, ROW SHARE on public.order
BEGIN;
ALTER TABLE "public"."lines" VALIDATE CONSTRAINT "phase_1_lines_order_id_fkey";
COMMIT;
-- publish 0001_case: Let no new row of lines have a NULL in Line
-- takes ACCESS EXCLUSIVE on public.lines
BEGIN;
ALTER TABLE "public"."lines" ADD CONSTRAINT "phase_2_Line_not_null" CHECK ("phase_2_Line" IS NOT NULL) NOT VALID;
COMMIT;
-- publish 0001_case: Prove that no row of lines has one
-- takes SHARE UPDATE EXCLUSIVE on public.lines
BEGIN;
ALTER TABLE "public"."lines" VALIDATE CONSTRAINT "phase_2_Line_not_null";
COMMIT;
-- publish 0001_case: Make Line of lines NOT NULL
-- takes ACCESS EXCLUSIVE on public.lines
BEGIN;
ALTER TABLE "public"."lines" ALTER COLUMN "phase_2_Line" SET NOT NULL;
ALTER TABLE "public"."lines" DROP CONSTRAINT "phase_2_Line_not_null";
COMMIT;
-- publish 0001_case: Build the unique index of Lines key on lines
-- takes SHARE UPDATE EXCLUSIVE on public.lines
CREATE UNIQUE INDEX CONCURRENTLY "phase_2_Lines key" ON "public"."lines" USING "btree" ("phase_1_order_id", "phase_2_Line");
-- publish 0001_case: Hold new rows of shipments to shipped_line
-- takes SHARE ROW EXCLUSIVE on public.shipments, SHARE ROW EXCLUSIVE on public.lines
BEGIN;
ALTER TABLE "public"."shipments" ADD CONSTRAINT "phase_2_shipped_line" FOREIGN KEY ("phase_1_order_id", "phase_2_line") REFERENCES "public"."lines" ("phase_1_order_id", "phase_2_Line") MATCH FULL ON DELETE NO ACTION ON UPDATE NO ACTION NOT VALID;
COMMIT;
-- publish 0001_case: Prove that the rows of shipments keep shipped_line
-- takes SHARE UPDATE EXCLUSIVE on public.shipments, ROW SHARE on public.lines
BEGIN;
ALTER TABLE "public"."shipments" VALIDATE CONSTRAINT "phase_2_shipped_line";
COMMIT;
-- publish 0001_case: Open the door of version 0001_case
-- takes ACCESS EXCLUSIVE on public_0001_case.invoices, ACCESS SHARE on public.invoices, ACCESS EXCLUSIVE on public_0001_case.lines, ACCESS SHARE on public.lines, ACCESS EXCLUSIVE on public_0001_case.order, ACCESS SHARE on public.order, ACCESS EXCLUSIVE on public_0001_case.shipments, ACCESS SHARE on public.shipments
BEGIN;
CREATE OR REPLACE FUNCTION "phase"."public.invoices.dual_write"() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  IF NEW."~phase_origin" IS NULL THEN
    IF NEW."phase_1_order_id" IS NULL OR pg_catalog.record_image_ne(ROW (NEW."order_id"), ROW ("phase"."public.1.invoices.order_id.down"(NEW."phase_1_order_id"))) THEN
      NEW."phase_1_order_id" := "phase"."public.1.invoices.order_id.up"(NEW."order_id");
    END IF;
  ELSE
    IF NEW."~phase_origin" OPERATOR(pg_catalog.>=) 1 AND (NEW."order_id" IS NULL OR pg_catalog.record_image_ne(ROW (NEW."phase_1_order_id"), ROW ("phase"."public.1.invoices.order_id.up"(NEW."order_id")))) THEN
      NEW."order_id" := "phase"."public.1.invoices.order_id.down"(NEW."phase_1_order_id");
    END IF;
    IF NEW."~phase_origin" OPERATOR(pg_catalog.<) 1 AND (NEW."phase_1_order_id" IS NULL OR pg_catalog.record_image_ne(ROW (NEW."order_id"), ROW ("phase"."public.1.invoices.order_id.down"(NEW."phase_1_order_id")))) THEN
      NEW."phase_1_order_id" := "phase"."public.1.invoices.order_id.up"(NEW."order_id");
    END IF;
    NEW."~phase_origin" := NULL;
  END IF;
  RETURN NEW;
END
';
CREATE OR REPLACE FUNCTION "phase"."public.invoices.dual_write_update"() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  IF (NEW."phase_1_order_id" OPERATOR(pg_catalog.=) OLD."phase_1_order_id" OR (NEW."phase_1_order_id" IS NULL AND OLD."phase_1_order_id" IS NULL)) IS NOT TRUE THEN
    IF ((NEW."order_id" OPERATOR(pg_catalog.=) OLD."order_id" OR (NEW."order_id" IS NULL AND OLD."order_id" IS NULL)) IS NOT TRUE) AND phase.session_origin(ARRAY[''baseline'', ''0001_case'']::pg_catalog.text[], ARRAY[NULL, ''public_0001_case'']::pg_catalog.text[]) OPERATOR(pg_catalog.<) 1 THEN
      NEW."phase_1_order_id" := "phase"."public.1.invoices.order_id.up"(NEW."order_id");
    ELSE
      NEW."order_id" := "phase"."public.1.invoices.order_id.down"(NEW."phase_1_order_id");
    END IF;
  ELSE
    NEW."phase_1_order_id" := "phase"."public.1.invoices.order_id.up"(NEW."order_id");
  END IF;
  RETURN NEW;
END
';
CREATE OR REPLACE FUNCTION "phase"."public.lines.dual_write"() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  IF NEW."~phase_origin" IS NULL THEN
    IF NEW."phase_1_order_id" IS NULL OR pg_catalog.record_image_ne(ROW (NEW."order_id"), ROW ("phase"."public.1.lines.order_id.down"(NEW."phase_1_order_id"))) THEN
      NEW."phase_1_order_id" := "phase"."public.1.lines.order_id.up"(NEW."order_id");
    END IF;
    IF NEW."phase_2_Line" IS NULL OR pg_catalog.record_image_ne(ROW (NEW."Line"), ROW ("phase"."public.2.lines.Line.down"(NEW."phase_2_Line"))) THEN
      NEW."phase_2_Line" := "phase"."public.2.lines.Line.up"(NEW."Line");
    END IF;
  ELSE
    IF NEW."~phase_origin" OPERATOR(pg_catalog.>=) 2 AND (NEW."Line" IS NULL OR pg_catalog.record_image_ne(ROW (NEW."phase_2_Line"), ROW ("phase"."public.2.lines.Line.up"(NEW."Line")))) THEN
      NEW."Line" := "phase"."public.2.lines.Line.down"(NEW."phase_2_Line");
    END IF;
    IF NEW."~phase_origin" OPERATOR(pg_catalog.>=) 1 AND (NEW."order_id" IS NULL OR pg_catalog.record_image_ne(ROW (NEW."phase_1_order_id"), ROW ("phase"."public.1.lines.order_id.up"(NEW."order_id")))) THEN
      NEW."order_id" := "phase"."public.1.lines.order_id.down"(NEW."phase_1_order_id");
    END IF;
    IF NEW."~phase_origin" OPERATOR(pg_catalog.<) 1 AND (NEW."phase_1_order_id" IS NULL OR pg_catalog.record_image_ne(ROW (NEW."order_id"), ROW ("phase"."public.1.lines.order_id.down"(NEW."phase_1_order_id")))) THEN
      NEW."phase_1_order_id" := "phase"."public.1.lines.order_id.up"(NEW."order_id");
    END IF;
    IF NEW."~phase_origin" OPERATOR(pg_catalog.<) 2 AND (NEW."phase_2_Line" IS NULL OR pg_catalog.record_image_ne(ROW (NEW."Line"), ROW ("phase"."public.2.lines.Line.down"(NEW."phase_2_Line")))) THEN
      NEW."phase_2_Line" := "phase"."public.2.lines.Line.up"(NEW."Line");
    END IF;
    NEW."~phase_origin" := NULL;
  END IF;
  RETURN NEW;
END
';
CREATE OR REPLACE FUNCTION "phase"."public.lines.dual_write_update"() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  IF (NEW."phase_1_order_id" OPERATOR(pg_catalog.=) OLD."phase_1_order_id" OR (NEW."phase_1_order_id" IS NULL AND OLD."phase_1_order_id" IS NULL)) IS NOT TRUE OR (NEW."phase_2_Line" OPERATOR(pg_catalog.=) OLD."phase_2_Line" OR (NEW."phase_2_Line" IS NULL AND OLD."phase_2_Line" IS NULL)) IS NOT TRUE THEN
    IF ((NEW."order_id" OPERATOR(pg_catalog.=) OLD."order_id" OR (NEW."order_id" IS NULL AND OLD."order_id" IS NULL)) IS NOT TRUE) AND (NOT ((NEW."phase_1_order_id" OPERATOR(pg_catalog.=) OLD."phase_1_order_id" OR (NEW."phase_1_order_id" IS NULL AND OLD."phase_1_order_id" IS NULL)) IS NOT TRUE) OR phase.session_origin(ARRAY[''baseline'', ''0001_case'']::pg_catalog.text[], ARRAY[NULL, ''public_0001_case'']::pg_catalog.text[]) OPERATOR(pg_catalog.<) 1) THEN
      IF (NEW."order_id" OPERATOR(pg_catalog.=) OLD."order_id" OR (NEW."order_id" IS NULL AND OLD."order_id" IS NULL)) IS NOT TRUE OR (NEW."phase_1_order_id" OPERATOR(pg_catalog.=) OLD."phase_1_order_id" OR (NEW."phase_1_order_id" IS NULL AND OLD."phase_1_order_id" IS NULL)) IS NOT TRUE THEN
        NEW."phase_1_order_id" := "phase"."public.1.lines.order_id.up"(NEW."order_id");
      END IF;
    ELSE
      IF (NEW."order_id" OPERATOR(pg_catalog.=) OLD."order_id" OR (NEW."order_id" IS NULL AND OLD."order_id" IS NULL)) IS NOT TRUE OR (NEW."phase_1_order_id" OPERATOR(pg_catalog.=) OLD."phase_1_order_id" OR (NEW."phase_1_order_id" IS NULL AND OLD."phase_1_order_id" IS NULL)) IS NOT TRUE THEN
        NEW."order_id" := "phase"."public.1.lines.order_id.down"(NEW."phase_1_order_id");
      END IF;
    END IF;
    IF ((NEW."Line" OPERATOR(pg_catalog.=) OLD."Line" OR (NEW."Line" IS NULL AND OLD."Line" IS NULL)) IS NOT TRUE) AND (NOT ((NEW."phase_2_Line" OPERATOR(pg_catalog.=) OLD."phase_2_Line" OR (NEW."phase_2_Line" IS NULL AND OLD."phase_2_Line" IS NULL)) IS NOT TRUE) OR phase.session_origin(ARRAY[''baseline'', ''0001_case'']::pg_catalog.text[], ARRAY[NULL, ''public_0001_case'']::pg_catalog.text[]) OPERATOR(pg_catalog.<) 1) THEN
      IF (NEW."Line" OPERATOR(pg_catalog.=) OLD."Line" OR (NEW."Line" IS NULL AND OLD."Line" IS NULL)) IS NOT TRUE OR (NEW."phase_2_Line" OPERATOR(pg_catalog.=) OLD."phase_2_Line" OR (NEW."phase_2_Line" IS NULL AND OLD."phase_2_Line" IS NULL)) IS NOT TRUE THEN
        NEW."phase_2_Line" := "phase"."public.2.lines.Line.up"(NEW."Line");
      END IF;
    ELSE
      IF (NEW."Line" OPERATOR(pg_catalog.=) OLD."Line" OR (NEW."Line" IS NULL AND OLD."Line" IS NULL)) IS NOT TRUE OR (NEW."phase_2_Line" OPERATOR(pg_catalog.=) OLD."phase_2_Line" OR (NEW."phase_2_Line" IS NULL AND OLD."phase_2_Line" IS NULL)) IS NOT TRUE THEN
        NEW."Line" := "phase"."public.2.lines.Line.down"(NEW."phase_2_Line");
      END IF;
    END IF;
  ELSE
    IF (NEW."order_id" OPERATOR(pg_catalog.=) OLD."order_id" OR (NEW."order_id" IS NULL AND OLD."order_id" IS NULL)) IS NOT TRUE OR (NEW."phase_1_order_id" OPERATOR(pg_catalog.=) OLD."phase_1_order_id" OR (NEW."phase_1_order_id" IS NULL AND OLD."phase_1_order_id" IS NULL)) IS NOT TRUE THEN
      NEW."phase_1_order_id" := "phase"."public.1.lines.order_id.up"(NEW."order_id");
    END IF;
    IF (NEW."Line" OPERATOR(pg_catalog.=) OLD."Line" OR (NEW."Line" IS NULL AND OLD."Line" IS NULL)) IS NOT TRUE OR (NEW."phase_2_Line" OPERATOR(pg_catalog.=) OLD."phase_2_Line" OR (NEW."phase_2_Line" IS NULL AND OLD."phase_2_Line" IS NULL)) IS NOT TRUE THEN
      NEW."phase_2_Line" := "phase"."public.2.lines.Line.up"(NEW."Line");
    END IF;
  END IF;
  RETURN NEW;
END
';
CREATE OR REPLACE FUNCTION "phase"."public.shipments.dual_write"() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  IF NEW."~phase_origin" IS NULL THEN
    IF NEW."phase_1_order_id" IS NULL OR pg_catalog.record_image_ne(ROW (NEW."order_id"), ROW ("phase"."public.1.shipments.order_id.down"(NEW."phase_1_order_id"))) THEN
      NEW."phase_1_order_id" := "phase"."public.1.shipments.order_id.up"(NEW."order_id");
    END IF;
    IF NEW."phase_2_line" IS NULL OR pg_catalog.record_image_ne(ROW (NEW."line"), ROW ("phase"."public.2.shipments.line.down"(NEW."phase_2_line"))) THEN
      NEW."phase_2_line" := "phase"."public.2.shipments.line.up"(NEW."line");
    END IF;
  ELSE
    IF NEW."~phase_origin" OPERATOR(pg_catalog.>=) 2 AND (NEW."line" IS NULL OR pg_catalog.record_image_ne(ROW (NEW."phase_2_line"), ROW ("phase"."public.2.shipments.line.up"(NEW."line")))) THEN
      NEW."line" := "phase"."public.2.shipments.line.down"(NEW."phase_2_line");
    END IF;
    IF NEW."~phase_origin" OPERATOR(pg_catalog.>=) 1 AND (NEW."order_id" IS NULL OR pg_catalog.record_image_ne(ROW (NEW."phase_1_order_id"), ROW ("phase"."public.1.shipments.order_id.up"(NEW."order_id")))) THEN
      NEW."order_id" := "phase"."public.1.shipments.order_id.down"(NEW."phase_1_order_id");
    END IF;
    IF NEW."~phase_origin" OPERATOR(pg_catalog.<) 1 AND (NEW."phase_1_order_id" IS NULL OR pg_catalog.record_image_ne(ROW (NEW."order_id"), ROW ("phase"."public.1.shipments.order_id.down"(NEW."phase_1_order_id")))) THEN
      NEW."phase_1_order_id" := "phase"."public.1.shipments.order_id.up"(NEW."order_id");
    END IF;
    IF NEW."~phase_origin" OPERATOR(pg_catalog.<) 2 AND (NEW."phase_2_line" IS NULL OR pg_catalog.record_image_ne(ROW (NEW."line"), ROW ("phase"."public.2.shipments.line.down"(NEW."phase_2_line")))) THEN
      NEW."phase_2_line" := "phase"."public.2.shipments.line.up"(NEW."line");
    END IF;
    NEW."~phase_origin" := NULL;
  END IF;
  RETURN NEW;
END
';
CREATE OR REPLACE FUNCTION "phase"."public.shipments.dual_write_update"() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  IF (NEW."phase_1_order_id" OPERATOR(pg_catalog.=) OLD."phase_1_order_id" OR (NEW."phase_1_order_id" IS NULL AND OLD."phase_1_order_id" IS NULL)) IS NOT TRUE OR (NEW."phase_2_line" OPERATOR(pg_catalog.=) OLD."phase_2_line" OR (NEW."phase_2_line" IS NULL AND OLD."phase_2_line" IS NULL)) IS NOT TRUE THEN
    IF ((NEW."order_id" OPERATOR(pg_catalog.=) OLD."order_id" OR (NEW."order_id" IS NULL AND OLD."order_id" IS NULL)) IS NOT TRUE) AND (NOT ((NEW."phase_1_order_id" OPERATOR(pg_catalog.=) OLD."phase_1_order_id" OR (NEW."phase_1_order_id" IS NULL AND OLD."phase_1_order_id" IS NULL)) IS NOT TRUE) OR phase.session_origin(ARRAY[''baseline'', ''0001_case'']::pg_catalog.text[], ARRAY[NULL, ''public_0001_case'']::pg_catalog.text[]) OPERATOR(pg_catalog.<) 1) THEN
      IF (NEW."order_id" OPERATOR(pg_catalog.=) OLD."order_id" OR (NEW."order_id" IS NULL AND OLD."order_id" IS NULL)) IS NOT TRUE OR (NEW."phase_1_order_id" OPERATOR(pg_catalog.=) OLD."phase_1_order_id" OR (NEW."phase_1_order_id" IS NULL AND OLD."phase_1_order_id" IS NULL)) IS NOT TRUE THEN
        NEW."phase_1_order_id" := "phase"."public.1.shipments.order_id.up"(NEW."order_id");
      END IF;
    ELSE
      IF (NEW."order_id" OPERATOR(pg_catalog.=) OLD."order_id" OR (NEW."order_id" IS NULL AND OLD."order_id" IS NULL)) IS NOT TRUE OR (NEW."phase_1_order_id" OPERATOR(pg_catalog.=) OLD."phase_1_order_id" OR (NEW."phase_1_order_id" IS NULL AND OLD."phase_1_order_id" IS NULL)) IS NOT TRUE THEN
        NEW."order_id" := "phase"."public.1.shipments.order_id.down"(NEW."phase_1_order_id");
      END IF;
    END IF;
    IF ((NEW."line" OPERATOR(pg_catalog.=) OLD."line" OR (NEW."line" IS NULL AND OLD."line" IS NULL)) IS NOT TRUE) AND (NOT ((NEW."phase_2_line" OPERATOR(pg_catalog.=) OLD."phase_2_line" OR (NEW."phase_2_line" IS NULL AND OLD."phase_2_line" IS NULL)) IS NOT TRUE) OR phase.session_origin(ARRAY[''baseline'', ''0001_case'']::pg_catalog.text[], ARRAY[NULL, ''public_0001_case'']::pg_catalog.text[]) OPERATOR(pg_catalog.<) 1) THEN
      IF (NEW."line" OPERATOR(pg_catalog.=) OLD."line" OR (NEW."line" IS NULL AND OLD."line" IS NULL)) IS NOT TRUE OR (NEW."phase_2_line" OPERATOR(pg_catalog.=) OLD."phase_2_line" OR (NEW."phase_2_line" IS NULL AND OLD."phase_2_line" IS NULL)) IS NOT TRUE THEN
        NEW."phase_2_line" := "phase"."public.2.shipments.line.up"(NEW."line");
      END IF;
    ELSE
      IF (NEW."line" OPERATOR(pg_catalog.=) OLD."line" OR (NEW."line" IS NULL AND OLD."line" IS NULL)) IS NOT TRUE OR (NEW."phase_2_line" OPERATOR(pg_catalog.=) OLD."phase_2_line" OR (NEW."phase_2_line" IS NULL AND OLD."phase_2_line" IS NULL)) IS NOT TRUE THEN
        NEW."line" := "phase"."public.2.shipments.line.down"(NEW."phase_2_line");
      END IF;
    END IF;
  ELSE
    IF (NEW."order_id" OPERATOR(pg_catalog.=) OLD."order_id" OR (NEW."order_id" IS NULL AND OLD."order_id" IS NULL)) IS NOT TRUE OR (NEW."phase_1_order_id" OPERATOR(pg_catalog.=) OLD."phase_1_order_id" OR (NEW."phase_1_order_id" IS NULL AND OLD."phase_1_order_id" IS NULL)) IS NOT TRUE THEN
      NEW."phase_1_order_id" := "phase"."public.1.shipments.order_id.up"(NEW."order_id");
    END IF;
    IF (NEW."line" OPERATOR(pg_catalog.=) OLD."line" OR (NEW."line" IS NULL AND OLD."line" IS NULL)) IS NOT TRUE OR (NEW."phase_2_line" OPERATOR(pg_catalog.=) OLD."phase_2_line" OR (NEW."phase_2_line" IS NULL AND OLD."phase_2_line" IS NULL)) IS NOT TRUE THEN
      NEW."phase_2_line" := "phase"."public.2.shipments.line.up"(NEW."line");
    END IF;
  END IF;
  RETURN NEW;
END
';
CREATE OR REPLACE FUNCTION "phase"."public.order.dual_write"() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  IF NEW."~phase_origin" IS NULL THEN
    IF NEW."phase_1_id" IS NULL OR pg_catalog.record_image_ne(ROW (NEW."id"), ROW ("phase"."public.1.order.id.down"(NEW."phase_1_id"))) THEN
      NEW."phase_1_id" := "phase"."public.1.order.id.up"(NEW."id");
    END IF;
  ELSE
    IF NEW."phase_1_id" IS NULL THEN
      NEW."phase_1_id" := "phase"."public.1.order.id.up"(NEW."id");
    END IF;
    IF NEW."~phase_origin" OPERATOR(pg_catalog.>=) 1 AND (NEW."id" IS NULL OR pg_catalog.record_image_ne(ROW (NEW."phase_1_id"), ROW ("phase"."public.1.order.id.up"(NEW."id")))) THEN
      NEW."id" := "phase"."public.1.order.id.down"(NEW."phase_1_id");
    END IF;
    IF NEW."~phase_origin" OPERATOR(pg_catalog.<) 1 AND (NEW."phase_1_id" IS NULL OR pg_catalog.record_image_ne(ROW (NEW."id"), ROW ("phase"."public.1.order.id.down"(NEW."phase_1_id")))) THEN
      NEW."phase_1_id" := "phase"."public.1.order.id.up"(NEW."id");
    END IF;
    NEW."~phase_origin" := NULL;
  END IF;
  RETURN NEW;
END
';
CREATE OR REPLACE FUNCTION "phase"."public.order.dual_write_update"() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  IF (NEW."phase_1_id" OPERATOR(pg_catalog.=) OLD."phase_1_id" OR (NEW."phase_1_id" IS NULL AND OLD."phase_1_id" IS NULL)) IS NOT TRUE THEN
    IF ((NEW."id" OPERATOR(pg_catalog.=) OLD."id" OR (NEW."id" IS NULL AND OLD."id" IS NULL)) IS NOT TRUE) AND phase.session_origin(ARRAY[''baseline'', ''0001_case'']::pg_catalog.text[], ARRAY[NULL, ''public_0001_case'']::pg_catalog.text[]) OPERATOR(pg_catalog.<) 1 THEN
      NEW."phase_1_id" := "phase"."public.1.order.id.up"(NEW."id");
    ELSE
      NEW."id" := "phase"."public.1.order.id.down"(NEW."phase_1_id");
    END IF;
  ELSE
    NEW."phase_1_id" := "phase"."public.1.order.id.up"(NEW."id");
  END IF;
  RETURN NEW;
END
';
DROP TRIGGER IF EXISTS "phase_closed" ON "public_0001_case"."invoices";
CREATE OR REPLACE VIEW "phase"."public_0001_case.invoices.origin" WITH (security_invoker = true) AS SELECT base."id" AS "id", base."customer_id" AS "customer_id", base."phase_1_order_id" AS "order_id", base."~phase_origin" FROM "public"."invoices" AS base;
ALTER VIEW "phase"."public_0001_case.invoices.origin" ALTER COLUMN "~phase_origin" SET DEFAULT 2;
GRANT SELECT, INSERT, UPDATE, DELETE ON "phase"."public_0001_case.invoices.origin" TO PUBLIC;
CREATE OR REPLACE VIEW "public_0001_case"."invoices" WITH (security_invoker = true) AS SELECT base."id", base."customer_id", base."order_id" FROM "phase"."public_0001_case.invoices.origin" AS base;
DROP TRIGGER IF EXISTS "phase_closed" ON "public_0001_case"."lines";
CREATE OR REPLACE VIEW "phase"."public_0001_case.lines.origin" WITH (security_invoker = true) AS SELECT base."phase_1_order_id" AS "order_id", base."phase_2_Line" AS "Line", base."~phase_origin" FROM "public"."lines" AS base;
ALTER VIEW "phase"."public_0001_case.lines.origin" ALTER COLUMN "~phase_origin" SET DEFAULT 2;
GRANT SELECT, INSERT, UPDATE, DELETE ON "phase"."public_0001_case.lines.origin" TO PUBLIC;
CREATE OR REPLACE VIEW "public_0001_case"."lines" WITH (security_invoker = true) AS SELECT base."order_id", base."Line" FROM "phase"."public_0001_case.lines.origin" AS base;
DROP TRIGGER IF EXISTS "phase_closed" ON "public_0001_case"."order";
CREATE OR REPLACE VIEW "phase"."public_0001_case.order.origin" WITH (security_invoker = true) AS SELECT base."phase_1_id" AS "id", base."customer_id" AS "customer_id", base."note" AS "note", base."~phase_origin" FROM "public"."order" AS base;
ALTER VIEW "phase"."public_0001_case.order.origin" ALTER COLUMN "~phase_origin" SET DEFAULT 2;
GRANT SELECT, INSERT, UPDATE, DELETE ON "phase"."public_0001_case.order.origin" TO PUBLIC;
CREATE OR REPLACE VIEW "public_0001_case"."order" WITH (security_invoker = true) AS SELECT base."id", base."customer_id", base."note" FROM "phase"."public_0001_case.order.origin" AS base;
DROP TRIGGER IF EXISTS "phase_closed" ON "public_0001_case"."shipments";
CREATE OR REPLACE VIEW "phase"."public_0001_case.shipments.origin" WITH (security_invoker = true) AS SELECT base."id" AS "id", base."phase_1_order_id" AS "order_id", base."phase_2_line" AS "line", base."~phase_origin" FROM "public"."shipments" AS base;
ALTER VIEW "phase"."public_0001_case.shipments.origin" ALTER COLUMN "~phase_origin" SET DEFAULT 2;
GRANT SELECT, INSERT, UPDATE, DELETE ON "phase"."public_0001_case.shipments.origin" TO PUBLIC;
CREATE OR REPLACE VIEW "public_0001_case"."shipments" WITH (security_invoker = true) AS SELECT base."id", base."order_id", base."line" FROM "phase"."public_0001_case.shipments.origin" AS base;
COMMIT;
-- retire 0001_case: Close the door of version 0001_case
-- takes ACCESS EXCLUSIVE on public_0001_case.invoices, ACCESS EXCLUSIVE on public_0001_case.lines, ACCESS EXCLUSIVE on public_0001_case.order, ACCESS EXCLUSIVE on public_0001_case.shipments
BEGIN;
CREATE OR REPLACE VIEW "public_0001_case"."invoices" WITH (security_invoker = true) AS SELECT * FROM phase.closed_door('public_0001_case', NULL) AS t("id" integer, "customer_id" integer, "order_id" bigint);
CREATE OR REPLACE TRIGGER "phase_closed" INSTEAD OF INSERT OR UPDATE OR DELETE ON "public_0001_case"."invoices" FOR EACH ROW EXECUTE FUNCTION phase.closed_door_insert();
DROP VIEW IF EXISTS "phase"."public_0001_case.invoices.origin";
CREATE OR REPLACE VIEW "public_0001_case"."lines" WITH (security_invoker = true) AS SELECT * FROM phase.closed_door('public_0001_case', NULL) AS t("order_id" bigint, "Line" smallint);
CREATE OR REPLACE TRIGGER "phase_closed" INSTEAD OF INSERT OR UPDATE OR DELETE ON "public_0001_case"."lines" FOR EACH ROW EXECUTE FUNCTION phase.closed_door_insert();
DROP VIEW IF EXISTS "phase"."public_0001_case.lines.origin";
CREATE OR REPLACE VIEW "public_0001_case"."order" WITH (security_invoker = true) AS SELECT * FROM phase.closed_door('public_0001_case', NULL) AS t("id" bigint, "customer_id" integer, "note" text);
CREATE OR REPLACE TRIGGER "phase_closed" INSTEAD OF INSERT OR UPDATE OR DELETE ON "public_0001_case"."order" FOR EACH ROW EXECUTE FUNCTION phase.closed_door_insert();
DROP VIEW IF EXISTS "phase"."public_0001_case.order.origin";
CREATE OR REPLACE VIEW "public_0001_case"."shipments" WITH (security_invoker = true) AS SELECT * FROM phase.closed_door('public_0001_case', NULL) AS t("id" bigint, "order_id" bigint, "line" smallint);
CREATE OR REPLACE TRIGGER "phase_closed" INSTEAD OF INSERT OR UPDATE OR DELETE ON "public_0001_case"."shipments" FOR EACH ROW EXECUTE FUNCTION phase.closed_door_insert();
DROP VIEW IF EXISTS "phase"."public_0001_case.shipments.origin";
COMMIT;
-- restore 0001_case: Open the door of version 0001_case
-- takes ACCESS EXCLUSIVE on public_0001_case.invoices, ACCESS SHARE on public.invoices, ACCESS EXCLUSIVE on public_0001_case.lines, ACCESS SHARE on public.lines, ACCESS EXCLUSIVE on public_0001_case.order, ACCESS SHARE on public.order, ACCESS EXCLUSIVE on public_0001_case.shipments, ACCESS SHARE on public.shipments
BEGIN;
DROP TRIGGER IF EXISTS "phase_closed" ON "public_0001_case"."invoices";
CREATE OR REPLACE VIEW "phase"."public_0001_case.invoices.origin" WITH (security_invoker = true) AS SELECT base."id" AS "id", base."customer_id" AS "customer_id", base."phase_1_order_id" AS "order_id", base."~phase_origin" FROM "public"."invoices" AS base;
ALTER VIEW "phase"."public_0001_case.invoices.origin" ALTER COLUMN "~phase_origin" SET DEFAULT 2;
GRANT SELECT, INSERT, UPDATE, DELETE ON "phase"."public_0001_case.invoices.origin" TO PUBLIC;
CREATE OR REPLACE VIEW "public_0001_case"."invoices" WITH (security_invoker = true) AS SELECT base."id", base."customer_id", base."order_id" FROM "phase"."public_0001_case.invoices.origin" AS base;
DROP TRIGGER IF EXISTS "phase_closed" ON "public_0001_case"."lines";
CREATE OR REPLACE VIEW "phase"."public_0001_case.lines.origin" WITH (security_invoker = true) AS SELECT base."phase_1_order_id" AS "order_id", base."phase_2_Line" AS "Line", base."~phase_origin" FROM "public"."lines" AS base;
ALTER VIEW "phase"."public_0001_case.lines.origin" ALTER COLUMN "~phase_origin" SET DEFAULT 2;
GRANT SELECT, INSERT, UPDATE, DELETE ON "phase"."public_0001_case.lines.origin" TO PUBLIC;
CREATE OR REPLACE VIEW "public_0001_case"."lines" WITH (security_invoker = true) AS SELECT base."order_id", base."Line" FROM "phase"."public_0001_case.lines.origin" AS base;
DROP TRIGGER IF EXISTS "phase_closed" ON "public_0001_case"."order";
CREATE OR REPLACE VIEW "phase"."public_0001_case.order.origin" WITH (security_invoker = true) AS SELECT base."phase_1_id" AS "id", base."customer_id" AS "customer_id", base."note" AS "note", base."~phase_origin" FROM "public"."order" AS base;
ALTER VIEW "phase"."public_0001_case.order.origin" ALTER COLUMN "~phase_origin" SET DEFAULT 2;
GRANT SELECT, INSERT, UPDATE, DELETE ON "phase"."public_0001_case.order.origin" TO PUBLIC;
CREATE OR REPLACE VIEW "public_0001_case"."order" WITH (security_invoker = true) AS SELECT base."id", base."customer_id", base."note" FROM "phase"."public_0001_case.order.origin" AS base;
DROP TRIGGER IF EXISTS "phase_closed" ON "public_0001_case"."shipments";
CREATE OR REPLACE VIEW "phase"."public_0001_case.shipments.origin" WITH (security_invoker = true) AS SELECT base."id" AS "id", base."phase_1_order_id" AS "order_id", base."phase_2_line" AS "line", base."~phase_origin" FROM "public"."shipments" AS base;
ALTER VIEW "phase"."public_0001_case.shipments.origin" ALTER COLUMN "~phase_origin" SET DEFAULT 2;
GRANT SELECT, INSERT, UPDATE, DELETE ON "phase"."public_0001_case.shipments.origin" TO PUBLIC;
CREATE OR REPLACE VIEW "public_0001_case"."shipments" WITH (security_invoker = true) AS SELECT base."id", base."order_id", base."line" FROM "phase"."public_0001_case.shipments.origin" AS base;
COMMIT;
-- contract baseline: Give table invoices the shape of version 0001_case
-- takes ACCESS EXCLUSIVE on public.invoices, ACCESS EXCLUSIVE on public.order
BEGIN;
LOCK TABLE "public"."invoices" IN ACCESS EXCLUSIVE MODE;
DROP TRIGGER IF EXISTS "~phase_dual_write" ON "public"."invoices";
DROP TRIGGER IF EXISTS "~phase_dual_write_update" ON "public"."invoices";
DROP FUNCTION IF EXISTS "phase"."public.invoices.dual_write"(), "phase"."public.invoices.dual_write_update"();
ALTER TABLE "public"."invoices" DROP CONSTRAINT "invoices_order_id_fkey";
SELECT phase.set_aside('"public"."invoices"', 'order_id', 'phase_1_order_id');
ALTER TABLE "public"."invoices" DROP COLUMN "order_id";
ALTER TABLE "public"."invoices" RENAME COLUMN "phase_1_order_id" TO "order_id";
DROP FUNCTION IF EXISTS "phase"."public.1.invoices.order_id.up";
DROP FUNCTION IF EXISTS "phase"."public.1.invoices.order_id.down";
SELECT phase.put_back();
ALTER TABLE "public"."invoices" RENAME CONSTRAINT "phase_1_invoices_order_id_fkey" TO "invoices_order_id_fkey";
COMMIT;
-- contract baseline: Give table shipments the shape of version 0001_case
-- takes ACCESS EXCLUSIVE on public.shipments, ACCESS EXCLUSIVE on public.lines
BEGIN;
LOCK TABLE "public"."shipments" IN ACCESS EXCLUSIVE MODE;
DROP TRIGGER IF EXISTS "~phase_dual_write" ON "public"."shipments";
DROP TRIGGER IF EXISTS "~phase_dual_write_update" ON "public"."shipments";
DROP FUNCTION IF EXISTS "phase"."public.shipments.dual_write"(), "phase"."public.shipments.dual_write_update"();
ALTER TABLE "public"."shipments" DROP CONSTRAINT "shipped_line";
SELECT phase.set_aside('"public"."shipments"', 'order_id', 'phase_1_order_id');
ALTER TABLE "public"."shipments" DROP COLUMN "order_id";
ALTER TABLE "public"."shipments" RENAME COLUMN "phase_1_order_id" TO "order_id";
DROP FUNCTION IF EXISTS "phase"."public.1.shipments.order_id.up";
DROP FUNCTION IF EXISTS "phase"."public.1.shipments.order_id.down";
SELECT phase.put_back();
SELECT phase.set_aside('"public"."shipments"', 'line', 'phase_2_line');
ALTER TABLE "public"."shipments" DROP COLUMN "line";
ALTER TABLE "public"."shipments" RENAME COLUMN "phase_2_line" TO "line";
DROP FUNCTION IF EXISTS "phase"."public.2.shipments.line.up";
DROP FUNCTION IF EXISTS "phase"."public.2.shipments.line.down";
SELECT phase.put_back();
ALTER TABLE "public"."shipments" RENAME CONSTRAINT "phase_2_shipped_line" TO "shipped_line";
COMMIT;
-- contract baseline: Give table lines the shape of version 0001_case
-- takes ACCESS EXCLUSIVE on public.lines, ACCESS EXCLUSIVE on public.order, SHARE UPDATE EXCLUSIVE on public.phase_1_Lines key, SHARE UPDATE EXCLUSIVE on public.phase_2_Lines key
BEGIN;
LOCK TABLE "public"."lines" IN ACCESS EXCLUSIVE MODE;
DROP TRIGGER IF EXISTS "~phase_dual_write" ON "public"."lines";
DROP TRIGGER IF EXISTS "~phase_dual_write_update" ON "public"."lines";
DROP FUNCTION IF EXISTS "phase"."public.lines.dual_write"(), "phase"."public.lines.dual_write_update"();
ALTER TABLE "public"."lines" DROP CONSTRAINT "lines_order_id_fkey";
SELECT phase.set_aside('"public"."lines"', 'order_id', 'phase_1_order_id');
ALTER TABLE "public"."lines" DROP COLUMN "order_id";
ALTER TABLE "public"."lines" RENAME COLUMN "phase_1_order_id" TO "order_id";
DROP FUNCTION IF EXISTS "phase"."public.1.lines.order_id.up";
DROP FUNCTION IF EXISTS "phase"."public.1.lines.order_id.down";
ALTER TABLE "public"."lines" ADD CONSTRAINT "Lines key" PRIMARY KEY USING INDEX "phase_1_Lines key";
SELECT phase.put_back();
ALTER TABLE "public"."lines" RENAME CONSTRAINT "phase_1_lines_order_id_fkey" TO "lines_order_id_fkey";
SELECT phase.set_aside('"public"."lines"', 'Line', 'phase_2_Line');
ALTER TABLE "public"."lines" DROP COLUMN "Line";
ALTER TABLE "public"."lines" RENAME COLUMN "phase_2_Line" TO "Line";
DROP FUNCTION IF EXISTS "phase"."public.2.lines.Line.up";
DROP FUNCTION IF EXISTS "phase"."public.2.lines.Line.down";
ALTER TABLE "public"."lines" ADD CONSTRAINT "Lines key" PRIMARY KEY USING INDEX "phase_2_Lines key";
SELECT phase.put_back();
COMMIT;
-- contract baseline: Give table order the shape of version 0001_case
-- takes ACCESS EXCLUSIVE on public.order, ACCESS EXCLUSIVE on public.order_id_seq, SHARE UPDATE EXCLUSIVE on public.phase_1_order_customer, SHARE UPDATE EXCLUSIVE on public.phase_1_order_pkey
BEGIN;
LOCK TABLE "public"."order" IN ACCESS EXCLUSIVE MODE;
DROP TRIGGER IF EXISTS "~phase_dual_write" ON "public"."order";
DROP TRIGGER IF EXISTS "~phase_dual_write_update" ON "public"."order";
DROP FUNCTION IF EXISTS "phase"."public.order.dual_write"(), "phase"."public.order.dual_write_update"();
DO '-- An identity''s sequence belongs to its column for good, so the new column gets one that is like it.
DECLARE
  owner regclass := ''"public"."order"'';
  old_column name := ''id'';
  new_column name := ''phase_1_id'';
  new_type regtype;
  counter record;
  successor regclass;
  count record;
  granted record;
BEGIN
  SELECT a.atttypid INTO new_type
  FROM pg_catalog.pg_attribute AS a
  WHERE a.attrelid = owner AND a.attname = new_column;
  FOR counter IN
    SELECT c.oid, c.oid::regclass AS name, c.relname, c.relowner, c.relacl, n.nspname, s.seqtypid,
           a.attidentity, pg_catalog.obj_description(c.oid, ''pg_class'') AS comment
    FROM pg_catalog.pg_attribute AS a
    JOIN pg_catalog.pg_depend AS d
      ON d.refclassid = ''pg_catalog.pg_class''::regclass
      AND d.refobjid = a.attrelid
      AND d.refobjsubid = a.attnum
      AND d.classid = ''pg_catalog.pg_class''::regclass
      AND d.deptype IN (''a'', ''i'')
    JOIN pg_catalog.pg_sequence AS s ON s.seqrelid = d.objid
    JOIN pg_catalog.pg_class AS c ON c.oid = d.objid
    JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
    WHERE a.attrelid = owner AND a.attname = old_column
  LOOP
    IF counter.seqtypid <> new_type
      AND new_type = ANY (''{smallint,integer,bigint}''::regtype[]) THEN
      EXECUTE pg_catalog.format(''ALTER SEQUENCE %s AS %s'', counter.name, new_type);
    END IF;
    IF counter.attidentity = '''' THEN
      EXECUTE pg_catalog.format(
        ''ALTER SEQUENCE %s OWNED BY %s.%I'', counter.name, owner, new_column);
      CONTINUE;
    END IF;
    -- From here on nobody draws a number.
    EXECUTE pg_catalog.format(
      ''ALTER SEQUENCE %s RENAME TO %I'', counter.name, ''phase_'' || counter.oid);
    EXECUTE (
      SELECT pg_catalog.format(
        ''ALTER TABLE %s ALTER COLUMN %I ADD GENERATED %s AS IDENTITY (SEQUENCE NAME %I.%I''
          || '' START %s INCREMENT %s MINVALUE %s MAXVALUE %s CACHE %s %s)'',
        owner,
        new_column,
        CASE counter.attidentity WHEN ''a'' THEN ''ALWAYS'' ELSE ''BY DEFAULT'' END,
        counter.nspname,
        counter.relname,
        s.seqstart,
        s.seqincrement,
        s.seqmin,
        s.seqmax,
        s.seqcache,
        CASE WHEN s.seqcycle THEN ''CYCLE'' ELSE ''NO CYCLE'' END)
      FROM pg_catalog.pg_sequence AS s
      WHERE s.seqrelid = counter.oid);
    successor := pg_catalog.format(''%I.%I'', counter.nspname, counter.relname)::regclass;
    EXECUTE pg_catalog.format(
      ''SELECT last_value, is_called FROM %s'', counter.oid::regclass) INTO count;
    PERFORM pg_catalog.setval(successor, count.last_value, count.is_called);
    IF counter.comment IS NOT NULL THEN
      EXECUTE pg_catalog.format(''COMMENT ON SEQUENCE %s IS %L'', successor, counter.comment);
    END IF;
    FOR granted IN
      SELECT acl.grantee, acl.privilege_type, acl.is_grantable
      FROM pg_catalog.aclexplode(counter.relacl) AS acl
      WHERE acl.grantee <> counter.relowner
    LOOP
      EXECUTE pg_catalog.format(
        ''GRANT %s ON SEQUENCE %s TO %s%s'',
        granted.privilege_type,
        successor,
        CASE granted.grantee
          WHEN 0 THEN ''PUBLIC''
          ELSE pg_catalog.format(''%I'', pg_catalog.pg_get_userbyid(granted.grantee))
        END,
        CASE WHEN granted.is_grantable THEN '' WITH GRANT OPTION'' ELSE '''' END);
    END LOOP;
  END LOOP;
END';
SELECT phase.set_aside('"public"."order"', 'id', 'phase_1_id');
ALTER TABLE "public"."order" DROP COLUMN "id";
ALTER TABLE "public"."order" RENAME COLUMN "phase_1_id" TO "id";
ALTER TABLE "public"."order" ALTER COLUMN "id" SET DEFAULT (nextval('public.order_id_seq'::regclass));
DROP FUNCTION IF EXISTS "phase"."public.1.order.id.up";
DROP FUNCTION IF EXISTS "phase"."public.1.order.id.down";
ALTER INDEX "public"."phase_1_order_customer" RENAME TO "order_customer";
ALTER TABLE "public"."order" ADD CONSTRAINT "order_pkey" PRIMARY KEY USING INDEX "phase_1_order_pkey";
SELECT phase.put_back();
COMMIT;
-- contract baseline: Let no view of table invoices say who inserts
-- takes ACCESS EXCLUSIVE on public_0001_case.invoices, ACCESS SHARE on public.invoices
BEGIN;
DO 'BEGIN
IF pg_catalog.to_regclass(''"phase"."public_0001_case.invoices.origin"'') IS NOT NULL THEN
EXECUTE ''CREATE OR REPLACE VIEW "public_0001_case"."invoices" WITH (security_invoker = true) AS SELECT base."id" AS "id", base."customer_id" AS "customer_id", base."order_id" AS "order_id" FROM "public"."invoices" AS base'';
EXECUTE ''DROP VIEW IF EXISTS "phase"."public_0001_case.invoices.origin"'';
END IF;
END';
COMMIT;
-- contract baseline: Remove the column of table invoices that said so
-- takes ACCESS EXCLUSIVE on public.invoices
BEGIN;
ALTER TABLE IF EXISTS "public"."invoices" DROP COLUMN IF EXISTS "~phase_origin";
COMMIT;
-- contract baseline: Let no view of table shipments say who inserts
-- takes ACCESS EXCLUSIVE on public_0001_case.shipments, ACCESS SHARE on public.shipments
BEGIN;
DO 'BEGIN
IF pg_catalog.to_regclass(''"phase"."public_0001_case.shipments.origin"'') IS NOT NULL THEN
EXECUTE ''CREATE OR REPLACE VIEW "public_0001_case"."shipments" WITH (security_invoker = true) AS SELECT base."id" AS "id", base."order_id" AS "order_id", base."line" AS "line" FROM "public"."shipments" AS base'';
EXECUTE ''DROP VIEW IF EXISTS "phase"."public_0001_case.shipments.origin"'';
END IF;
END';
COMMIT;
-- contract baseline: Remove the column of table shipments that said so
-- takes ACCESS EXCLUSIVE on public.shipments
BEGIN;
ALTER TABLE IF EXISTS "public"."shipments" DROP COLUMN IF EXISTS "~phase_origin";
COMMIT;
-- contract baseline: Let no view of table lines say who inserts
-- takes ACCESS EXCLUSIVE on public_0001_case.lines, ACCESS SHARE on public.lines
BEGIN;
DO 'BEGIN
IF pg_catalog.to_regclass(''"phase"."public_0001_case.lines.origin"'') IS NOT NULL THEN
EXECUTE ''CREATE OR REPLACE VIEW "public_0001_case"."lines" WITH (security_invoker = true) AS SELECT base."order_id" AS "order_id", base."Line" AS "Line" FROM "public"."lines" AS base'';
EXECUTE ''DROP VIEW IF EXISTS "phase"."public_0001_case.lines.origin"'';
END IF;
END';
COMMIT;
-- contract baseline: Remove the column of table lines that said so
-- takes ACCESS EXCLUSIVE on public.lines
BEGIN;
ALTER TABLE IF EXISTS "public"."lines" DROP COLUMN IF EXISTS "~phase_origin";
COMMIT;
-- contract baseline: Let no view of table order say who inserts
-- takes ACCESS EXCLUSIVE on public_0001_case.order, ACCESS SHARE on public.order
BEGIN;
DO 'BEGIN
IF pg_catalog.to_regclass(''"phase"."public_0001_case.order.origin"'') IS NOT NULL THEN
EXECUTE ''CREATE OR REPLACE VIEW "public_0001_case"."order" WITH (security_invoker = true) AS SELECT base."id" AS "id", base."customer_id" AS "customer_id", base."note" AS "note" FROM "public"."order" AS base'';
EXECUTE ''DROP VIEW IF EXISTS "phase"."public_0001_case.order.origin"'';
END IF;
END';
COMMIT;
-- contract baseline: Remove the column of table order that said so
-- takes ACCESS EXCLUSIVE on public.order
BEGIN;
ALTER TABLE IF EXISTS "public"."order" DROP COLUMN IF EXISTS "~phase_origin";
COMMIT;
-- rollback 0001_case: Remove the schema of version 0001_case
-- takes ACCESS EXCLUSIVE on public_0001_case.invoices, ACCESS EXCLUSIVE on public_0001_case.lines, ACCESS EXCLUSIVE on public_0001_case.order, ACCESS EXCLUSIVE on public_0001_case.phase_version, ACCESS EXCLUSIVE on public_0001_case.shipments
BEGIN;
DROP VIEW IF EXISTS "public_0001_case"."invoices", "public_0001_case"."lines", "public_0001_case"."order", "public_0001_case"."phase_version", "public_0001_case"."shipments", "phase"."public_0001_case.invoices.origin", "phase"."public_0001_case.lines.origin", "phase"."public_0001_case.order.origin", "phase"."public_0001_case.shipments.origin";
DROP SCHEMA IF EXISTS "public_0001_case";
COMMIT;
-- rollback 0001_case: Drop constraint phase_2_shipped_line
-- takes ACCESS EXCLUSIVE on public.shipments, ACCESS EXCLUSIVE on public.lines
BEGIN;
ALTER TABLE IF EXISTS "public"."shipments" DROP CONSTRAINT IF EXISTS "phase_2_shipped_line";
COMMIT;
-- rollback 0001_case: Drop constraint phase_2_Lines key
-- takes ACCESS EXCLUSIVE on public.lines
BEGIN;
ALTER TABLE IF EXISTS "public"."lines" DROP CONSTRAINT IF EXISTS "phase_2_Lines key";
COMMIT;
-- rollback 0001_case: Drop its index where the build was cut off
-- takes SHARE UPDATE EXCLUSIVE on public.lines
DROP INDEX CONCURRENTLY IF EXISTS "public"."phase_2_Lines key";
-- rollback 0001_case: Drop constraint phase_1_lines_order_id_fkey
-- takes ACCESS EXCLUSIVE on public.lines, ACCESS EXCLUSIVE on public.order
BEGIN;
ALTER TABLE IF EXISTS "public"."lines" DROP CONSTRAINT IF EXISTS "phase_1_lines_order_id_fkey";
COMMIT;
-- rollback 0001_case: Drop constraint phase_1_invoices_order_id_fkey
-- takes ACCESS EXCLUSIVE on public.invoices, ACCESS EXCLUSIVE on public.order
BEGIN;
ALTER TABLE IF EXISTS "public"."invoices" DROP CONSTRAINT IF EXISTS "phase_1_invoices_order_id_fkey";
COMMIT;
-- rollback 0001_case: Drop constraint phase_1_Lines key
-- takes ACCESS EXCLUSIVE on public.lines
BEGIN;
ALTER TABLE IF EXISTS "public"."lines" DROP CONSTRAINT IF EXISTS "phase_1_Lines key";
COMMIT;
-- rollback 0001_case: Drop its index where the build was cut off
-- takes SHARE UPDATE EXCLUSIVE on public.lines
DROP INDEX CONCURRENTLY IF EXISTS "public"."phase_1_Lines key";
-- rollback 0001_case: Drop constraint phase_1_order_pkey
-- takes ACCESS EXCLUSIVE on public.order
BEGIN;
ALTER TABLE IF EXISTS "public"."order" DROP CONSTRAINT IF EXISTS "phase_1_order_pkey";
COMMIT;
-- rollback 0001_case: Drop its index where the build was cut off
-- takes SHARE UPDATE EXCLUSIVE on public.order
DROP INDEX CONCURRENTLY IF EXISTS "public"."phase_1_order_pkey";
-- rollback 0001_case: Drop index phase_1_order_customer
-- takes SHARE UPDATE EXCLUSIVE on public.order
DROP INDEX CONCURRENTLY IF EXISTS "public"."phase_1_order_customer";
-- rollback 0001_case: Give table shipments back the shape that it had
-- takes ACCESS EXCLUSIVE on public.shipments
BEGIN;
LOCK TABLE "public"."shipments" IN ACCESS EXCLUSIVE MODE;
DROP TRIGGER IF EXISTS "~phase_dual_write" ON "public"."shipments";
DROP TRIGGER IF EXISTS "~phase_dual_write_update" ON "public"."shipments";
DROP FUNCTION IF EXISTS "phase"."public.shipments.dual_write"(), "phase"."public.shipments.dual_write_update"();
ALTER TABLE IF EXISTS "public"."shipments" DROP COLUMN IF EXISTS "~phase_origin";
DROP FUNCTION IF EXISTS "phase"."public.2.shipments.line.up";
DROP FUNCTION IF EXISTS "phase"."public.2.shipments.line.down";
ALTER TABLE IF EXISTS "public"."shipments" DROP COLUMN IF EXISTS "phase_2_line";
DROP FUNCTION IF EXISTS "phase"."public.1.shipments.order_id.up";
DROP FUNCTION IF EXISTS "phase"."public.1.shipments.order_id.down";
ALTER TABLE IF EXISTS "public"."shipments" DROP COLUMN IF EXISTS "phase_1_order_id";
COMMIT;
-- rollback 0001_case: Give table lines back the shape that it had
-- takes ACCESS EXCLUSIVE on public.lines
BEGIN;
LOCK TABLE "public"."lines" IN ACCESS EXCLUSIVE MODE;
DROP TRIGGER IF EXISTS "~phase_dual_write" ON "public"."lines";
DROP TRIGGER IF EXISTS "~phase_dual_write_update" ON "public"."lines";
DROP FUNCTION IF EXISTS "phase"."public.lines.dual_write"(), "phase"."public.lines.dual_write_update"();
ALTER TABLE IF EXISTS "public"."lines" DROP COLUMN IF EXISTS "~phase_origin";
DROP FUNCTION IF EXISTS "phase"."public.2.lines.Line.up";
DROP FUNCTION IF EXISTS "phase"."public.2.lines.Line.down";
ALTER TABLE IF EXISTS "public"."lines" DROP COLUMN IF EXISTS "phase_2_Line";
DROP FUNCTION IF EXISTS "phase"."public.1.lines.order_id.up";
DROP FUNCTION IF EXISTS "phase"."public.1.lines.order_id.down";
ALTER TABLE IF EXISTS "public"."lines" DROP COLUMN IF EXISTS "phase_1_order_id";
COMMIT;
-- rollback 0001_case: Give table invoices back the shape that it had
-- takes ACCESS EXCLUSIVE on public.invoices
BEGIN;
LOCK TABLE "public"."invoices" IN ACCESS EXCLUSIVE MODE;
DROP TRIGGER IF EXISTS "~phase_dual_write" ON "public"."invoices";
DROP TRIGGER IF EXISTS "~phase_dual_write_update" ON "public"."invoices";
DROP FUNCTION IF EXISTS "phase"."public.invoices.dual_write"(), "phase"."public.invoices.dual_write_update"();
ALTER TABLE IF EXISTS "public"."invoices" DROP COLUMN IF EXISTS "~phase_origin";
DROP FUNCTION IF EXISTS "phase"."public.1.invoices.order_id.up";
DROP FUNCTION IF EXISTS "phase"."public.1.invoices.order_id.down";
ALTER TABLE IF EXISTS "public"."invoices" DROP COLUMN IF EXISTS "phase_1_order_id";
COMMIT;
-- rollback 0001_case: Give table order back the shape that it had
-- takes ACCESS EXCLUSIVE on public.order
BEGIN;
LOCK TABLE "public"."order" IN ACCESS EXCLUSIVE MODE;
DROP TRIGGER IF EXISTS "~phase_dual_write" ON "public"."order";
DROP TRIGGER IF EXISTS "~phase_dual_write_update" ON "public"."order";
DROP FUNCTION IF EXISTS "phase"."public.order.dual_write"(), "phase"."public.order.dual_write_update"();
ALTER TABLE IF EXISTS "public"."order" DROP COLUMN IF EXISTS "~phase_origin";
DROP FUNCTION IF EXISTS "phase"."public.1.order.id.up";
DROP FUNCTION IF EXISTS "phase"."public.1.order.id.down";
ALTER TABLE IF EXISTS "public"."order" DROP COLUMN IF EXISTS "phase_1_id";
COMMIT;

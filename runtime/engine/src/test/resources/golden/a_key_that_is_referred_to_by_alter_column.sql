-- operations:
-- - alter_column: { table: customers, column: id, type: bigint }

-- expand 0001_case: Expand table invoices
-- takes ACCESS EXCLUSIVE on public.invoices
BEGIN;
ALTER TABLE "public"."invoices" ADD COLUMN "phase_1_customer_id" bigint;
CREATE FUNCTION "phase"."public.1.invoices.customer_id.up" ("id" integer) RETURNS bigint LANGUAGE sql RETURN ("id");
CREATE FUNCTION "phase"."public.1.invoices.customer_id.down" ("id" bigint) RETURNS integer LANGUAGE sql RETURN ("id");
SELECT phase.copy_column('"public"."invoices"', 'customer_id', 'phase_1_customer_id');
CREATE OR REPLACE FUNCTION "phase"."public.invoices.dual_write"() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  NEW."phase_1_customer_id" := "phase"."public.1.invoices.customer_id.up"(NEW."customer_id");
  RETURN NEW;
END
';
CREATE OR REPLACE FUNCTION "phase"."public.invoices.dual_write_update"() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  IF pg_catalog.current_setting(''phase.backfill'', true) OPERATOR(pg_catalog.=) ''on'' THEN
    RETURN NEW;
  END IF;
  IF (NEW."customer_id" OPERATOR(pg_catalog.=) OLD."customer_id" OR (NEW."customer_id" IS NULL AND OLD."customer_id" IS NULL)) IS NOT TRUE THEN
    NEW."phase_1_customer_id" := "phase"."public.1.invoices.customer_id.up"(NEW."customer_id");
  END IF;
  RETURN NEW;
END
';
ALTER TABLE "public"."invoices" ADD COLUMN IF NOT EXISTS "~phase_origin" pg_catalog.int8;
SELECT phase.grant_origin('"public"."invoices"');
CREATE OR REPLACE TRIGGER "~phase_dual_write" BEFORE INSERT ON "public"."invoices" FOR EACH ROW EXECUTE FUNCTION "phase"."public.invoices.dual_write"();
CREATE OR REPLACE TRIGGER "~phase_dual_write_update" BEFORE UPDATE ON "public"."invoices" FOR EACH ROW WHEN ((NEW."customer_id" OPERATOR(pg_catalog.=) OLD."customer_id" OR (NEW."customer_id" IS NULL AND OLD."customer_id" IS NULL)) IS NOT TRUE OR (NEW."phase_1_customer_id" OPERATOR(pg_catalog.=) OLD."phase_1_customer_id" OR (NEW."phase_1_customer_id" IS NULL AND OLD."phase_1_customer_id" IS NULL)) IS NOT TRUE) EXECUTE FUNCTION "phase"."public.invoices.dual_write_update"();
COMMIT;
-- expand 0001_case: Expand table order
-- takes ACCESS EXCLUSIVE on public.order
BEGIN;
ALTER TABLE "public"."order" ADD COLUMN "phase_1_customer_id" bigint;
CREATE FUNCTION "phase"."public.1.order.customer_id.up" ("id" integer) RETURNS bigint LANGUAGE sql RETURN ("id");
CREATE FUNCTION "phase"."public.1.order.customer_id.down" ("id" bigint) RETURNS integer LANGUAGE sql RETURN ("id");
SELECT phase.copy_column('"public"."order"', 'customer_id', 'phase_1_customer_id');
CREATE OR REPLACE FUNCTION "phase"."public.order.dual_write"() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  NEW."phase_1_customer_id" := "phase"."public.1.order.customer_id.up"(NEW."customer_id");
  RETURN NEW;
END
';
CREATE OR REPLACE FUNCTION "phase"."public.order.dual_write_update"() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  IF pg_catalog.current_setting(''phase.backfill'', true) OPERATOR(pg_catalog.=) ''on'' THEN
    RETURN NEW;
  END IF;
  IF (NEW."customer_id" OPERATOR(pg_catalog.=) OLD."customer_id" OR (NEW."customer_id" IS NULL AND OLD."customer_id" IS NULL)) IS NOT TRUE THEN
    NEW."phase_1_customer_id" := "phase"."public.1.order.customer_id.up"(NEW."customer_id");
  END IF;
  RETURN NEW;
END
';
ALTER TABLE "public"."order" ADD COLUMN IF NOT EXISTS "~phase_origin" pg_catalog.int8;
SELECT phase.grant_origin('"public"."order"');
CREATE OR REPLACE TRIGGER "~phase_dual_write" BEFORE INSERT ON "public"."order" FOR EACH ROW EXECUTE FUNCTION "phase"."public.order.dual_write"();
CREATE OR REPLACE TRIGGER "~phase_dual_write_update" BEFORE UPDATE ON "public"."order" FOR EACH ROW WHEN ((NEW."customer_id" OPERATOR(pg_catalog.=) OLD."customer_id" OR (NEW."customer_id" IS NULL AND OLD."customer_id" IS NULL)) IS NOT TRUE OR (NEW."phase_1_customer_id" OPERATOR(pg_catalog.=) OLD."phase_1_customer_id" OR (NEW."phase_1_customer_id" IS NULL AND OLD."phase_1_customer_id" IS NULL)) IS NOT TRUE) EXECUTE FUNCTION "phase"."public.order.dual_write_update"();
COMMIT;
-- expand 0001_case: Expand table customers
-- takes ACCESS EXCLUSIVE on public.customers
BEGIN;
ALTER TABLE "public"."customers" ADD COLUMN "phase_1_id" bigint;
COMMENT ON COLUMN "public"."customers"."phase_1_id" IS 'never reused';
CREATE FUNCTION "phase"."public.1.customers.id.up" ("id" integer) RETURNS bigint LANGUAGE sql RETURN ("id");
CREATE FUNCTION "phase"."public.1.customers.id.down" ("id" bigint) RETURNS integer LANGUAGE sql RETURN ("id");
SELECT phase.copy_column('"public"."customers"', 'id', 'phase_1_id');
CREATE OR REPLACE FUNCTION "phase"."public.customers.dual_write"() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  NEW."phase_1_id" := "phase"."public.1.customers.id.up"(NEW."id");
  RETURN NEW;
END
';
CREATE OR REPLACE FUNCTION "phase"."public.customers.dual_write_update"() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  IF pg_catalog.current_setting(''phase.backfill'', true) OPERATOR(pg_catalog.=) ''on'' THEN
    RETURN NEW;
  END IF;
  IF (NEW."id" OPERATOR(pg_catalog.=) OLD."id" OR (NEW."id" IS NULL AND OLD."id" IS NULL)) IS NOT TRUE THEN
    NEW."phase_1_id" := "phase"."public.1.customers.id.up"(NEW."id");
  END IF;
  RETURN NEW;
END
';
ALTER TABLE "public"."customers" ADD COLUMN IF NOT EXISTS "~phase_origin" pg_catalog.int8;
SELECT phase.grant_origin('"public"."customers"');
CREATE OR REPLACE TRIGGER "~phase_dual_write" BEFORE INSERT ON "public"."customers" FOR EACH ROW EXECUTE FUNCTION "phase"."public.customers.dual_write"();
CREATE OR REPLACE TRIGGER "~phase_dual_write_update" BEFORE UPDATE ON "public"."customers" FOR EACH ROW WHEN ((NEW."id" OPERATOR(pg_catalog.=) OLD."id" OR (NEW."id" IS NULL AND OLD."id" IS NULL)) IS NOT TRUE OR (NEW."phase_1_id" OPERATOR(pg_catalog.=) OLD."phase_1_id" OR (NEW."phase_1_id" IS NULL AND OLD."phase_1_id" IS NULL)) IS NOT TRUE) EXECUTE FUNCTION "phase"."public.customers.dual_write_update"();
COMMIT;
-- expand 0001_case: Create schema public_0001_case with its door closed
BEGIN;
CREATE SCHEMA "public_0001_case";
GRANT USAGE ON SCHEMA "public_0001_case" TO PUBLIC;
CREATE VIEW "public_0001_case"."phase_version" AS SELECT '0001_case'::text AS version, 'public'::text AS base_schema;
GRANT SELECT ON "public_0001_case"."phase_version" TO PUBLIC;
CREATE OR REPLACE VIEW "public_0001_case"."customers" WITH (security_invoker = true) AS SELECT * FROM phase.closed_door('public_0001_case', NULL) AS t("id" bigint, "email" text, "name" text);
CREATE OR REPLACE TRIGGER "phase_closed" INSTEAD OF INSERT OR UPDATE OR DELETE ON "public_0001_case"."customers" FOR EACH ROW EXECUTE FUNCTION phase.closed_door_insert();
GRANT SELECT, INSERT, UPDATE, DELETE ON "public_0001_case"."customers" TO PUBLIC;
CREATE OR REPLACE VIEW "public_0001_case"."invoices" WITH (security_invoker = true) AS SELECT * FROM phase.closed_door('public_0001_case', NULL) AS t("id" integer, "customer_id" bigint, "order_id" integer);
CREATE OR REPLACE TRIGGER "phase_closed" INSTEAD OF INSERT OR UPDATE OR DELETE ON "public_0001_case"."invoices" FOR EACH ROW EXECUTE FUNCTION phase.closed_door_insert();
GRANT SELECT, INSERT, UPDATE, DELETE ON "public_0001_case"."invoices" TO PUBLIC;
CREATE OR REPLACE VIEW "public_0001_case"."order" WITH (security_invoker = true) AS SELECT * FROM phase.closed_door('public_0001_case', NULL) AS t("id" integer, "customer_id" bigint, "note" text);
CREATE OR REPLACE TRIGGER "phase_closed" INSTEAD OF INSERT OR UPDATE OR DELETE ON "public_0001_case"."order" FOR EACH ROW EXECUTE FUNCTION phase.closed_door_insert();
GRANT SELECT, INSERT, UPDATE, DELETE ON "public_0001_case"."order" TO PUBLIC;
COMMIT;
-- publish 0001_case: Backfill table invoices
-- takes ROW EXCLUSIVE on public.invoices
-- in batches: UPDATE "public"."invoices" SET "phase_1_customer_id" = "phase"."public.1.invoices.customer_id.up"("customer_id");
-- publish 0001_case: Backfill table order
-- takes ROW EXCLUSIVE on public.order
-- in batches: UPDATE "public"."order" SET "phase_1_customer_id" = "phase"."public.1.order.customer_id.up"("customer_id");
-- publish 0001_case: Backfill table customers
-- takes ROW EXCLUSIVE on public.customers
-- in batches: UPDATE "public"."customers" SET "phase_1_id" = "phase"."public.1.customers.id.up"("id");
-- publish 0001_case: Let no new row of customers have a NULL in id
-- takes ACCESS EXCLUSIVE on public.customers
BEGIN;
ALTER TABLE "public"."customers" ADD CONSTRAINT "phase_1_id_not_null" CHECK ("phase_1_id" IS NOT NULL) NOT VALID;
COMMIT;
-- publish 0001_case: Prove that no row of customers has one
-- takes SHARE UPDATE EXCLUSIVE on public.customers
BEGIN;
ALTER TABLE "public"."customers" VALIDATE CONSTRAINT "phase_1_id_not_null";
COMMIT;
-- publish 0001_case: Make id of customers NOT NULL
-- takes ACCESS EXCLUSIVE on public.customers
BEGIN;
ALTER TABLE "public"."customers" ALTER COLUMN "phase_1_id" SET NOT NULL;
ALTER TABLE "public"."customers" DROP CONSTRAINT "phase_1_id_not_null";
COMMIT;
-- publish 0001_case: Build the unique index of customers_pkey on customers
-- takes SHARE UPDATE EXCLUSIVE on public.customers
CREATE UNIQUE INDEX CONCURRENTLY "phase_1_customers_pkey" ON "public"."customers" USING "btree" ("phase_1_id");
-- publish 0001_case: Let no new row of order have a NULL in customer_id
-- takes ACCESS EXCLUSIVE on public.order
BEGIN;
ALTER TABLE "public"."order" ADD CONSTRAINT "phase_1_customer_id_not_null" CHECK ("phase_1_customer_id" IS NOT NULL) NOT VALID;
COMMIT;
-- publish 0001_case: Prove that no row of order has one
-- takes SHARE UPDATE EXCLUSIVE on public.order
BEGIN;
ALTER TABLE "public"."order" VALIDATE CONSTRAINT "phase_1_customer_id_not_null";
COMMIT;
-- publish 0001_case: Make customer_id of order NOT NULL
-- takes ACCESS EXCLUSIVE on public.order
BEGIN;
ALTER TABLE "public"."order" ALTER COLUMN "phase_1_customer_id" SET NOT NULL;
ALTER TABLE "public"."order" DROP CONSTRAINT "phase_1_customer_id_not_null";
COMMIT;
-- publish 0001_case: Build index order_customer on order
-- takes SHARE UPDATE EXCLUSIVE on public.order
CREATE INDEX CONCURRENTLY "phase_1_order_customer" ON "public"."order" USING "btree" ("phase_1_customer_id", "id") INCLUDE ("note");
-- publish 0001_case: Hold new rows of invoices to invoices_customer_id_fkey
-- takes SHARE ROW EXCLUSIVE on public.invoices, SHARE ROW EXCLUSIVE on public.customers
BEGIN;
ALTER TABLE "public"."invoices" ADD CONSTRAINT "phase_1_invoices_customer_id_fkey" FOREIGN KEY ("phase_1_customer_id") REFERENCES "public"."customers" ("phase_1_id") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE INITIALLY DEFERRED NOT VALID;
COMMIT;
-- publish 0001_case: Prove that the rows of invoices keep invoices_customer_id_fkey
-- takes SHARE UPDATE EXCLUSIVE on public.invoices, ROW SHARE on public.customers
BEGIN;
ALTER TABLE "public"."invoices" VALIDATE CONSTRAINT "phase_1_invoices_customer_id_fkey";
COMMIT;
-- publish 0001_case: Hold new rows of order to order_customer_id_fkey
-- takes SHARE ROW EXCLUSIVE on public.order, SHARE ROW EXCLUSIVE on public.customers
BEGIN;
ALTER TABLE "public"."order" ADD CONSTRAINT "phase_1_order_customer_id_fkey" FOREIGN KEY ("phase_1_customer_id") REFERENCES "public"."customers" ("phase_1_id") ON DELETE CASCADE ON UPDATE CASCADE NOT VALID;
COMMIT;
-- publish 0001_case: Prove that the rows of order keep order_customer_id_fkey
-- takes SHARE UPDATE EXCLUSIVE on public.order, ROW SHARE on public.customers
BEGIN;
ALTER TABLE "public"."order" VALIDATE CONSTRAINT "phase_1_order_customer_id_fkey";
COMMIT;
-- publish 0001_case: Open the door of version 0001_case
-- takes ACCESS EXCLUSIVE on public_0001_case.customers, ACCESS SHARE on public.customers, ACCESS EXCLUSIVE on public_0001_case.invoices, ACCESS SHARE on public.invoices, ACCESS EXCLUSIVE on public_0001_case.order, ACCESS SHARE on public.order
BEGIN;
CREATE OR REPLACE FUNCTION "phase"."public.invoices.dual_write"() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  IF NEW."~phase_origin" IS NULL THEN
    IF NEW."phase_1_customer_id" IS NULL OR pg_catalog.record_image_ne(ROW (NEW."customer_id"), ROW ("phase"."public.1.invoices.customer_id.down"(NEW."phase_1_customer_id"))) THEN
      NEW."phase_1_customer_id" := "phase"."public.1.invoices.customer_id.up"(NEW."customer_id");
    END IF;
  ELSE
    IF NEW."~phase_origin" OPERATOR(pg_catalog.>=) 1 AND (NEW."customer_id" IS NULL OR pg_catalog.record_image_ne(ROW (NEW."phase_1_customer_id"), ROW ("phase"."public.1.invoices.customer_id.up"(NEW."customer_id")))) THEN
      NEW."customer_id" := "phase"."public.1.invoices.customer_id.down"(NEW."phase_1_customer_id");
    END IF;
    IF NEW."~phase_origin" OPERATOR(pg_catalog.<) 1 AND (NEW."phase_1_customer_id" IS NULL OR pg_catalog.record_image_ne(ROW (NEW."customer_id"), ROW ("phase"."public.1.invoices.customer_id.down"(NEW."phase_1_customer_id")))) THEN
      NEW."phase_1_customer_id" := "phase"."public.1.invoices.customer_id.up"(NEW."customer_id");
    END IF;
    NEW."~phase_origin" := NULL;
  END IF;
  RETURN NEW;
END
';
CREATE OR REPLACE FUNCTION "phase"."public.invoices.dual_write_update"() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  IF (NEW."phase_1_customer_id" OPERATOR(pg_catalog.=) OLD."phase_1_customer_id" OR (NEW."phase_1_customer_id" IS NULL AND OLD."phase_1_customer_id" IS NULL)) IS NOT TRUE THEN
    IF ((NEW."customer_id" OPERATOR(pg_catalog.=) OLD."customer_id" OR (NEW."customer_id" IS NULL AND OLD."customer_id" IS NULL)) IS NOT TRUE) AND phase.session_origin(ARRAY[''baseline'', ''0001_case'']::pg_catalog.text[], ARRAY[NULL, ''public_0001_case'']::pg_catalog.text[]) OPERATOR(pg_catalog.<) 1 THEN
      NEW."phase_1_customer_id" := "phase"."public.1.invoices.customer_id.up"(NEW."customer_id");
    ELSE
      NEW."customer_id" := "phase"."public.1.invoices.customer_id.down"(NEW."phase_1_customer_id");
    END IF;
  ELSE
    NEW."phase_1_customer_id" := "phase"."public.1.invoices.customer_id.up"(NEW."customer_id");
  END IF;
  RETURN NEW;
END
';
CREATE OR REPLACE FUNCTION "phase"."public.order.dual_write"() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  IF NEW."~phase_origin" IS NULL THEN
    IF NEW."phase_1_customer_id" IS NULL OR pg_catalog.record_image_ne(ROW (NEW."customer_id"), ROW ("phase"."public.1.order.customer_id.down"(NEW."phase_1_customer_id"))) THEN
      NEW."phase_1_customer_id" := "phase"."public.1.order.customer_id.up"(NEW."customer_id");
    END IF;
  ELSE
    IF NEW."~phase_origin" OPERATOR(pg_catalog.>=) 1 AND (NEW."customer_id" IS NULL OR pg_catalog.record_image_ne(ROW (NEW."phase_1_customer_id"), ROW ("phase"."public.1.order.customer_id.up"(NEW."customer_id")))) THEN
      NEW."customer_id" := "phase"."public.1.order.customer_id.down"(NEW."phase_1_customer_id");
    END IF;
    IF NEW."~phase_origin" OPERATOR(pg_catalog.<) 1 AND (NEW."phase_1_customer_id" IS NULL OR pg_catalog.record_image_ne(ROW (NEW."customer_id"), ROW ("phase"."public.1.order.customer_id.down"(NEW."phase_1_customer_id")))) THEN
      NEW."phase_1_customer_id" := "phase"."public.1.order.customer_id.up"(NEW."customer_id");
    END IF;
    NEW."~phase_origin" := NULL;
  END IF;
  RETURN NEW;
END
';
CREATE OR REPLACE FUNCTION "phase"."public.order.dual_write_update"() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  IF (NEW."phase_1_customer_id" OPERATOR(pg_catalog.=) OLD."phase_1_customer_id" OR (NEW."phase_1_customer_id" IS NULL AND OLD."phase_1_customer_id" IS NULL)) IS NOT TRUE THEN
    IF ((NEW."customer_id" OPERATOR(pg_catalog.=) OLD."customer_id" OR (NEW."customer_id" IS NULL AND OLD."customer_id" IS NULL)) IS NOT TRUE) AND phase.session_origin(ARRAY[''baseline'', ''0001_case'']::pg_catalog.text[], ARRAY[NULL, ''public_0001_case'']::pg_catalog.text[]) OPERATOR(pg_catalog.<) 1 THEN
      NEW."phase_1_customer_id" := "phase"."public.1.order.customer_id.up"(NEW."customer_id");
    ELSE
      NEW."customer_id" := "phase"."public.1.order.customer_id.down"(NEW."phase_1_customer_id");
    END IF;
  ELSE
    NEW."phase_1_customer_id" := "phase"."public.1.order.customer_id.up"(NEW."customer_id");
  END IF;
  RETURN NEW;
END
';
CREATE OR REPLACE FUNCTION "phase"."public.customers.dual_write"() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  IF NEW."~phase_origin" IS NULL THEN
    IF NEW."phase_1_id" IS NULL OR pg_catalog.record_image_ne(ROW (NEW."id"), ROW ("phase"."public.1.customers.id.down"(NEW."phase_1_id"))) THEN
      NEW."phase_1_id" := "phase"."public.1.customers.id.up"(NEW."id");
    END IF;
  ELSE
    IF NEW."phase_1_id" IS NULL THEN
      NEW."phase_1_id" := "phase"."public.1.customers.id.up"(NEW."id");
    END IF;
    IF NEW."~phase_origin" OPERATOR(pg_catalog.>=) 1 AND (NEW."id" IS NULL OR pg_catalog.record_image_ne(ROW (NEW."phase_1_id"), ROW ("phase"."public.1.customers.id.up"(NEW."id")))) THEN
      NEW."id" := "phase"."public.1.customers.id.down"(NEW."phase_1_id");
    END IF;
    IF NEW."~phase_origin" OPERATOR(pg_catalog.<) 1 AND (NEW."phase_1_id" IS NULL OR pg_catalog.record_image_ne(ROW (NEW."id"), ROW ("phase"."public.1.customers.id.down"(NEW."phase_1_id")))) THEN
      NEW."phase_1_id" := "phase"."public.1.customers.id.up"(NEW."id");
    END IF;
    NEW."~phase_origin" := NULL;
  END IF;
  RETURN NEW;
END
';
CREATE OR REPLACE FUNCTION "phase"."public.customers.dual_write_update"() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  IF (NEW."phase_1_id" OPERATOR(pg_catalog.=) OLD."phase_1_id" OR (NEW."phase_1_id" IS NULL AND OLD."phase_1_id" IS NULL)) IS NOT TRUE THEN
    IF ((NEW."id" OPERATOR(pg_catalog.=) OLD."id" OR (NEW."id" IS NULL AND OLD."id" IS NULL)) IS NOT TRUE) AND phase.session_origin(ARRAY[''baseline'', ''0001_case'']::pg_catalog.text[], ARRAY[NULL, ''public_0001_case'']::pg_catalog.text[]) OPERATOR(pg_catalog.<) 1 THEN
      NEW."phase_1_id" := "phase"."public.1.customers.id.up"(NEW."id");
    ELSE
      NEW."id" := "phase"."public.1.customers.id.down"(NEW."phase_1_id");
    END IF;
  ELSE
    NEW."phase_1_id" := "phase"."public.1.customers.id.up"(NEW."id");
  END IF;
  RETURN NEW;
END
';
DROP TRIGGER IF EXISTS "phase_closed" ON "public_0001_case"."customers";
CREATE OR REPLACE VIEW "phase"."public_0001_case.customers.origin" WITH (security_invoker = true) AS SELECT base."phase_1_id" AS "id", base."email" AS "email", base."name" AS "name", base."~phase_origin" FROM "public"."customers" AS base;
ALTER VIEW "phase"."public_0001_case.customers.origin" ALTER COLUMN "~phase_origin" SET DEFAULT 1;
GRANT SELECT, INSERT, UPDATE, DELETE ON "phase"."public_0001_case.customers.origin" TO PUBLIC;
CREATE OR REPLACE VIEW "public_0001_case"."customers" WITH (security_invoker = true) AS SELECT base."id", base."email", base."name" FROM "phase"."public_0001_case.customers.origin" AS base;
COMMENT ON COLUMN "public_0001_case"."customers"."id" IS 'never reused';
DROP TRIGGER IF EXISTS "phase_closed" ON "public_0001_case"."invoices";
CREATE OR REPLACE VIEW "phase"."public_0001_case.invoices.origin" WITH (security_invoker = true) AS SELECT base."id" AS "id", base."phase_1_customer_id" AS "customer_id", base."order_id" AS "order_id", base."~phase_origin" FROM "public"."invoices" AS base;
ALTER VIEW "phase"."public_0001_case.invoices.origin" ALTER COLUMN "~phase_origin" SET DEFAULT 1;
GRANT SELECT, INSERT, UPDATE, DELETE ON "phase"."public_0001_case.invoices.origin" TO PUBLIC;
CREATE OR REPLACE VIEW "public_0001_case"."invoices" WITH (security_invoker = true) AS SELECT base."id", base."customer_id", base."order_id" FROM "phase"."public_0001_case.invoices.origin" AS base;
DROP TRIGGER IF EXISTS "phase_closed" ON "public_0001_case"."order";
CREATE OR REPLACE VIEW "phase"."public_0001_case.order.origin" WITH (security_invoker = true) AS SELECT base."id" AS "id", base."phase_1_customer_id" AS "customer_id", base."note" AS "note", base."~phase_origin" FROM "public"."order" AS base;
ALTER VIEW "phase"."public_0001_case.order.origin" ALTER COLUMN "~phase_origin" SET DEFAULT 1;
GRANT SELECT, INSERT, UPDATE, DELETE ON "phase"."public_0001_case.order.origin" TO PUBLIC;
CREATE OR REPLACE VIEW "public_0001_case"."order" WITH (security_invoker = true) AS SELECT base."id", base."customer_id", base."note" FROM "phase"."public_0001_case.order.origin" AS base;
COMMIT;
-- retire 0001_case: Close the door of version 0001_case
-- takes ACCESS EXCLUSIVE on public_0001_case.customers, ACCESS EXCLUSIVE on public_0001_case.invoices, ACCESS EXCLUSIVE on public_0001_case.order
BEGIN;
CREATE OR REPLACE VIEW "public_0001_case"."customers" WITH (security_invoker = true) AS SELECT * FROM phase.closed_door('public_0001_case', NULL) AS t("id" bigint, "email" text, "name" text);
CREATE OR REPLACE TRIGGER "phase_closed" INSTEAD OF INSERT OR UPDATE OR DELETE ON "public_0001_case"."customers" FOR EACH ROW EXECUTE FUNCTION phase.closed_door_insert();
DROP VIEW IF EXISTS "phase"."public_0001_case.customers.origin";
CREATE OR REPLACE VIEW "public_0001_case"."invoices" WITH (security_invoker = true) AS SELECT * FROM phase.closed_door('public_0001_case', NULL) AS t("id" integer, "customer_id" bigint, "order_id" integer);
CREATE OR REPLACE TRIGGER "phase_closed" INSTEAD OF INSERT OR UPDATE OR DELETE ON "public_0001_case"."invoices" FOR EACH ROW EXECUTE FUNCTION phase.closed_door_insert();
DROP VIEW IF EXISTS "phase"."public_0001_case.invoices.origin";
CREATE OR REPLACE VIEW "public_0001_case"."order" WITH (security_invoker = true) AS SELECT * FROM phase.closed_door('public_0001_case', NULL) AS t("id" integer, "customer_id" bigint, "note" text);
CREATE OR REPLACE TRIGGER "phase_closed" INSTEAD OF INSERT OR UPDATE OR DELETE ON "public_0001_case"."order" FOR EACH ROW EXECUTE FUNCTION phase.closed_door_insert();
DROP VIEW IF EXISTS "phase"."public_0001_case.order.origin";
COMMIT;
-- restore 0001_case: Open the door of version 0001_case
-- takes ACCESS EXCLUSIVE on public_0001_case.customers, ACCESS SHARE on public.customers, ACCESS EXCLUSIVE on public_0001_case.invoices, ACCESS SHARE on public.invoices, ACCESS EXCLUSIVE on public_0001_case.order, ACCESS SHARE on public.order
BEGIN;
DROP TRIGGER IF EXISTS "phase_closed" ON "public_0001_case"."customers";
CREATE OR REPLACE VIEW "phase"."public_0001_case.customers.origin" WITH (security_invoker = true) AS SELECT base."phase_1_id" AS "id", base."email" AS "email", base."name" AS "name", base."~phase_origin" FROM "public"."customers" AS base;
ALTER VIEW "phase"."public_0001_case.customers.origin" ALTER COLUMN "~phase_origin" SET DEFAULT 1;
GRANT SELECT, INSERT, UPDATE, DELETE ON "phase"."public_0001_case.customers.origin" TO PUBLIC;
CREATE OR REPLACE VIEW "public_0001_case"."customers" WITH (security_invoker = true) AS SELECT base."id", base."email", base."name" FROM "phase"."public_0001_case.customers.origin" AS base;
COMMENT ON COLUMN "public_0001_case"."customers"."id" IS 'never reused';
DROP TRIGGER IF EXISTS "phase_closed" ON "public_0001_case"."invoices";
CREATE OR REPLACE VIEW "phase"."public_0001_case.invoices.origin" WITH (security_invoker = true) AS SELECT base."id" AS "id", base."phase_1_customer_id" AS "customer_id", base."order_id" AS "order_id", base."~phase_origin" FROM "public"."invoices" AS base;
ALTER VIEW "phase"."public_0001_case.invoices.origin" ALTER COLUMN "~phase_origin" SET DEFAULT 1;
GRANT SELECT, INSERT, UPDATE, DELETE ON "phase"."public_0001_case.invoices.origin" TO PUBLIC;
CREATE OR REPLACE VIEW "public_0001_case"."invoices" WITH (security_invoker = true) AS SELECT base."id", base."customer_id", base."order_id" FROM "phase"."public_0001_case.invoices.origin" AS base;
DROP TRIGGER IF EXISTS "phase_closed" ON "public_0001_case"."order";
CREATE OR REPLACE VIEW "phase"."public_0001_case.order.origin" WITH (security_invoker = true) AS SELECT base."id" AS "id", base."phase_1_customer_id" AS "customer_id", base."note" AS "note", base."~phase_origin" FROM "public"."order" AS base;
ALTER VIEW "phase"."public_0001_case.order.origin" ALTER COLUMN "~phase_origin" SET DEFAULT 1;
GRANT SELECT, INSERT, UPDATE, DELETE ON "phase"."public_0001_case.order.origin" TO PUBLIC;
CREATE OR REPLACE VIEW "public_0001_case"."order" WITH (security_invoker = true) AS SELECT base."id", base."customer_id", base."note" FROM "phase"."public_0001_case.order.origin" AS base;
COMMIT;
-- contract baseline: Give table invoices the shape of version 0001_case
-- takes ACCESS EXCLUSIVE on public.invoices, ACCESS EXCLUSIVE on public.customers
BEGIN;
LOCK TABLE "public"."invoices" IN ACCESS EXCLUSIVE MODE;
DROP TRIGGER IF EXISTS "~phase_dual_write" ON "public"."invoices";
DROP TRIGGER IF EXISTS "~phase_dual_write_update" ON "public"."invoices";
DROP FUNCTION IF EXISTS "phase"."public.invoices.dual_write"(), "phase"."public.invoices.dual_write_update"();
ALTER TABLE "public"."invoices" DROP CONSTRAINT "invoices_customer_id_fkey";
SELECT phase.set_aside('"public"."invoices"', 'customer_id', 'phase_1_customer_id');
ALTER TABLE "public"."invoices" DROP COLUMN "customer_id";
ALTER TABLE "public"."invoices" RENAME COLUMN "phase_1_customer_id" TO "customer_id";
DROP FUNCTION IF EXISTS "phase"."public.1.invoices.customer_id.up";
DROP FUNCTION IF EXISTS "phase"."public.1.invoices.customer_id.down";
SELECT phase.put_back();
ALTER TABLE "public"."invoices" RENAME CONSTRAINT "phase_1_invoices_customer_id_fkey" TO "invoices_customer_id_fkey";
COMMIT;
-- contract baseline: Give table order the shape of version 0001_case
-- takes ACCESS EXCLUSIVE on public.order, ACCESS EXCLUSIVE on public.customers, SHARE UPDATE EXCLUSIVE on public.phase_1_order_customer
BEGIN;
LOCK TABLE "public"."order" IN ACCESS EXCLUSIVE MODE;
DROP TRIGGER IF EXISTS "~phase_dual_write" ON "public"."order";
DROP TRIGGER IF EXISTS "~phase_dual_write_update" ON "public"."order";
DROP FUNCTION IF EXISTS "phase"."public.order.dual_write"(), "phase"."public.order.dual_write_update"();
ALTER TABLE "public"."order" DROP CONSTRAINT "order_customer_id_fkey";
SELECT phase.set_aside('"public"."order"', 'customer_id', 'phase_1_customer_id');
ALTER TABLE "public"."order" DROP COLUMN "customer_id";
ALTER TABLE "public"."order" RENAME COLUMN "phase_1_customer_id" TO "customer_id";
DROP FUNCTION IF EXISTS "phase"."public.1.order.customer_id.up";
DROP FUNCTION IF EXISTS "phase"."public.1.order.customer_id.down";
ALTER INDEX "public"."phase_1_order_customer" RENAME TO "order_customer";
SELECT phase.put_back();
ALTER TABLE "public"."order" RENAME CONSTRAINT "phase_1_order_customer_id_fkey" TO "order_customer_id_fkey";
COMMIT;
-- contract baseline: Give table customers the shape of version 0001_case
-- takes ACCESS EXCLUSIVE on public.customers, ACCESS EXCLUSIVE on public.customers_id_seq, SHARE UPDATE EXCLUSIVE on public.phase_1_customers_pkey
BEGIN;
LOCK TABLE "public"."customers" IN ACCESS EXCLUSIVE MODE;
DROP TRIGGER IF EXISTS "~phase_dual_write" ON "public"."customers";
DROP TRIGGER IF EXISTS "~phase_dual_write_update" ON "public"."customers";
DROP FUNCTION IF EXISTS "phase"."public.customers.dual_write"(), "phase"."public.customers.dual_write_update"();
DO '-- An identity''s sequence belongs to its column for good, so the new column gets one that is like it.
DECLARE
  owner regclass := ''"public"."customers"'';
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
SELECT phase.set_aside('"public"."customers"', 'id', 'phase_1_id');
ALTER TABLE "public"."customers" DROP COLUMN "id";
ALTER TABLE "public"."customers" RENAME COLUMN "phase_1_id" TO "id";
DROP FUNCTION IF EXISTS "phase"."public.1.customers.id.up";
DROP FUNCTION IF EXISTS "phase"."public.1.customers.id.down";
ALTER TABLE "public"."customers" ADD CONSTRAINT "customers_pkey" PRIMARY KEY USING INDEX "phase_1_customers_pkey";
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
-- contract baseline: Let no view of table customers say who inserts
-- takes ACCESS EXCLUSIVE on public_0001_case.customers, ACCESS SHARE on public.customers
BEGIN;
DO 'BEGIN
IF pg_catalog.to_regclass(''"phase"."public_0001_case.customers.origin"'') IS NOT NULL THEN
EXECUTE ''CREATE OR REPLACE VIEW "public_0001_case"."customers" WITH (security_invoker = true) AS SELECT base."id" AS "id", base."email" AS "email", base."name" AS "name" FROM "public"."customers" AS base'';
EXECUTE ''DROP VIEW IF EXISTS "phase"."public_0001_case.customers.origin"'';
END IF;
END';
COMMIT;
-- contract baseline: Remove the column of table customers that said so
-- takes ACCESS EXCLUSIVE on public.customers
BEGIN;
ALTER TABLE IF EXISTS "public"."customers" DROP COLUMN IF EXISTS "~phase_origin";
COMMIT;
-- rollback 0001_case: Remove the schema of version 0001_case
-- takes ACCESS EXCLUSIVE on public_0001_case.customers, ACCESS EXCLUSIVE on public_0001_case.invoices, ACCESS EXCLUSIVE on public_0001_case.order, ACCESS EXCLUSIVE on public_0001_case.phase_version
BEGIN;
DROP VIEW IF EXISTS "public_0001_case"."customers", "public_0001_case"."invoices", "public_0001_case"."order", "public_0001_case"."phase_version", "phase"."public_0001_case.customers.origin", "phase"."public_0001_case.invoices.origin", "phase"."public_0001_case.order.origin";
DROP SCHEMA IF EXISTS "public_0001_case";
COMMIT;
-- rollback 0001_case: Drop constraint phase_1_order_customer_id_fkey
-- takes ACCESS EXCLUSIVE on public.order, ACCESS EXCLUSIVE on public.customers
BEGIN;
ALTER TABLE IF EXISTS "public"."order" DROP CONSTRAINT IF EXISTS "phase_1_order_customer_id_fkey";
COMMIT;
-- rollback 0001_case: Drop constraint phase_1_invoices_customer_id_fkey
-- takes ACCESS EXCLUSIVE on public.invoices, ACCESS EXCLUSIVE on public.customers
BEGIN;
ALTER TABLE IF EXISTS "public"."invoices" DROP CONSTRAINT IF EXISTS "phase_1_invoices_customer_id_fkey";
COMMIT;
-- rollback 0001_case: Drop index phase_1_order_customer
-- takes SHARE UPDATE EXCLUSIVE on public.order
DROP INDEX CONCURRENTLY IF EXISTS "public"."phase_1_order_customer";
-- rollback 0001_case: Drop constraint phase_1_customers_pkey
-- takes ACCESS EXCLUSIVE on public.customers
BEGIN;
ALTER TABLE IF EXISTS "public"."customers" DROP CONSTRAINT IF EXISTS "phase_1_customers_pkey";
COMMIT;
-- rollback 0001_case: Drop its index where the build was cut off
-- takes SHARE UPDATE EXCLUSIVE on public.customers
DROP INDEX CONCURRENTLY IF EXISTS "public"."phase_1_customers_pkey";
-- rollback 0001_case: Give table order back the shape that it had
-- takes ACCESS EXCLUSIVE on public.order
BEGIN;
LOCK TABLE "public"."order" IN ACCESS EXCLUSIVE MODE;
DROP TRIGGER IF EXISTS "~phase_dual_write" ON "public"."order";
DROP TRIGGER IF EXISTS "~phase_dual_write_update" ON "public"."order";
DROP FUNCTION IF EXISTS "phase"."public.order.dual_write"(), "phase"."public.order.dual_write_update"();
ALTER TABLE IF EXISTS "public"."order" DROP COLUMN IF EXISTS "~phase_origin";
DROP FUNCTION IF EXISTS "phase"."public.1.order.customer_id.up";
DROP FUNCTION IF EXISTS "phase"."public.1.order.customer_id.down";
ALTER TABLE IF EXISTS "public"."order" DROP COLUMN IF EXISTS "phase_1_customer_id";
COMMIT;
-- rollback 0001_case: Give table invoices back the shape that it had
-- takes ACCESS EXCLUSIVE on public.invoices
BEGIN;
LOCK TABLE "public"."invoices" IN ACCESS EXCLUSIVE MODE;
DROP TRIGGER IF EXISTS "~phase_dual_write" ON "public"."invoices";
DROP TRIGGER IF EXISTS "~phase_dual_write_update" ON "public"."invoices";
DROP FUNCTION IF EXISTS "phase"."public.invoices.dual_write"(), "phase"."public.invoices.dual_write_update"();
ALTER TABLE IF EXISTS "public"."invoices" DROP COLUMN IF EXISTS "~phase_origin";
DROP FUNCTION IF EXISTS "phase"."public.1.invoices.customer_id.up";
DROP FUNCTION IF EXISTS "phase"."public.1.invoices.customer_id.down";
ALTER TABLE IF EXISTS "public"."invoices" DROP COLUMN IF EXISTS "phase_1_customer_id";
COMMIT;
-- rollback 0001_case: Give table customers back the shape that it had
-- takes ACCESS EXCLUSIVE on public.customers
BEGIN;
LOCK TABLE "public"."customers" IN ACCESS EXCLUSIVE MODE;
DROP TRIGGER IF EXISTS "~phase_dual_write" ON "public"."customers";
DROP TRIGGER IF EXISTS "~phase_dual_write_update" ON "public"."customers";
DROP FUNCTION IF EXISTS "phase"."public.customers.dual_write"(), "phase"."public.customers.dual_write_update"();
ALTER TABLE IF EXISTS "public"."customers" DROP COLUMN IF EXISTS "~phase_origin";
DROP FUNCTION IF EXISTS "phase"."public.1.customers.id.up";
DROP FUNCTION IF EXISTS "phase"."public.1.customers.id.down";
ALTER TABLE IF EXISTS "public"."customers" DROP COLUMN IF EXISTS "phase_1_id";
COMMIT;

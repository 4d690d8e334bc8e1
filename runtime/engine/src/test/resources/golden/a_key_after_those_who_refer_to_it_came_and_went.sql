-- operations:
-- - create_table:
--     name: visits
--     columns: [ { name: customer, type: integer, references: { table: customers, column: id } } ]
-- - sql: { expand: "INSERT INTO \"public\".visits SELECT min(id) FROM \"public\".customers", undo: "DELETE FROM \"public\".visits" }
-- - add_constraint: { table: heap, name: heap_a, foreign_key: { columns: [b], references: { table: a, columns: [id] } }, up: { b: "1" }, down: { b: b } }
-- - drop_table: { name: invoices }
-- - drop_constraint: { table: order, name: order_customer_id_fkey }
-- - change_primary_key: { table: customers, columns: { id: bigint } }
-- - change_primary_key: { table: a, columns: { id: bigint } }

-- expand 0001_case: Expand table visits
-- takes SHARE ROW EXCLUSIVE on public.customers
BEGIN;
CREATE TABLE "public"."visits" ("customer" integer, CONSTRAINT "visits_customer_fkey" FOREIGN KEY ("customer") REFERENCES "public"."customers" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION);
COMMIT;
-- expand 0001_case: Run the SQL of 0001_case, operations[1].sql.expand
BEGIN;
INSERT INTO "public".visits SELECT min(id) FROM "public".customers;
COMMIT;
-- expand 0001_case: Expand table heap
-- takes ACCESS EXCLUSIVE on public.heap
BEGIN;
ALTER TABLE "public"."heap" ADD COLUMN "phase_3_b" integer;
CREATE FUNCTION "phase"."public.3.heap.b.up" () RETURNS integer LANGUAGE sql RETURN (1);
CREATE FUNCTION "phase"."public.3.heap.b.down" ("b" integer) RETURNS integer LANGUAGE sql RETURN (b);
SELECT phase.copy_column('"public"."heap"', 'b', 'phase_3_b');
ALTER TABLE "public"."heap" ADD COLUMN "phase_7_b" bigint;
CREATE FUNCTION "phase"."public.7.heap.b.up" ("id" integer) RETURNS bigint LANGUAGE sql RETURN ("id");
CREATE FUNCTION "phase"."public.7.heap.b.down" ("id" bigint) RETURNS integer LANGUAGE sql RETURN ("id");
SELECT phase.copy_column('"public"."heap"', 'phase_3_b', 'phase_7_b');
CREATE OR REPLACE FUNCTION "phase"."public.heap.dual_write"() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  NEW."phase_3_b" := "phase"."public.3.heap.b.up"();
  NEW."phase_7_b" := "phase"."public.7.heap.b.up"(NEW."phase_3_b");
  RETURN NEW;
END
';
CREATE OR REPLACE FUNCTION "phase"."public.heap.dual_write_update"() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  IF pg_catalog.current_setting(''phase.backfill'', true) OPERATOR(pg_catalog.=) ''on'' THEN
    RETURN NEW;
  END IF;
  IF (NEW."phase_3_b" OPERATOR(pg_catalog.=) OLD."phase_3_b" OR (NEW."phase_3_b" IS NULL AND OLD."phase_3_b" IS NULL)) IS NOT TRUE THEN
    NEW."phase_7_b" := "phase"."public.7.heap.b.up"(NEW."phase_3_b");
  END IF;
  RETURN NEW;
END
';
ALTER TABLE "public"."heap" ADD COLUMN IF NOT EXISTS "~phase_origin" pg_catalog.int8;
SELECT phase.grant_origin('"public"."heap"');
CREATE OR REPLACE TRIGGER "~phase_dual_write" BEFORE INSERT ON "public"."heap" FOR EACH ROW EXECUTE FUNCTION "phase"."public.heap.dual_write"();
CREATE OR REPLACE TRIGGER "~phase_dual_write_update" BEFORE UPDATE ON "public"."heap" FOR EACH ROW WHEN ((NEW."phase_3_b" OPERATOR(pg_catalog.=) OLD."phase_3_b" OR (NEW."phase_3_b" IS NULL AND OLD."phase_3_b" IS NULL)) IS NOT TRUE OR (NEW."b" OPERATOR(pg_catalog.=) OLD."b" OR (NEW."b" IS NULL AND OLD."b" IS NULL)) IS NOT TRUE OR (NEW."phase_7_b" OPERATOR(pg_catalog.=) OLD."phase_7_b" OR (NEW."phase_7_b" IS NULL AND OLD."phase_7_b" IS NULL)) IS NOT TRUE) EXECUTE FUNCTION "phase"."public.heap.dual_write_update"();
COMMIT;
-- expand 0001_case: Expand table visits
-- takes ACCESS EXCLUSIVE on public.visits
BEGIN;
ALTER TABLE "public"."visits" ADD COLUMN "phase_6_customer" bigint;
CREATE FUNCTION "phase"."public.6.visits.customer.up" ("id" integer) RETURNS bigint LANGUAGE sql RETURN ("id");
CREATE FUNCTION "phase"."public.6.visits.customer.down" ("id" bigint) RETURNS integer LANGUAGE sql RETURN ("id");
SELECT phase.copy_column('"public"."visits"', 'customer', 'phase_6_customer');
CREATE OR REPLACE FUNCTION "phase"."public.visits.dual_write"() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  NEW."phase_6_customer" := "phase"."public.6.visits.customer.up"(NEW."customer");
  RETURN NEW;
END
';
CREATE OR REPLACE FUNCTION "phase"."public.visits.dual_write_update"() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  IF pg_catalog.current_setting(''phase.backfill'', true) OPERATOR(pg_catalog.=) ''on'' THEN
    RETURN NEW;
  END IF;
  IF (NEW."customer" OPERATOR(pg_catalog.=) OLD."customer" OR (NEW."customer" IS NULL AND OLD."customer" IS NULL)) IS NOT TRUE THEN
    NEW."phase_6_customer" := "phase"."public.6.visits.customer.up"(NEW."customer");
  END IF;
  RETURN NEW;
END
';
ALTER TABLE "public"."visits" ADD COLUMN IF NOT EXISTS "~phase_origin" pg_catalog.int8;
SELECT phase.grant_origin('"public"."visits"');
CREATE OR REPLACE TRIGGER "~phase_dual_write" BEFORE INSERT ON "public"."visits" FOR EACH ROW EXECUTE FUNCTION "phase"."public.visits.dual_write"();
CREATE OR REPLACE TRIGGER "~phase_dual_write_update" BEFORE UPDATE ON "public"."visits" FOR EACH ROW WHEN ((NEW."customer" OPERATOR(pg_catalog.=) OLD."customer" OR (NEW."customer" IS NULL AND OLD."customer" IS NULL)) IS NOT TRUE OR (NEW."phase_6_customer" OPERATOR(pg_catalog.=) OLD."phase_6_customer" OR (NEW."phase_6_customer" IS NULL AND OLD."phase_6_customer" IS NULL)) IS NOT TRUE) EXECUTE FUNCTION "phase"."public.visits.dual_write_update"();
COMMIT;
-- expand 0001_case: Expand table customers
-- takes ACCESS EXCLUSIVE on public.customers
BEGIN;
ALTER TABLE "public"."customers" ADD COLUMN "phase_6_id" bigint;
COMMENT ON COLUMN "public"."customers"."phase_6_id" IS 'never reused';
CREATE FUNCTION "phase"."public.6.customers.id.up" ("id" integer) RETURNS bigint LANGUAGE sql RETURN ("id");
CREATE FUNCTION "phase"."public.6.customers.id.down" ("id" bigint) RETURNS integer LANGUAGE sql RETURN ("id");
SELECT phase.copy_column('"public"."customers"', 'id', 'phase_6_id');
CREATE OR REPLACE FUNCTION "phase"."public.customers.dual_write"() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  NEW."phase_6_id" := "phase"."public.6.customers.id.up"(NEW."id");
  RETURN NEW;
END
';
CREATE OR REPLACE FUNCTION "phase"."public.customers.dual_write_update"() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  IF pg_catalog.current_setting(''phase.backfill'', true) OPERATOR(pg_catalog.=) ''on'' THEN
    RETURN NEW;
  END IF;
  IF (NEW."id" OPERATOR(pg_catalog.=) OLD."id" OR (NEW."id" IS NULL AND OLD."id" IS NULL)) IS NOT TRUE THEN
    NEW."phase_6_id" := "phase"."public.6.customers.id.up"(NEW."id");
  END IF;
  RETURN NEW;
END
';
ALTER TABLE "public"."customers" ADD COLUMN IF NOT EXISTS "~phase_origin" pg_catalog.int8;
SELECT phase.grant_origin('"public"."customers"');
CREATE OR REPLACE TRIGGER "~phase_dual_write" BEFORE INSERT ON "public"."customers" FOR EACH ROW EXECUTE FUNCTION "phase"."public.customers.dual_write"();
CREATE OR REPLACE TRIGGER "~phase_dual_write_update" BEFORE UPDATE ON "public"."customers" FOR EACH ROW WHEN ((NEW."id" OPERATOR(pg_catalog.=) OLD."id" OR (NEW."id" IS NULL AND OLD."id" IS NULL)) IS NOT TRUE OR (NEW."phase_6_id" OPERATOR(pg_catalog.=) OLD."phase_6_id" OR (NEW."phase_6_id" IS NULL AND OLD."phase_6_id" IS NULL)) IS NOT TRUE) EXECUTE FUNCTION "phase"."public.customers.dual_write_update"();
COMMIT;
-- expand 0001_case: Expand table b
-- takes ACCESS EXCLUSIVE on public.b
BEGIN;
ALTER TABLE "public"."b" ADD COLUMN "phase_7_a" bigint;
CREATE FUNCTION "phase"."public.7.b.a.up" ("id" integer) RETURNS bigint LANGUAGE sql RETURN ("id");
CREATE FUNCTION "phase"."public.7.b.a.down" ("id" bigint) RETURNS integer LANGUAGE sql RETURN ("id");
SELECT phase.copy_column('"public"."b"', 'a', 'phase_7_a');
CREATE OR REPLACE FUNCTION "phase"."public.b.dual_write"() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  NEW."phase_7_a" := "phase"."public.7.b.a.up"(NEW."a");
  RETURN NEW;
END
';
CREATE OR REPLACE FUNCTION "phase"."public.b.dual_write_update"() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  IF pg_catalog.current_setting(''phase.backfill'', true) OPERATOR(pg_catalog.=) ''on'' THEN
    RETURN NEW;
  END IF;
  IF (NEW."a" OPERATOR(pg_catalog.=) OLD."a" OR (NEW."a" IS NULL AND OLD."a" IS NULL)) IS NOT TRUE THEN
    NEW."phase_7_a" := "phase"."public.7.b.a.up"(NEW."a");
  END IF;
  RETURN NEW;
END
';
ALTER TABLE "public"."b" ADD COLUMN IF NOT EXISTS "~phase_origin" pg_catalog.int8;
SELECT phase.grant_origin('"public"."b"');
CREATE OR REPLACE TRIGGER "~phase_dual_write" BEFORE INSERT ON "public"."b" FOR EACH ROW EXECUTE FUNCTION "phase"."public.b.dual_write"();
CREATE OR REPLACE TRIGGER "~phase_dual_write_update" BEFORE UPDATE ON "public"."b" FOR EACH ROW WHEN ((NEW."a" OPERATOR(pg_catalog.=) OLD."a" OR (NEW."a" IS NULL AND OLD."a" IS NULL)) IS NOT TRUE OR (NEW."phase_7_a" OPERATOR(pg_catalog.=) OLD."phase_7_a" OR (NEW."phase_7_a" IS NULL AND OLD."phase_7_a" IS NULL)) IS NOT TRUE) EXECUTE FUNCTION "phase"."public.b.dual_write_update"();
COMMIT;
-- expand 0001_case: Expand table a
-- takes ACCESS EXCLUSIVE on public.a
BEGIN;
ALTER TABLE "public"."a" ADD COLUMN "phase_7_id" bigint;
CREATE FUNCTION "phase"."public.7.a.id.up" ("id" integer) RETURNS bigint LANGUAGE sql RETURN ("id");
CREATE FUNCTION "phase"."public.7.a.id.down" ("id" bigint) RETURNS integer LANGUAGE sql RETURN ("id");
SELECT phase.copy_column('"public"."a"', 'id', 'phase_7_id');
CREATE OR REPLACE FUNCTION "phase"."public.a.dual_write"() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  NEW."phase_7_id" := "phase"."public.7.a.id.up"(NEW."id");
  RETURN NEW;
END
';
CREATE OR REPLACE FUNCTION "phase"."public.a.dual_write_update"() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  IF pg_catalog.current_setting(''phase.backfill'', true) OPERATOR(pg_catalog.=) ''on'' THEN
    RETURN NEW;
  END IF;
  IF (NEW."id" OPERATOR(pg_catalog.=) OLD."id" OR (NEW."id" IS NULL AND OLD."id" IS NULL)) IS NOT TRUE THEN
    NEW."phase_7_id" := "phase"."public.7.a.id.up"(NEW."id");
  END IF;
  RETURN NEW;
END
';
ALTER TABLE "public"."a" ADD COLUMN IF NOT EXISTS "~phase_origin" pg_catalog.int8;
SELECT phase.grant_origin('"public"."a"');
CREATE OR REPLACE TRIGGER "~phase_dual_write" BEFORE INSERT ON "public"."a" FOR EACH ROW EXECUTE FUNCTION "phase"."public.a.dual_write"();
CREATE OR REPLACE TRIGGER "~phase_dual_write_update" BEFORE UPDATE ON "public"."a" FOR EACH ROW WHEN ((NEW."id" OPERATOR(pg_catalog.=) OLD."id" OR (NEW."id" IS NULL AND OLD."id" IS NULL)) IS NOT TRUE OR (NEW."phase_7_id" OPERATOR(pg_catalog.=) OLD."phase_7_id" OR (NEW."phase_7_id" IS NULL AND OLD."phase_7_id" IS NULL)) IS NOT TRUE) EXECUTE FUNCTION "phase"."public.a.dual_write_update"();
COMMIT;
-- expand 0001_case: Create schema public_0001_case with its door closed
BEGIN;
CREATE SCHEMA "public_0001_case";
GRANT USAGE ON SCHEMA "public_0001_case" TO PUBLIC;
CREATE VIEW "public_0001_case"."phase_version" AS SELECT '0001_case'::text AS version, 'public'::text AS base_schema;
GRANT SELECT ON "public_0001_case"."phase_version" TO PUBLIC;
CREATE OR REPLACE VIEW "public_0001_case"."a" WITH (security_invoker = true) AS SELECT * FROM phase.closed_door('public_0001_case', NULL) AS t("id" bigint, "b" integer);
CREATE OR REPLACE TRIGGER "phase_closed" INSTEAD OF INSERT OR UPDATE OR DELETE ON "public_0001_case"."a" FOR EACH ROW EXECUTE FUNCTION phase.closed_door_insert();
GRANT SELECT, INSERT, UPDATE, DELETE ON "public_0001_case"."a" TO PUBLIC;
CREATE OR REPLACE VIEW "public_0001_case"."b" WITH (security_invoker = true) AS SELECT * FROM phase.closed_door('public_0001_case', NULL) AS t("id" integer, "a" bigint);
CREATE OR REPLACE TRIGGER "phase_closed" INSTEAD OF INSERT OR UPDATE OR DELETE ON "public_0001_case"."b" FOR EACH ROW EXECUTE FUNCTION phase.closed_door_insert();
GRANT SELECT, INSERT, UPDATE, DELETE ON "public_0001_case"."b" TO PUBLIC;
CREATE OR REPLACE VIEW "public_0001_case"."customers" WITH (security_invoker = true) AS SELECT * FROM phase.closed_door('public_0001_case', NULL) AS t("id" bigint, "email" text, "name" text);
CREATE OR REPLACE TRIGGER "phase_closed" INSTEAD OF INSERT OR UPDATE OR DELETE ON "public_0001_case"."customers" FOR EACH ROW EXECUTE FUNCTION phase.closed_door_insert();
GRANT SELECT, INSERT, UPDATE, DELETE ON "public_0001_case"."customers" TO PUBLIC;
CREATE OR REPLACE VIEW "public_0001_case"."heap" WITH (security_invoker = true) AS SELECT * FROM phase.closed_door('public_0001_case', NULL) AS t("a" integer, "b" bigint);
CREATE OR REPLACE TRIGGER "phase_closed" INSTEAD OF INSERT OR UPDATE OR DELETE ON "public_0001_case"."heap" FOR EACH ROW EXECUTE FUNCTION phase.closed_door_insert();
GRANT SELECT, INSERT, UPDATE, DELETE ON "public_0001_case"."heap" TO PUBLIC;
CREATE OR REPLACE VIEW "public_0001_case"."visits" WITH (security_invoker = true) AS SELECT * FROM phase.closed_door('public_0001_case', NULL) AS t("customer" bigint);
CREATE OR REPLACE TRIGGER "phase_closed" INSTEAD OF INSERT OR UPDATE OR DELETE ON "public_0001_case"."visits" FOR EACH ROW EXECUTE FUNCTION phase.closed_door_insert();
GRANT SELECT, INSERT, UPDATE, DELETE ON "public_0001_case"."visits" TO PUBLIC;
CREATE OR REPLACE VIEW "public_0001_case"."invoices" WITH (security_invoker = true) AS SELECT * FROM phase.closed_door('public_0001_case', 'Version 0001_case has no table invoices: it was dropped. Use this version''s tables, or deploy an older release.') AS t("id" integer, "customer_id" integer, "order_id" integer);
CREATE OR REPLACE TRIGGER "phase_closed" INSTEAD OF INSERT OR UPDATE OR DELETE ON "public_0001_case"."invoices" FOR EACH ROW EXECUTE FUNCTION phase.closed_door_insert('Version 0001_case has no table invoices: it was dropped. Use this version''s tables, or deploy an older release.');
GRANT SELECT, INSERT, UPDATE, DELETE ON "public_0001_case"."invoices" TO PUBLIC;
COMMIT;
-- publish 0001_case: Backfill table visits
-- takes ROW EXCLUSIVE on public.visits
-- in batches: UPDATE "public"."visits" SET "phase_6_customer" = "phase"."public.6.visits.customer.up"("customer");
-- publish 0001_case: Backfill table heap
-- takes ROW EXCLUSIVE on public.heap
-- in batches: UPDATE "public"."heap" SET "phase_3_b" = "phase"."public.3.heap.b.up"(), "phase_7_b" = "phase"."public.7.heap.b.up"("phase"."public.3.heap.b.up"());
-- publish 0001_case: Backfill table customers
-- takes ROW EXCLUSIVE on public.customers
-- in batches: UPDATE "public"."customers" SET "phase_6_id" = "phase"."public.6.customers.id.up"("id");
-- publish 0001_case: Backfill table b
-- takes ROW EXCLUSIVE on public.b
-- in batches: UPDATE "public"."b" SET "phase_7_a" = "phase"."public.7.b.a.up"("a");
-- publish 0001_case: Backfill table a
-- takes ROW EXCLUSIVE on public.a
-- in batches: UPDATE "public"."a" SET "phase_7_id" = "phase"."public.7.a.id.up"("id");
-- publish 0001_case: Let no new row of customers have a NULL in id
-- takes ACCESS EXCLUSIVE on public.customers
BEGIN;
ALTER TABLE "public"."customers" ADD CONSTRAINT "phase_6_id_not_null" CHECK ("phase_6_id" IS NOT NULL) NOT VALID;
COMMIT;
-- publish 0001_case: Prove that no row of customers has one
-- takes SHARE UPDATE EXCLUSIVE on public.customers
BEGIN;
ALTER TABLE "public"."customers" VALIDATE CONSTRAINT "phase_6_id_not_null";
COMMIT;
-- publish 0001_case: Make id of customers NOT NULL
-- takes ACCESS EXCLUSIVE on public.customers
BEGIN;
ALTER TABLE "public"."customers" ALTER COLUMN "phase_6_id" SET NOT NULL;
ALTER TABLE "public"."customers" DROP CONSTRAINT "phase_6_id_not_null";
COMMIT;
-- publish 0001_case: Build the unique index of customers_pkey on customers
-- takes SHARE UPDATE EXCLUSIVE on public.customers
CREATE UNIQUE INDEX CONCURRENTLY "phase_6_customers_pkey" ON "public"."customers" USING "btree" ("phase_6_id");
-- publish 0001_case: Hold new rows of visits to visits_customer_fkey
-- takes SHARE ROW EXCLUSIVE on public.visits, SHARE ROW EXCLUSIVE on public.customers
BEGIN;
ALTER TABLE "public"."visits" ADD CONSTRAINT "phase_6_visits_customer_fkey" FOREIGN KEY ("phase_6_customer") REFERENCES "public"."customers" ("phase_6_id") ON DELETE NO ACTION ON UPDATE NO ACTION NOT VALID;
COMMIT;
-- publish 0001_case: Prove that the rows of visits keep visits_customer_fkey
-- takes SHARE UPDATE EXCLUSIVE on public.visits, ROW SHARE on public.customers
BEGIN;
ALTER TABLE "public"."visits" VALIDATE CONSTRAINT "phase_6_visits_customer_fkey";
COMMIT;
-- publish 0001_case: Let no new row of a have a NULL in id
-- takes ACCESS EXCLUSIVE on public.a
BEGIN;
ALTER TABLE "public"."a" ADD CONSTRAINT "phase_7_id_not_null" CHECK ("phase_7_id" IS NOT NULL) NOT VALID;
COMMIT;
-- publish 0001_case: Prove that no row of a has one
-- takes SHARE UPDATE EXCLUSIVE on public.a
BEGIN;
ALTER TABLE "public"."a" VALIDATE CONSTRAINT "phase_7_id_not_null";
COMMIT;
-- publish 0001_case: Make id of a NOT NULL
-- takes ACCESS EXCLUSIVE on public.a
BEGIN;
ALTER TABLE "public"."a" ALTER COLUMN "phase_7_id" SET NOT NULL;
ALTER TABLE "public"."a" DROP CONSTRAINT "phase_7_id_not_null";
COMMIT;
-- publish 0001_case: Build the unique index of a_pkey on a
-- takes SHARE UPDATE EXCLUSIVE on public.a
CREATE UNIQUE INDEX CONCURRENTLY "phase_7_a_pkey" ON "public"."a" USING "btree" ("phase_7_id");
-- publish 0001_case: Hold new rows of b to b_a_fkey
-- takes SHARE ROW EXCLUSIVE on public.b, SHARE ROW EXCLUSIVE on public.a
BEGIN;
ALTER TABLE "public"."b" ADD CONSTRAINT "phase_7_b_a_fkey" FOREIGN KEY ("phase_7_a") REFERENCES "public"."a" ("phase_7_id") ON DELETE NO ACTION ON UPDATE NO ACTION NOT VALID;
COMMIT;
-- publish 0001_case: Prove that the rows of b keep b_a_fkey
-- takes SHARE UPDATE EXCLUSIVE on public.b, ROW SHARE on public.a
BEGIN;
ALTER TABLE "public"."b" VALIDATE CONSTRAINT "phase_7_b_a_fkey";
COMMIT;
-- publish 0001_case: Hold new rows of heap to heap_a
-- takes SHARE ROW EXCLUSIVE on public.heap, SHARE ROW EXCLUSIVE on public.a
BEGIN;
ALTER TABLE "public"."heap" ADD CONSTRAINT "phase_7_heap_a" FOREIGN KEY ("phase_7_b") REFERENCES "public"."a" ("phase_7_id") ON DELETE NO ACTION ON UPDATE NO ACTION NOT VALID;
COMMIT;
-- publish 0001_case: Prove that the rows of heap keep heap_a
-- takes SHARE UPDATE EXCLUSIVE on public.heap, ROW SHARE on public.a
BEGIN;
ALTER TABLE "public"."heap" VALIDATE CONSTRAINT "phase_7_heap_a";
COMMIT;
-- publish 0001_case: Open the door of version 0001_case
-- takes ACCESS EXCLUSIVE on public_0001_case.a, ACCESS SHARE on public.a, ACCESS EXCLUSIVE on public_0001_case.b, ACCESS SHARE on public.b, ACCESS EXCLUSIVE on public_0001_case.customers, ACCESS SHARE on public.customers, ACCESS EXCLUSIVE on public_0001_case.heap, ACCESS SHARE on public.heap, ACCESS EXCLUSIVE on public_0001_case.visits, ACCESS SHARE on public.visits
BEGIN;
CREATE OR REPLACE FUNCTION "phase"."public.visits.dual_write"() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  IF NEW."~phase_origin" IS NULL THEN
    IF NEW."phase_6_customer" IS NULL OR pg_catalog.record_image_ne(ROW (NEW."customer"), ROW ("phase"."public.6.visits.customer.down"(NEW."phase_6_customer"))) THEN
      NEW."phase_6_customer" := "phase"."public.6.visits.customer.up"(NEW."customer");
    END IF;
  ELSE
    IF NEW."~phase_origin" OPERATOR(pg_catalog.>=) 6 AND (NEW."customer" IS NULL OR pg_catalog.record_image_ne(ROW (NEW."phase_6_customer"), ROW ("phase"."public.6.visits.customer.up"(NEW."customer")))) THEN
      NEW."customer" := "phase"."public.6.visits.customer.down"(NEW."phase_6_customer");
    END IF;
    IF NEW."~phase_origin" OPERATOR(pg_catalog.<) 6 AND (NEW."phase_6_customer" IS NULL OR pg_catalog.record_image_ne(ROW (NEW."customer"), ROW ("phase"."public.6.visits.customer.down"(NEW."phase_6_customer")))) THEN
      NEW."phase_6_customer" := "phase"."public.6.visits.customer.up"(NEW."customer");
    END IF;
    NEW."~phase_origin" := NULL;
  END IF;
  RETURN NEW;
END
';
CREATE OR REPLACE FUNCTION "phase"."public.visits.dual_write_update"() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  IF (NEW."phase_6_customer" OPERATOR(pg_catalog.=) OLD."phase_6_customer" OR (NEW."phase_6_customer" IS NULL AND OLD."phase_6_customer" IS NULL)) IS NOT TRUE THEN
    NEW."customer" := "phase"."public.6.visits.customer.down"(NEW."phase_6_customer");
  END IF;
  RETURN NEW;
END
';
CREATE OR REPLACE FUNCTION "phase"."public.heap.dual_write"() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  IF NEW."~phase_origin" IS NULL THEN
    IF NEW."phase_3_b" IS NULL OR pg_catalog.record_image_ne(ROW (NEW."b"), ROW ("phase"."public.3.heap.b.down"(NEW."phase_3_b"))) THEN
      NEW."phase_3_b" := "phase"."public.3.heap.b.up"();
    END IF;
    IF NEW."phase_7_b" IS NULL OR pg_catalog.record_image_ne(ROW (NEW."phase_3_b"), ROW ("phase"."public.7.heap.b.down"(NEW."phase_7_b"))) THEN
      NEW."phase_7_b" := "phase"."public.7.heap.b.up"(NEW."phase_3_b");
    END IF;
  ELSE
    IF NEW."~phase_origin" OPERATOR(pg_catalog.>=) 7 AND (NEW."phase_3_b" IS NULL OR pg_catalog.record_image_ne(ROW (NEW."phase_7_b"), ROW ("phase"."public.7.heap.b.up"(NEW."phase_3_b")))) THEN
      NEW."phase_3_b" := "phase"."public.7.heap.b.down"(NEW."phase_7_b");
    END IF;
    IF NEW."~phase_origin" OPERATOR(pg_catalog.>=) 3 AND (NEW."b" IS NULL OR pg_catalog.record_image_ne(ROW (NEW."phase_3_b"), ROW ("phase"."public.3.heap.b.up"()))) THEN
      NEW."b" := "phase"."public.3.heap.b.down"(NEW."phase_3_b");
    END IF;
    IF NEW."~phase_origin" OPERATOR(pg_catalog.<) 3 AND (NEW."phase_3_b" IS NULL OR pg_catalog.record_image_ne(ROW (NEW."b"), ROW ("phase"."public.3.heap.b.down"(NEW."phase_3_b")))) THEN
      NEW."phase_3_b" := "phase"."public.3.heap.b.up"();
    END IF;
    IF NEW."~phase_origin" OPERATOR(pg_catalog.<) 7 AND (NEW."phase_7_b" IS NULL OR pg_catalog.record_image_ne(ROW (NEW."phase_3_b"), ROW ("phase"."public.7.heap.b.down"(NEW."phase_7_b")))) THEN
      NEW."phase_7_b" := "phase"."public.7.heap.b.up"(NEW."phase_3_b");
    END IF;
    NEW."~phase_origin" := NULL;
  END IF;
  RETURN NEW;
END
';
CREATE OR REPLACE FUNCTION "phase"."public.heap.dual_write_update"() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  IF (NEW."phase_7_b" OPERATOR(pg_catalog.=) OLD."phase_7_b" OR (NEW."phase_7_b" IS NULL AND OLD."phase_7_b" IS NULL)) IS NOT TRUE THEN
    IF ((NEW."b" OPERATOR(pg_catalog.=) OLD."b" OR (NEW."b" IS NULL AND OLD."b" IS NULL)) IS NOT TRUE) AND phase.session_origin(ARRAY[''baseline'', ''0001_case'']::pg_catalog.text[], ARRAY[NULL, ''public_0001_case'']::pg_catalog.text[]) OPERATOR(pg_catalog.<) 1 THEN
      IF (NEW."phase_3_b" OPERATOR(pg_catalog.=) OLD."phase_3_b" OR (NEW."phase_3_b" IS NULL AND OLD."phase_3_b" IS NULL)) IS NOT TRUE OR (NEW."b" OPERATOR(pg_catalog.=) OLD."b" OR (NEW."b" IS NULL AND OLD."b" IS NULL)) IS NOT TRUE THEN
        NEW."phase_3_b" := "phase"."public.3.heap.b.up"();
      END IF;
      IF (NEW."phase_3_b" OPERATOR(pg_catalog.=) OLD."phase_3_b" OR (NEW."phase_3_b" IS NULL AND OLD."phase_3_b" IS NULL)) IS NOT TRUE OR (NEW."phase_7_b" OPERATOR(pg_catalog.=) OLD."phase_7_b" OR (NEW."phase_7_b" IS NULL AND OLD."phase_7_b" IS NULL)) IS NOT TRUE THEN
        NEW."phase_7_b" := "phase"."public.7.heap.b.up"(NEW."phase_3_b");
      END IF;
    ELSE
      IF (NEW."phase_3_b" OPERATOR(pg_catalog.=) OLD."phase_3_b" OR (NEW."phase_3_b" IS NULL AND OLD."phase_3_b" IS NULL)) IS NOT TRUE OR (NEW."phase_7_b" OPERATOR(pg_catalog.=) OLD."phase_7_b" OR (NEW."phase_7_b" IS NULL AND OLD."phase_7_b" IS NULL)) IS NOT TRUE THEN
        NEW."phase_3_b" := "phase"."public.7.heap.b.down"(NEW."phase_7_b");
      END IF;
      IF (NEW."phase_3_b" OPERATOR(pg_catalog.=) OLD."phase_3_b" OR (NEW."phase_3_b" IS NULL AND OLD."phase_3_b" IS NULL)) IS NOT TRUE OR (NEW."b" OPERATOR(pg_catalog.=) OLD."b" OR (NEW."b" IS NULL AND OLD."b" IS NULL)) IS NOT TRUE THEN
        NEW."b" := "phase"."public.3.heap.b.down"(NEW."phase_3_b");
      END IF;
    END IF;
  ELSIF (NEW."b" OPERATOR(pg_catalog.=) OLD."b" OR (NEW."b" IS NULL AND OLD."b" IS NULL)) IS NOT TRUE THEN
    IF (NEW."phase_3_b" OPERATOR(pg_catalog.=) OLD."phase_3_b" OR (NEW."phase_3_b" IS NULL AND OLD."phase_3_b" IS NULL)) IS NOT TRUE OR (NEW."b" OPERATOR(pg_catalog.=) OLD."b" OR (NEW."b" IS NULL AND OLD."b" IS NULL)) IS NOT TRUE THEN
      NEW."phase_3_b" := "phase"."public.3.heap.b.up"();
    END IF;
    IF (NEW."phase_3_b" OPERATOR(pg_catalog.=) OLD."phase_3_b" OR (NEW."phase_3_b" IS NULL AND OLD."phase_3_b" IS NULL)) IS NOT TRUE OR (NEW."phase_7_b" OPERATOR(pg_catalog.=) OLD."phase_7_b" OR (NEW."phase_7_b" IS NULL AND OLD."phase_7_b" IS NULL)) IS NOT TRUE THEN
      NEW."phase_7_b" := "phase"."public.7.heap.b.up"(NEW."phase_3_b");
    END IF;
  END IF;
  RETURN NEW;
END
';
CREATE OR REPLACE FUNCTION "phase"."public.customers.dual_write"() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  IF NEW."~phase_origin" IS NULL THEN
    IF NEW."phase_6_id" IS NULL OR pg_catalog.record_image_ne(ROW (NEW."id"), ROW ("phase"."public.6.customers.id.down"(NEW."phase_6_id"))) THEN
      NEW."phase_6_id" := "phase"."public.6.customers.id.up"(NEW."id");
    END IF;
  ELSE
    IF NEW."phase_6_id" IS NULL THEN
      NEW."phase_6_id" := "phase"."public.6.customers.id.up"(NEW."id");
    END IF;
    IF NEW."~phase_origin" OPERATOR(pg_catalog.>=) 6 AND (NEW."id" IS NULL OR pg_catalog.record_image_ne(ROW (NEW."phase_6_id"), ROW ("phase"."public.6.customers.id.up"(NEW."id")))) THEN
      NEW."id" := "phase"."public.6.customers.id.down"(NEW."phase_6_id");
    END IF;
    IF NEW."~phase_origin" OPERATOR(pg_catalog.<) 6 AND (NEW."phase_6_id" IS NULL OR pg_catalog.record_image_ne(ROW (NEW."id"), ROW ("phase"."public.6.customers.id.down"(NEW."phase_6_id")))) THEN
      NEW."phase_6_id" := "phase"."public.6.customers.id.up"(NEW."id");
    END IF;
    NEW."~phase_origin" := NULL;
  END IF;
  RETURN NEW;
END
';
CREATE OR REPLACE FUNCTION "phase"."public.customers.dual_write_update"() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  IF (NEW."phase_6_id" OPERATOR(pg_catalog.=) OLD."phase_6_id" OR (NEW."phase_6_id" IS NULL AND OLD."phase_6_id" IS NULL)) IS NOT TRUE THEN
    IF ((NEW."id" OPERATOR(pg_catalog.=) OLD."id" OR (NEW."id" IS NULL AND OLD."id" IS NULL)) IS NOT TRUE) AND phase.session_origin(ARRAY[''baseline'', ''0001_case'']::pg_catalog.text[], ARRAY[NULL, ''public_0001_case'']::pg_catalog.text[]) OPERATOR(pg_catalog.<) 1 THEN
      NEW."phase_6_id" := "phase"."public.6.customers.id.up"(NEW."id");
    ELSE
      NEW."id" := "phase"."public.6.customers.id.down"(NEW."phase_6_id");
    END IF;
  ELSE
    NEW."phase_6_id" := "phase"."public.6.customers.id.up"(NEW."id");
  END IF;
  RETURN NEW;
END
';
CREATE OR REPLACE FUNCTION "phase"."public.b.dual_write"() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  IF NEW."~phase_origin" IS NULL THEN
    IF NEW."phase_7_a" IS NULL OR pg_catalog.record_image_ne(ROW (NEW."a"), ROW ("phase"."public.7.b.a.down"(NEW."phase_7_a"))) THEN
      NEW."phase_7_a" := "phase"."public.7.b.a.up"(NEW."a");
    END IF;
  ELSE
    IF NEW."~phase_origin" OPERATOR(pg_catalog.>=) 7 AND (NEW."a" IS NULL OR pg_catalog.record_image_ne(ROW (NEW."phase_7_a"), ROW ("phase"."public.7.b.a.up"(NEW."a")))) THEN
      NEW."a" := "phase"."public.7.b.a.down"(NEW."phase_7_a");
    END IF;
    IF NEW."~phase_origin" OPERATOR(pg_catalog.<) 7 AND (NEW."phase_7_a" IS NULL OR pg_catalog.record_image_ne(ROW (NEW."a"), ROW ("phase"."public.7.b.a.down"(NEW."phase_7_a")))) THEN
      NEW."phase_7_a" := "phase"."public.7.b.a.up"(NEW."a");
    END IF;
    NEW."~phase_origin" := NULL;
  END IF;
  RETURN NEW;
END
';
CREATE OR REPLACE FUNCTION "phase"."public.b.dual_write_update"() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  IF (NEW."phase_7_a" OPERATOR(pg_catalog.=) OLD."phase_7_a" OR (NEW."phase_7_a" IS NULL AND OLD."phase_7_a" IS NULL)) IS NOT TRUE THEN
    IF ((NEW."a" OPERATOR(pg_catalog.=) OLD."a" OR (NEW."a" IS NULL AND OLD."a" IS NULL)) IS NOT TRUE) AND phase.session_origin(ARRAY[''baseline'', ''0001_case'']::pg_catalog.text[], ARRAY[NULL, ''public_0001_case'']::pg_catalog.text[]) OPERATOR(pg_catalog.<) 1 THEN
      NEW."phase_7_a" := "phase"."public.7.b.a.up"(NEW."a");
    ELSE
      NEW."a" := "phase"."public.7.b.a.down"(NEW."phase_7_a");
    END IF;
  ELSE
    NEW."phase_7_a" := "phase"."public.7.b.a.up"(NEW."a");
  END IF;
  RETURN NEW;
END
';
CREATE OR REPLACE FUNCTION "phase"."public.a.dual_write"() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  IF NEW."~phase_origin" IS NULL THEN
    IF NEW."phase_7_id" IS NULL OR pg_catalog.record_image_ne(ROW (NEW."id"), ROW ("phase"."public.7.a.id.down"(NEW."phase_7_id"))) THEN
      NEW."phase_7_id" := "phase"."public.7.a.id.up"(NEW."id");
    END IF;
  ELSE
    IF NEW."~phase_origin" OPERATOR(pg_catalog.>=) 7 AND (NEW."id" IS NULL OR pg_catalog.record_image_ne(ROW (NEW."phase_7_id"), ROW ("phase"."public.7.a.id.up"(NEW."id")))) THEN
      NEW."id" := "phase"."public.7.a.id.down"(NEW."phase_7_id");
    END IF;
    IF NEW."~phase_origin" OPERATOR(pg_catalog.<) 7 AND (NEW."phase_7_id" IS NULL OR pg_catalog.record_image_ne(ROW (NEW."id"), ROW ("phase"."public.7.a.id.down"(NEW."phase_7_id")))) THEN
      NEW."phase_7_id" := "phase"."public.7.a.id.up"(NEW."id");
    END IF;
    NEW."~phase_origin" := NULL;
  END IF;
  RETURN NEW;
END
';
CREATE OR REPLACE FUNCTION "phase"."public.a.dual_write_update"() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  IF (NEW."phase_7_id" OPERATOR(pg_catalog.=) OLD."phase_7_id" OR (NEW."phase_7_id" IS NULL AND OLD."phase_7_id" IS NULL)) IS NOT TRUE THEN
    IF ((NEW."id" OPERATOR(pg_catalog.=) OLD."id" OR (NEW."id" IS NULL AND OLD."id" IS NULL)) IS NOT TRUE) AND phase.session_origin(ARRAY[''baseline'', ''0001_case'']::pg_catalog.text[], ARRAY[NULL, ''public_0001_case'']::pg_catalog.text[]) OPERATOR(pg_catalog.<) 1 THEN
      NEW."phase_7_id" := "phase"."public.7.a.id.up"(NEW."id");
    ELSE
      NEW."id" := "phase"."public.7.a.id.down"(NEW."phase_7_id");
    END IF;
  ELSE
    NEW."phase_7_id" := "phase"."public.7.a.id.up"(NEW."id");
  END IF;
  RETURN NEW;
END
';
DROP TRIGGER IF EXISTS "phase_closed" ON "public_0001_case"."a";
CREATE OR REPLACE VIEW "phase"."public_0001_case.a.origin" WITH (security_invoker = true) AS SELECT base."phase_7_id" AS "id", base."b" AS "b", base."~phase_origin" FROM "public"."a" AS base;
ALTER VIEW "phase"."public_0001_case.a.origin" ALTER COLUMN "~phase_origin" SET DEFAULT 7;
GRANT SELECT, INSERT, UPDATE, DELETE ON "phase"."public_0001_case.a.origin" TO PUBLIC;
CREATE OR REPLACE VIEW "public_0001_case"."a" WITH (security_invoker = true) AS SELECT base."id", base."b" FROM "phase"."public_0001_case.a.origin" AS base;
DROP TRIGGER IF EXISTS "phase_closed" ON "public_0001_case"."b";
CREATE OR REPLACE VIEW "phase"."public_0001_case.b.origin" WITH (security_invoker = true) AS SELECT base."id" AS "id", base."phase_7_a" AS "a", base."~phase_origin" FROM "public"."b" AS base;
ALTER VIEW "phase"."public_0001_case.b.origin" ALTER COLUMN "~phase_origin" SET DEFAULT 7;
GRANT SELECT, INSERT, UPDATE, DELETE ON "phase"."public_0001_case.b.origin" TO PUBLIC;
CREATE OR REPLACE VIEW "public_0001_case"."b" WITH (security_invoker = true) AS SELECT base."id", base."a" FROM "phase"."public_0001_case.b.origin" AS base;
DROP TRIGGER IF EXISTS "phase_closed" ON "public_0001_case"."customers";
CREATE OR REPLACE VIEW "phase"."public_0001_case.customers.origin" WITH (security_invoker = true) AS SELECT base."phase_6_id" AS "id", base."email" AS "email", base."name" AS "name", base."~phase_origin" FROM "public"."customers" AS base;
ALTER VIEW "phase"."public_0001_case.customers.origin" ALTER COLUMN "~phase_origin" SET DEFAULT 7;
GRANT SELECT, INSERT, UPDATE, DELETE ON "phase"."public_0001_case.customers.origin" TO PUBLIC;
CREATE OR REPLACE VIEW "public_0001_case"."customers" WITH (security_invoker = true) AS SELECT base."id", base."email", base."name" FROM "phase"."public_0001_case.customers.origin" AS base;
COMMENT ON COLUMN "public_0001_case"."customers"."id" IS 'never reused';
DROP TRIGGER IF EXISTS "phase_closed" ON "public_0001_case"."heap";
CREATE OR REPLACE VIEW "phase"."public_0001_case.heap.origin" WITH (security_invoker = true) AS SELECT base."a" AS "a", base."phase_7_b" AS "b", base."~phase_origin" FROM "public"."heap" AS base;
ALTER VIEW "phase"."public_0001_case.heap.origin" ALTER COLUMN "~phase_origin" SET DEFAULT 7;
GRANT SELECT, INSERT, UPDATE, DELETE ON "phase"."public_0001_case.heap.origin" TO PUBLIC;
CREATE OR REPLACE VIEW "public_0001_case"."heap" WITH (security_invoker = true) AS SELECT base."a", base."b" FROM "phase"."public_0001_case.heap.origin" AS base;
DROP TRIGGER IF EXISTS "phase_closed" ON "public_0001_case"."visits";
CREATE OR REPLACE VIEW "phase"."public_0001_case.visits.origin" WITH (security_invoker = true) AS SELECT base."phase_6_customer" AS "customer", base."~phase_origin" FROM "public"."visits" AS base;
ALTER VIEW "phase"."public_0001_case.visits.origin" ALTER COLUMN "~phase_origin" SET DEFAULT 7;
GRANT SELECT, INSERT, UPDATE, DELETE ON "phase"."public_0001_case.visits.origin" TO PUBLIC;
CREATE OR REPLACE VIEW "public_0001_case"."visits" WITH (security_invoker = true) AS SELECT base."customer" FROM "phase"."public_0001_case.visits.origin" AS base;
COMMIT;
-- retire 0001_case: Close the door of version 0001_case
-- takes ACCESS EXCLUSIVE on public_0001_case.a, ACCESS EXCLUSIVE on public_0001_case.b, ACCESS EXCLUSIVE on public_0001_case.customers, ACCESS EXCLUSIVE on public_0001_case.heap, ACCESS EXCLUSIVE on public_0001_case.visits
BEGIN;
CREATE OR REPLACE VIEW "public_0001_case"."a" WITH (security_invoker = true) AS SELECT * FROM phase.closed_door('public_0001_case', NULL) AS t("id" bigint, "b" integer);
CREATE OR REPLACE TRIGGER "phase_closed" INSTEAD OF INSERT OR UPDATE OR DELETE ON "public_0001_case"."a" FOR EACH ROW EXECUTE FUNCTION phase.closed_door_insert();
DROP VIEW IF EXISTS "phase"."public_0001_case.a.origin";
CREATE OR REPLACE VIEW "public_0001_case"."b" WITH (security_invoker = true) AS SELECT * FROM phase.closed_door('public_0001_case', NULL) AS t("id" integer, "a" bigint);
CREATE OR REPLACE TRIGGER "phase_closed" INSTEAD OF INSERT OR UPDATE OR DELETE ON "public_0001_case"."b" FOR EACH ROW EXECUTE FUNCTION phase.closed_door_insert();
DROP VIEW IF EXISTS "phase"."public_0001_case.b.origin";
CREATE OR REPLACE VIEW "public_0001_case"."customers" WITH (security_invoker = true) AS SELECT * FROM phase.closed_door('public_0001_case', NULL) AS t("id" bigint, "email" text, "name" text);
CREATE OR REPLACE TRIGGER "phase_closed" INSTEAD OF INSERT OR UPDATE OR DELETE ON "public_0001_case"."customers" FOR EACH ROW EXECUTE FUNCTION phase.closed_door_insert();
DROP VIEW IF EXISTS "phase"."public_0001_case.customers.origin";
CREATE OR REPLACE VIEW "public_0001_case"."heap" WITH (security_invoker = true) AS SELECT * FROM phase.closed_door('public_0001_case', NULL) AS t("a" integer, "b" bigint);
CREATE OR REPLACE TRIGGER "phase_closed" INSTEAD OF INSERT OR UPDATE OR DELETE ON "public_0001_case"."heap" FOR EACH ROW EXECUTE FUNCTION phase.closed_door_insert();
DROP VIEW IF EXISTS "phase"."public_0001_case.heap.origin";
CREATE OR REPLACE VIEW "public_0001_case"."visits" WITH (security_invoker = true) AS SELECT * FROM phase.closed_door('public_0001_case', NULL) AS t("customer" bigint);
CREATE OR REPLACE TRIGGER "phase_closed" INSTEAD OF INSERT OR UPDATE OR DELETE ON "public_0001_case"."visits" FOR EACH ROW EXECUTE FUNCTION phase.closed_door_insert();
DROP VIEW IF EXISTS "phase"."public_0001_case.visits.origin";
COMMIT;
-- restore 0001_case: Open the door of version 0001_case
-- takes ACCESS EXCLUSIVE on public_0001_case.a, ACCESS SHARE on public.a, ACCESS EXCLUSIVE on public_0001_case.b, ACCESS SHARE on public.b, ACCESS EXCLUSIVE on public_0001_case.customers, ACCESS SHARE on public.customers, ACCESS EXCLUSIVE on public_0001_case.heap, ACCESS SHARE on public.heap, ACCESS EXCLUSIVE on public_0001_case.visits, ACCESS SHARE on public.visits
BEGIN;
DROP TRIGGER IF EXISTS "phase_closed" ON "public_0001_case"."a";
CREATE OR REPLACE VIEW "phase"."public_0001_case.a.origin" WITH (security_invoker = true) AS SELECT base."phase_7_id" AS "id", base."b" AS "b", base."~phase_origin" FROM "public"."a" AS base;
ALTER VIEW "phase"."public_0001_case.a.origin" ALTER COLUMN "~phase_origin" SET DEFAULT 7;
GRANT SELECT, INSERT, UPDATE, DELETE ON "phase"."public_0001_case.a.origin" TO PUBLIC;
CREATE OR REPLACE VIEW "public_0001_case"."a" WITH (security_invoker = true) AS SELECT base."id", base."b" FROM "phase"."public_0001_case.a.origin" AS base;
DROP TRIGGER IF EXISTS "phase_closed" ON "public_0001_case"."b";
CREATE OR REPLACE VIEW "phase"."public_0001_case.b.origin" WITH (security_invoker = true) AS SELECT base."id" AS "id", base."phase_7_a" AS "a", base."~phase_origin" FROM "public"."b" AS base;
ALTER VIEW "phase"."public_0001_case.b.origin" ALTER COLUMN "~phase_origin" SET DEFAULT 7;
GRANT SELECT, INSERT, UPDATE, DELETE ON "phase"."public_0001_case.b.origin" TO PUBLIC;
CREATE OR REPLACE VIEW "public_0001_case"."b" WITH (security_invoker = true) AS SELECT base."id", base."a" FROM "phase"."public_0001_case.b.origin" AS base;
DROP TRIGGER IF EXISTS "phase_closed" ON "public_0001_case"."customers";
CREATE OR REPLACE VIEW "phase"."public_0001_case.customers.origin" WITH (security_invoker = true) AS SELECT base."phase_6_id" AS "id", base."email" AS "email", base."name" AS "name", base."~phase_origin" FROM "public"."customers" AS base;
ALTER VIEW "phase"."public_0001_case.customers.origin" ALTER COLUMN "~phase_origin" SET DEFAULT 7;
GRANT SELECT, INSERT, UPDATE, DELETE ON "phase"."public_0001_case.customers.origin" TO PUBLIC;
CREATE OR REPLACE VIEW "public_0001_case"."customers" WITH (security_invoker = true) AS SELECT base."id", base."email", base."name" FROM "phase"."public_0001_case.customers.origin" AS base;
COMMENT ON COLUMN "public_0001_case"."customers"."id" IS 'never reused';
DROP TRIGGER IF EXISTS "phase_closed" ON "public_0001_case"."heap";
CREATE OR REPLACE VIEW "phase"."public_0001_case.heap.origin" WITH (security_invoker = true) AS SELECT base."a" AS "a", base."phase_7_b" AS "b", base."~phase_origin" FROM "public"."heap" AS base;
ALTER VIEW "phase"."public_0001_case.heap.origin" ALTER COLUMN "~phase_origin" SET DEFAULT 7;
GRANT SELECT, INSERT, UPDATE, DELETE ON "phase"."public_0001_case.heap.origin" TO PUBLIC;
CREATE OR REPLACE VIEW "public_0001_case"."heap" WITH (security_invoker = true) AS SELECT base."a", base."b" FROM "phase"."public_0001_case.heap.origin" AS base;
DROP TRIGGER IF EXISTS "phase_closed" ON "public_0001_case"."visits";
CREATE OR REPLACE VIEW "phase"."public_0001_case.visits.origin" WITH (security_invoker = true) AS SELECT base."phase_6_customer" AS "customer", base."~phase_origin" FROM "public"."visits" AS base;
ALTER VIEW "phase"."public_0001_case.visits.origin" ALTER COLUMN "~phase_origin" SET DEFAULT 7;
GRANT SELECT, INSERT, UPDATE, DELETE ON "phase"."public_0001_case.visits.origin" TO PUBLIC;
CREATE OR REPLACE VIEW "public_0001_case"."visits" WITH (security_invoker = true) AS SELECT base."customer" FROM "phase"."public_0001_case.visits.origin" AS base;
COMMIT;
-- contract baseline: Give table visits the shape of version 0001_case
-- takes ACCESS EXCLUSIVE on public.visits, ACCESS EXCLUSIVE on public.customers
BEGIN;
LOCK TABLE "public"."visits" IN ACCESS EXCLUSIVE MODE;
DROP TRIGGER IF EXISTS "~phase_dual_write" ON "public"."visits";
DROP TRIGGER IF EXISTS "~phase_dual_write_update" ON "public"."visits";
DROP FUNCTION IF EXISTS "phase"."public.visits.dual_write"(), "phase"."public.visits.dual_write_update"();
ALTER TABLE "public"."visits" DROP CONSTRAINT "visits_customer_fkey";
SELECT phase.set_aside('"public"."visits"', 'customer', 'phase_6_customer');
ALTER TABLE "public"."visits" DROP COLUMN "customer";
ALTER TABLE "public"."visits" RENAME COLUMN "phase_6_customer" TO "customer";
DROP FUNCTION IF EXISTS "phase"."public.6.visits.customer.up";
DROP FUNCTION IF EXISTS "phase"."public.6.visits.customer.down";
SELECT phase.put_back();
ALTER TABLE "public"."visits" RENAME CONSTRAINT "phase_6_visits_customer_fkey" TO "visits_customer_fkey";
COMMIT;
-- contract baseline: Give table heap the shape of version 0001_case
-- takes ACCESS EXCLUSIVE on public.heap
BEGIN;
LOCK TABLE "public"."heap" IN ACCESS EXCLUSIVE MODE;
DROP TRIGGER IF EXISTS "~phase_dual_write" ON "public"."heap";
DROP TRIGGER IF EXISTS "~phase_dual_write_update" ON "public"."heap";
DROP FUNCTION IF EXISTS "phase"."public.heap.dual_write"(), "phase"."public.heap.dual_write_update"();
SELECT phase.set_aside('"public"."heap"', 'b', 'phase_3_b');
ALTER TABLE "public"."heap" DROP COLUMN "b";
ALTER TABLE "public"."heap" RENAME COLUMN "phase_3_b" TO "b";
DROP FUNCTION IF EXISTS "phase"."public.3.heap.b.up";
DROP FUNCTION IF EXISTS "phase"."public.3.heap.b.down";
SELECT phase.put_back();
SELECT phase.set_aside('"public"."heap"', 'b', 'phase_7_b');
ALTER TABLE "public"."heap" DROP COLUMN "b";
ALTER TABLE "public"."heap" RENAME COLUMN "phase_7_b" TO "b";
DROP FUNCTION IF EXISTS "phase"."public.7.heap.b.up";
DROP FUNCTION IF EXISTS "phase"."public.7.heap.b.down";
SELECT phase.put_back();
ALTER TABLE "public"."heap" RENAME CONSTRAINT "phase_7_heap_a" TO "heap_a";
COMMIT;
-- contract baseline: Give table invoices the shape of version 0001_case
-- takes ACCESS EXCLUSIVE on public.invoices, ACCESS EXCLUSIVE on public.customers, ACCESS EXCLUSIVE on public.order
BEGIN;
LOCK TABLE "public"."invoices" IN ACCESS EXCLUSIVE MODE;
DROP TABLE "public"."invoices";
COMMIT;
-- contract baseline: Give table order the shape of version 0001_case
-- takes ACCESS EXCLUSIVE on public.order, ACCESS EXCLUSIVE on public.customers
BEGIN;
LOCK TABLE "public"."order" IN ACCESS EXCLUSIVE MODE;
ALTER TABLE "public"."order" DROP CONSTRAINT "order_customer_id_fkey";
COMMIT;
-- contract baseline: Give table customers the shape of version 0001_case
-- takes ACCESS EXCLUSIVE on public.customers, ACCESS EXCLUSIVE on public.customers_id_seq, SHARE UPDATE EXCLUSIVE on public.phase_6_customers_pkey
BEGIN;
LOCK TABLE "public"."customers" IN ACCESS EXCLUSIVE MODE;
DROP TRIGGER IF EXISTS "~phase_dual_write" ON "public"."customers";
DROP TRIGGER IF EXISTS "~phase_dual_write_update" ON "public"."customers";
DROP FUNCTION IF EXISTS "phase"."public.customers.dual_write"(), "phase"."public.customers.dual_write_update"();
DO '-- An identity''s sequence belongs to its column for good, so the new column gets one that is like it.
DECLARE
  owner regclass := ''"public"."customers"'';
  old_column name := ''id'';
  new_column name := ''phase_6_id'';
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
SELECT phase.set_aside('"public"."customers"', 'id', 'phase_6_id');
ALTER TABLE "public"."customers" DROP COLUMN "id";
ALTER TABLE "public"."customers" RENAME COLUMN "phase_6_id" TO "id";
DROP FUNCTION IF EXISTS "phase"."public.6.customers.id.up";
DROP FUNCTION IF EXISTS "phase"."public.6.customers.id.down";
ALTER TABLE "public"."customers" ADD CONSTRAINT "customers_pkey" PRIMARY KEY USING INDEX "phase_6_customers_pkey";
SELECT phase.put_back();
COMMIT;
-- contract baseline: Give table b the shape of version 0001_case
-- takes ACCESS EXCLUSIVE on public.b, ACCESS EXCLUSIVE on public.a
BEGIN;
LOCK TABLE "public"."b" IN ACCESS EXCLUSIVE MODE;
DROP TRIGGER IF EXISTS "~phase_dual_write" ON "public"."b";
DROP TRIGGER IF EXISTS "~phase_dual_write_update" ON "public"."b";
DROP FUNCTION IF EXISTS "phase"."public.b.dual_write"(), "phase"."public.b.dual_write_update"();
ALTER TABLE "public"."b" DROP CONSTRAINT "b_a_fkey";
SELECT phase.set_aside('"public"."b"', 'a', 'phase_7_a');
ALTER TABLE "public"."b" DROP COLUMN "a";
ALTER TABLE "public"."b" RENAME COLUMN "phase_7_a" TO "a";
DROP FUNCTION IF EXISTS "phase"."public.7.b.a.up";
DROP FUNCTION IF EXISTS "phase"."public.7.b.a.down";
SELECT phase.put_back();
ALTER TABLE "public"."b" RENAME CONSTRAINT "phase_7_b_a_fkey" TO "b_a_fkey";
COMMIT;
-- contract baseline: Give table a the shape of version 0001_case
-- takes ACCESS EXCLUSIVE on public.a, SHARE UPDATE EXCLUSIVE on public.phase_7_a_pkey
BEGIN;
LOCK TABLE "public"."a" IN ACCESS EXCLUSIVE MODE;
DROP TRIGGER IF EXISTS "~phase_dual_write" ON "public"."a";
DROP TRIGGER IF EXISTS "~phase_dual_write_update" ON "public"."a";
DROP FUNCTION IF EXISTS "phase"."public.a.dual_write"(), "phase"."public.a.dual_write_update"();
SELECT phase.set_aside('"public"."a"', 'id', 'phase_7_id');
ALTER TABLE "public"."a" DROP COLUMN "id";
ALTER TABLE "public"."a" RENAME COLUMN "phase_7_id" TO "id";
DROP FUNCTION IF EXISTS "phase"."public.7.a.id.up";
DROP FUNCTION IF EXISTS "phase"."public.7.a.id.down";
ALTER TABLE "public"."a" ADD CONSTRAINT "a_pkey" PRIMARY KEY USING INDEX "phase_7_a_pkey";
SELECT phase.put_back();
COMMIT;
-- contract baseline: Let no view of table visits say who inserts
-- takes ACCESS EXCLUSIVE on public_0001_case.visits, ACCESS SHARE on public.visits
BEGIN;
DO 'BEGIN
IF pg_catalog.to_regclass(''"phase"."public_0001_case.visits.origin"'') IS NOT NULL THEN
EXECUTE ''CREATE OR REPLACE VIEW "public_0001_case"."visits" WITH (security_invoker = true) AS SELECT base."customer" AS "customer" FROM "public"."visits" AS base'';
EXECUTE ''DROP VIEW IF EXISTS "phase"."public_0001_case.visits.origin"'';
END IF;
END';
COMMIT;
-- contract baseline: Remove the column of table visits that said so
-- takes ACCESS EXCLUSIVE on public.visits
BEGIN;
ALTER TABLE IF EXISTS "public"."visits" DROP COLUMN IF EXISTS "~phase_origin";
COMMIT;
-- contract baseline: Let no view of table heap say who inserts
-- takes ACCESS EXCLUSIVE on public_0001_case.heap, ACCESS SHARE on public.heap
BEGIN;
DO 'BEGIN
IF pg_catalog.to_regclass(''"phase"."public_0001_case.heap.origin"'') IS NOT NULL THEN
EXECUTE ''CREATE OR REPLACE VIEW "public_0001_case"."heap" WITH (security_invoker = true) AS SELECT base."a" AS "a", base."b" AS "b" FROM "public"."heap" AS base'';
EXECUTE ''DROP VIEW IF EXISTS "phase"."public_0001_case.heap.origin"'';
END IF;
END';
COMMIT;
-- contract baseline: Remove the column of table heap that said so
-- takes ACCESS EXCLUSIVE on public.heap
BEGIN;
ALTER TABLE IF EXISTS "public"."heap" DROP COLUMN IF EXISTS "~phase_origin";
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
-- takes ACCESS EXCLUSIVE on public_0001_case.a, ACCESS EXCLUSIVE on public_0001_case.b, ACCESS EXCLUSIVE on public_0001_case.customers, ACCESS EXCLUSIVE on public_0001_case.heap, ACCESS EXCLUSIVE on public_0001_case.invoices, ACCESS EXCLUSIVE on public_0001_case.phase_version, ACCESS EXCLUSIVE on public_0001_case.visits
BEGIN;
DROP VIEW IF EXISTS "public_0001_case"."a", "public_0001_case"."b", "public_0001_case"."customers", "public_0001_case"."heap", "public_0001_case"."invoices", "public_0001_case"."phase_version", "public_0001_case"."visits", "phase"."public_0001_case.a.origin", "phase"."public_0001_case.b.origin", "phase"."public_0001_case.customers.origin", "phase"."public_0001_case.heap.origin", "phase"."public_0001_case.visits.origin";
DROP SCHEMA IF EXISTS "public_0001_case";
COMMIT;
-- rollback 0001_case: Drop constraint phase_7_heap_a
-- takes ACCESS EXCLUSIVE on public.heap, ACCESS EXCLUSIVE on public.a
BEGIN;
ALTER TABLE IF EXISTS "public"."heap" DROP CONSTRAINT IF EXISTS "phase_7_heap_a";
COMMIT;
-- rollback 0001_case: Drop constraint phase_7_b_a_fkey
-- takes ACCESS EXCLUSIVE on public.b, ACCESS EXCLUSIVE on public.a
BEGIN;
ALTER TABLE IF EXISTS "public"."b" DROP CONSTRAINT IF EXISTS "phase_7_b_a_fkey";
COMMIT;
-- rollback 0001_case: Drop constraint phase_7_a_pkey
-- takes ACCESS EXCLUSIVE on public.a
BEGIN;
ALTER TABLE IF EXISTS "public"."a" DROP CONSTRAINT IF EXISTS "phase_7_a_pkey";
COMMIT;
-- rollback 0001_case: Drop its index where the build was cut off
-- takes SHARE UPDATE EXCLUSIVE on public.a
DROP INDEX CONCURRENTLY IF EXISTS "public"."phase_7_a_pkey";
-- rollback 0001_case: Drop constraint phase_6_visits_customer_fkey
-- takes ACCESS EXCLUSIVE on public.visits, ACCESS EXCLUSIVE on public.customers
BEGIN;
ALTER TABLE IF EXISTS "public"."visits" DROP CONSTRAINT IF EXISTS "phase_6_visits_customer_fkey";
COMMIT;
-- rollback 0001_case: Drop constraint phase_6_customers_pkey
-- takes ACCESS EXCLUSIVE on public.customers
BEGIN;
ALTER TABLE IF EXISTS "public"."customers" DROP CONSTRAINT IF EXISTS "phase_6_customers_pkey";
COMMIT;
-- rollback 0001_case: Drop its index where the build was cut off
-- takes SHARE UPDATE EXCLUSIVE on public.customers
DROP INDEX CONCURRENTLY IF EXISTS "public"."phase_6_customers_pkey";
-- rollback 0001_case: Give table heap back the shape that it had
-- takes ACCESS EXCLUSIVE on public.heap
BEGIN;
LOCK TABLE "public"."heap" IN ACCESS EXCLUSIVE MODE;
DROP TRIGGER IF EXISTS "~phase_dual_write" ON "public"."heap";
DROP TRIGGER IF EXISTS "~phase_dual_write_update" ON "public"."heap";
DROP FUNCTION IF EXISTS "phase"."public.heap.dual_write"(), "phase"."public.heap.dual_write_update"();
ALTER TABLE IF EXISTS "public"."heap" DROP COLUMN IF EXISTS "~phase_origin";
DROP FUNCTION IF EXISTS "phase"."public.7.heap.b.up";
DROP FUNCTION IF EXISTS "phase"."public.7.heap.b.down";
ALTER TABLE IF EXISTS "public"."heap" DROP COLUMN IF EXISTS "phase_7_b";
DROP FUNCTION IF EXISTS "phase"."public.3.heap.b.up";
DROP FUNCTION IF EXISTS "phase"."public.3.heap.b.down";
ALTER TABLE IF EXISTS "public"."heap" DROP COLUMN IF EXISTS "phase_3_b";
COMMIT;
-- rollback 0001_case: Give table b back the shape that it had
-- takes ACCESS EXCLUSIVE on public.b
BEGIN;
LOCK TABLE "public"."b" IN ACCESS EXCLUSIVE MODE;
DROP TRIGGER IF EXISTS "~phase_dual_write" ON "public"."b";
DROP TRIGGER IF EXISTS "~phase_dual_write_update" ON "public"."b";
DROP FUNCTION IF EXISTS "phase"."public.b.dual_write"(), "phase"."public.b.dual_write_update"();
ALTER TABLE IF EXISTS "public"."b" DROP COLUMN IF EXISTS "~phase_origin";
DROP FUNCTION IF EXISTS "phase"."public.7.b.a.up";
DROP FUNCTION IF EXISTS "phase"."public.7.b.a.down";
ALTER TABLE IF EXISTS "public"."b" DROP COLUMN IF EXISTS "phase_7_a";
COMMIT;
-- rollback 0001_case: Give table a back the shape that it had
-- takes ACCESS EXCLUSIVE on public.a
BEGIN;
LOCK TABLE "public"."a" IN ACCESS EXCLUSIVE MODE;
DROP TRIGGER IF EXISTS "~phase_dual_write" ON "public"."a";
DROP TRIGGER IF EXISTS "~phase_dual_write_update" ON "public"."a";
DROP FUNCTION IF EXISTS "phase"."public.a.dual_write"(), "phase"."public.a.dual_write_update"();
ALTER TABLE IF EXISTS "public"."a" DROP COLUMN IF EXISTS "~phase_origin";
DROP FUNCTION IF EXISTS "phase"."public.7.a.id.up";
DROP FUNCTION IF EXISTS "phase"."public.7.a.id.down";
ALTER TABLE IF EXISTS "public"."a" DROP COLUMN IF EXISTS "phase_7_id";
COMMIT;
-- rollback 0001_case: Give table visits back the shape that it had
-- takes ACCESS EXCLUSIVE on public.visits
BEGIN;
DROP TRIGGER IF EXISTS "~phase_dual_write" ON "public"."visits";
DROP TRIGGER IF EXISTS "~phase_dual_write_update" ON "public"."visits";
DROP FUNCTION IF EXISTS "phase"."public.visits.dual_write"(), "phase"."public.visits.dual_write_update"();
ALTER TABLE IF EXISTS "public"."visits" DROP COLUMN IF EXISTS "~phase_origin";
DROP FUNCTION IF EXISTS "phase"."public.6.visits.customer.up";
DROP FUNCTION IF EXISTS "phase"."public.6.visits.customer.down";
ALTER TABLE IF EXISTS "public"."visits" DROP COLUMN IF EXISTS "phase_6_customer";
COMMIT;
-- rollback 0001_case: Give table customers back the shape that it had
-- takes ACCESS EXCLUSIVE on public.customers
BEGIN;
LOCK TABLE "public"."customers" IN ACCESS EXCLUSIVE MODE;
DROP TRIGGER IF EXISTS "~phase_dual_write" ON "public"."customers";
DROP TRIGGER IF EXISTS "~phase_dual_write_update" ON "public"."customers";
DROP FUNCTION IF EXISTS "phase"."public.customers.dual_write"(), "phase"."public.customers.dual_write_update"();
ALTER TABLE IF EXISTS "public"."customers" DROP COLUMN IF EXISTS "~phase_origin";
DROP FUNCTION IF EXISTS "phase"."public.6.customers.id.up";
DROP FUNCTION IF EXISTS "phase"."public.6.customers.id.down";
ALTER TABLE IF EXISTS "public"."customers" DROP COLUMN IF EXISTS "phase_6_id";
COMMIT;
-- rollback 0001_case: Run the SQL of 0001_case, operations[1].sql.undo
BEGIN;
DELETE FROM "public".visits;
COMMIT;
-- rollback 0001_case: Give table visits back the shape that it had
-- takes ACCESS EXCLUSIVE on public.visits, ACCESS EXCLUSIVE on public.customers
BEGIN;
DROP TABLE IF EXISTS "public"."visits";
COMMIT;

-- operations:
-- - create_table:
--     name: "Line Item"
--     comment: what was ordered
--     columns:
--       - { name: id, type: bigint, identity: always, primary_key: true }
--       - { name: order_id, type: bigint, nullable: false, references: { table: order, column: id, on_delete: cascade } }
--       - { name: sku, type: varchar(20), nullable: false, unique: true, comment: as printed }
--       - { name: quantity, type: int, nullable: false, default: 1, check: "quantity > 0" }
--     constraints:
--       - { name: one_per_order, unique: [order_id, sku] }

-- expand 0001_case: Expand table Line Item
-- takes SHARE ROW EXCLUSIVE on public.order
BEGIN;
CREATE TABLE "public"."Line Item" ("id" bigint GENERATED ALWAYS AS IDENTITY NOT NULL, "order_id" bigint NOT NULL, "sku" varchar(20) NOT NULL, "quantity" int DEFAULT (1) NOT NULL, CONSTRAINT "Line Item_pkey" PRIMARY KEY ("id"), CONSTRAINT "Line Item_sku_key" UNIQUE ("sku"), CONSTRAINT "Line Item_quantity_check" CHECK ((quantity > 0)), CONSTRAINT "one_per_order" UNIQUE ("order_id", "sku"), CONSTRAINT "Line Item_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "public"."order" ("id") ON DELETE CASCADE ON UPDATE NO ACTION);
COMMENT ON TABLE "public"."Line Item" IS 'what was ordered';
COMMENT ON COLUMN "public"."Line Item"."sku" IS 'as printed';
COMMIT;
-- expand 0001_case: Create schema public_0001_case with its door closed
BEGIN;
CREATE SCHEMA "public_0001_case";
GRANT USAGE ON SCHEMA "public_0001_case" TO PUBLIC;
CREATE VIEW "public_0001_case"."phase_version" AS SELECT '0001_case'::text AS version, 'public'::text AS base_schema;
GRANT SELECT ON "public_0001_case"."phase_version" TO PUBLIC;
COMMIT;
-- rollback 0001_case: Remove the schema of version 0001_case
-- takes ACCESS EXCLUSIVE on public_0001_case.phase_version
BEGIN;
DROP VIEW IF EXISTS "public_0001_case"."phase_version";
DROP SCHEMA IF EXISTS "public_0001_case";
COMMIT;
-- rollback 0001_case: Give table Line Item back the shape that it had
-- takes ACCESS EXCLUSIVE on public.Line Item, ACCESS EXCLUSIVE on public.order
BEGIN;
DROP TABLE IF EXISTS "public"."Line Item";
COMMIT;

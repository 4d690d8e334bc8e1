-- operations:
-- - change_primary_key: { table: nodes, columns: { id: bigint } }

-- expand 0001_case: Expand table nodes
-- takes ACCESS EXCLUSIVE on public.nodes
BEGIN;
ALTER TABLE "public"."nodes" ADD COLUMN "phase_1_id" bigint;
CREATE FUNCTION "phase"."public.1.nodes.id.up" ("id" integer) RETURNS bigint LANGUAGE sql RETURN ("id");
CREATE FUNCTION "phase"."public.1.nodes.id.down" ("id" bigint) RETURNS integer LANGUAGE sql RETURN ("id");
SELECT phase.copy_column('"public"."nodes"', 'id', 'phase_1_id');
ALTER TABLE "public"."nodes" ADD COLUMN "phase_1_parent" bigint;
CREATE FUNCTION "phase"."public.1.nodes.parent.up" ("id" integer) RETURNS bigint LANGUAGE sql RETURN ("id");
CREATE FUNCTION "phase"."public.1.nodes.parent.down" ("id" bigint) RETURNS integer LANGUAGE sql RETURN ("id");
SELECT phase.copy_column('"public"."nodes"', 'parent', 'phase_1_parent');
CREATE OR REPLACE FUNCTION "phase"."public.nodes.dual_write"() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  NEW."phase_1_id" := "phase"."public.1.nodes.id.up"(NEW."id");
  NEW."phase_1_parent" := "phase"."public.1.nodes.parent.up"(NEW."parent");
  RETURN NEW;
END
';
CREATE OR REPLACE FUNCTION "phase"."public.nodes.dual_write_update"() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  IF pg_catalog.current_setting(''phase.backfill'', true) OPERATOR(pg_catalog.=) ''on'' THEN
    RETURN NEW;
  END IF;
  IF (NEW."id" OPERATOR(pg_catalog.=) OLD."id" OR (NEW."id" IS NULL AND OLD."id" IS NULL)) IS NOT TRUE THEN
    NEW."phase_1_id" := "phase"."public.1.nodes.id.up"(NEW."id");
  END IF;
  IF (NEW."parent" OPERATOR(pg_catalog.=) OLD."parent" OR (NEW."parent" IS NULL AND OLD."parent" IS NULL)) IS NOT TRUE THEN
    NEW."phase_1_parent" := "phase"."public.1.nodes.parent.up"(NEW."parent");
  END IF;
  RETURN NEW;
END
';
ALTER TABLE "public"."nodes" ADD COLUMN IF NOT EXISTS "~phase_origin" pg_catalog.int8;
SELECT phase.grant_origin('"public"."nodes"');
CREATE OR REPLACE TRIGGER "~phase_dual_write" BEFORE INSERT ON "public"."nodes" FOR EACH ROW EXECUTE FUNCTION "phase"."public.nodes.dual_write"();
CREATE OR REPLACE TRIGGER "~phase_dual_write_update" BEFORE UPDATE ON "public"."nodes" FOR EACH ROW WHEN ((NEW."id" OPERATOR(pg_catalog.=) OLD."id" OR (NEW."id" IS NULL AND OLD."id" IS NULL)) IS NOT TRUE OR (NEW."phase_1_id" OPERATOR(pg_catalog.=) OLD."phase_1_id" OR (NEW."phase_1_id" IS NULL AND OLD."phase_1_id" IS NULL)) IS NOT TRUE OR (NEW."parent" OPERATOR(pg_catalog.=) OLD."parent" OR (NEW."parent" IS NULL AND OLD."parent" IS NULL)) IS NOT TRUE OR (NEW."phase_1_parent" OPERATOR(pg_catalog.=) OLD."phase_1_parent" OR (NEW."phase_1_parent" IS NULL AND OLD."phase_1_parent" IS NULL)) IS NOT TRUE) EXECUTE FUNCTION "phase"."public.nodes.dual_write_update"();
COMMIT;
-- expand 0001_case: Create schema public_0001_case with its door closed
BEGIN;
CREATE SCHEMA "public_0001_case";
GRANT USAGE ON SCHEMA "public_0001_case" TO PUBLIC;
CREATE VIEW "public_0001_case"."phase_version" AS SELECT '0001_case'::text AS version, 'public'::text AS base_schema;
GRANT SELECT ON "public_0001_case"."phase_version" TO PUBLIC;
CREATE OR REPLACE VIEW "public_0001_case"."nodes" WITH (security_invoker = true) AS SELECT * FROM phase.closed_door('public_0001_case', NULL) AS t("id" bigint, "parent" bigint);
CREATE OR REPLACE TRIGGER "phase_closed" INSTEAD OF INSERT OR UPDATE OR DELETE ON "public_0001_case"."nodes" FOR EACH ROW EXECUTE FUNCTION phase.closed_door_insert();
GRANT SELECT, INSERT, UPDATE, DELETE ON "public_0001_case"."nodes" TO PUBLIC;
COMMIT;
-- publish 0001_case: Backfill table nodes
-- takes ROW EXCLUSIVE on public.nodes
-- in batches: UPDATE "public"."nodes" SET "phase_1_id" = "phase"."public.1.nodes.id.up"("id"), "phase_1_parent" = "phase"."public.1.nodes.parent.up"("parent");
-- publish 0001_case: Let no new row of nodes have a NULL in id
-- takes ACCESS EXCLUSIVE on public.nodes
BEGIN;
ALTER TABLE "public"."nodes" ADD CONSTRAINT "phase_1_id_not_null" CHECK ("phase_1_id" IS NOT NULL) NOT VALID;
COMMIT;
-- publish 0001_case: Prove that no row of nodes has one
-- takes SHARE UPDATE EXCLUSIVE on public.nodes
BEGIN;
ALTER TABLE "public"."nodes" VALIDATE CONSTRAINT "phase_1_id_not_null";
COMMIT;
-- publish 0001_case: Make id of nodes NOT NULL
-- takes ACCESS EXCLUSIVE on public.nodes
BEGIN;
ALTER TABLE "public"."nodes" ALTER COLUMN "phase_1_id" SET NOT NULL;
ALTER TABLE "public"."nodes" DROP CONSTRAINT "phase_1_id_not_null";
COMMIT;
-- publish 0001_case: Build the unique index of nodes_pkey on nodes
-- takes SHARE UPDATE EXCLUSIVE on public.nodes
CREATE UNIQUE INDEX CONCURRENTLY "phase_1_nodes_pkey" ON "public"."nodes" USING "btree" ("phase_1_id");
-- publish 0001_case: Hold new rows of nodes to nodes_check
-- takes ACCESS EXCLUSIVE on public.nodes
BEGIN;
ALTER TABLE "public"."nodes" ADD CONSTRAINT "phase_1_parent_nodes_check" CHECK ((phase_1_parent <> phase_1_id)) NOT VALID;
COMMIT;
-- publish 0001_case: Prove that the rows of nodes keep nodes_check
-- takes SHARE UPDATE EXCLUSIVE on public.nodes
BEGIN;
ALTER TABLE "public"."nodes" VALIDATE CONSTRAINT "phase_1_parent_nodes_check";
COMMIT;
-- publish 0001_case: Build the unique index of nodes_parent_id_key on nodes
-- takes SHARE UPDATE EXCLUSIVE on public.nodes
CREATE UNIQUE INDEX CONCURRENTLY "phase_1_parent_nodes_parent_id_key" ON "public"."nodes" USING "btree" ("phase_1_parent", "phase_1_id");
-- publish 0001_case: Make it the constraint nodes_parent_id_key
-- takes ACCESS EXCLUSIVE on public.nodes
BEGIN;
ALTER TABLE "public"."nodes" ADD CONSTRAINT "phase_1_parent_nodes_parent_id_key" UNIQUE USING INDEX "phase_1_parent_nodes_parent_id_key";
COMMIT;
-- publish 0001_case: Hold new rows of nodes to nodes_parent_fkey
-- takes SHARE ROW EXCLUSIVE on public.nodes
BEGIN;
ALTER TABLE "public"."nodes" ADD CONSTRAINT "phase_1_nodes_parent_fkey" FOREIGN KEY ("phase_1_parent") REFERENCES "public"."nodes" ("phase_1_id") ON DELETE CASCADE ON UPDATE NO ACTION NOT VALID;
COMMIT;
-- publish 0001_case: Prove that the rows of nodes keep nodes_parent_fkey
-- takes SHARE UPDATE EXCLUSIVE on public.nodes
BEGIN;
ALTER TABLE "public"."nodes" VALIDATE CONSTRAINT "phase_1_nodes_parent_fkey";
COMMIT;
-- publish 0001_case: Open the door of version 0001_case
-- takes ACCESS EXCLUSIVE on public_0001_case.nodes, ACCESS SHARE on public.nodes
BEGIN;
CREATE OR REPLACE FUNCTION "phase"."public.nodes.dual_write"() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  IF NEW."~phase_origin" IS NULL THEN
    IF NEW."phase_1_id" IS NULL OR pg_catalog.record_image_ne(ROW (NEW."id"), ROW ("phase"."public.1.nodes.id.down"(NEW."phase_1_id"))) THEN
      NEW."phase_1_id" := "phase"."public.1.nodes.id.up"(NEW."id");
    END IF;
    IF NEW."phase_1_parent" IS NULL OR pg_catalog.record_image_ne(ROW (NEW."parent"), ROW ("phase"."public.1.nodes.parent.down"(NEW."phase_1_parent"))) THEN
      NEW."phase_1_parent" := "phase"."public.1.nodes.parent.up"(NEW."parent");
    END IF;
  ELSE
    IF NEW."phase_1_id" IS NULL THEN
      NEW."phase_1_id" := "phase"."public.1.nodes.id.up"(NEW."id");
    END IF;
    IF NEW."~phase_origin" OPERATOR(pg_catalog.>=) 1 AND (NEW."parent" IS NULL OR pg_catalog.record_image_ne(ROW (NEW."phase_1_parent"), ROW ("phase"."public.1.nodes.parent.up"(NEW."parent")))) THEN
      NEW."parent" := "phase"."public.1.nodes.parent.down"(NEW."phase_1_parent");
    END IF;
    IF NEW."~phase_origin" OPERATOR(pg_catalog.>=) 1 AND (NEW."id" IS NULL OR pg_catalog.record_image_ne(ROW (NEW."phase_1_id"), ROW ("phase"."public.1.nodes.id.up"(NEW."id")))) THEN
      NEW."id" := "phase"."public.1.nodes.id.down"(NEW."phase_1_id");
    END IF;
    IF NEW."~phase_origin" OPERATOR(pg_catalog.<) 1 AND (NEW."phase_1_id" IS NULL OR pg_catalog.record_image_ne(ROW (NEW."id"), ROW ("phase"."public.1.nodes.id.down"(NEW."phase_1_id")))) THEN
      NEW."phase_1_id" := "phase"."public.1.nodes.id.up"(NEW."id");
    END IF;
    IF NEW."~phase_origin" OPERATOR(pg_catalog.<) 1 AND (NEW."phase_1_parent" IS NULL OR pg_catalog.record_image_ne(ROW (NEW."parent"), ROW ("phase"."public.1.nodes.parent.down"(NEW."phase_1_parent")))) THEN
      NEW."phase_1_parent" := "phase"."public.1.nodes.parent.up"(NEW."parent");
    END IF;
    NEW."~phase_origin" := NULL;
  END IF;
  RETURN NEW;
END
';
CREATE OR REPLACE FUNCTION "phase"."public.nodes.dual_write_update"() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  IF (NEW."phase_1_id" OPERATOR(pg_catalog.=) OLD."phase_1_id" OR (NEW."phase_1_id" IS NULL AND OLD."phase_1_id" IS NULL)) IS NOT TRUE OR (NEW."phase_1_parent" OPERATOR(pg_catalog.=) OLD."phase_1_parent" OR (NEW."phase_1_parent" IS NULL AND OLD."phase_1_parent" IS NULL)) IS NOT TRUE THEN
    IF ((NEW."id" OPERATOR(pg_catalog.=) OLD."id" OR (NEW."id" IS NULL AND OLD."id" IS NULL)) IS NOT TRUE) AND (NOT ((NEW."phase_1_id" OPERATOR(pg_catalog.=) OLD."phase_1_id" OR (NEW."phase_1_id" IS NULL AND OLD."phase_1_id" IS NULL)) IS NOT TRUE) OR phase.session_origin(ARRAY[''baseline'', ''0001_case'']::pg_catalog.text[], ARRAY[NULL, ''public_0001_case'']::pg_catalog.text[]) OPERATOR(pg_catalog.<) 1) THEN
      IF (NEW."id" OPERATOR(pg_catalog.=) OLD."id" OR (NEW."id" IS NULL AND OLD."id" IS NULL)) IS NOT TRUE OR (NEW."phase_1_id" OPERATOR(pg_catalog.=) OLD."phase_1_id" OR (NEW."phase_1_id" IS NULL AND OLD."phase_1_id" IS NULL)) IS NOT TRUE THEN
        NEW."phase_1_id" := "phase"."public.1.nodes.id.up"(NEW."id");
      END IF;
    ELSE
      IF (NEW."id" OPERATOR(pg_catalog.=) OLD."id" OR (NEW."id" IS NULL AND OLD."id" IS NULL)) IS NOT TRUE OR (NEW."phase_1_id" OPERATOR(pg_catalog.=) OLD."phase_1_id" OR (NEW."phase_1_id" IS NULL AND OLD."phase_1_id" IS NULL)) IS NOT TRUE THEN
        NEW."id" := "phase"."public.1.nodes.id.down"(NEW."phase_1_id");
      END IF;
    END IF;
    IF ((NEW."parent" OPERATOR(pg_catalog.=) OLD."parent" OR (NEW."parent" IS NULL AND OLD."parent" IS NULL)) IS NOT TRUE) AND (NOT ((NEW."phase_1_parent" OPERATOR(pg_catalog.=) OLD."phase_1_parent" OR (NEW."phase_1_parent" IS NULL AND OLD."phase_1_parent" IS NULL)) IS NOT TRUE) OR phase.session_origin(ARRAY[''baseline'', ''0001_case'']::pg_catalog.text[], ARRAY[NULL, ''public_0001_case'']::pg_catalog.text[]) OPERATOR(pg_catalog.<) 1) THEN
      IF (NEW."parent" OPERATOR(pg_catalog.=) OLD."parent" OR (NEW."parent" IS NULL AND OLD."parent" IS NULL)) IS NOT TRUE OR (NEW."phase_1_parent" OPERATOR(pg_catalog.=) OLD."phase_1_parent" OR (NEW."phase_1_parent" IS NULL AND OLD."phase_1_parent" IS NULL)) IS NOT TRUE THEN
        NEW."phase_1_parent" := "phase"."public.1.nodes.parent.up"(NEW."parent");
      END IF;
    ELSE
      IF (NEW."parent" OPERATOR(pg_catalog.=) OLD."parent" OR (NEW."parent" IS NULL AND OLD."parent" IS NULL)) IS NOT TRUE OR (NEW."phase_1_parent" OPERATOR(pg_catalog.=) OLD."phase_1_parent" OR (NEW."phase_1_parent" IS NULL AND OLD."phase_1_parent" IS NULL)) IS NOT TRUE THEN
        NEW."parent" := "phase"."public.1.nodes.parent.down"(NEW."phase_1_parent");
      END IF;
    END IF;
  ELSE
    IF (NEW."id" OPERATOR(pg_catalog.=) OLD."id" OR (NEW."id" IS NULL AND OLD."id" IS NULL)) IS NOT TRUE OR (NEW."phase_1_id" OPERATOR(pg_catalog.=) OLD."phase_1_id" OR (NEW."phase_1_id" IS NULL AND OLD."phase_1_id" IS NULL)) IS NOT TRUE THEN
      NEW."phase_1_id" := "phase"."public.1.nodes.id.up"(NEW."id");
    END IF;
    IF (NEW."parent" OPERATOR(pg_catalog.=) OLD."parent" OR (NEW."parent" IS NULL AND OLD."parent" IS NULL)) IS NOT TRUE OR (NEW."phase_1_parent" OPERATOR(pg_catalog.=) OLD."phase_1_parent" OR (NEW."phase_1_parent" IS NULL AND OLD."phase_1_parent" IS NULL)) IS NOT TRUE THEN
      NEW."phase_1_parent" := "phase"."public.1.nodes.parent.up"(NEW."parent");
    END IF;
  END IF;
  RETURN NEW;
END
';
DROP TRIGGER IF EXISTS "phase_closed" ON "public_0001_case"."nodes";
CREATE OR REPLACE VIEW "phase"."public_0001_case.nodes.origin" WITH (security_invoker = true) AS SELECT base."phase_1_id" AS "id", base."phase_1_parent" AS "parent", base."~phase_origin" FROM "public"."nodes" AS base;
ALTER VIEW "phase"."public_0001_case.nodes.origin" ALTER COLUMN "~phase_origin" SET DEFAULT 1;
GRANT SELECT, INSERT, UPDATE, DELETE ON "phase"."public_0001_case.nodes.origin" TO PUBLIC;
CREATE OR REPLACE VIEW "public_0001_case"."nodes" WITH (security_invoker = true) AS SELECT base."id", base."parent" FROM "phase"."public_0001_case.nodes.origin" AS base;
COMMIT;
-- retire 0001_case: Close the door of version 0001_case
-- takes ACCESS EXCLUSIVE on public_0001_case.nodes
BEGIN;
CREATE OR REPLACE VIEW "public_0001_case"."nodes" WITH (security_invoker = true) AS SELECT * FROM phase.closed_door('public_0001_case', NULL) AS t("id" bigint, "parent" bigint);
CREATE OR REPLACE TRIGGER "phase_closed" INSTEAD OF INSERT OR UPDATE OR DELETE ON "public_0001_case"."nodes" FOR EACH ROW EXECUTE FUNCTION phase.closed_door_insert();
DROP VIEW IF EXISTS "phase"."public_0001_case.nodes.origin";
COMMIT;
-- restore 0001_case: Open the door of version 0001_case
-- takes ACCESS EXCLUSIVE on public_0001_case.nodes, ACCESS SHARE on public.nodes
BEGIN;
DROP TRIGGER IF EXISTS "phase_closed" ON "public_0001_case"."nodes";
CREATE OR REPLACE VIEW "phase"."public_0001_case.nodes.origin" WITH (security_invoker = true) AS SELECT base."phase_1_id" AS "id", base."phase_1_parent" AS "parent", base."~phase_origin" FROM "public"."nodes" AS base;
ALTER VIEW "phase"."public_0001_case.nodes.origin" ALTER COLUMN "~phase_origin" SET DEFAULT 1;
GRANT SELECT, INSERT, UPDATE, DELETE ON "phase"."public_0001_case.nodes.origin" TO PUBLIC;
CREATE OR REPLACE VIEW "public_0001_case"."nodes" WITH (security_invoker = true) AS SELECT base."id", base."parent" FROM "phase"."public_0001_case.nodes.origin" AS base;
COMMIT;
-- contract baseline: Give table nodes the shape of version 0001_case
-- takes ACCESS EXCLUSIVE on public.nodes, ACCESS EXCLUSIVE on public.nodes_id_seq, SHARE UPDATE EXCLUSIVE on public.phase_1_nodes_pkey
BEGIN;
LOCK TABLE "public"."nodes" IN ACCESS EXCLUSIVE MODE;
DROP TRIGGER IF EXISTS "~phase_dual_write" ON "public"."nodes";
DROP TRIGGER IF EXISTS "~phase_dual_write_update" ON "public"."nodes";
DROP FUNCTION IF EXISTS "phase"."public.nodes.dual_write"(), "phase"."public.nodes.dual_write_update"();
ALTER TABLE "public"."nodes" DROP CONSTRAINT "nodes_parent_fkey";
DO '-- An identity''s sequence belongs to its column for good, so the new column gets one that is like it.
DECLARE
  owner regclass := ''"public"."nodes"'';
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
SELECT phase.set_aside('"public"."nodes"', 'id', 'phase_1_id');
ALTER TABLE "public"."nodes" DROP COLUMN "id";
ALTER TABLE "public"."nodes" RENAME COLUMN "phase_1_id" TO "id";
ALTER TABLE "public"."nodes" ALTER COLUMN "id" SET DEFAULT (nextval('public.nodes_id_seq'::regclass));
DROP FUNCTION IF EXISTS "phase"."public.1.nodes.id.up";
DROP FUNCTION IF EXISTS "phase"."public.1.nodes.id.down";
ALTER TABLE "public"."nodes" ADD CONSTRAINT "nodes_pkey" PRIMARY KEY USING INDEX "phase_1_nodes_pkey";
SELECT phase.put_back();
SELECT phase.set_aside('"public"."nodes"', 'parent', 'phase_1_parent');
ALTER TABLE "public"."nodes" DROP COLUMN "parent";
ALTER TABLE "public"."nodes" RENAME COLUMN "phase_1_parent" TO "parent";
DROP FUNCTION IF EXISTS "phase"."public.1.nodes.parent.up";
DROP FUNCTION IF EXISTS "phase"."public.1.nodes.parent.down";
ALTER TABLE "public"."nodes" RENAME CONSTRAINT "phase_1_parent_nodes_check" TO "nodes_check";
ALTER TABLE "public"."nodes" RENAME CONSTRAINT "phase_1_parent_nodes_parent_id_key" TO "nodes_parent_id_key";
SELECT phase.put_back();
ALTER TABLE "public"."nodes" RENAME CONSTRAINT "phase_1_nodes_parent_fkey" TO "nodes_parent_fkey";
COMMIT;
-- contract baseline: Let no view of table nodes say who inserts
-- takes ACCESS EXCLUSIVE on public_0001_case.nodes, ACCESS SHARE on public.nodes
BEGIN;
DO 'BEGIN
IF pg_catalog.to_regclass(''"phase"."public_0001_case.nodes.origin"'') IS NOT NULL THEN
EXECUTE ''CREATE OR REPLACE VIEW "public_0001_case"."nodes" WITH (security_invoker = true) AS SELECT base."id" AS "id", base."parent" AS "parent" FROM "public"."nodes" AS base'';
EXECUTE ''DROP VIEW IF EXISTS "phase"."public_0001_case.nodes.origin"'';
END IF;
END';
COMMIT;
-- contract baseline: Remove the column of table nodes that said so
-- takes ACCESS EXCLUSIVE on public.nodes
BEGIN;
ALTER TABLE IF EXISTS "public"."nodes" DROP COLUMN IF EXISTS "~phase_origin";
COMMIT;
-- rollback 0001_case: Remove the schema of version 0001_case
-- takes ACCESS EXCLUSIVE on public_0001_case.nodes, ACCESS EXCLUSIVE on public_0001_case.phase_version
BEGIN;
DROP VIEW IF EXISTS "public_0001_case"."nodes", "public_0001_case"."phase_version", "phase"."public_0001_case.nodes.origin";
DROP SCHEMA IF EXISTS "public_0001_case";
COMMIT;
-- rollback 0001_case: Drop constraint phase_1_nodes_parent_fkey
-- takes ACCESS EXCLUSIVE on public.nodes
BEGIN;
ALTER TABLE IF EXISTS "public"."nodes" DROP CONSTRAINT IF EXISTS "phase_1_nodes_parent_fkey";
COMMIT;
-- rollback 0001_case: Drop constraint phase_1_parent_nodes_parent_id_key
-- takes ACCESS EXCLUSIVE on public.nodes
BEGIN;
ALTER TABLE IF EXISTS "public"."nodes" DROP CONSTRAINT IF EXISTS "phase_1_parent_nodes_parent_id_key";
COMMIT;
-- rollback 0001_case: Drop its index where the build was cut off
-- takes SHARE UPDATE EXCLUSIVE on public.nodes
DROP INDEX CONCURRENTLY IF EXISTS "public"."phase_1_parent_nodes_parent_id_key";
-- rollback 0001_case: Drop constraint phase_1_nodes_pkey
-- takes ACCESS EXCLUSIVE on public.nodes
BEGIN;
ALTER TABLE IF EXISTS "public"."nodes" DROP CONSTRAINT IF EXISTS "phase_1_nodes_pkey";
COMMIT;
-- rollback 0001_case: Drop its index where the build was cut off
-- takes SHARE UPDATE EXCLUSIVE on public.nodes
DROP INDEX CONCURRENTLY IF EXISTS "public"."phase_1_nodes_pkey";
-- rollback 0001_case: Give table nodes back the shape that it had
-- takes ACCESS EXCLUSIVE on public.nodes
BEGIN;
LOCK TABLE "public"."nodes" IN ACCESS EXCLUSIVE MODE;
DROP TRIGGER IF EXISTS "~phase_dual_write" ON "public"."nodes";
DROP TRIGGER IF EXISTS "~phase_dual_write_update" ON "public"."nodes";
DROP FUNCTION IF EXISTS "phase"."public.nodes.dual_write"(), "phase"."public.nodes.dual_write_update"();
ALTER TABLE IF EXISTS "public"."nodes" DROP COLUMN IF EXISTS "~phase_origin";
ALTER TABLE IF EXISTS "public"."nodes" DROP CONSTRAINT IF EXISTS "phase_1_parent_nodes_check";
DROP FUNCTION IF EXISTS "phase"."public.1.nodes.parent.up";
DROP FUNCTION IF EXISTS "phase"."public.1.nodes.parent.down";
ALTER TABLE IF EXISTS "public"."nodes" DROP COLUMN IF EXISTS "phase_1_parent";
DROP FUNCTION IF EXISTS "phase"."public.1.nodes.id.up";
DROP FUNCTION IF EXISTS "phase"."public.1.nodes.id.down";
ALTER TABLE IF EXISTS "public"."nodes" DROP COLUMN IF EXISTS "phase_1_id";
COMMIT;

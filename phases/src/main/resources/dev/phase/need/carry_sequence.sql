-- An identity's sequence belongs to its column for good, so the new column gets one that is like it.
DECLARE
  owner regclass := %s;
  old_column name := %s;
  new_column name := %s;
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
           a.attidentity, pg_catalog.obj_description(c.oid, 'pg_class') AS comment
    FROM pg_catalog.pg_attribute AS a
    JOIN pg_catalog.pg_depend AS d
      ON d.refclassid = 'pg_catalog.pg_class'::regclass
      AND d.refobjid = a.attrelid
      AND d.refobjsubid = a.attnum
      AND d.classid = 'pg_catalog.pg_class'::regclass
      AND d.deptype IN ('a', 'i')
    JOIN pg_catalog.pg_sequence AS s ON s.seqrelid = d.objid
    JOIN pg_catalog.pg_class AS c ON c.oid = d.objid
    JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
    WHERE a.attrelid = owner AND a.attname = old_column
  LOOP
    IF counter.seqtypid <> new_type
      AND new_type = ANY ('{smallint,integer,bigint}'::regtype[]) THEN
      EXECUTE pg_catalog.format('ALTER SEQUENCE %%s AS %%s', counter.name, new_type);
    END IF;
    IF counter.attidentity = '' THEN
      EXECUTE pg_catalog.format(
        'ALTER SEQUENCE %%s OWNED BY %%s.%%I', counter.name, owner, new_column);
      CONTINUE;
    END IF;
    -- From here on nobody draws a number.
    EXECUTE pg_catalog.format(
      'ALTER SEQUENCE %%s RENAME TO %%I', counter.name, 'phase_' || counter.oid);
    EXECUTE (
      SELECT pg_catalog.format(
        'ALTER TABLE %%s ALTER COLUMN %%I ADD GENERATED %%s AS IDENTITY (SEQUENCE NAME %%I.%%I'
          || ' START %%s INCREMENT %%s MINVALUE %%s MAXVALUE %%s CACHE %%s %%s)',
        owner,
        new_column,
        CASE counter.attidentity WHEN 'a' THEN 'ALWAYS' ELSE 'BY DEFAULT' END,
        counter.nspname,
        counter.relname,
        s.seqstart,
        s.seqincrement,
        s.seqmin,
        s.seqmax,
        s.seqcache,
        CASE WHEN s.seqcycle THEN 'CYCLE' ELSE 'NO CYCLE' END)
      FROM pg_catalog.pg_sequence AS s
      WHERE s.seqrelid = counter.oid);
    successor := pg_catalog.format('%%I.%%I', counter.nspname, counter.relname)::regclass;
    EXECUTE pg_catalog.format(
      'SELECT last_value, is_called FROM %%s', counter.oid::regclass) INTO count;
    PERFORM pg_catalog.setval(successor, count.last_value, count.is_called);
    IF counter.comment IS NOT NULL THEN
      EXECUTE pg_catalog.format('COMMENT ON SEQUENCE %%s IS %%L', successor, counter.comment);
    END IF;
    FOR granted IN
      SELECT acl.grantee, acl.privilege_type, acl.is_grantable
      FROM pg_catalog.aclexplode(counter.relacl) AS acl
      WHERE acl.grantee <> counter.relowner
    LOOP
      EXECUTE pg_catalog.format(
        'GRANT %%s ON SEQUENCE %%s TO %%s%%s',
        granted.privilege_type,
        successor,
        CASE granted.grantee
          WHEN 0 THEN 'PUBLIC'
          ELSE pg_catalog.format('%%I', pg_catalog.pg_get_userbyid(granted.grantee))
        END,
        CASE WHEN granted.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END);
    END LOOP;
  END LOOP;
END

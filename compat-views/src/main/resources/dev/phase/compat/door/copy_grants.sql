-- Before PostgreSQL 15 a view acts with its owner's rights, so it must have the table's own grants.
DECLARE
  base regclass := %s;
  target regclass := %s;
  physical_columns name[] := ARRAY[%s];
  columns name[] := ARRAY[%s];
  granted record;
BEGIN
  FOR granted IN
    SELECT acl.grantee, acl.privilege_type, acl.is_grantable, a.view_column
    FROM (
      SELECT NULL::name, COALESCE(c.relacl, pg_catalog.acldefault('r', c.relowner))
      FROM pg_catalog.pg_class AS c
      WHERE c.oid = base
      UNION ALL
      SELECT k.view_column, held.attacl
      FROM ROWS FROM (pg_catalog.unnest(columns), pg_catalog.unnest(physical_columns))
        AS k (view_column, physical)
      JOIN pg_catalog.pg_attribute AS held ON held.attrelid = base AND held.attname = k.physical
    ) AS a (view_column, list)
    CROSS JOIN LATERAL pg_catalog.aclexplode(a.list) AS acl
    WHERE acl.privilege_type IN ('SELECT', 'INSERT', 'UPDATE', 'DELETE', 'REFERENCES', 'TRIGGER')
      AND acl.grantee <> (SELECT v.relowner FROM pg_catalog.pg_class AS v WHERE v.oid = target)
  LOOP
    EXECUTE pg_catalog.format(
      'GRANT %%s%%s ON %%s TO %%s%%s',
      granted.privilege_type,
      ' (' || pg_catalog.quote_ident(granted.view_column) || ')',
      target,
      CASE granted.grantee
        WHEN 0 THEN 'PUBLIC'
        ELSE pg_catalog.format('%%I', pg_catalog.pg_get_userbyid(granted.grantee))
      END,
      CASE WHEN granted.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END);
  END LOOP;
END

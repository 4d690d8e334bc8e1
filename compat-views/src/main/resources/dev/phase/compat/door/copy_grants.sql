-- Before PostgreSQL 15 a view acts with its owner's rights, so it must have the table's own grants.
DECLARE
  base regclass := %s;
  target regclass := %s;
  granted record;
BEGIN
  FOR granted IN
    SELECT acl.grantee, acl.privilege_type, acl.is_grantable
    FROM pg_catalog.pg_class AS c,
      pg_catalog.aclexplode(COALESCE(c.relacl, pg_catalog.acldefault('r', c.relowner))) AS acl
    WHERE c.oid = base
      AND acl.privilege_type IN ('SELECT', 'INSERT', 'UPDATE', 'DELETE', 'REFERENCES', 'TRIGGER')
      AND acl.grantee <> (SELECT v.relowner FROM pg_catalog.pg_class AS v WHERE v.oid = target)
  LOOP
    EXECUTE pg_catalog.format(
      'GRANT %%s ON %%s TO %%s%%s',
      granted.privilege_type,
      target,
      CASE granted.grantee
        WHEN 0 THEN 'PUBLIC'
        ELSE pg_catalog.format('%%I', pg_catalog.pg_get_userbyid(granted.grantee))
      END,
      CASE WHEN granted.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END);
  END LOOP;
END

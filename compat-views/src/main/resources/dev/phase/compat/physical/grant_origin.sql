CREATE OR REPLACE FUNCTION phase.grant_origin(base regclass)
RETURNS void
LANGUAGE plpgsql
AS $phase$
-- A view with security_invoker writes the column for its caller, who may have grants on columns only.
DECLARE
  granted record;
BEGIN
  FOR granted IN
    SELECT DISTINCT acl.grantee
    FROM pg_catalog.pg_attribute AS a, pg_catalog.aclexplode(a.attacl) AS acl
    WHERE a.attrelid = base AND a.attnum > 0 AND NOT a.attisdropped
      AND acl.privilege_type = 'INSERT'
  LOOP
    EXECUTE pg_catalog.format(
      'GRANT INSERT ("~phase_origin") ON %%s TO %%s',
      base,
      CASE granted.grantee
        WHEN 0 THEN 'PUBLIC'
        ELSE pg_catalog.format('%%I', pg_catalog.pg_get_userbyid(granted.grantee))
      END);
  END LOOP;
END
$phase$

CREATE OR REPLACE FUNCTION phase.copy_column(base regclass, original name, shadow name)
RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $phase$
-- Gives a column the privileges and settings of another one, as far as its type knows them.
DECLARE
  command text;
BEGIN
  FOR command IN
    WITH pair AS (
      SELECT o.attacl AS original_acl,
             s.attacl AS shadow_acl,
             o.attoptions,
             coalesce(o.attstattarget, -1) AS target,
             o.attstorage AS storage,
             o.attcompression AS compression,
             format('ALTER TABLE %%s ALTER COLUMN %%I', base, shadow) AS alter_column,
             o.attoptions IS DISTINCT FROM s.attoptions AS other_options,
             coalesce(o.attstattarget, -1) <> coalesce(s.attstattarget, -1) AS other_target,
             o.attstorage <> ot.typstorage AND o.attstorage <> s.attstorage AS other_storage,
             o.attcompression <> s.attcompression AS other_compression,
             st.typstorage <> 'p' AS has_storage
      FROM pg_attribute o
      JOIN pg_type ot ON ot.oid = o.atttypid
      JOIN pg_attribute s ON s.attrelid = o.attrelid AND s.attname = shadow
      JOIN pg_type st ON st.oid = s.atttypid
      WHERE o.attrelid = base AND o.attname = original
    )
    SELECT c.text
    FROM pair
    CROSS JOIN LATERAL (
      SELECT 1, format('%%s SET STATISTICS %%s', alter_column, target) WHERE other_target
      UNION ALL
      SELECT 2, format('%%s SET (%%s)', alter_column, array_to_string(attoptions, ', '))
      WHERE other_options AND attoptions IS NOT NULL
      UNION ALL
      SELECT 3, format('%%s SET STORAGE %%s', alter_column,
                       CASE storage WHEN 'p' THEN 'PLAIN' WHEN 'e' THEN 'EXTERNAL'
                                    WHEN 'm' THEN 'MAIN' ELSE 'EXTENDED' END)
      WHERE other_storage AND has_storage
      UNION ALL
      SELECT 4, format('%%s SET COMPRESSION %%s', alter_column,
                       CASE compression WHEN 'p' THEN 'pglz' WHEN 'l' THEN 'lz4' ELSE 'DEFAULT' END)
      WHERE other_compression AND has_storage
      UNION ALL
      SELECT DISTINCT 5, format('REVOKE ALL (%%I) ON TABLE %%s FROM %%s', shadow, base, r.role)
      FROM aclexplode(shadow_acl) AS acl
      CROSS JOIN LATERAL (SELECT phase.role_name(acl.grantee)) AS r (role)
      UNION ALL
      SELECT 6, format('GRANT %%s (%%I) ON TABLE %%s TO %%s%%s', acl.privilege_type, shadow, base,
                       phase.role_name(acl.grantee),
                       CASE WHEN acl.is_grantable THEN ' WITH GRANT OPTION' END)
      FROM aclexplode(original_acl) AS acl
    ) AS c (n, text)
    ORDER BY c.n, c.text
  LOOP
    EXECUTE command;
  END LOOP;
END
$phase$

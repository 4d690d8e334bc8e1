CREATE OR REPLACE FUNCTION phase.role_name(role oid)
RETURNS text
LANGUAGE sql STABLE
RETURN CASE role
  WHEN 0 THEN 'PUBLIC'
  ELSE pg_catalog.quote_ident(pg_catalog.pg_get_userbyid(role)::text)
END

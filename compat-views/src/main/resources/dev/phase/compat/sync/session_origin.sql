CREATE OR REPLACE FUNCTION phase.session_origin(names text[], schemas text[])
RETURNS integer
LANGUAGE plpgsql STABLE PARALLEL SAFE
AS $phase$
-- Which of the versions, counted from 0, the session says it is; NULL where it says nothing.
-- The setting phase.version comes first, then the first entry of the search_path that is a door.
-- It has to see that path, so nothing in here may be looked for along it.
DECLARE
  found pg_catalog.int4 :=
    pg_catalog.array_position(names, pg_catalog.current_setting('phase.version', true));
  entry pg_catalog.text;
BEGIN
  IF found IS NULL THEN
    FOREACH entry IN ARRAY pg_catalog.current_schemas(false)::pg_catalog.text[] LOOP
      found := pg_catalog.array_position(schemas, entry);
      EXIT WHEN found IS NOT NULL;
    END LOOP;
  END IF;
  RETURN found OPERATOR(pg_catalog.-) 1;
END
$phase$

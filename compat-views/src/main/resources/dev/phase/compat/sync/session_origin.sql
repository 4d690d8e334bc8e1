CREATE OR REPLACE FUNCTION phase.session_origin(names text[], schemas text[])
RETURNS integer
LANGUAGE plpgsql STABLE PARALLEL SAFE
AS $phase$
-- Which of the versions, counted from 0, the session says it is; NULL where it says nothing.
-- The setting phase.version comes first, then the first entry of the search_path that is a door.
DECLARE
  found integer :=
    pg_catalog.array_position(names, pg_catalog.current_setting('phase.version', true));
  entry text;
BEGIN
  IF found IS NULL THEN
    FOREACH entry IN ARRAY pg_catalog.current_schemas(false)::text[] LOOP
      found := pg_catalog.array_position(schemas, entry);
      EXIT WHEN found IS NOT NULL;
    END LOOP;
  END IF;
  RETURN found - 1;
END
$phase$

CREATE OR REPLACE FUNCTION phase.closed_door(version_schema name, problem text)
RETURNS SETOF record
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $phase$
-- A view selects its columns from this function, so that whatever reads the view calls it.
DECLARE
  door phase.version%%ROWTYPE;
BEGIN
  IF problem IS NOT NULL THEN
    RAISE EXCEPTION USING ERRCODE = 'object_not_in_prerequisite_state', MESSAGE = problem;
  END IF;
  SELECT v.* INTO door FROM phase.version AS v WHERE v.schema_name = version_schema::text;
  RAISE EXCEPTION USING
    ERRCODE = 'object_not_in_prerequisite_state',
    MESSAGE = CASE door.state
      WHEN 'PREPARING' THEN format(
        'Version %%s is not published yet. Run `phase wait` before starting the application.',
        door.name)
      WHEN 'RETIRED' THEN format(
        'Version %%s was retired at %%s. Run `phase restore`, or deploy a newer release.',
        door.name, to_char(door.retired_at AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS "UTC"'))
      ELSE format(
        'Version schema %%s is closed. Run `phase status` to see the versions that are live.',
        version_schema)
    END;
END
$phase$

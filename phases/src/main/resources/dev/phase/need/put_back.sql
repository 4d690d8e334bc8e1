CREATE OR REPLACE FUNCTION phase.put_back()
RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $phase$
DECLARE
  statement text;
BEGIN
  FOR statement IN
    SELECT s.text
    FROM jsonb_array_elements_text(current_setting('phase.aside')::jsonb)
      WITH ORDINALITY AS s (text, n)
    ORDER BY s.n
  LOOP
    EXECUTE statement;
  END LOOP;
  PERFORM set_config('phase.aside', '[]', true);
END
$phase$

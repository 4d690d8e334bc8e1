CREATE OR REPLACE FUNCTION phase.set_aside(base regclass, original name, shadow name)
RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $phase$
-- Removes what uses a column that another one is about to replace, and remembers it until
-- phase.put_back in the same transaction.
DECLARE
  column_number smallint;
  statements jsonb;
  removals text[];
  removal text;
BEGIN
  PERFORM phase.copy_column(base, original, shadow);
  SELECT a.attnum INTO STRICT column_number
  FROM pg_attribute a WHERE a.attrelid = base AND a.attname = original;
  SELECT jsonb_agg(c.statement ORDER BY r.n, c.n) INTO statements
  FROM phase.remade(base, column_number) WITH ORDINALITY AS r (kind, name, removal, creation, n)
  CROSS JOIN LATERAL unnest(r.creation) WITH ORDINALITY AS c (statement, n);
  PERFORM set_config('phase.aside', coalesce(statements, '[]')::text, true);
  removals := ARRAY(
    SELECT r.removal FROM phase.remade(base, column_number) AS r WHERE r.removal IS NOT NULL
    UNION ALL
    SELECT format('DROP VIEW %%s', string_agg(r.name, ', '))
    FROM phase.remade(base, column_number) AS r
    WHERE r.kind = 'view'
    HAVING count(*) > 0);
  FOREACH removal IN ARRAY removals
  LOOP
    EXECUTE removal;
  END LOOP;
END
$phase$

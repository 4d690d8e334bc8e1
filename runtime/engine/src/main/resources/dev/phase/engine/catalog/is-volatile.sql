-- Functions that any of these words may call: those on the path, and those of a schema that is
-- itself one of the words.
SELECT EXISTS (
  SELECT
  FROM pg_proc p
  JOIN pg_namespace n ON n.oid = p.pronamespace
  CROSS JOIN (SELECT ?::text[] AS list) AS words
  WHERE p.provolatile = 'v'
    AND p.proname = ANY (words.list)
    AND (n.nspname = ANY (current_schemas(true)) OR n.nspname = ANY (words.list)))

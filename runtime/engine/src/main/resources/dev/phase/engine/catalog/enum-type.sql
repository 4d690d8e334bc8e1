SELECT ARRAY(
         SELECT e.enumlabel::text
         FROM pg_enum e
         WHERE e.enumtypid = t.oid
         ORDER BY e.enumsortorder) AS labels
FROM pg_type t
JOIN pg_namespace n ON n.oid = t.typnamespace
WHERE n.nspname = ? AND t.typname = ? AND t.typtype = 'e'

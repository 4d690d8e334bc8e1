SELECT ARRAY(
         SELECT e.enumlabel::text
         FROM pg_enum e
         WHERE e.enumtypid = t.oid
         ORDER BY e.enumsortorder) AS labels,
       format_type(t.oid, NULL) AS type,
       obj_description(t.oid, 'pg_type') AS comment,
       NOT coalesce(
         t.typacl @> acldefault('T', t.typowner) AND t.typacl <@ acldefault('T', t.typowner),
         true) AS has_privileges
FROM pg_type t
JOIN pg_namespace n ON n.oid = t.typnamespace
WHERE n.nspname = ? AND t.typname = ? AND t.typtype = 'e'

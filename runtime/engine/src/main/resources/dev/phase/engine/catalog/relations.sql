SELECT CASE
         WHEN c.relkind IN ('v', 'm') THEN 'VIEW'
         WHEN c.relkind = 'S' THEN 'SEQUENCE'
         ELSE 'TABLE'
       END AS kind,
       c.relname AS name
FROM pg_class c
JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE n.nspname = ? AND c.relkind IN ('r', 'p', 'f', 'v', 'm', 'S')
UNION ALL
SELECT 'ENUM', t.typname
FROM pg_type t
JOIN pg_namespace n ON n.oid = t.typnamespace
WHERE n.nspname = ? AND t.typtype = 'e'
ORDER BY 1, 2

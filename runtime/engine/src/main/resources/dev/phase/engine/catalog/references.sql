SELECT nullif(n.nspname, tn.nspname) AS other_schema,
       c.relname AS table_name,
       con.conname AS constraint_name
FROM pg_constraint con
JOIN pg_class c ON c.oid = con.conrelid
JOIN pg_namespace n ON n.oid = c.relnamespace
JOIN pg_class target ON target.oid = con.confrelid
JOIN pg_namespace tn ON tn.oid = target.relnamespace
WHERE con.contype = 'f' AND con.conparentid = 0 AND tn.nspname = ? AND target.relname = ?
ORDER BY n.nspname, c.relname, con.conname

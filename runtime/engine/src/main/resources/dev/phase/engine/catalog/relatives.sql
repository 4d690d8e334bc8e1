-- The foreign keys from and to one column of a table, each with the table at its other end.
SELECT con.conname AS name,
       con.conrelid = t.oid AS is_own,
       CASE WHEN con.conrelid = t.oid THEN referenced.nspname ELSE own.nspname END AS schema_name,
       CASE WHEN con.conrelid = t.oid THEN target.relname ELSE c.relname END AS table_name,
       ARRAY(
         SELECT a.attname::text
         FROM unnest(con.conkey) WITH ORDINALITY AS k (attnum, n)
         JOIN pg_attribute a ON a.attrelid = con.conrelid AND a.attnum = k.attnum
         ORDER BY k.n) AS columns,
       ARRAY(
         SELECT a.attname::text
         FROM unnest(con.confkey) WITH ORDINALITY AS k (attnum, n)
         JOIN pg_attribute a ON a.attrelid = con.confrelid AND a.attnum = k.attnum
         ORDER BY k.n) AS target_columns
FROM to_regclass(?) AS t (oid)
JOIN pg_attribute subject ON subject.attrelid = t.oid AND subject.attname = ?
JOIN pg_constraint con
  ON con.contype = 'f'
  AND con.conparentid = 0
  AND (con.conrelid = t.oid AND subject.attnum = ANY (con.conkey)
    OR con.confrelid = t.oid AND subject.attnum = ANY (con.confkey))
JOIN pg_class c ON c.oid = con.conrelid
JOIN pg_namespace own ON own.oid = c.relnamespace
JOIN pg_class target ON target.oid = con.confrelid
JOIN pg_namespace referenced ON referenced.oid = target.relnamespace
ORDER BY con.conname

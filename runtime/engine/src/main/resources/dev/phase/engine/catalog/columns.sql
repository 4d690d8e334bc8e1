SELECT a.attname AS name,
       format_type(a.atttypid, a.atttypmod) AS type,
       -- 18 sets attnotnull as soon as a NOT NULL is declared, before the rows are proven to keep it.
       NOT a.attnotnull OR EXISTS (
         SELECT
         FROM pg_constraint n
         WHERE n.conrelid = a.attrelid
           AND n.contype = 'n'
           AND n.conkey = ARRAY[a.attnum]
           AND NOT n.convalidated) AS nullable,
       CASE WHEN a.attgenerated = '' THEN pg_get_expr(d.adbin, d.adrelid) END AS default_expression,
       CASE
         WHEN a.attcollation <> t.typcollation THEN a.attcollation::regcollation::text
       END AS collation,
       CASE
         WHEN a.attidentity <> '' THEN 'IDENTITY'
         WHEN a.attgenerated <> '' THEN 'GENERATED'
         ELSE 'PLAIN'
       END AS kind,
       col_description(a.attrelid, a.attnum) AS comment
FROM pg_attribute a
JOIN pg_type t ON t.oid = a.atttypid
LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
WHERE a.attrelid = ?::oid AND a.attnum > 0 AND NOT a.attisdropped
ORDER BY a.attnum

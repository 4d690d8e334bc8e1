-- A serial is a column whose default is the next number of a sequence that it owns; nothing but that
-- default needs the sequence.
SELECT CASE a.attidentity WHEN 'a' THEN 'ALWAYS' WHEN 'd' THEN 'BY_DEFAULT' END AS identity,
       s.relname AS sequence,
       coalesce(
         pg_get_expr(d.adbin, d.adrelid) = format('nextval(%L::regclass)', s.oid::regclass)
           AND NOT EXISTS (
             SELECT
             FROM pg_depend u
             WHERE u.refclassid = 'pg_class'::regclass
               AND u.refobjid = s.oid
               AND NOT (u.classid = 'pg_attrdef'::regclass AND u.objid = d.oid)),
         false) AS is_serial,
       a.attgenerated = 'v' AS is_virtual
FROM pg_class c
JOIN pg_namespace n ON n.oid = c.relnamespace
JOIN pg_attribute a ON a.attrelid = c.oid
LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
LEFT JOIN LATERAL (
  SELECT sequence.oid, sequence.relname
  FROM pg_depend o
  JOIN pg_class sequence ON sequence.oid = o.objid AND sequence.relkind = 'S'
  WHERE o.classid = 'pg_class'::regclass
    AND o.refclassid = 'pg_class'::regclass
    AND o.refobjid = c.oid
    AND o.refobjsubid = a.attnum
    AND o.deptype IN ('a', 'i')
    AND sequence.relnamespace = c.relnamespace
  ORDER BY o.deptype DESC, sequence.oid
  LIMIT 1
) AS s ON true
WHERE n.nspname = ? AND c.relname = ? AND a.attname = ?

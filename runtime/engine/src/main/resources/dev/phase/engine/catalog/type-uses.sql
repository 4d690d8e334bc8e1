-- What depends on the type or on its array type. A default, constraint or index is part of its table.
WITH subject AS (
  SELECT t.oid, t.typarray, t.typnamespace
  FROM pg_type t
  JOIN pg_namespace n ON n.oid = t.typnamespace
  WHERE n.nspname = ? AND t.typname = ?
),
used AS (
  SELECT d.classid, d.objid, d.objsubid, s.typnamespace
  FROM subject s
  JOIN pg_depend d
    ON d.refclassid = 'pg_type'::regclass AND d.refobjid IN (s.oid, s.typarray) AND d.deptype <> 'i'
),
placed AS (
  SELECT u.*,
         CASE u.classid
           WHEN 'pg_class'::regclass THEN coalesce(i.indrelid, u.objid)
           WHEN 'pg_attrdef'::regclass THEN d.adrelid
           WHEN 'pg_constraint'::regclass THEN nullif(k.conrelid, 0)
           WHEN 'pg_rewrite'::regclass THEN r.ev_class
         END AS relation,
         p.pronamespace,
         d.adnum,
         k.conkey,
         i.indexrelid
  FROM used u
  LEFT JOIN pg_index i ON u.classid = 'pg_class'::regclass AND i.indexrelid = u.objid
  LEFT JOIN pg_attrdef d ON u.classid = 'pg_attrdef'::regclass AND d.oid = u.objid
  LEFT JOIN pg_constraint k ON u.classid = 'pg_constraint'::regclass AND k.oid = u.objid
  LEFT JOIN pg_rewrite r ON u.classid = 'pg_rewrite'::regclass AND r.oid = u.objid
  LEFT JOIN pg_proc p ON u.classid = 'pg_proc'::regclass AND p.oid = u.objid
)
SELECT pg_describe_object(p.classid, p.objid, p.objsubid) AS what,
       CASE WHEN c.relkind IN ('r', 'p') AND c.relnamespace = p.typnamespace THEN c.relname END
         AS table_name,
       ARRAY(
         SELECT a.attname::text
         FROM pg_attribute a
         WHERE a.attrelid = p.relation
           AND a.attnum > 0
           AND (a.attnum = p.adnum
             OR a.attnum = ANY (p.conkey)
             OR p.classid = 'pg_class'::regclass AND p.indexrelid IS NULL AND a.attnum = p.objsubid
             OR EXISTS (
               SELECT
               FROM pg_depend d
               WHERE d.classid = 'pg_class'::regclass
                 AND d.objid = p.indexrelid
                 AND d.refclassid = 'pg_class'::regclass
                 AND d.refobjid = p.relation
                 AND d.refobjsubid = a.attnum))) AS columns
FROM placed p
LEFT JOIN pg_class c ON c.oid = p.relation
LEFT JOIN pg_namespace n ON n.oid = coalesce(c.relnamespace, p.pronamespace)
WHERE n.nspname IS NULL OR n.nspname <> ALL (?::text[])
ORDER BY what

-- Objects that use the table or some of its columns, be it through views. One row for each column: its number, 0 for the
-- whole row, NULL where the object needs the table but none of its columns.
WITH RECURSIVE subject AS (
  SELECT c.oid, c.reltype, t.typarray
  FROM pg_class c
  LEFT JOIN pg_type t ON t.oid = c.reltype
  WHERE c.oid = ?::oid
),
foreign_schema AS (
  SELECT n.oid, n.nspname
  FROM pg_namespace n
  WHERE n.nspname <> 'phase' AND n.nspname <> ALL (?::text[])
),
used AS (
  SELECT d.classid, d.objid, d.objsubid, d.deptype, d.refobjsubid AS attnum, 0::oid AS through
  FROM pg_depend d
  JOIN subject s ON d.refobjid = s.oid
  WHERE d.refclassid = 'pg_class'::regclass
  UNION
  -- What uses a view in any way is in the way of the columns that the view uses.
  SELECT d.classid, d.objid, d.objsubid, d.deptype, u.attnum, c.oid
  FROM used u
  JOIN pg_rewrite r ON u.classid = 'pg_rewrite'::regclass AND r.oid = u.objid
  JOIN pg_class c ON c.oid = r.ev_class AND c.relkind = 'v' AND c.oid <> u.through
  JOIN foreign_schema n ON n.oid = c.relnamespace
  JOIN pg_depend d
    ON d.refclassid = 'pg_class'::regclass AND d.refobjid = c.oid
    OR d.refclassid = 'pg_type'::regclass AND d.refobjid = c.reltype
  WHERE u.attnum > 0 AND d.deptype <> 'i'
),
row_used AS (
  SELECT d.classid, d.objid, d.objsubid
  FROM pg_depend d
  JOIN subject s ON d.refobjid IN (s.reltype, s.typarray)
  WHERE d.refclassid = 'pg_type'::regclass
    AND d.deptype <> 'i'
    AND d.objid <> s.oid
),
found AS (
  SELECT CASE
           WHEN c.relkind <> 'v' THEN 'materialized view'
           WHEN u.through = 0 AND r.ev_action::text LIKE '%:varattno 0 %' THEN 'view of whole rows'
           WHEN EXISTS (SELECT FROM pg_rewrite o WHERE o.ev_class = c.oid AND o.rulename <> '_RETURN')
             THEN 'view with rules'
           WHEN EXISTS (
             SELECT
             FROM pg_depend e
             WHERE e.classid = 'pg_class'::regclass AND e.objid = c.oid AND e.deptype = 'e')
             THEN 'view of an extension'
           WHEN EXISTS (
             SELECT
             FROM pg_seclabel l
             WHERE l.classoid = 'pg_class'::regclass AND l.objoid = c.oid) THEN 'labelled view'
           WHEN EXISTS (
             SELECT
             FROM (
               SELECT c.relacl AS list
               UNION ALL
               SELECT a.attacl FROM pg_attribute a WHERE a.attrelid = c.oid) AS acl
             CROSS JOIN LATERAL aclexplode(acl.list) AS entry
             WHERE entry.grantor <> c.relowner) THEN 'view with privileges that its owner did not grant'
           ELSE 'view'
         END AS kind,
         n.nspname || '.' || c.relname AS name,
         coalesce(nullif(u.attnum, 0), CASE WHEN r.ev_action::text LIKE '%:varattno 0 %' THEN 0 END) AS attnum
  FROM used u
  JOIN pg_rewrite r ON u.classid = 'pg_rewrite'::regclass AND r.oid = u.objid
  JOIN pg_class c ON c.oid = r.ev_class AND c.relkind IN ('v', 'm')
  JOIN foreign_schema n ON n.oid = c.relnamespace
  UNION ALL
  SELECT 'rule', r.rulename || ' on ' || n.nspname || '.' || c.relname, nullif(u.attnum, 0)
  FROM used u
  JOIN pg_rewrite r ON u.classid = 'pg_rewrite'::regclass AND r.oid = u.objid
  JOIN pg_class c ON c.oid = r.ev_class AND c.relkind NOT IN ('v', 'm')
  JOIN foreign_schema n ON n.oid = c.relnamespace
  UNION ALL
  SELECT CASE u.through WHEN 0 THEN 'policy' ELSE 'policy that reads a view' END,
         p.polname,
         u.attnum
  FROM used u
  JOIN subject s ON u.attnum > 0
  JOIN pg_policy p ON u.classid = 'pg_policy'::regclass AND p.oid = u.objid AND p.polrelid = s.oid
  UNION ALL
  SELECT 'policy of another table',
         p.polname || ' on ' || n.nspname || '.' || c.relname,
         nullif(u.attnum, 0)
  FROM used u
  JOIN subject s ON true
  JOIN pg_policy p ON u.classid = 'pg_policy'::regclass AND p.oid = u.objid AND p.polrelid <> s.oid
  JOIN pg_class c ON c.oid = p.polrelid
  JOIN pg_namespace n ON n.oid = c.relnamespace
  UNION ALL
  -- Up to 14 the generated column depends on its sources, from 15 on its expression does.
  SELECT 'generated column', a.attname, u.attnum
  FROM used u
  JOIN subject s ON true
  LEFT JOIN pg_attrdef d ON u.classid = 'pg_attrdef'::regclass AND d.oid = u.objid
  JOIN pg_attribute a
    ON a.attrelid = s.oid
    AND a.attgenerated <> ''
    AND a.attnum <> u.attnum
    AND u.through = 0
    AND (a.attnum = d.adnum AND d.adrelid = s.oid
      OR u.classid = 'pg_class'::regclass AND u.objid = s.oid AND a.attnum = u.objsubid)
  UNION ALL
  -- One that fires before ours judges by a column that has not followed its shadow yet, and one that
  -- names the column does not fire where only the shadow is written.
  SELECT CASE
           WHEN t.tgtype & 66 = 0 AND u.attnum <> ALL (t.tgattr::smallint[]) THEN 'AFTER trigger'
           ELSE 'trigger'
         END,
         t.tgname,
         u.attnum
  FROM used u
  JOIN subject s ON true
  JOIN pg_trigger t
    ON u.classid = 'pg_trigger'::regclass AND t.oid = u.objid AND t.tgrelid = s.oid
  WHERE u.attnum > 0 AND NOT t.tgisinternal AND NOT starts_with(t.tgname::text, '~phase_')
  UNION ALL
  SELECT 'statistics object', n.nspname || '.' || e.stxname, u.attnum
  FROM used u
  JOIN pg_statistic_ext e ON u.classid = 'pg_statistic_ext'::regclass AND e.oid = u.objid
  JOIN pg_namespace n ON n.oid = e.stxnamespace
  WHERE u.attnum > 0
  UNION ALL
  SELECT 'publication', p.pubname, u.attnum
  FROM used u
  JOIN pg_publication_rel pr ON u.classid = 'pg_publication_rel'::regclass AND pr.oid = u.objid
  JOIN pg_publication p ON p.oid = pr.prpubid
  WHERE u.attnum > 0
  UNION ALL
  SELECT 'sequence', n.nspname || '.' || c.relname, u.attnum
  FROM used u
  JOIN pg_class c ON u.classid = 'pg_class'::regclass AND c.oid = u.objid AND c.relkind = 'S'
  JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE u.attnum > 0 AND u.deptype = 'a'
  UNION ALL
  SELECT CASE u.deptype WHEN 'i' THEN 'default from its identity' ELSE 'default from its sequence' END,
         n.nspname || '.' || c.relname || '.' || a.attname,
         u.attnum
  FROM used u
  JOIN pg_class q ON u.classid = 'pg_class'::regclass AND q.oid = u.objid AND q.relkind = 'S'
  JOIN pg_depend p ON p.refclassid = 'pg_class'::regclass AND p.refobjid = q.oid
  JOIN pg_attrdef d ON p.classid = 'pg_attrdef'::regclass AND d.oid = p.objid
  JOIN subject s ON d.adrelid <> s.oid OR d.adnum <> u.attnum
  JOIN pg_attribute a ON a.attrelid = d.adrelid AND a.attnum = d.adnum
  JOIN pg_class c ON c.oid = d.adrelid
  JOIN foreign_schema n ON n.oid = c.relnamespace
  WHERE u.attnum > 0 AND u.deptype IN ('a', 'i')
  UNION ALL
  SELECT 'function',
         p.oid::regprocedure::text,
         coalesce(nullif(u.attnum, 0), CASE WHEN p.prosqlbody::text LIKE '%:varattno 0 %' THEN 0 END)
  FROM used u
  JOIN pg_proc p ON u.classid = 'pg_proc'::regclass AND p.oid = u.objid
  JOIN foreign_schema n ON n.oid = p.pronamespace
  UNION ALL
  -- A body that is text is compiled when it is called, so it follows the table.
  SELECT 'function', p.oid::regprocedure::text, CASE WHEN p.prosqlbody IS NOT NULL THEN 0 END
  FROM row_used u
  JOIN pg_proc p ON u.classid = 'pg_proc'::regclass AND p.oid = u.objid
  JOIN foreign_schema n ON n.oid = p.pronamespace
  UNION ALL
  SELECT 'column', n.nspname || '.' || c.relname || '.' || a.attname, u.attnum
  FROM (
    SELECT classid, objid, objsubid, 0 AS attnum FROM row_used
    UNION ALL
    SELECT classid, objid, objsubid, attnum FROM used WHERE through > 0) AS u
  JOIN pg_class c ON u.classid = 'pg_class'::regclass AND c.oid = u.objid
  JOIN foreign_schema n ON n.oid = c.relnamespace
  JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = u.objsubid AND a.attnum > 0
  UNION ALL
  SELECT CASE t.typtype WHEN 'd' THEN 'domain' ELSE 'type' END, format_type(t.oid, NULL), u.attnum
  FROM (
    SELECT classid, objid, 0 AS attnum FROM row_used
    UNION ALL
    SELECT classid, objid, attnum FROM used WHERE through > 0) AS u
  JOIN pg_type t ON u.classid = 'pg_type'::regclass AND t.oid = u.objid
)
SELECT f.kind,
       f.name,
       array_remove(array_agg(DISTINCT a.attname::text), NULL) AS columns
FROM found f
JOIN subject s ON true
LEFT JOIN pg_attribute a
  ON a.attrelid = s.oid
  AND a.attnum > 0
  AND NOT a.attisdropped
  AND (a.attnum = f.attnum OR f.attnum = 0)
GROUP BY f.kind, f.name
ORDER BY f.kind, f.name

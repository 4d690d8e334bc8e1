-- Everything in the current schema, one line each, whatever the order of columns.
WITH relation AS (
  SELECT c.oid, c.relname, c.relkind
  FROM pg_class c
  WHERE c.relnamespace = current_schema()::regnamespace
)
SELECT format('%s %s', r.relkind, r.relname)
    || coalesce(' -- ' || obj_description(r.oid, 'pg_class'), '')
FROM relation r
UNION ALL
SELECT format(
    'column %s.%s %s%s%s%s%s',
    r.relname,
    a.attname,
    -- An extension is in one schema for all.
    replace(format_type(a.atttypid, a.atttypmod), 'public.', ''),
    CASE WHEN a.attnotnull THEN ' NOT NULL' END,
    CASE WHEN a.attidentity <> '' THEN ' IDENTITY ' || a.attidentity::text END,
    ' DEFAULT ' || pg_get_expr(d.adbin, d.adrelid),
    ' -- ' || col_description(a.attrelid, a.attnum))
FROM relation r
JOIN pg_attribute a ON a.attrelid = r.oid AND a.attnum > 0 AND NOT a.attisdropped
LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
WHERE r.relkind IN ('r', 'p', 'v')
UNION ALL
SELECT format(
    'constraint %s.%s %s%s',
    r.relname,
    c.conname,
    pg_get_constraintdef(c.oid),
    CASE WHEN NOT c.convalidated THEN ' not validated' END)
FROM relation r
JOIN pg_constraint c ON c.conrelid = r.oid AND c.contype <> 'n'
UNION ALL
SELECT replace(pg_get_indexdef(r.oid), current_schema() || '.', '')
    || CASE WHEN NOT i.indisvalid THEN ' invalid' ELSE '' END
FROM relation r
JOIN pg_index i ON i.indexrelid = r.oid
UNION ALL
SELECT format('trigger %s on %s', t.tgname, r.relname)
FROM relation r
JOIN pg_trigger t ON t.tgrelid = r.oid AND NOT t.tgisinternal
UNION ALL
SELECT format('sequence %s', r.relname)
    || format(' %s start %s increment %s', s.seqtypid::regtype, s.seqstart, s.seqincrement)
    || format(' min %s max %s cache %s', s.seqmin, s.seqmax, s.seqcache)
    || CASE WHEN s.seqcycle THEN ' cycle' ELSE '' END
    || coalesce(' owned by ' || d.refobjid::regclass::text || '.' || a.attname, '')
FROM relation r
JOIN pg_sequence s ON s.seqrelid = r.oid
LEFT JOIN pg_depend d
  ON d.classid = 'pg_class'::regclass
  AND d.objid = r.oid
  AND d.refclassid = 'pg_class'::regclass
  AND d.refobjsubid > 0
LEFT JOIN pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
UNION ALL
SELECT format('replica identity of %s %s', r.relname, c.relreplident)
FROM relation r
JOIN pg_class c ON c.oid = r.oid
WHERE r.relkind = 'r'
UNION ALL
SELECT format('enum %s', t.typname)
FROM pg_type t
WHERE t.typnamespace = current_schema()::regnamespace AND t.typtype = 'e'
UNION ALL
SELECT format('function %s', p.proname)
FROM pg_proc p
WHERE p.pronamespace = current_schema()::regnamespace
  AND NOT EXISTS (
    SELECT
    FROM pg_depend d
    WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e')
UNION ALL
SELECT format('extension %s', extname)
FROM pg_extension
UNION ALL
SELECT format('statistics %s', s.stxname)
    || coalesce(' -- ' || obj_description(s.oid, 'pg_statistic_ext'), '')
FROM pg_statistic_ext s
WHERE s.stxnamespace = current_schema()::regnamespace
ORDER BY 1

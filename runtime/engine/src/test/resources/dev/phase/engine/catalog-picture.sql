WITH chosen AS (
  SELECT oid, nspname FROM pg_namespace WHERE {condition}
), relations AS (
  SELECT c.*, n.nspname, CASE WHEN {anonymous} THEN '' ELSE n.nspname || '.' END AS prefix
  FROM pg_class c JOIN chosen n ON n.oid = c.relnamespace
), lines AS (
  SELECT format('%s%s kind %s%s', prefix, relname, relkind,
                ' comment ' || obj_description(oid, 'pg_class')) AS line
  FROM relations WHERE relkind <> 'i'
  UNION ALL
  SELECT format('%s%s replica identity %s %s', r.prefix, r.relname, r.relreplident,
                (SELECT relname FROM pg_class WHERE oid = i.indexrelid))
  FROM relations r
  LEFT JOIN pg_index i ON i.indrelid = r.oid AND i.indisreplident
  WHERE r.relkind IN ('r', 'p')
  UNION ALL
  SELECT format('%s%s sequence %s start %s increment %s min %s max %s cache %s cycle %s owned by %s',
                r.prefix, r.relname, s.seqtypid::regtype, s.seqstart, s.seqincrement, s.seqmin, s.seqmax,
                s.seqcache, s.seqcycle, a.attname)
         || format(' at %s granted %s', pg_sequence_last_value(r.oid), r.relacl)
  FROM relations r
  JOIN pg_sequence s ON s.seqrelid = r.oid
  LEFT JOIN pg_depend d
    ON d.classid = 'pg_class'::regclass AND d.objid = r.oid
    AND d.refclassid = 'pg_class'::regclass AND d.refobjsubid > 0
  LEFT JOIN pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
  UNION ALL
  SELECT format('%s%s.%s %s%s%s%s%s', r.prefix, r.relname, a.attname,
                replace(format_type(a.atttypid, a.atttypmod), quote_ident(r.nspname) || '.', ''),
                CASE WHEN a.attnotnull THEN ' not null' END,
                ' default ' || replace(pg_get_expr(d.adbin, d.adrelid), quote_ident(r.nspname) || '.', ''),
                ' identity ' || nullif(a.attidentity::text, ''),
                ' comment ' || col_description(r.oid, a.attnum))
  FROM relations r
  JOIN pg_attribute a ON a.attrelid = r.oid AND a.attnum > 0 AND NOT a.attisdropped
  LEFT JOIN pg_attrdef d ON d.adrelid = r.oid AND d.adnum = a.attnum
  WHERE r.relkind IN ('r', 'p', 'v', 'm')
  UNION ALL
  SELECT format('%s%s constraint %s %s valid %s', r.prefix, r.relname, k.conname,
                replace(pg_get_constraintdef(k.oid), quote_ident(r.nspname) || '.', ''), k.convalidated)
  FROM pg_constraint k JOIN relations r ON r.oid = k.conrelid
  WHERE k.contype <> 'n'
  UNION ALL
  SELECT format('%s%s index %s valid %s', r.prefix, r.relname,
                replace(pg_get_indexdef(i.indexrelid), quote_ident(r.nspname) || '.', ''), i.indisvalid)
  FROM pg_index i JOIN relations r ON r.oid = i.indrelid WHERE r.relkind IN ('r', 'p', 'm')
  UNION ALL
  SELECT format('%s%s trigger %s', r.prefix, r.relname, t.tgname)
  FROM pg_trigger t JOIN relations r ON r.oid = t.tgrelid WHERE NOT t.tgisinternal
  UNION ALL
  SELECT format('function %s', p.proname) FROM pg_proc p JOIN chosen n ON n.oid = p.pronamespace
  UNION ALL
  SELECT format('type %s', t.typname) FROM pg_type t JOIN chosen n ON n.oid = t.typnamespace
  WHERE t.typtype IN ('e', 'd')
  UNION ALL
  SELECT format('enum %s label %s', t.typname, string_agg(e.enumlabel, ', ' ORDER BY e.enumsortorder))
  FROM pg_type t
  JOIN chosen n ON n.oid = t.typnamespace
  JOIN pg_enum e ON e.enumtypid = t.oid
  GROUP BY t.typname
  UNION ALL
  SELECT format('extension %s %s', e.extname, e.extversion)
  FROM pg_extension e JOIN chosen n ON n.oid = e.extnamespace
  UNION ALL
  SELECT format('schema %s', nspname) FROM chosen WHERE NOT {anonymous}
)
SELECT line FROM lines ORDER BY line

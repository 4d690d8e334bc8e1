WITH chosen AS (
  SELECT oid, nspname FROM pg_namespace WHERE {condition}
), relations AS (
  SELECT c.*, n.nspname, CASE WHEN {anonymous} THEN '' ELSE n.nspname || '.' END AS prefix
  FROM pg_class c JOIN chosen n ON n.oid = c.relnamespace
), lines AS (
  SELECT format('%s%s kind %s', prefix, relname, relkind) AS line FROM relations WHERE relkind <> 'i'
  UNION ALL
  SELECT format('%s%s.%s %s%s%s%s%s', r.prefix, r.relname, a.attname,
                format_type(a.atttypid, a.atttypmod),
                CASE WHEN a.attnotnull THEN ' not null' END,
                ' default ' || pg_get_expr(d.adbin, d.adrelid),
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
  SELECT format('schema %s', nspname) FROM chosen WHERE NOT {anonymous}
)
SELECT line FROM lines ORDER BY line

WITH chosen AS (
  SELECT oid, nspname FROM pg_namespace WHERE {condition}
), relations AS (
  SELECT c.*, n.nspname, quote_ident(n.nspname) || '.' AS qualifier,
         CASE WHEN {anonymous} THEN '' ELSE n.nspname || '.' END || c.relname AS name
  FROM pg_class c JOIN chosen n ON n.oid = c.relnamespace
), lines AS (
  SELECT format('%s kind %s owner %s%s%s%s%s%s', name, relkind, relowner::regrole,
                ' persistence ' || nullif(relpersistence::text, 'p'),
                ' options ' || reloptions::text,
                CASE WHEN relrowsecurity THEN ' row security' END,
                CASE WHEN relforcerowsecurity THEN ' forced' END,
                ' comment ' || obj_description(oid, 'pg_class')) AS line
  FROM relations WHERE relkind NOT IN ('i', 'I')
  UNION ALL
  SELECT format('%s grant %s', name, item)
  FROM relations, unnest(relacl) AS item
  UNION ALL
  SELECT format('%s inherits %s', r.name, replace(i.inhparent::regclass::text, r.qualifier, ''))
  FROM relations r JOIN pg_inherits i ON i.inhrelid = r.oid
  UNION ALL
  SELECT format('%s replica identity %s %s', r.name, r.relreplident,
                (SELECT relname FROM pg_class WHERE oid = i.indexrelid))
  FROM relations r
  LEFT JOIN pg_index i ON i.indrelid = r.oid AND i.indisreplident
  WHERE r.relkind IN ('r', 'p')
  UNION ALL
  SELECT format('%s sequence %s start %s increment %s min %s max %s cache %s cycle %s owned by %s',
                r.name, s.seqtypid::regtype, s.seqstart, s.seqincrement, s.seqmin, s.seqmax,
                s.seqcache, s.seqcycle, a.attname)
         || format(' at %s granted %s', pg_sequence_last_value(r.oid), r.relacl)
  FROM relations r
  JOIN pg_sequence s ON s.seqrelid = r.oid
  LEFT JOIN pg_depend d
    ON d.classid = 'pg_class'::regclass AND d.objid = r.oid
    AND d.refclassid = 'pg_class'::regclass AND d.refobjsubid > 0
  LEFT JOIN pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
  UNION ALL
  SELECT format('%s.%s %s%s%s%s%s%s%s%s%s%s%s', r.name, a.attname,
                replace(format_type(a.atttypid, a.atttypmod), r.qualifier, ''),
                ' collate ' || (SELECT collname FROM pg_collation
                                WHERE oid = a.attcollation AND a.attcollation <> t.typcollation),
                CASE WHEN a.attnotnull THEN ' not null' END,
                ' default ' || replace(pg_get_expr(d.adbin, d.adrelid), r.qualifier, ''),
                ' identity ' || nullif(a.attidentity::text, ''),
                ' generated ' || nullif(a.attgenerated::text, ''),
                CASE WHEN a.attstattarget >= 0 THEN ' statistics ' || a.attstattarget END,
                CASE WHEN a.attstorage <> t.typstorage THEN ' storage ' || a.attstorage::text END,
                ' compression ' || nullif(a.attcompression::text, ''),
                ' options ' || a.attoptions::text,
                ' comment ' || col_description(r.oid, a.attnum))
  FROM relations r
  JOIN pg_attribute a ON a.attrelid = r.oid AND a.attnum > 0 AND NOT a.attisdropped
  JOIN pg_type t ON t.oid = a.atttypid
  LEFT JOIN pg_attrdef d ON d.adrelid = r.oid AND d.adnum = a.attnum
  WHERE r.relkind IN ('r', 'p', 'v', 'm')
  UNION ALL
  SELECT format('%s.%s grant %s', r.name, a.attname, item)
  FROM relations r
  JOIN pg_attribute a ON a.attrelid = r.oid AND NOT a.attisdropped, unnest(a.attacl) AS item
  UNION ALL
  SELECT format('%s constraint %s %s valid %s%s', r.name, k.conname,
                replace(pg_get_constraintdef(k.oid), r.qualifier, ''), k.convalidated,
                ' comment ' || obj_description(k.oid, 'pg_constraint'))
  FROM pg_constraint k JOIN relations r ON r.oid = k.conrelid
  WHERE k.contype <> 'n'
  UNION ALL
  SELECT format('%s index %s valid %s%s%s%s', r.name,
                replace(pg_get_indexdef(i.indexrelid), r.qualifier, ''), i.indisvalid,
                CASE WHEN i.indisclustered THEN ' clustered' END,
                (SELECT string_agg(format(' statistics %s %s', attnum, attstattarget), '' ORDER BY attnum)
                 FROM pg_attribute WHERE attrelid = i.indexrelid AND attstattarget >= 0),
                ' comment ' || obj_description(i.indexrelid, 'pg_class'))
  FROM pg_index i JOIN relations r ON r.oid = i.indrelid WHERE r.relkind IN ('r', 'p', 'm')
  UNION ALL
  SELECT format('%s trigger %s enabled %s%s', r.name,
                replace(pg_get_triggerdef(t.oid), r.qualifier, ''), t.tgenabled,
                ' comment ' || obj_description(t.oid, 'pg_trigger'))
  FROM pg_trigger t JOIN relations r ON r.oid = t.tgrelid WHERE NOT t.tgisinternal
  UNION ALL
  SELECT format('%s rule %s', r.name, replace(pg_get_ruledef(w.oid), r.qualifier, ''))
  FROM pg_rewrite w JOIN relations r ON r.oid = w.ev_class
  UNION ALL
  SELECT format('%s policy %s for %s permissive %s to %s using %s check %s', r.name, p.polname,
                p.polcmd, p.polpermissive, p.polroles::regrole[],
                replace(pg_get_expr(p.polqual, p.polrelid), r.qualifier, ''),
                replace(pg_get_expr(p.polwithcheck, p.polrelid), r.qualifier, ''))
  FROM pg_policy p JOIN relations r ON r.oid = p.polrelid
  UNION ALL
  SELECT format('%s published in %s', r.name, p.pubname)
  FROM pg_publication_rel m
  JOIN pg_publication p ON p.oid = m.prpubid
  JOIN relations r ON r.oid = m.prrelid
  UNION ALL
  SELECT format('statistics %s%s',
                replace(pg_get_statisticsobjdef(s.oid), quote_ident(n.nspname) || '.', ''),
                ' comment ' || obj_description(s.oid, 'pg_statistic_ext'))
  FROM pg_statistic_ext s JOIN chosen n ON n.oid = s.stxnamespace
  UNION ALL
  SELECT format('function %s owner %s%s%s',
                replace(pg_get_functiondef(p.oid), quote_ident(n.nspname) || '.', ''),
                p.proowner::regrole, ' grants ' || p.proacl::text,
                ' comment ' || obj_description(p.oid, 'pg_proc'))
  FROM pg_proc p JOIN chosen n ON n.oid = p.pronamespace WHERE p.prokind IN ('f', 'p')
  UNION ALL
  SELECT format('type %s owner %s%s%s%s', t.typname, t.typowner::regrole,
                ' of ' || format_type(nullif(t.typbasetype, 0), t.typtypmod),
                ' grants ' || t.typacl::text,
                ' comment ' || obj_description(t.oid, 'pg_type'))
  FROM pg_type t JOIN chosen n ON n.oid = t.typnamespace
  WHERE t.typtype IN ('e', 'd')
  UNION ALL
  SELECT format('domain %s constraint %s %s', t.typname, k.conname, pg_get_constraintdef(k.oid))
  FROM pg_constraint k
  JOIN pg_type t ON t.oid = k.contypid
  JOIN chosen n ON n.oid = t.typnamespace
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
  SELECT format('schema %s owner %s%s', nspname, nspowner::regrole,
                ' grants ' || nspacl::text)
  FROM chosen c JOIN pg_namespace USING (oid, nspname) WHERE NOT {anonymous}
)
SELECT line FROM lines ORDER BY line

-- What the table is or has that a new column beside an old one would not share. One row for each
-- column: its number, 0 for every column, NULL for what is none of the columns' business.
WITH subject AS (
  SELECT c.*, n.nspname || '.' || c.relname AS full_name
  FROM pg_class c
  JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE c.oid = ?::oid
),
found AS (
  SELECT CASE WHEN c.relispartition THEN 'partition' ELSE 'child table' END AS kind,
         n.nspname || '.' || c.relname AS name,
         NULL::integer AS attnum
  FROM subject s
  JOIN pg_inherits i ON i.inhparent = s.oid
  JOIN pg_class c ON c.oid = i.inhrelid
  JOIN pg_namespace n ON n.oid = c.relnamespace
  UNION ALL
  SELECT CASE WHEN s.relispartition THEN 'partitioned table' ELSE 'parent table' END,
         n.nspname || '.' || c.relname,
         a.attnum
  FROM subject s
  JOIN pg_attribute a ON a.attrelid = s.oid AND a.attinhcount > 0
  JOIN pg_inherits i ON i.inhrelid = s.oid
  JOIN pg_class c ON c.oid = i.inhparent
  JOIN pg_namespace n ON n.oid = c.relnamespace
  UNION ALL
  SELECT 'partition key', pg_get_partkeydef(s.oid), d.objsubid
  FROM subject s
  JOIN pg_depend d
    ON d.classid = 'pg_class'::regclass AND d.objid = s.oid AND d.objsubid > 0
    AND d.refclassid = 'pg_class'::regclass AND d.refobjid = s.oid AND d.refobjsubid = 0
  WHERE s.relkind = 'p'
  UNION ALL
  SELECT 'index of a partitioned table', c.relname, NULL
  FROM subject s
  JOIN pg_index x ON x.indrelid = s.oid
  JOIN pg_inherits i ON i.inhrelid = x.indexrelid
  JOIN pg_class c ON c.oid = x.indexrelid
  UNION ALL
  SELECT 'inherited constraint', con.conname, NULL
  FROM subject s
  JOIN pg_constraint con ON con.conrelid = s.oid AND con.contype <> 'n'
  WHERE con.coninhcount > 0 OR con.conparentid <> 0
  UNION ALL
  SELECT 'foreign table', s.full_name, NULL FROM subject s WHERE s.relkind = 'f'
  UNION ALL
  SELECT 'unlogged table', s.full_name, NULL FROM subject s WHERE s.relpersistence = 'u'
  UNION ALL
  SELECT 'type of the table', format_type(s.reloftype, NULL), 0 FROM subject s WHERE s.reloftype <> 0
  UNION ALL
  -- Views run as their owner before 15, so that they do not respect it.
  SELECT 'row-level security', s.full_name, 0
  FROM subject s
  WHERE s.relrowsecurity AND current_setting('server_version_num')::integer < 150000
  UNION ALL
  SELECT 'replica identity', c.relname, k.attnum
  FROM subject s
  JOIN pg_index i ON i.indrelid = s.oid AND i.indisreplident AND s.relreplident = 'i'
  JOIN pg_class c ON c.oid = i.indexrelid
  CROSS JOIN LATERAL unnest(i.indkey::smallint[]) AS k (attnum)
  UNION ALL
  SELECT 'foreign key', n.nspname || '.' || c.relname || '.' || con.conname, k.attnum
  FROM subject s
  JOIN pg_constraint con ON con.confrelid = s.oid AND con.contype = 'f' AND con.conparentid = 0
  JOIN pg_class c ON c.oid = con.conrelid
  JOIN pg_namespace n ON n.oid = c.relnamespace
  CROSS JOIN LATERAL unnest(con.confkey) AS k (attnum)
  UNION ALL
  -- Phase grants as the owner.
  SELECT CASE acl.grantor
           WHEN s.relowner THEN 'column privilege'
           ELSE 'privilege granted by ' || pg_get_userbyid(acl.grantor)
         END,
         acl.privilege_type || ' of '
           || CASE acl.grantee WHEN 0 THEN 'PUBLIC' ELSE pg_get_userbyid(acl.grantee)::text END,
         a.attnum
  FROM subject s
  JOIN pg_attribute a ON a.attrelid = s.oid AND NOT a.attisdropped
  CROSS JOIN LATERAL aclexplode(a.attacl) AS acl
  UNION ALL
  SELECT 'column setting', setting.name, a.attnum
  FROM subject s
  JOIN pg_attribute a ON a.attrelid = s.oid AND a.attnum > 0 AND NOT a.attisdropped
  JOIN pg_type t ON t.oid = a.atttypid
  CROSS JOIN LATERAL (
    VALUES ('STATISTICS', coalesce(a.attstattarget, -1) <> -1),
           ('STORAGE', a.attstorage <> t.typstorage),
           ('COMPRESSION', a.attcompression <> ''),
           (array_to_string(a.attoptions, ', '), a.attoptions IS NOT NULL)
  ) AS setting (name, is_set)
  WHERE setting.is_set
)
SELECT f.kind, f.name, array_remove(array_agg(DISTINCT a.attname::text), NULL) AS columns
FROM found f
JOIN subject s ON true
LEFT JOIN pg_attribute a
  ON a.attrelid = s.oid
  AND a.attnum > 0
  AND NOT a.attisdropped
  AND (a.attnum = f.attnum OR f.attnum = 0)
GROUP BY f.kind, f.name
ORDER BY f.kind, f.name

WITH door AS (
  SELECT schema_name AS name FROM phase.version
  WHERE base_schema = :base AND schema_name IS NOT NULL
),
dual_write AS (
  SELECT t.tgrelid, t.tgname, t.tgfoid, c.relname
  FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
    JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE n.nspname = :base AND t.tgname LIKE '~phase%' AND NOT t.tgisinternal
),
object (kind, schema_name, name, part) AS (
  SELECT 'schema', name, name, '' FROM door
  UNION
  SELECT 'view', n.nspname, c.relname, ''
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN door ON door.name = n.nspname
  WHERE c.relkind = 'v'
  UNION
  SELECT 'trigger', :base, relname, tgname FROM dual_write
  UNION
  SELECT 'function', n.nspname, p.proname, ''
  FROM dual_write d JOIN pg_proc p ON p.oid = d.tgfoid JOIN pg_namespace n ON n.oid = p.pronamespace
  UNION
  SELECT 'function', 'phase', conversion, '' FROM unnest(:conversions) conversion
  UNION
  SELECT 'column', :base, d.relname, a.attname
  FROM dual_write d JOIN pg_attribute a ON a.attrelid = d.tgrelid
  WHERE a.attnum > 0 AND NOT a.attisdropped
),
defined AS (
  SELECT o.*, phase.definition(kind, schema_name, name, part) AS definition FROM object o
)
INSERT INTO phase.object (base_schema, kind, schema_name, name, part, definition, server_major)
SELECT :base, kind, schema_name, name, part, definition,
       current_setting('server_version_num')::int / 10000
FROM defined WHERE definition IS NOT NULL

CREATE OR REPLACE FUNCTION phase.remade(base oid, column_number smallint)
RETURNS TABLE (kind text, name text, removal text, creation text[])
LANGUAGE sql STABLE
AS $phase$
-- What uses a column and can be made again over another one, in an order in which that works. Names
-- are printed as the caller's search_path makes them necessary.
WITH RECURSIVE rule AS (
  SELECT r.oid, r.ev_class
  FROM pg_catalog.pg_rewrite r
  JOIN pg_catalog.pg_class c ON c.oid = r.ev_class AND c.relkind = 'v'
  JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
  WHERE NOT EXISTS (SELECT FROM phase.version v WHERE v.schema_name = n.nspname)
),
uses AS (
  SELECT rule.ev_class AS view, d.refobjid AS relation, d.refobjsubid AS attnum
  FROM rule
  JOIN pg_catalog.pg_depend d
    ON d.classid = 'pg_catalog.pg_rewrite'::pg_catalog.regclass
    AND d.objid = rule.oid
    AND d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass
    AND d.refobjid <> rule.ev_class
),
reached (oid, depth) AS (
  SELECT uses.view, 1 FROM uses WHERE uses.relation = base AND uses.attnum = column_number
  UNION
  SELECT uses.view, reached.depth + 1 FROM reached JOIN uses ON uses.relation = reached.oid
),
view AS (
  SELECT c.*, reached.depth
  FROM (SELECT r.oid, pg_catalog.max(r.depth) AS depth FROM reached r GROUP BY r.oid) AS reached
  JOIN pg_catalog.pg_class c ON c.oid = reached.oid
),
remark (classid, objid, objsubid, text) AS (
  SELECT d.classoid, d.objoid, d.objsubid, pg_catalog.quote_literal(d.description)
  FROM pg_catalog.pg_description d
),
trigger_of AS (
  SELECT t.*,
         ARRAY[pg_catalog.pg_get_triggerdef(t.oid, true)]
           || CASE t.tgenabled
             WHEN 'D' THEN
               pg_catalog.format('ALTER TABLE %%s DISABLE TRIGGER %%I',
                                 t.tgrelid::pg_catalog.regclass, t.tgname)
             WHEN 'R' THEN
               pg_catalog.format('ALTER TABLE %%s ENABLE REPLICA TRIGGER %%I',
                                 t.tgrelid::pg_catalog.regclass, t.tgname)
             WHEN 'A' THEN
               pg_catalog.format('ALTER TABLE %%s ENABLE ALWAYS TRIGGER %%I',
                                 t.tgrelid::pg_catalog.regclass, t.tgname)
           END
           || ARRAY(
             SELECT pg_catalog.format('COMMENT ON TRIGGER %%I ON %%s IS %%s',
                                      t.tgname, t.tgrelid::pg_catalog.regclass, m.text)
             FROM remark m
             WHERE m.classid = 'pg_catalog.pg_trigger'::pg_catalog.regclass AND m.objid = t.oid
           ) AS creation
  FROM pg_catalog.pg_trigger t
  WHERE NOT t.tgisinternal AND t.tgparentid = 0
),
found (n, depth, kind, name, removal, creation) AS (
  SELECT 1,
         v.depth,
         'view',
         v.oid::pg_catalog.regclass::text,
         NULL,
         ARRAY[
           pg_catalog.format('CREATE VIEW %%s%%s AS %%s', v.oid::pg_catalog.regclass,
             ' WITH (' || pg_catalog.array_to_string(v.reloptions, ', ') || ')',
             pg_catalog.pg_get_viewdef(v.oid))]
         || ARRAY(
           SELECT pg_catalog.format('ALTER VIEW %%s ALTER COLUMN %%I SET DEFAULT %%s',
                                    v.oid::pg_catalog.regclass, a.attname,
                                    pg_catalog.pg_get_expr(d.adbin, d.adrelid))
           FROM pg_catalog.pg_attrdef d
           JOIN pg_catalog.pg_attribute a ON a.attrelid = d.adrelid AND a.attnum = d.adnum
           WHERE d.adrelid = v.oid)
         || ARRAY(
           SELECT s.text
           FROM trigger_of t
           CROSS JOIN LATERAL pg_catalog.unnest(t.creation) AS s (text)
           WHERE t.tgrelid = v.oid AND s.text IS NOT NULL)
         || ARRAY(
           SELECT pg_catalog.format('COMMENT ON %%s %%s%%s IS %%s',
                                    CASE m.objsubid WHEN 0 THEN 'VIEW' ELSE 'COLUMN' END,
                                    v.oid::pg_catalog.regclass,
                                    '.' || pg_catalog.quote_ident(a.attname), m.text)
           FROM remark m
           LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = v.oid AND a.attnum = m.objsubid AND m.objsubid > 0
           WHERE m.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND m.objid = v.oid)
         || ARRAY(
           SELECT pg_catalog.format('ALTER VIEW %%s OWNER TO %%s',
                                    v.oid::pg_catalog.regclass, phase.role_name(v.relowner))
           WHERE pg_catalog.pg_get_userbyid(v.relowner) <> current_user)
         -- Default privileges may have given it others.
         || ARRAY(
           SELECT DISTINCT pg_catalog.format('REVOKE ALL ON TABLE %%s FROM %%s',
                                             v.oid::pg_catalog.regclass, phase.role_name(x.grantee))
           FROM (
             SELECT acl.grantee
             FROM pg_catalog.pg_default_acl AS d,
               LATERAL pg_catalog.aclexplode(d.defaclacl) AS acl
             WHERE d.defaclobjtype = 'r'
             UNION
             SELECT v.relowner WHERE v.relacl IS NOT NULL) AS x)
         || ARRAY(
           SELECT pg_catalog.format('GRANT %%s%%s ON TABLE %%s TO %%s%%s', acl.privilege_type,
                                    ' (' || pg_catalog.quote_ident(acl.attname) || ')',
                                    v.oid::pg_catalog.regclass, phase.role_name(acl.grantee),
                                    CASE WHEN acl.is_grantable THEN ' WITH GRANT OPTION' END)
           FROM (
             SELECT 0 AS attnum, NULL::name AS attname, x.*
             FROM pg_catalog.aclexplode(
               coalesce(v.relacl, pg_catalog.acldefault('r', v.relowner))) AS x
             UNION ALL
             SELECT a.attnum, a.attname, x.*
             FROM pg_catalog.pg_attribute a,
               LATERAL pg_catalog.aclexplode(a.attacl) AS x
             WHERE a.attrelid = v.oid) AS acl
           ORDER BY acl.attnum)
  FROM view v
  UNION ALL
  SELECT 2,
         0,
         'policy',
         p.polname,
         pg_catalog.format('DROP POLICY %%I ON %%s', p.polname, p.polrelid::pg_catalog.regclass),
         ARRAY[
           pg_catalog.format('CREATE POLICY %%I ON %%s AS %%s FOR %%s TO %%s%%s%%s',
             p.polname,
             p.polrelid::pg_catalog.regclass,
             CASE WHEN p.polpermissive THEN 'PERMISSIVE' ELSE 'RESTRICTIVE' END,
             CASE p.polcmd WHEN 'r' THEN 'SELECT' WHEN 'a' THEN 'INSERT' WHEN 'w' THEN 'UPDATE'
                           WHEN 'd' THEN 'DELETE' ELSE 'ALL' END,
             (SELECT pg_catalog.string_agg(phase.role_name(r.oid), ', ')
              FROM pg_catalog.unnest(p.polroles) AS r (oid)),
             ' USING (' || pg_catalog.pg_get_expr(p.polqual, p.polrelid) || ')',
             ' WITH CHECK (' || pg_catalog.pg_get_expr(p.polwithcheck, p.polrelid) || ')')]
         || ARRAY(
           SELECT pg_catalog.format('COMMENT ON POLICY %%I ON %%s IS %%s',
                                    p.polname, p.polrelid::pg_catalog.regclass, m.text)
           FROM remark m
           WHERE m.classid = 'pg_catalog.pg_policy'::pg_catalog.regclass AND m.objid = p.oid)
  FROM pg_catalog.pg_policy p
  WHERE p.polrelid = base
    AND EXISTS (
      SELECT
      FROM pg_catalog.pg_depend d
      WHERE d.classid = 'pg_catalog.pg_policy'::pg_catalog.regclass
        AND d.objid = p.oid
        AND d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass
        AND d.refobjid = base
        AND d.refobjsubid = column_number)
  UNION ALL
  SELECT 3,
         0,
         'trigger',
         t.tgname,
         pg_catalog.format('DROP TRIGGER %%I ON %%s', t.tgname, t.tgrelid::pg_catalog.regclass),
         pg_catalog.array_remove(t.creation, NULL)
  FROM trigger_of t
  WHERE t.tgrelid = base
    AND EXISTS (
      SELECT
      FROM pg_catalog.pg_depend d
      WHERE d.classid = 'pg_catalog.pg_trigger'::pg_catalog.regclass
        AND d.objid = t.oid
        AND d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass
        AND d.refobjid = base
        AND d.refobjsubid = column_number)
    AND NOT pg_catalog.starts_with(t.tgname::text, '~phase_')
  UNION ALL
  SELECT 5,
         0,
         'statistics object',
         e.name,
         'DROP STATISTICS ' || e.name,
         ARRAY[
           pg_catalog.format('CREATE STATISTICS %%s%%s ON %%s FROM %%s', e.name,
                             ' (' || e.kinds || ')',
                             pg_catalog.pg_get_statisticsobjdef_columns(e.oid),
                             base::pg_catalog.regclass)]
         || ARRAY(
           SELECT pg_catalog.format('ALTER STATISTICS %%s SET STATISTICS %%s', e.name, e.stxstattarget)
           WHERE e.stxstattarget >= 0)
         || ARRAY(
           SELECT pg_catalog.format('COMMENT ON STATISTICS %%s IS %%s', e.name, m.text)
           FROM remark m
           WHERE m.classid = 'pg_catalog.pg_statistic_ext'::pg_catalog.regclass AND m.objid = e.oid)
         || ARRAY(
           SELECT pg_catalog.format('ALTER STATISTICS %%s OWNER TO %%s',
                                    e.name, phase.role_name(e.stxowner))
           WHERE pg_catalog.pg_get_userbyid(e.stxowner) <> current_user)
  FROM (
    SELECT s.*,
           CASE WHEN NOT pg_catalog.pg_statistics_obj_is_visible(s.oid) THEN
             pg_catalog.quote_ident(n.nspname) || '.'
           ELSE '' END || pg_catalog.quote_ident(s.stxname) AS name,
           (SELECT pg_catalog.string_agg(
                     CASE k.letter WHEN 'd' THEN 'ndistinct' WHEN 'f' THEN 'dependencies'
                                   WHEN 'm' THEN 'mcv' END, ', ')
            FROM pg_catalog.unnest(s.stxkind) AS k (letter)) AS kinds
    FROM pg_catalog.pg_statistic_ext s
    JOIN pg_catalog.pg_namespace n ON n.oid = s.stxnamespace
    WHERE s.stxrelid = base
      AND EXISTS (
        SELECT
        FROM pg_catalog.pg_depend d
        WHERE d.classid = 'pg_catalog.pg_statistic_ext'::pg_catalog.regclass
          AND d.objid = s.oid
          AND d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass
          AND d.refobjid = base
          AND d.refobjsubid = column_number)
  ) AS e
  UNION ALL
  SELECT 4,
         0,
         'replica identity',
         c.relname,
         NULL,
         ARRAY[
           pg_catalog.format('ALTER TABLE %%s REPLICA IDENTITY USING INDEX %%I',
                             i.indrelid::pg_catalog.regclass, c.relname)]
  FROM pg_catalog.pg_index i
  JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid
  WHERE i.indrelid = base AND i.indisreplident AND column_number = ANY (i.indkey::smallint[])
)
SELECT f.kind, f.name, f.removal, f.creation
FROM found f
ORDER BY f.n, f.depth, f.name
$phase$

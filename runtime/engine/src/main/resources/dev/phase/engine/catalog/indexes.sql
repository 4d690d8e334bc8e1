-- One row for each key and each included column of the indexes that no constraint owns.
SELECT c.relname AS name,
       i.indisunique AS is_unique,
       -- New in 15.
       coalesce((to_jsonb(i) ->> 'indnullsnotdistinct')::boolean, false) AS nulls_not_distinct,
       am.amname AS method,
       pg_get_expr(i.indpred, i.indrelid) AS predicate,
       ARRAY(SELECT option_name FROM pg_options_to_table(c.reloptions)) AS option_names,
       ARRAY(SELECT option_value FROM pg_options_to_table(c.reloptions)) AS option_values,
       ts.spcname AS tablespace,
       k.n > i.indnkeyatts AS is_included,
       a.attname AS column_name,
       CASE WHEN a.attnum IS NULL THEN pg_get_indexdef(i.indexrelid, k.n, false) END AS expression,
       -- The collation that an expression has by itself is nowhere in the catalog; PostgreSQL
       -- prints the key's where the two differ.
       CASE
         WHEN k.n > i.indnkeyatts OR i.indcollation[k.n - 1] = 0 THEN NULL
         WHEN a.attnum IS NULL
           AND strpos(
             pg_get_indexdef(i.indexrelid),
             'COLLATE ' || i.indcollation[k.n - 1]::regcollation::text) = 0 THEN NULL
         WHEN i.indcollation[k.n - 1] = a.attcollation THEN NULL
         ELSE i.indcollation[k.n - 1]::regcollation::text
       END AS collation,
       CASE
         WHEN oc.oid IS NULL THEN NULL
         WHEN parameters.list IS NULL AND coalesce(typical.oid = oc.oid, oc.opcdefault) THEN NULL
         ELSE format('%I.%I', ocn.nspname, oc.opcname) || coalesce(' (' || parameters.list || ')', '')
       END AS operator_class,
       coalesce(pg_indexam_has_property(am.oid, 'can_order'), false)
         AND k.n <= i.indnkeyatts
         AND (i.indoption[k.n - 1] & 1) = 1 AS is_descending,
       coalesce(pg_indexam_has_property(am.oid, 'can_order'), false)
         AND k.n <= i.indnkeyatts
         AND (i.indoption[k.n - 1] & 2) = 2 AS nulls_first
FROM pg_index i
JOIN pg_class c ON c.oid = i.indexrelid
JOIN pg_am am ON am.oid = c.relam
LEFT JOIN pg_tablespace ts ON ts.oid = c.reltablespace
CROSS JOIN LATERAL generate_series(1, i.indnatts) AS k (n)
JOIN pg_attribute ia ON ia.attrelid = i.indexrelid AND ia.attnum = k.n
LEFT JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = nullif(i.indkey[k.n - 1], 0)
LEFT JOIN pg_opclass oc ON k.n <= i.indnkeyatts AND oc.oid = i.indclass[k.n - 1]
LEFT JOIN pg_namespace ocn ON ocn.oid = oc.opcnamespace
-- What the index stores may be of another type than the key.
LEFT JOIN pg_type t
  ON t.oid = coalesce(
    a.atttypid,
    CASE WHEN oc.opckeytype = 0 THEN ia.atttypid ELSE oc.opcintype END)
LEFT JOIN pg_opclass typical
  ON typical.opcmethod = am.oid
  AND typical.opcdefault
  AND typical.opcintype = coalesce(nullif(t.typbasetype, 0), t.oid)
CROSS JOIN LATERAL (
  SELECT string_agg(format('%I = %L', o.option_name, o.option_value), ', ') AS list
  FROM pg_options_to_table(ia.attoptions) AS o
) AS parameters
WHERE i.indrelid = ?::oid
  AND i.indisvalid
  AND NOT EXISTS (
    SELECT
    FROM pg_constraint con
    WHERE con.conindid = i.indexrelid AND con.contype IN ('p', 'u', 'x'))
ORDER BY c.relname, k.n

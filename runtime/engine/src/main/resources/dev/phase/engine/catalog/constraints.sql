-- NOT NULL is a property of the column, unless some rows may break it.
SELECT con.conname AS name,
       con.contype AS type,
       con.convalidated AS is_valid,
       ARRAY(
         SELECT a.attname::text
         FROM unnest(con.conkey) WITH ORDINALITY AS k (attnum, n)
         -- 0 stands for an expression or for the whole row.
         JOIN pg_attribute a
           ON a.attrelid = con.conrelid
           AND a.attnum > 0
           AND NOT a.attisdropped
           AND (a.attnum = k.attnum OR k.attnum = 0)
         ORDER BY k.n, a.attnum) AS columns,
       ARRAY(
         SELECT DISTINCT a.attname::text
         FROM pg_depend d
         JOIN pg_attribute a ON a.attrelid = con.conrelid AND a.attnum = d.refobjsubid
         WHERE d.classid = 'pg_class'::regclass
           AND d.objid = con.conindid
           AND d.refclassid = 'pg_class'::regclass
           AND d.refobjid = con.conrelid
           AND d.refobjsubid > 0) AS index_columns,
       ARRAY(
         SELECT a.attname::text
         FROM generate_series(i.indnkeyatts, i.indnatts - 1) AS k (n)
         JOIN pg_attribute a ON a.attrelid = con.conrelid AND a.attnum = i.indkey[k.n]
         WHERE con.contype IN ('p', 'u')
         ORDER BY k.n) AS include,
       coalesce((to_jsonb(i) ->> 'indnullsnotdistinct')::boolean, false) AS nulls_not_distinct,
       CASE
         WHEN NOT con.condeferrable THEN 'NOT_DEFERRABLE'
         WHEN con.condeferred THEN 'INITIALLY_DEFERRED'
         ELSE 'INITIALLY_IMMEDIATE'
       END AS deferral,
       pg_get_expr(con.conbin, con.conrelid) AS expression,
       target.relname AS target,
       ARRAY(
         SELECT a.attname::text
         FROM unnest(con.confkey) WITH ORDINALITY AS k (attnum, n)
         JOIN pg_attribute a ON a.attrelid = con.confrelid AND a.attnum = k.attnum
         ORDER BY k.n) AS target_columns,
       con.confdeltype AS on_delete,
       con.confupdtype AS on_update,
       con.confmatchtype = 'f' AS match_full,
       pg_get_constraintdef(con.oid) AS definition,
       -- conperiod and conenforced are new in 18, confdelsetcols in 15.
       con.convalidated
         AND coalesce((to_jsonb(con) ->> 'conenforced')::boolean, true)
         AND NOT coalesce((to_jsonb(con) ->> 'conperiod')::boolean, false)
         AND CASE con.contype
           WHEN 'c' THEN NOT con.connoinherit AND NOT coalesce(0 = ANY (con.conkey), false)
           WHEN 'p' THEN true
           WHEN 'u' THEN
             ic.reloptions IS NULL
             AND ic.reltablespace = 0
             AND NOT EXISTS (
               SELECT
               FROM generate_series(0, i.indnkeyatts - 1) AS k (n)
               JOIN pg_attribute a ON a.attrelid = con.conrelid AND a.attnum = i.indkey[k.n]
               JOIN pg_opclass oc ON oc.oid = i.indclass[k.n]
               WHERE NOT oc.opcdefault
                 OR i.indcollation[k.n] <> a.attcollation
                 OR i.indoption[k.n] <> 0)
           WHEN 'f' THEN
             target.relnamespace = own.relnamespace
             AND jsonb_typeof(to_jsonb(con) -> 'confdelsetcols') IS DISTINCT FROM 'array'
           ELSE false
         END AS is_faithful
FROM pg_constraint con
JOIN pg_class own ON own.oid = con.conrelid
LEFT JOIN pg_class target ON target.oid = con.confrelid
LEFT JOIN pg_index i ON i.indexrelid = con.conindid AND con.contype IN ('p', 'u', 'x')
LEFT JOIN pg_class ic ON ic.oid = i.indexrelid
WHERE con.conrelid = ?::oid
  AND con.contype <> 't'
  AND NOT (con.contype = 'n' AND con.convalidated)
ORDER BY con.conname

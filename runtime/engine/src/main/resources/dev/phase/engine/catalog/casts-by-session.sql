-- Whether the assignment cast between two types gives other values in another session. What it calls
-- is a function, or the output and input of the types: those of the types that values are made of.
WITH RECURSIVE pair AS (
  SELECT to_regtype(?)::oid AS source, to_regtype(?)::oid AS target
  UNION
  SELECT CASE s.typtype WHEN 'd' THEN s.typbasetype ELSE e.source END,
         CASE t.typtype WHEN 'd' THEN t.typbasetype ELSE e.target END
  FROM pair p
  JOIN pg_type s ON s.oid = p.source
  JOIN pg_type t ON t.oid = p.target
  CROSS JOIN LATERAL (
    SELECT s.typcategory = 'A' AND s.typtype <> 'd' AND t.typcategory = 'A' AND t.typtype <> 'd'
      AS by_element) AS both_sides
  CROSS JOIN LATERAL (
    SELECT CASE WHEN by_element THEN s.typelem ELSE s.oid END AS source,
           CASE WHEN by_element THEN t.typelem ELSE t.oid END AS target) AS e
), way AS (
  SELECT p.source, p.target, c.castfunc,
         COALESCE(c.castmethod = 'i', t.typcategory = 'S') AS through_text
  FROM pair p
  JOIN pg_type s ON s.oid = p.source AND s.typtype <> 'd'
  JOIN pg_type t ON t.oid = p.target AND t.typtype <> 'd'
  LEFT JOIN pg_cast c ON c.castsource = p.source AND c.casttarget = p.target
  WHERE p.source <> p.target
    AND NOT (s.typcategory = 'A' AND t.typcategory = 'A')
    AND c.castcontext IS DISTINCT FROM 'e'
), part AS (
  SELECT source AS type, true AS is_written FROM way WHERE through_text
  UNION
  SELECT target, false FROM way WHERE through_text
  UNION
  SELECT below.type, part.is_written
  FROM part
  JOIN pg_type t ON t.oid = part.type
  CROSS JOIN LATERAL (
    SELECT t.typbasetype AS type WHERE t.typtype = 'd'
    UNION ALL
    SELECT t.typelem WHERE t.typcategory = 'A' AND t.typtype <> 'd'
    UNION ALL
    SELECT r.rngsubtype FROM pg_range r WHERE t.oid IN (r.rngtypid, r.rngmultitypid)
    UNION ALL
    SELECT a.atttypid
    FROM pg_attribute a
    WHERE a.attrelid = t.typrelid AND a.attnum > 0 AND NOT a.attisdropped) AS below
)
SELECT EXISTS (
  SELECT FROM way JOIN pg_proc f ON f.oid = way.castfunc WHERE f.provolatile <> 'i'
) OR EXISTS (
  SELECT
  FROM part
  JOIN pg_type t ON t.oid = part.type AND t.typtype = 'b' AND t.typcategory <> 'A'
  JOIN pg_proc f ON f.oid = CASE WHEN is_written THEN t.typoutput ELSE t.typinput END
  -- PostgreSQL calls these immutable (the second one up to 14), though bytea_output and IntervalStyle
  -- decide.
  WHERE f.provolatile <> 'i'
     OR is_written AND t.oid IN ('bytea'::regtype, 'interval'::regtype))

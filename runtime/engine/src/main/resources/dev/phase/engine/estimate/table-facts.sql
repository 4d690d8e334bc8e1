WITH RECURSIVE wanted AS (
  SELECT c.oid, n.nspname, c.relname
  FROM unnest(?::text[], ?::text[]) AS w (schema_name, name)
    JOIN pg_namespace n ON n.nspname = w.schema_name
    JOIN pg_class c ON c.relnamespace = n.oid AND c.relname = w.name AND c.relkind IN ('r', 'p')
),
member (root, oid) AS (
  SELECT oid, oid FROM wanted
  UNION
  SELECT m.root, i.inhrelid FROM member m JOIN pg_inherits i ON i.inhparent = m.oid
),
width AS (
  SELECT m.root, m.oid, a.attname,
         coalesce(max(s.avg_width), nullif(greatest(max(a.attlen), 0), 0)) AS bytes
  FROM member m
    JOIN pg_class c ON c.oid = m.oid
    JOIN pg_namespace n ON n.oid = c.relnamespace
    JOIN pg_attribute a ON a.attrelid = m.oid AND a.attnum > 0 AND NOT a.attisdropped
    LEFT JOIN pg_stats s
      ON s.schemaname = n.nspname AND s.tablename = c.relname AND s.attname = a.attname
  GROUP BY 1, 2, 3
),
size AS (
  SELECT m.root, m.oid, c.reltuples, c.relpages,
         coalesce(pg_relation_size(m.oid), 0) AS heap,
         coalesce(pg_indexes_size(m.oid), 0) AS indexes
  FROM member m JOIN pg_class c ON c.oid = m.oid
),
-- As the planner does it: so many rows a page as when it was last analyzed, else as many as fit.
guess AS (
  SELECT s.*,
         CASE WHEN s.heap = 0 THEN 0
              WHEN s.reltuples >= 0 AND s.relpages > 0
              THEN s.reltuples / s.relpages * s.heap / current_setting('block_size')::int
              ELSE s.heap / (SELECT 28 + sum(coalesce(bytes, 32)) FROM width w
                             WHERE w.root = s.root AND w.oid = s.oid)
         END AS live
  FROM size s
)
SELECT w.nspname, w.relname, g.live, g.heap, g.indexes, x.columns, x.widths
FROM wanted w
  JOIN LATERAL (SELECT sum(live)::bigint AS live, sum(heap)::bigint AS heap,
                       sum(indexes)::bigint AS indexes
                FROM guess WHERE root = w.oid) g ON true
  JOIN LATERAL (SELECT coalesce(array_agg(attname::text), '{}') AS columns,
                       coalesce(array_agg(bytes::int), '{}') AS widths
                FROM (SELECT attname, max(bytes) AS bytes FROM width
                      WHERE root = w.oid AND bytes IS NOT NULL GROUP BY 1) known) x ON true

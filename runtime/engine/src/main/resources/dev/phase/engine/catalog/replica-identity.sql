-- Where the index was dropped, nothing is sent.
SELECT CASE
         WHEN c.relreplident = 'f' THEN 'FULL'
         WHEN c.relreplident = 'd' THEN 'DEFAULT'
         WHEN c.relreplident = 'i' AND ic.relname IS NOT NULL THEN 'INDEX'
         ELSE 'NOTHING'
       END AS kind,
       CASE WHEN c.relreplident = 'i' THEN ic.relname END AS index_name
FROM pg_class c
JOIN pg_namespace n ON n.oid = c.relnamespace
LEFT JOIN pg_index i ON i.indrelid = c.oid AND i.indisreplident
LEFT JOIN pg_class ic ON ic.oid = i.indexrelid
WHERE n.nspname = ? AND c.relname = ? AND c.relkind IN ('r', 'p', 'f')

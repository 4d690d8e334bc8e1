SELECT CASE
         WHEN i.indisvalid THEN 'valid'
         WHEN EXISTS (SELECT FROM pg_stat_progress_create_index p
                      WHERE p.datid = (SELECT oid FROM pg_database WHERE datname = current_database())
                        AND (p.index_relid = i.indexrelid OR p.relid = i.indrelid))
         THEN 'building'
         ELSE 'invalid'
       END
FROM pg_index i
JOIN pg_class c ON c.oid = i.indexrelid
JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE n.nspname = ? AND c.relname = ?

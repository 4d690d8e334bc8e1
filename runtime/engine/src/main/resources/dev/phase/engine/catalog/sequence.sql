SELECT upper(format_type(s.seqtypid, NULL)) AS type,
       s.seqstart AS start,
       s.seqincrement AS increment,
       s.seqmin AS min,
       s.seqmax AS max,
       s.seqcache AS cache,
       s.seqcycle AS cycle,
       EXISTS (
         SELECT
         FROM pg_depend d
         WHERE d.classid = 'pg_class'::regclass
           AND d.objid = c.oid
           AND d.refclassid = 'pg_class'::regclass
           AND d.deptype = 'i') AS is_identity
FROM pg_sequence s
JOIN pg_class c ON c.oid = s.seqrelid
JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE n.nspname = ? AND c.relname = ?

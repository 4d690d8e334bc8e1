SELECT r.oid::bigint AS oid, pg_relation_filenode(r.oid)::bigint AS file
FROM to_regclass(?) AS r (oid)

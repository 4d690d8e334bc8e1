SELECT pg_get_expr(conbin, conrelid)
FROM pg_constraint
WHERE conrelid = ?::oid AND contype = 'c'

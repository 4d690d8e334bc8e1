-- The name tells this transaction from those of others that hold old rows back.
SELECT set_config('application_name', 'phase proof', true)
UNION ALL
SELECT set_config('statement_timeout', :timeout, true)
UNION ALL
-- From PostgreSQL 17 on.
SELECT set_config(name, '0', true) FROM pg_catalog.pg_settings WHERE name = 'transaction_timeout'

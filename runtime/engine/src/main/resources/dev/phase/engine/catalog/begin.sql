-- The connection's own search_path, and from here to the end of the transaction one under which
-- everything outside pg_catalog is printed with its schema.
SELECT pg_catalog.current_setting('search_path') AS own_path,
       pg_catalog.set_config('search_path', 'pg_catalog', true),
       pg_catalog.set_config('lock_timeout', '1s', true),
       pg_catalog.set_config('check_function_bodies', 'on', true),
       pg_catalog.set_config('standard_conforming_strings', 'on', true),
       pg_catalog.set_config('quote_all_identifiers', 'off', true)

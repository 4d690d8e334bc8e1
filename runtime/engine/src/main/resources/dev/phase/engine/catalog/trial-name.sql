SELECT has_database_privilege(current_database(), 'TEMPORARY') AS may_use_temp,
       'phase_trial_' || pg_backend_pid() AS name

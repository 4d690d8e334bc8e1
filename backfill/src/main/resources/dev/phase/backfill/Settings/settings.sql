-- All of it ends with the transaction, so a pooler in transaction mode does no harm.
SELECT set_config('phase.backfill', 'on', true),
       set_config('lock_timeout', :lockTimeout, true),
       -- A client that is cut off must not hold its rows and its run until TCP gives up.
       set_config('idle_in_transaction_session_timeout', :patience, true),
       -- The progress commits with the rows: what a crash takes back, the next run does again.
       set_config('synchronous_commit', 'off', true),
       -- Rows that a policy hides must be an error, not be missed.
       set_config('row_security', 'off', true),
       -- By the statistics of a composite key's first column a chunk may look like the whole table; and
       -- compiling each batch costs more than it saves.
       set_config('enable_seqscan', 'off', true),
       set_config('jit', 'off', true),
       -- A conversion fires no triggers but those that are to fire on replicas, too.
       CASE WHEN :silencesTriggers
         THEN set_config('session_replication_role', 'replica', true) END

INSERT INTO phase.version AS v (base_schema, name, position, schema_name, state, published_at, retired_at)
VALUES (:base, :name, :position, :schema, :state,
        CASE WHEN :state = 'LIVE' THEN clock_timestamp() END,
        CASE WHEN :state = 'RETIRED' THEN clock_timestamp() END)
ON CONFLICT (base_schema, name) DO UPDATE
SET state = excluded.state,
    -- A restore opens the door anew.
    published_at = CASE WHEN v.state = 'RETIRED' AND excluded.state = 'LIVE'
                        THEN excluded.published_at
                        ELSE coalesce(v.published_at, excluded.published_at) END,
    retired_at = CASE WHEN excluded.state = 'RETIRED'
                      THEN coalesce(v.retired_at, excluded.retired_at) END

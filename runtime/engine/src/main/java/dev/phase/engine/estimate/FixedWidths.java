package dev.phase.engine.estimate;

import dev.phase.sql.SqlType;
import java.util.Map;
import java.util.Optional;

/** The bytes of a value, of types whose values are all of one length. */
final class FixedWidths {

  private static final Map<String, Integer> BYTES =
      Map.ofEntries(
          Map.entry("boolean", 1),
          Map.entry("smallint", 2),
          Map.entry("integer", 4),
          Map.entry("bigint", 8),
          Map.entry("real", 4),
          Map.entry("double precision", 8),
          Map.entry("date", 4),
          Map.entry("time without time zone", 8),
          Map.entry("timestamp without time zone", 8),
          Map.entry("timestamp with time zone", 8),
          Map.entry("interval", 16),
          Map.entry("uuid", 16));

  private FixedWidths() {}

  static Optional<Integer> of(SqlType type) {
    return Optional.ofNullable(BYTES.get(type.name()));
  }
}

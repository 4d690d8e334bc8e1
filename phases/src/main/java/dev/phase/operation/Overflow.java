package dev.phase.operation;

import dev.phase.need.Decision;
import dev.phase.schema.Column;
import dev.phase.sql.Identifier;
import dev.phase.sql.SqlExpression;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whole numbers that a wider type holds and older versions do not. */
final class Overflow {

  private static final Map<String, Long> MOST =
      Map.of("smallint", (long) Short.MAX_VALUE, "integer", (long) Integer.MAX_VALUE);

  private static final Map<String, List<String>> WIDER =
      Map.of(
          "smallint", List.of("integer", "bigint", "numeric"),
          "integer", List.of("bigint", "numeric"));

  private Overflow() {}

  /**
   * What the plan says about it; nothing where {@code down} gives older versions what they can hold.
   */
  static Optional<Decision> note(
      Site site, Identifier table, Column old, Column wanted, Optional<SqlExpression> down) {
    String type = old.type().name();
    return down.isEmpty() && WIDER.getOrDefault(type, List.of()).contains(wanted.type().name())
        ? Optional.of(
            site.decision(
                "Older versions cannot hold values over %d in column %s of %s: until they are"
                    + " contracted, who writes one gets an error (SQLSTATE 22003).",
                MOST.get(type), old.name(), table))
        : Optional.empty();
  }
}

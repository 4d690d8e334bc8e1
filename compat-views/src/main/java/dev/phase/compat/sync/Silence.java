package dev.phase.compat.sync;

import dev.phase.sql.Sql;
import java.util.Optional;

/**
 * What to believe where neither the row nor the session tells who changed a column that both sides
 * of a rule see.
 */
final class Silence {

  private Silence() {}

  /**
   * The condition under which the new side is kept, and the old one made from it. A new side that
   * was nothing but the old one converted has nothing to lose: it is made again.
   */
  static Optional<Sql> keepsNewSide(Rule rule) {
    if (rule.up().isEmpty()) {
      return Optional.empty();
    }
    Sql ownNew = Compare.unlike(rule.up(), "OLD");
    return Optional.of(
        rule.down().isEmpty()
            ? Sql.of("(%s)", ownNew)
            : Sql.of("(%s) AND NOT (%s)", ownNew, Compare.unlike(rule.down(), "OLD")));
  }
}

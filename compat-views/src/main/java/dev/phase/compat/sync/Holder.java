package dev.phase.compat.sync;

import dev.phase.schema.Column;
import dev.phase.sql.Identifier;
import java.util.Optional;

/**
 * A physical column that a sync rule reads or writes.
 *
 * @param column how a rule sees it
 * @param span which of the versions that may write see it; absent between stacked operations
 * @param isCounted whether the number that an older column gets by itself is its value where no
 *     client gave one
 */
record Holder(Column column, Optional<Span> span, boolean isCounted) {

  Identifier physical() {
    return column.physical();
  }

  boolean isAbove(int boundary) {
    return span.filter(s -> s.isAbove(boundary)).isPresent();
  }

  boolean isBelow(int boundary) {
    return span.filter(s -> s.isBelow(boundary)).isPresent();
  }

  boolean isShared(int boundary) {
    return span.filter(s -> s.isShared(boundary)).isPresent();
  }
}

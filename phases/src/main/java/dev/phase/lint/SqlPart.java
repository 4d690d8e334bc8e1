package dev.phase.lint;

import dev.phase.problem.Place;
import java.util.Set;
import org.antlr.v4.runtime.tree.ParseTree;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Schema_qualified_nameContext;

/**
 * One text of an {@code sql} operation.
 *
 * @param phase when it runs
 * @param transaction whether it runs in a transaction
 * @param created the tables that the same change creates: nobody uses them yet
 * @param place where the text begins
 * @param block whether it begins on the next line
 */
record SqlPart(
    Phase phase, boolean transaction, Set<String> created, Place place, boolean block) {

  /** When a text runs. */
  enum Phase {
    EXPAND,
    CONTRACT,
    UNDO
  }

  /** Whether older versions of the application may still need what is there. */
  boolean isExpand() {
    return phase == Phase.EXPAND;
  }

  boolean creates(ParseTree table) {
    return created.contains(SqlText.lastName(table));
  }

  /** Whether a statement on the table meets nobody, because the table is new. */
  boolean isFree(Schema_qualified_nameContext table) {
    return table != null && creates(table);
  }

  /** The place in the file of a line of the text, counted from 1. */
  Place at(int line) {
    return block ? new Place(place.name(), place.line() + line, 1) : place;
  }
}

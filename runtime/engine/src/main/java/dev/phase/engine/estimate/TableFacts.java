package dev.phase.engine.estimate;

import static java.util.Objects.requireNonNull;

import dev.phase.plan.Sweep;
import dev.phase.sql.Identifier;
import dev.phase.sql.QualifiedName;
import java.util.HashMap;
import java.util.Map;

/**
 * What the catalog knows of a table's size, together with its partitions and heirs.
 *
 * @param rows an estimate
 * @param heapBytes without indexes and without what is stored out of line
 * @param indexBytes of all indexes
 * @param widths the average bytes of a value, of the columns for which that is known
 */
public record TableFacts(
    QualifiedName table,
    long rows,
    long heapBytes,
    long indexBytes,
    Map<Identifier, Integer> widths) {

  /** What PostgreSQL's planner takes for the width of a value that it knows nothing about. */
  static final int UNKNOWN_WIDTH = 32;

  public TableFacts {
    requireNonNull(table, "table is null");
    widths = Map.copyOf(widths);
  }

  /** A table that is not there yet. */
  static TableFacts none(QualifiedName table) {
    return new TableFacts(table, 0, 0, 0, Map.of());
  }

  /** The same table, which has the columns that this sweep fills. */
  TableFacts with(Sweep sweep) {
    Map<Identifier, Integer> more = new HashMap<>(widths);
    sweep
        .fills()
        .forEach(
            fill ->
                FixedWidths.of(fill.type()).ifPresent(bytes -> more.put(fill.column(), bytes)));
    return new TableFacts(table, rows, heapBytes, indexBytes, more);
  }

  int width(Identifier column) {
    return widths.getOrDefault(column, UNKNOWN_WIDTH);
  }
}

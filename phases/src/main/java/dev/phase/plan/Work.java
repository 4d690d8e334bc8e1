package dev.phase.plan;

import static java.util.Objects.requireNonNull;

import dev.phase.sql.Identifier;
import dev.phase.sql.QualifiedName;
import java.util.List;

/** What a statement does to the rows of a table, besides changing the catalog. */
public sealed interface Work {

  /** Reads every row, as a validation does. */
  record Scan(QualifiedName table) implements Work {

    public Scan {
      requireNonNull(table, "table is null");
    }
  }

  /**
   * Reads every row and writes an index.
   *
   * @param columns those of the index, by their physical names
   * @param expressions how many of its keys are none
   */
  record IndexBuild(QualifiedName table, List<Identifier> columns, int expressions)
      implements Work {

    public IndexBuild {
      requireNonNull(table, "table is null");
      columns = List.copyOf(columns);
    }
  }

  /** Whatever the user's SQL does. */
  record Unknown() implements Work {}
}

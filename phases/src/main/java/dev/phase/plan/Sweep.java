package dev.phase.plan;

import static java.util.Objects.requireNonNull;

import dev.phase.sql.QualifiedName;
import dev.phase.sql.Sql;
import java.util.List;

/** The backfill of one table: every row that is there gets its new columns filled. */
public record Sweep(QualifiedName table, List<Fill> fills) {

  public Sweep {
    requireNonNull(table, "table is null");
    fills = List.copyOf(fills);
    if (fills.isEmpty()) {
      throw new IllegalArgumentException("A sweep of %s fills nothing.".formatted(table));
    }
  }

  /** The shape of its UPDATE, without the rows of a batch. */
  public Sql update() {
    return Sql.of(
        "UPDATE %s SET %s",
        table,
        Sql.list(fills.stream().map(f -> Sql.of("%s = %s", f.column(), f.value())).toList()));
  }
}

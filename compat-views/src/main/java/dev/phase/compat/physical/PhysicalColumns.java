package dev.phase.compat.physical;

import static java.util.Objects.requireNonNull;

import dev.phase.need.NewColumn;
import dev.phase.schema.Column;
import dev.phase.schema.Table;
import dev.phase.schema.TableKey;
import dev.phase.sql.Identifier;
import dev.phase.sql.SqlExpression;
import dev.phase.window.Version;
import dev.phase.window.Window;
import java.util.Optional;

/**
 * The columns of one base table. It has the shape and the defaults of the oldest version, plus the
 * columns that newer versions added.
 */
public final class PhysicalColumns {

  private final Window window;
  private final TableKey table;

  public PhysicalColumns(Window window, TableKey table) {
    this.window = requireNonNull(window, "window is null");
    this.table = requireNonNull(table, "table is null");
  }

  /** The table as the version sees it; empty where the version does not have it. */
  public Optional<Table> in(Version version) {
    return version.tables().values().stream().filter(t -> t.key().equals(table)).findFirst();
  }

  /** What PostgreSQL itself puts into this column where an INSERT on the base table names none. */
  public Optional<SqlExpression> defaultOf(Identifier physical) {
    Optional<NewColumn> added = added(physical);
    if (added.isPresent()) {
      return added
          .filter(need -> need.initially() != NewColumn.Initially.EMPTY)
          .flatMap(need -> need.column().defaultExpression());
    }
    return firstHolder(physical).flatMap(Column::defaultExpression);
  }

  /**
   * Whether an INSERT of this version that does not name the column always gets its default from the
   * base table: now, and when a contract below has given that the defaults of a newer version.
   */
  public boolean inheritsDefault(Version version, Column column) {
    return defaultOf(column.physical()).equals(column.defaultExpression())
        && window.versions().stream()
            .takeWhile(below -> below.position() < version.position())
            .flatMap(below -> in(below).stream())
            .flatMap(t -> t.holder(column.physical()).stream())
            .allMatch(c -> c.defaultExpression().equals(column.defaultExpression()));
  }

  /** Whether a row may come without a value here although no version lets it be NULL. */
  public boolean isCounted(Identifier physical) {
    return added(physical)
        .filter(need -> need.initially() == NewColumn.Initially.COUNTED)
        .isPresent();
  }

  /** The column as the lowest version that knows it sees it. */
  public Optional<Column> firstHolder(Identifier physical) {
    return window.versions().stream()
        .flatMap(version -> in(version).stream())
        .flatMap(t -> t.holder(physical).stream())
        .findFirst();
  }

  private Optional<NewColumn> added(Identifier physical) {
    return window.versions().stream()
        .flatMap(version -> version.needs().stream())
        .filter(NewColumn.class::isInstance)
        .map(NewColumn.class::cast)
        .filter(need -> need.on().equals(table) && need.column().physical().equals(physical))
        .findFirst();
  }
}

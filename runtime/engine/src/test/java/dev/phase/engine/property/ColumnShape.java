package dev.phase.engine.property;

import dev.phase.sql.Identifier;
import java.util.Optional;

/** A column as one version sees it, without a thought of how it is stored. */
record ColumnShape(String name, Kind kind, boolean nullable, Filled filled) {

  /** What an INSERT that does not name the column puts there. */
  enum Filled {
    NOTHING,
    CONSTANT,
    VOLATILE
  }

  String sql() {
    return Identifier.of(name).sql();
  }

  Optional<String> defaultSql() {
    return switch (filled) {
      case NOTHING -> Optional.empty();
      case CONSTANT -> Optional.of(kind.constantSql());
      case VOLATILE -> Optional.of(kind.volatileDefault());
    };
  }

  /** Whether an INSERT must name it. */
  boolean required() {
    return !nullable && filled == Filled.NOTHING;
  }

  ColumnShape named(String newName) {
    return new ColumnShape(newName, kind, nullable, filled);
  }

  /** The definition in CREATE TABLE. */
  String definition() {
    return sql()
        + " "
        + kind.type()
        + (nullable ? "" : " NOT NULL")
        + defaultSql().map(d -> " DEFAULT " + d).orElse("");
  }
}

package dev.phase.sql;

import static java.util.Objects.requireNonNull;

/**
 * A string constant, quoted so that it means the same whatever {@code standard_conforming_strings}
 * says.
 */
public record SqlLiteral(String value) implements SqlFragment {

  public SqlLiteral {
    requireNonNull(value, "value is null");
  }

  @Override
  public String sql() {
    String quoted = "'" + value.replace("'", "''") + "'";
    return value.indexOf('\\') < 0 ? quoted : "E" + quoted.replace("\\", "\\\\");
  }
}

package dev.phase.sql;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A type as the user wrote it or as {@code format_type} prints it, such as {@code numeric(10,2)}. */
public record SqlType(@JsonValue String name) implements SqlFragment {

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public SqlType {
    requireNonNull(name, "name is null");
    SqlTokens.requireSelfContained(name);
  }

  /** Whether it is this type or an array of it; both as {@code format_type} prints them. */
  public boolean isOf(SqlType element) {
    return name.equals(element.name) || name.startsWith(element.name + "[");
  }

  public boolean isArray() {
    return name.endsWith("]");
  }

  /** The same with one type in the place of another, where it is that one or an array of it. */
  public SqlType replacing(SqlType element, SqlType by) {
    return isOf(element) ? new SqlType(by.name + name.substring(element.name.length())) : this;
  }

  @Override
  public String sql() {
    return name;
  }

  @Override
  public String toString() {
    return name;
  }
}

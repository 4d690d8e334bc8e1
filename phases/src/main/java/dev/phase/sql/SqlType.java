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

  @Override
  public String sql() {
    return name;
  }

  @Override
  public String toString() {
    return name;
  }
}

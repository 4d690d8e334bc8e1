package dev.phase.schema;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Identifies a base table for as long as a change on it is in flight. It stays the same when a
 * contract renames the base table; {@link dev.phase.window.Window} knows the present name.
 */
public record TableKey(@JsonValue String value) {

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public TableKey {
    requireNonNull(value, "value is null");
  }

  @Override
  public String toString() {
    return value;
  }
}

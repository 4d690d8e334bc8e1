package dev.phase.schema;

import static java.util.Objects.requireNonNull;

import dev.phase.sql.Identifier;
import java.util.List;

/**
 * An enum type of the base schema.
 *
 * @param values in their order
 */
public record EnumType(Identifier name, List<String> values) {

  public EnumType {
    requireNonNull(name, "name is null");
    values = List.copyOf(values);
  }
}

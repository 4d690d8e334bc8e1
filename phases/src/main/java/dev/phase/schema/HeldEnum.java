package dev.phase.schema;

import static java.util.Objects.requireNonNull;

import dev.phase.sql.Identifier;
import dev.phase.sql.SqlType;
import java.util.List;
import java.util.Optional;

/**
 * An enum type of the base schema, as the newest version has it.
 *
 * @param physical its name in the catalog while a change that replaces it is in flight
 * @param named the type under its name, as PostgreSQL prints it
 * @param held the same under its physical name
 * @param values in their order
 * @param hasPrivileges whether it has other ones than types usually have
 */
public record HeldEnum(
    Identifier name,
    Identifier physical,
    SqlType named,
    SqlType held,
    List<String> values,
    Optional<String> comment,
    boolean hasPrivileges) {

  public HeldEnum {
    requireNonNull(name, "name is null");
    requireNonNull(physical, "physical is null");
    requireNonNull(named, "named is null");
    requireNonNull(held, "held is null");
    values = List.copyOf(values);
    requireNonNull(comment, "comment is null");
  }

  /** Whether older versions still have another one under this name. */
  public boolean isReplaced() {
    return !physical.equals(name);
  }

  public HeldEnum with(List<String> newValues) {
    return new HeldEnum(name, physical, named, held, newValues, comment, hasPrivileges);
  }
}

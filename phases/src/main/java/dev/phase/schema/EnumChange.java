package dev.phase.schema;

import static java.util.Objects.requireNonNull;

import dev.phase.sql.Identifier;
import java.util.Map;

/**
 * An enum type that takes the place of another one.
 *
 * @param from the physical name of the one that is there
 * @param to that of the one that takes its place
 * @param renamed the values that are called otherwise there, by their old names
 */
public record EnumChange(Identifier from, Identifier to, Map<String, String> renamed) {

  public EnumChange {
    requireNonNull(from, "from is null");
    requireNonNull(to, "to is null");
    renamed = Map.copyOf(renamed);
  }
}

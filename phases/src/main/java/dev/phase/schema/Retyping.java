package dev.phase.schema;

import static java.util.Objects.requireNonNull;

import dev.phase.sql.QualifiedName;
import java.util.List;
import java.util.Optional;

/**
 * What it takes to give a column another type where it stands.
 *
 * @param obstacle why that is more than a change of the catalog, as a clause; absent where it is not
 * @param relatives the tables at the other end of the column's foreign keys, which are locked, too
 */
public record Retyping(Optional<String> obstacle, List<QualifiedName> relatives) {

  public Retyping {
    requireNonNull(obstacle, "obstacle is null");
    relatives = List.copyOf(relatives);
  }

  public static Retyping impossible(String obstacle) {
    return new Retyping(Optional.of(obstacle), List.of());
  }
}

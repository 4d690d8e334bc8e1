package dev.phase.need;

import static java.util.Objects.requireNonNull;

import dev.phase.plan.Statement;
import dev.phase.schema.TableKey;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Keeps two neighbouring representations of a table's data in step.
 *
 * @param position where the rule stands in the order of all operations: versions below it write the
 *     old representation, versions from it on the new one
 * @param up fills what only newer versions see from what older versions see
 * @param down fills what only older versions see from what newer versions see
 */
public record SyncRule(TableKey on, long position, List<Conversion> up, List<Conversion> down)
    implements Need {

  public SyncRule {
    requireNonNull(on, "on is null");
    up = List.copyOf(up);
    down = List.copyOf(down);
    if (up.isEmpty() && down.isEmpty()) {
      throw new IllegalArgumentException("A sync rule of %s converts nothing.".formatted(on));
    }
  }

  @Override
  public Optional<TableKey> table() {
    return Optional.of(on);
  }

  /** Both directions. */
  public Stream<Conversion> conversions() {
    return Stream.concat(up.stream(), down.stream());
  }

  @Override
  public List<Statement> expand(Bases bases) {
    return conversions().map(Conversion::create).toList();
  }

  @Override
  public List<Statement> contract(Bases bases) {
    return rollback(bases);
  }

  @Override
  public List<Statement> rollback(Bases bases) {
    return conversions().map(Conversion::drop).toList();
  }

  @Override
  public Need after(Renaming renaming) {
    return new SyncRule(
        on,
        position,
        up.stream().map(renaming::apply).toList(),
        down.stream().map(renaming::apply).toList());
  }
}

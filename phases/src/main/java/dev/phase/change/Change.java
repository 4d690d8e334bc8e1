package dev.phase.change;

import static java.util.Objects.requireNonNull;

import dev.phase.operation.Operation;
import java.util.List;
import java.util.Optional;

/**
 * One change file as a value: an ordered list of operations under the file's name.
 *
 * @param id the file's name without its ending
 * @param backfill instead of what phase.yaml says
 * @param contract instead of what phase.yaml says
 */
public record Change(
    String id,
    Optional<String> description,
    List<Operation> operations,
    Optional<BackfillOverrides> backfill,
    Optional<ContractOverrides> contract) {

  public Change {
    requireNonNull(id, "id is null");
    requireNonNull(description, "description is null");
    operations = List.copyOf(operations);
    requireNonNull(backfill, "backfill is null");
    requireNonNull(contract, "contract is null");
  }

  /** A change of which only the name is known: its file is the very one that was applied. */
  static Change settled(String id) {
    return new Change(id, Optional.empty(), List.of());
  }

  /** Whether only its name is known. A change has operations. */
  public boolean isSettled() {
    return operations.isEmpty();
  }

  /** A change with nothing but operations. */
  public Change(String id, Optional<String> description, List<Operation> operations) {
    this(id, description, operations, Optional.empty(), Optional.empty());
  }
}

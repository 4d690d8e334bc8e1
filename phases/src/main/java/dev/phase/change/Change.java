package dev.phase.change;

import static java.util.Objects.requireNonNull;

import dev.phase.operation.Operation;
import java.util.List;
import java.util.Optional;

/** One change file as a value: an ordered list of operations under the file's name. */
public record Change(String id, Optional<String> description, List<Operation> operations) {

  public Change {
    requireNonNull(id, "id is null");
    requireNonNull(description, "description is null");
    operations = List.copyOf(operations);
  }
}

package dev.phase.change;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.phase.operation.Operation;
import java.util.List;
import java.util.Optional;

/** What a change file says; all of a change but its name. */
record ChangeBody(
    Optional<String> description,
    @JsonProperty(required = true) List<Operation> operations,
    Optional<BackfillOverrides> backfill,
    Optional<ContractOverrides> contract) {

  static ChangeBody of(Change change) {
    return new ChangeBody(
        change.description(), change.operations(), change.backfill(), change.contract());
  }

  Change named(String id) {
    return new Change(id, description, operations, backfill, contract);
  }
}

package dev.phase.operation;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.phase.schema.ReferentialAction;
import dev.phase.sql.Identifier;
import java.util.List;
import java.util.Optional;

/** A foreign key of one or more columns. */
public record ForeignKeySpec(
    @JsonProperty(required = true) List<Identifier> columns,
    Target references,
    Optional<ReferentialAction> onDelete,
    Optional<ReferentialAction> onUpdate,
    boolean matchFull) {

  /** The table and the columns that the key points to, pair by pair. */
  public record Target(
      Identifier table, @JsonProperty(required = true) List<Identifier> columns) {}
}

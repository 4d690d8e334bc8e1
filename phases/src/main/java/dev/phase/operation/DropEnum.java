package dev.phase.operation;

import dev.phase.need.RemovedEnum;
import dev.phase.schema.HeldEnum;
import dev.phase.schema.Schema;
import dev.phase.sql.Identifier;
import dev.phase.sql.SqlType;

/** Drops an enum type that this version does not use any more. It goes at contract. */
public record DropEnum(Identifier name) implements Operation {

  @Override
  public Effect plan(Schema before, Site site) {
    HeldEnum type = Enums.find(before, name);
    EnumUses uses = EnumUses.of(before, type);
    uses.requireNoColumns("drop");
    uses.requireOnlyColumns("drop");
    Enums.requireOwner(before, type);
    return Effect.of(
        before.withoutMasksOf(type.held(), new SqlType("text")), new RemovedEnum(name));
  }
}

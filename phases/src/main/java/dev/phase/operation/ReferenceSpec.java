package dev.phase.operation;

import dev.phase.schema.ConstraintDefinition.Deferral;
import dev.phase.schema.ReferentialAction;
import dev.phase.sql.Identifier;
import java.util.Optional;

/**
 * The target of a foreign key of one column.
 *
 * @param name the constraint's name; {@code <table>_<column>_fkey} where absent
 */
public record ReferenceSpec(
    Identifier table,
    Identifier column,
    Optional<Identifier> name,
    Optional<ReferentialAction> onDelete,
    Optional<ReferentialAction> onUpdate,
    Optional<Deferral> deferrable) {}

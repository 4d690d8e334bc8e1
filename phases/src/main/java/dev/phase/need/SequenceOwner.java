package dev.phase.need;

import dev.phase.plan.Lock;
import dev.phase.plan.LockLevel;
import dev.phase.plan.Statement;
import dev.phase.schema.TableKey;
import dev.phase.sql.Identifier;
import dev.phase.sql.QualifiedName;
import dev.phase.sql.Sql;

/**
 * The column that a sequence goes with when it is dropped.
 *
 * @param column the name that it has when the sequence is told
 */
public record SequenceOwner(TableKey table, Identifier column) {

  Statement tell(QualifiedName sequence, Bases bases) {
    return Statement.of(
        Sql.of("ALTER SEQUENCE %s OWNED BY %s.%s", sequence, bases.table(table), column),
        new Lock(sequence, LockLevel.SHARE_ROW_EXCLUSIVE),
        new Lock(bases.table(table), LockLevel.ACCESS_SHARE));
  }
}

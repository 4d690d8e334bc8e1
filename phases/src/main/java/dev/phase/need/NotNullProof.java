package dev.phase.need;

import dev.phase.plan.SqlStep;
import dev.phase.plan.Statement;
import dev.phase.schema.Column;
import dev.phase.schema.TableKey;
import dev.phase.sql.Identifier;
import dev.phase.sql.Sql;
import java.util.List;

/**
 * The recipe for NOT NULL without a scan under a lock that blocks: a check is declared for new rows,
 * proven for the others, and then saves PostgreSQL the scan.
 *
 * @param column by its physical name
 * @param check the name that the check has meanwhile
 */
record NotNullProof(TableKey on, Column column, Identifier check) {

  List<SqlStep> steps(Bases bases) {
    String id = "not-null:" + on + "." + column.physical();
    return List.of(
        SqlStep.transaction(
            id + ":declare",
            "Let no new row of %s have a NULL in %s".formatted(on, column.name()),
            List.of(
                Ddl.alterTable(
                    bases.table(on),
                    Sql.of(
                        "ADD CONSTRAINT %s CHECK (%s IS NOT NULL) NOT VALID",
                        check, column.physical())))),
        SqlStep.transaction(
            id + ":validate",
            "Prove that no row of %s has one".formatted(on),
            List.of(Ddl.validate(bases.table(on), check))),
        SqlStep.transaction(
            id + ":set",
            "Make %s of %s NOT NULL".formatted(column.name(), on),
            List.of(
                Ddl.alterTable(
                    bases.table(on), Sql.of("ALTER COLUMN %s SET NOT NULL", column.physical())),
                Ddl.alterTable(bases.table(on), Sql.of("DROP CONSTRAINT %s", check)))));
  }

  /** What takes it back, however far it came. */
  List<Statement> undo(Bases bases) {
    return List.of(
        Ddl.dropConstraintIfExists(bases.table(on), check),
        Ddl.alterTableIfExists(
            bases.table(on), Sql.of("ALTER COLUMN %s DROP NOT NULL", column.physical())));
  }
}

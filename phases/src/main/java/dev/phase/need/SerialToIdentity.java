package dev.phase.need;

import dev.phase.plan.Lock;
import dev.phase.plan.LockLevel;
import dev.phase.plan.Source;
import dev.phase.plan.Statement;
import dev.phase.schema.IdentityKind;
import dev.phase.schema.SequenceOptions;
import dev.phase.schema.TableKey;
import dev.phase.sql.Identifier;
import dev.phase.sql.QualifiedName;
import dev.phase.sql.Sql;
import dev.phase.sql.SqlLiteral;
import java.util.List;
import java.util.Optional;

/**
 * A serial column that becomes an identity column at contract. Until then its default numbers the
 * rows of all versions, and those that ask the sequence themselves find it.
 *
 * @param column the name that it has by then
 * @param sequence the serial's; the identity's gets its name, its options and its last number
 * @param aside a name for the old one meanwhile
 */
public record SerialToIdentity(
    TableKey on,
    Identifier column,
    IdentityKind kind,
    Identifier sequence,
    SequenceOptions options,
    Identifier aside,
    Source source)
    implements Need {

  @Override
  public Optional<TableKey> table() {
    return Optional.of(on);
  }

  @Override
  public List<Statement> contract(Bases bases) {
    QualifiedName table = bases.table(on);
    QualifiedName name = bases.in(sequence);
    QualifiedName old = bases.in(aside);
    Lock lock = new Lock(name, LockLevel.ACCESS_EXCLUSIVE);
    return List.of(
        Ddl.setDefault(table, column, Optional.empty()).from(source),
        Statement.of(Sql.of("ALTER SEQUENCE %s RENAME TO %s", name, aside), lock),
        Ddl.alterTable(
                table,
                Sql.of(
                    "ALTER COLUMN %s ADD GENERATED %s AS IDENTITY (SEQUENCE NAME %s %s)",
                    column, kind.sql(), name, options.sql()))
            .from(source),
        Statement.of(
            Sql.of(
                "SELECT pg_catalog.setval(%s, last_value, is_called) FROM %s",
                new SqlLiteral(name.sql()), old)),
        Statement.of(Sql.of("DROP SEQUENCE %s", old)));
  }
}

package dev.phase.need;

import dev.phase.plan.Lock;
import dev.phase.plan.LockLevel;
import dev.phase.plan.Source;
import dev.phase.plan.Statement;
import dev.phase.schema.TableKey;
import dev.phase.sql.Identifier;
import dev.phase.sql.QualifiedName;
import dev.phase.sql.Sql;
import dev.phase.sql.SqlLiteral;
import dev.phase.sql.SqlResource;
import java.util.List;
import java.util.Optional;

/**
 * The sequences that a column owns, an identity's among them: at contract its shadow gets them, with
 * its type, before the column goes.
 *
 * @param from the name that the column has by then
 * @param to the shadow's physical name
 * @param sequence the one that it has now, if that is known
 */
public record CarriedSequence(
    TableKey on, Identifier from, Identifier to, Optional<Identifier> sequence, Source source)
    implements Need {

  @Override
  public Optional<TableKey> table() {
    return Optional.of(on);
  }

  @Override
  public List<Statement> contract(Bases bases) {
    QualifiedName table = bases.table(on);
    Sql block =
        SqlResource.read(
            CarriedSequence.class,
            "carry_sequence.sql",
            new SqlLiteral(table.sql()),
            new SqlLiteral(from.value()),
            new SqlLiteral(to.value()));
    return List.of(
        Statement.of(
                Sql.of("DO %s", new SqlLiteral(block.sql())),
                new Lock(table, LockLevel.ACCESS_EXCLUSIVE))
            .alsoTaking(
                sequence.stream()
                    .map(name -> new Lock(bases.in(name), LockLevel.ACCESS_EXCLUSIVE))
                    .toList())
            .from(source));
  }
}

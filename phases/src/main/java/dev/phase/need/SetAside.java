package dev.phase.need;

import dev.phase.plan.Guard;
import dev.phase.plan.Lock;
import dev.phase.plan.LockLevel;
import dev.phase.plan.SqlStep;
import dev.phase.plan.Statement;
import dev.phase.schema.TableKey;
import dev.phase.sql.Identifier;
import dev.phase.sql.QualifiedName;
import dev.phase.sql.Sql;
import dev.phase.sql.SqlLiteral;
import dev.phase.sql.SqlResource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What uses a column that a shadow replaces steps out of the way at contract, until {@link PutBack}.
 * The database says then what that is: it may have changed since the version was planned.
 *
 * @param shadow the physical column that replaces it
 * @param views those that were there when it was planned
 * @param statistics whether extended statistics were, which are empty once they are made again
 */
public record SetAside(
    TableKey on,
    Identifier column,
    Identifier shadow,
    List<QualifiedName> views,
    boolean statistics)
    implements Need {

  public SetAside {
    views = List.copyOf(views);
  }

  /** The functions that this and {@link PutBack} call. */
  public static List<Statement> support() {
    return Stream.of("role_name", "copy_column", "remade", "set_aside", "put_back")
        .map(name -> Statement.of(SqlResource.read(SetAside.class, name + ".sql")))
        .toList();
  }

  @Override
  public Optional<TableKey> table() {
    return Optional.of(on);
  }

  @Override
  public List<Statement> contract(Bases bases) {
    List<Lock> locks = new ArrayList<>();
    locks.add(new Lock(bases.table(on), LockLevel.ACCESS_EXCLUSIVE));
    views.forEach(view -> locks.add(new Lock(view, LockLevel.ACCESS_EXCLUSIVE)));
    Sql call =
        Sql.of(
            "SELECT phase.set_aside(%s, %s, %s)",
            new SqlLiteral(bases.table(on).sql()),
            new SqlLiteral(column.value()),
            new SqlLiteral(shadow.value()));
    return List.of(Statement.of(call).alsoTaking(locks));
  }

  @Override
  public List<SqlStep> afterContract(Bases bases) {
    return statistics
        ? List.of(
            SqlStep.alone(
                "analyze:" + on + "." + shadow,
                "Gather the statistics of " + on,
                Statement.of(
                    Sql.of("ANALYZE %s", bases.table(on)),
                    new Lock(bases.table(on), LockLevel.SHARE_UPDATE_EXCLUSIVE)),
                new Guard.Repeatable()))
        : List.of();
  }
}

package dev.phase.need;

import dev.phase.plan.Lock;
import dev.phase.plan.LockLevel;
import dev.phase.plan.Statement;
import dev.phase.schema.TableKey;
import dev.phase.sql.Identifier;
import dev.phase.sql.Sql;
import dev.phase.sql.SqlLiteral;
import java.util.List;
import java.util.Optional;

/**
 * What has hung on a column hangs on its shadow: privileges and settings from expand on, and at
 * contract what was {@link SetAside}.
 *
 * @param original the physical column that the shadow replaces
 * @param shadow the physical column that replaces it
 */
public record PutBack(TableKey on, Identifier original, Identifier shadow) implements Need {

  @Override
  public Optional<TableKey> table() {
    return Optional.of(on);
  }

  @Override
  public List<Statement> expand(Bases bases) {
    Sql call =
        Sql.of(
            "SELECT phase.copy_column(%s, %s, %s)",
            new SqlLiteral(bases.table(on).sql()),
            new SqlLiteral(original.value()),
            new SqlLiteral(shadow.value()));
    return List.of(
        Statement.of(call, new Lock(bases.table(on), LockLevel.ACCESS_EXCLUSIVE)));
  }

  @Override
  public Need after(Renaming renaming) {
    return new PutBack(on, renaming.now(Rename.Kind.COLUMN, original), shadow);
  }

  @Override
  public List<Statement> contract(Bases bases) {
    return List.of(
        Statement.of(
            new Sql("SELECT phase.put_back()"),
            new Lock(bases.table(on), LockLevel.ACCESS_EXCLUSIVE)));
  }
}

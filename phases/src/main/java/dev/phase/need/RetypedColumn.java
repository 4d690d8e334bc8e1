package dev.phase.need;

import dev.phase.plan.Lock;
import dev.phase.plan.LockLevel;
import dev.phase.plan.Source;
import dev.phase.plan.Statement;
import dev.phase.schema.Column;
import dev.phase.schema.TableKey;
import dev.phase.sql.QualifiedName;
import dev.phase.sql.Sql;
import java.util.List;
import java.util.Optional;

/**
 * A column of the base table that gets another type where it stands, for all versions, since
 * PostgreSQL need not look at a row for that. A rollback leaves the new type: it holds all that the
 * old one does, and the way back would rewrite the table.
 *
 * @param column by its physical name, with its new type
 * @param relatives the tables at the other end of its foreign keys, which are locked, too
 */
public record RetypedColumn(
    TableKey on, Column column, List<QualifiedName> relatives, Source source) implements Need {

  public RetypedColumn {
    relatives = List.copyOf(relatives);
  }

  @Override
  public Optional<TableKey> table() {
    return Optional.of(on);
  }

  @Override
  public List<Statement> expand(Bases bases) {
    Sql type = Sql.of("ALTER COLUMN %s TYPE %s", column.physical(), column.type());
    Sql collated =
        column.collation().map(c -> Sql.of("%s COLLATE %s", type, new Sql(c))).orElse(type);
    return List.of(
        Ddl.alterTable(bases.table(on), collated)
            .alsoTaking(
                relatives.stream().map(r -> new Lock(r, LockLevel.ACCESS_EXCLUSIVE)).toList())
            .from(source));
  }
}

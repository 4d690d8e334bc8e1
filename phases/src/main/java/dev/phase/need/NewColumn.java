package dev.phase.need;

import dev.phase.plan.SqlStep;
import dev.phase.plan.Source;
import dev.phase.plan.Statement;
import dev.phase.schema.Column;
import dev.phase.schema.TableKey;
import dev.phase.sql.GeneratedName;
import dev.phase.sql.Identifier;
import dev.phase.sql.Sql;
import dev.phase.sql.SqlExpression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A physical column that only newer versions know: a column that is new, or the shadow of one that
 * changes.
 *
 * @param column as the new version sees it, with its physical name until contract
 * @param initially how the rows that are there, and those that older versions insert, get a value
 */
public record NewColumn(TableKey on, Column column, Initially initially, Source source)
    implements Need {

  /** How rows get a value that the new version did not write. */
  public enum Initially {
    /** They stay NULL, or a sync rule fills them. */
    EMPTY,
    /** The sequence of the column that it replaces counts for it too: a sync rule brings the number. */
    COUNTED,
    /** PostgreSQL remembers the default for the rows that are there. */
    INSTANT_DEFAULT,
    /** New rows get the default, the others are swept. */
    SWEPT_DEFAULT
  }

  /** Whether a sweep gives the rows that are there their value. */
  public boolean isSwept() {
    return initially == Initially.SWEPT_DEFAULT;
  }

  /** Whether only views carry its default before contract. */
  public boolean holdsDefaultBack() {
    boolean isBare = initially == Initially.EMPTY || initially == Initially.COUNTED;
    return isBare && column.defaultExpression().isPresent();
  }

  @Override
  public Optional<TableKey> table() {
    return Optional.of(on);
  }

  @Override
  public List<Statement> expand(Bases bases) {
    List<Statement> statements = new ArrayList<>();
    Sql type = Sql.of("ADD COLUMN %s %s", column.physical(), column.type());
    Optional<SqlExpression> value = column.defaultExpression();
    Sql collated =
        column.collation().map(c -> Sql.of("%s COLLATE %s", type, new Sql(c))).orElse(type);
    if (initially == Initially.INSTANT_DEFAULT) {
      Sql withDefault = Sql.of("%s DEFAULT %s", collated, value.orElseThrow());
      statements.add(
          alter(bases, column.nullable() ? withDefault : Sql.of("%s NOT NULL", withDefault)));
    } else {
      statements.add(alter(bases, collated));
    }
    if (initially == Initially.SWEPT_DEFAULT) {
      statements.add(
          Ddl.setDefault(bases.table(on), column.physical(), value).from(source));
    }
    if (column.comment().isPresent()) {
      statements.add(
          Ddl.comment(bases.table(on), Optional.of(column.physical()), column.comment()));
    }
    return statements;
  }

  @Override
  public List<SqlStep> prove(Bases bases) {
    if (column.nullable() || initially == Initially.INSTANT_DEFAULT) {
      return List.of();
    }
    Identifier check = GeneratedName.of(column.physical().value(), "not_null");
    return new NotNullProof(on, column, check).steps(bases);
  }

  @Override
  public List<Statement> contract(Bases bases) {
    List<Statement> statements = new ArrayList<>();
    if (!column.physical().equals(column.name())) {
      statements.add(Ddl.renameColumn(bases.table(on), column.physical(), column.name()));
    }
    if (holdsDefaultBack()) {
      statements.add(
          Ddl.setDefault(bases.table(on), column.name(), column.defaultExpression()));
    }
    return statements;
  }

  @Override
  public List<Statement> rollback(Bases bases) {
    return List.of(Ddl.dropColumnIfExists(bases.table(on), column.physical()));
  }

  @Override
  public List<Rename> renames() {
    return List.of(new Rename(Rename.Kind.COLUMN, column.physical(), column.name()));
  }

  private Statement alter(Bases bases, Sql action) {
    return Ddl.alterTable(bases.table(on), action).from(source);
  }
}

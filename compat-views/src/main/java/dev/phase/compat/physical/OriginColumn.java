package dev.phase.compat.physical;

import dev.phase.plan.Lock;
import dev.phase.plan.LockLevel;
import dev.phase.plan.Statement;
import dev.phase.sql.Identifier;
import dev.phase.sql.QualifiedName;
import dev.phase.sql.Sql;
import dev.phase.sql.SqlLiteral;
import dev.phase.sql.SqlResource;
import java.util.List;

/**
 * The column of a base table in which a new row takes the position of the version that inserts it
 * to the trigger, which empties it. It is NULL in what is inserted into the base table itself, and
 * in every stored row; but rows of a partitioned table, which an UPDATE may move, keep a number
 * that no version has.
 */
public final class OriginColumn {

  public static final Identifier NAME = Identifier.of("~phase_origin");

  /** In rows that the triggers have seen, where an UPDATE deletes and inserts a row to move it. */
  public static final Sql MOVED = new Sql("0");

  private OriginColumn() {}

  /** What {@link #add} calls. */
  public static List<Statement> support() {
    return List.of(Statement.of(SqlResource.read(OriginColumn.class, "grant_origin.sql")));
  }

  /** Whoever may insert some columns only may also say from where. */
  public static List<Statement> add(QualifiedName base) {
    return List.of(
        Statement.of(
            Sql.of("ALTER TABLE %s ADD COLUMN IF NOT EXISTS %s pg_catalog.int8", base, NAME),
            lock(base)),
        Statement.of(Sql.of("SELECT phase.grant_origin(%s)", new SqlLiteral(base.sql()))));
  }

  public static List<Statement> drop(QualifiedName base) {
    return List.of(
        Statement.of(
            Sql.of("ALTER TABLE IF EXISTS %s DROP COLUMN IF EXISTS %s", base, NAME), lock(base)));
  }

  private static Lock lock(QualifiedName base) {
    return new Lock(base, LockLevel.ACCESS_EXCLUSIVE);
  }
}

package dev.phase.schema;

import dev.phase.sql.Identifier;
import dev.phase.sql.Sql;
import dev.phase.sql.SqlExpression;
import java.util.List;
import java.util.Set;

/** Everything of a constraint but its name and table; column names are physical ones. */
public sealed interface ConstraintDefinition {

  /** The columns of the constrained table that it needs. */
  Set<Identifier> columns();

  /** A condition on each row. */
  record Check(SqlExpression expression, Set<Identifier> columns) implements ConstraintDefinition {
    public Check {
      columns = Set.copyOf(columns);
    }
  }

  /** No two rows agree in these columns. A primary key is one that also forbids NULL. */
  record Unique(
      boolean primaryKey,
      List<Identifier> keys,
      List<Identifier> include,
      boolean nullsNotDistinct,
      Deferral deferral)
      implements ConstraintDefinition {
    public Unique {
      keys = List.copyOf(keys);
      include = List.copyOf(include);
    }

    @Override
    public Set<Identifier> columns() {
      Set<Identifier> all = new java.util.LinkedHashSet<>(keys);
      all.addAll(include);
      return all;
    }
  }

  /**
   * Each row names a row of another table.
   *
   * @param references the base table it points to
   * @param referencedColumns physical names there, pair by pair with {@code keys}
   */
  record ForeignKey(
      List<Identifier> keys,
      TableKey references,
      List<Identifier> referencedColumns,
      ReferentialAction onDelete,
      ReferentialAction onUpdate,
      boolean matchFull,
      Deferral deferral)
      implements ConstraintDefinition {
    public ForeignKey {
      keys = List.copyOf(keys);
      referencedColumns = List.copyOf(referencedColumns);
    }

    @Override
    public Set<Identifier> columns() {
      return Set.copyOf(keys);
    }
  }

  /** Anything that Phase can keep or drop, but not make again on a shadow column. */
  record Opaque(String kind, String definition, Set<Identifier> columns)
      implements ConstraintDefinition {
    public Opaque {
      columns = Set.copyOf(columns);
    }

    boolean isPrimaryKey() {
      return kind.equals("primary key");
    }

    boolean hasIndex() {
      return Set.of("exclusion", "primary key", "unique").contains(kind);
    }
  }

  /** When a constraint is checked. */
  enum Deferral {
    NOT_DEFERRABLE(""),
    INITIALLY_IMMEDIATE(" DEFERRABLE INITIALLY IMMEDIATE"),
    INITIALLY_DEFERRED(" DEFERRABLE INITIALLY DEFERRED");

    private final String clause;

    Deferral(String clause) {
      this.clause = clause;
    }

    /** What stands at the end of the constraint's definition; empty for the usual. */
    public Sql sql() {
      return new Sql(clause);
    }
  }
}

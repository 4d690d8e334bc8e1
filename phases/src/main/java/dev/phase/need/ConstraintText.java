package dev.phase.need;

import dev.phase.schema.ConstraintDefinition;
import dev.phase.sql.QualifiedName;
import dev.phase.sql.Sql;
import dev.phase.sql.SqlFragment;
import java.util.ArrayList;
import java.util.List;

/** What stands after {@code CONSTRAINT name}, wherever a constraint is declared. */
final class ConstraintText {

  private ConstraintText() {}

  static Sql of(ConstraintDefinition definition, Bases bases) {
    if (definition instanceof ConstraintDefinition.Check check) {
      return Sql.of("CHECK %s", check.expression());
    }
    if (definition instanceof ConstraintDefinition.Unique unique) {
      return unique(unique);
    }
    if (definition instanceof ConstraintDefinition.ForeignKey key) {
      return foreignKey(key, bases.table(key.references()));
    }
    return new Sql(((ConstraintDefinition.Opaque) definition).definition());
  }

  private static Sql unique(ConstraintDefinition.Unique unique) {
    List<SqlFragment> parts = new ArrayList<>();
    parts.add(new Sql(unique.primaryKey() ? "PRIMARY KEY" : "UNIQUE"));
    if (unique.nullsNotDistinct()) {
      parts.add(new Sql("NULLS NOT DISTINCT"));
    }
    parts.add(Sql.of("(%s)", Sql.list(unique.keys())));
    if (!unique.include().isEmpty()) {
      parts.add(Sql.of("INCLUDE (%s)", Sql.list(unique.include())));
    }
    return Sql.of("%s%s", Sql.join(" ", parts), unique.deferral().sql());
  }

  private static Sql foreignKey(ConstraintDefinition.ForeignKey key, QualifiedName references) {
    return Sql.of(
        "FOREIGN KEY (%s) REFERENCES %s (%s)%s ON DELETE %s ON UPDATE %s%s",
        Sql.list(key.keys()),
        references,
        Sql.list(key.referencedColumns()),
        new Sql(key.matchFull() ? " MATCH FULL" : ""),
        new Sql(key.onDelete().name().replace('_', ' ')),
        new Sql(key.onUpdate().name().replace('_', ' ')),
        key.deferral().sql());
  }
}

package dev.phase.engine.catalog;

import dev.phase.schema.Constraint;
import dev.phase.schema.ConstraintDefinition;
import dev.phase.schema.ConstraintDefinition.Deferral;
import dev.phase.schema.ReferentialAction;
import dev.phase.schema.TableKey;
import dev.phase.sql.Identifier;
import dev.phase.sql.SqlExpression;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reads the constraints of a table. */
final class Constraints {

  private Constraints() {}

  static Query<Constraint> of(long table) {
    return new Query<>("constraints", Constraints::read, table);
  }

  private static Constraint read(ResultSet row) throws SQLException {
    Identifier name = Identifier.of(row.getString("name"));
    return new Constraint(name, name, definition(row));
  }

  private static ConstraintDefinition definition(ResultSet row) throws SQLException {
    String type = row.getString("type");
    List<Identifier> columns = Session.identifiers(row, "columns");
    if (!row.getBoolean("is_faithful")) {
      Set<Identifier> all = new LinkedHashSet<>(columns);
      all.addAll(Session.identifiers(row, "index_columns"));
      return new ConstraintDefinition.Opaque(kind(type), row.getString("definition"), all);
    }
    return switch (type) {
      case "c" ->
          new ConstraintDefinition.Check(
              new SqlExpression(row.getString("expression")), Set.copyOf(columns));
      case "p", "u" ->
          new ConstraintDefinition.Unique(
              type.equals("p"),
              columns,
              Session.identifiers(row, "include"),
              row.getBoolean("nulls_not_distinct"),
              deferral(row));
      case "f" ->
          new ConstraintDefinition.ForeignKey(
              columns,
              new TableKey(row.getString("target")),
              Session.identifiers(row, "target_columns"),
              action(row.getString("on_delete")),
              action(row.getString("on_update")),
              row.getBoolean("match_full"),
              deferral(row));
      default -> throw new IllegalStateException("Constraint type " + type);
    };
  }

  /** As PostgreSQL's manual calls it. */
  private static String kind(String type) {
    return switch (type) {
      case "c" -> "check";
      case "f" -> "foreign key";
      case "n" -> "not-null";
      case "p" -> "primary key";
      case "u" -> "unique";
      case "x" -> "exclusion";
      default -> "other";
    };
  }

  private static Deferral deferral(ResultSet row) throws SQLException {
    return Deferral.valueOf(row.getString("deferral"));
  }

  private static ReferentialAction action(String code) {
    return switch (code) {
      case "a" -> ReferentialAction.NO_ACTION;
      case "r" -> ReferentialAction.RESTRICT;
      case "c" -> ReferentialAction.CASCADE;
      case "n" -> ReferentialAction.SET_NULL;
      case "d" -> ReferentialAction.SET_DEFAULT;
      default -> throw new IllegalStateException("Referential action " + code);
    };
  }
}

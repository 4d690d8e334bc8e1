package dev.phase.engine.catalog;

import dev.phase.schema.Column;
import dev.phase.schema.Dependent;
import dev.phase.schema.Table;
import dev.phase.schema.TableKey;
import dev.phase.sql.Identifier;
import dev.phase.sql.SqlExpression;
import dev.phase.sql.SqlType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads a table with everything that belongs to it or depends on it. */
final class Tables {

  private final Session session;
  private final Identifier schema;
  private final String[] versionSchemas;

  Tables(Session session, Identifier schema, Set<Identifier> versionSchemas) {
    this.session = session;
    this.schema = schema;
    this.versionSchemas = versionSchemas.stream().map(Identifier::value).toArray(String[]::new);
  }

  Optional<Table> find(Identifier name) throws SQLException {
    List<Long> oid = session.query("relation", row -> row.getLong("oid"), schema, name);
    return oid.isEmpty() ? Optional.empty() : Optional.of(read(name, oid.get(0)));
  }

  private Table read(Identifier name, long oid) throws SQLException {
    Set<Dependent> dependents =
        new LinkedHashSet<>(session.query("circumstances", Tables::dependent, oid));
    dependents.addAll(session.query("dependents", Tables::dependent, oid, versionSchemas));
    return new Table(
        name,
        new TableKey(name.value()),
        session.query("columns", Tables::column, oid),
        Indexes.of(session, oid),
        Constraints.of(session, oid),
        List.copyOf(dependents),
        0);
  }

  private static Column column(ResultSet row) throws SQLException {
    Identifier name = Identifier.of(row.getString("name"));
    return new Column(
        name,
        name,
        new SqlType(row.getString("type")),
        row.getBoolean("nullable"),
        Optional.ofNullable(row.getString("default_expression")).map(SqlExpression::new),
        Optional.ofNullable(row.getString("collation")),
        Column.Kind.valueOf(row.getString("kind")),
        Optional.ofNullable(row.getString("comment")));
  }

  private static Dependent dependent(ResultSet row) throws SQLException {
    return new Dependent(
        row.getString("kind"),
        row.getString("name"),
        Set.copyOf(Session.identifiers(row, "columns")));
  }
}

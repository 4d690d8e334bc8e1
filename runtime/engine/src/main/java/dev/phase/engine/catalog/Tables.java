package dev.phase.engine.catalog;

import dev.phase.schema.Column;
import dev.phase.schema.Constraint;
import dev.phase.schema.Dependent;
import dev.phase.schema.Table;
import dev.phase.schema.TableKey;
import dev.phase.sql.Identifier;
import dev.phase.sql.SqlExpression;
import dev.phase.sql.SqlType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

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
    List<Found> found =
        session.query(
            "relation",
            row ->
                new Found(
                    row.getLong("oid"), Optional.ofNullable(row.getString("comment"))),
            schema.value(),
            name.value());
    return found.isEmpty() ? Optional.empty() : Optional.of(read(name, found.get(0)));
  }

  private record Found(long oid, Optional<String> comment) {}

  private Table read(Identifier name, Found found) throws SQLException {
    long oid = found.oid();
    Query<Column> columns = new Query<>("columns", Tables::column, oid);
    Query<Indexes.Part> indexes = Indexes.of(oid);
    Query<Constraint> constraints = Constraints.of(oid);
    Query<Dependent> circumstances = new Query<>("circumstances", Tables::dependent, oid);
    Query<Dependent> objects =
        new Query<>("dependents", Tables::dependent, oid, versionSchemas);
    session.run(columns, indexes, constraints, circumstances, objects);
    return new Table(
        name,
        new TableKey(name.value()),
        columns.rows(),
        Indexes.whole(indexes.rows()),
        constraints.rows(),
        Stream.concat(circumstances.rows().stream(), objects.rows().stream()).toList(),
        found.comment(),
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

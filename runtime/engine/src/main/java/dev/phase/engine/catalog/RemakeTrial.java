package dev.phase.engine.catalog;

import dev.phase.schema.Column;
import dev.phase.schema.SchemaException;
import dev.phase.schema.Table;
import dev.phase.sql.Identifier;
import dev.phase.sql.QualifiedName;
import dev.phase.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Makes what uses a column again over an empty temporary table that hides the real one, so that
 * PostgreSQL says whether it will be able to at contract.
 */
final class RemakeTrial {

  private final Session session;
  private final Identifier schema;
  private final Table base;

  RemakeTrial(Session session, Identifier schema, Table base) {
    this.session = session;
    this.schema = schema;
    this.base = base;
  }

  /** One object, with the statements that make it. */
  private record Remade(String kind, String name, List<String> creation) {

    static Remade read(ResultSet row) throws SQLException {
      return new Remade(
          row.getString("kind"), row.getString("name"), Session.strings(row, "creation"));
    }

    /** An index of the real table, so it is nothing for a trial. */
    boolean isReplicaIdentity() {
      return kind.equals("replica identity");
    }
  }

  /** Something that must not need its schema's name, so that a temporary one can hide it. */
  private record Relation(QualifiedName name, boolean isView) {

    static Relation read(ResultSet row) throws SQLException {
      return new Relation(
          new QualifiedName(
              Identifier.of(row.getString("schema")), Identifier.of(row.getString("name"))),
          row.getBoolean("is_view"));
    }
  }

  /** Returns the views among them. */
  List<QualifiedName> run(Identifier original, Column instead) throws SQLException {
    QualifiedName table = new QualifiedName(schema, base.name());
    if (remade(table, original).isEmpty()) {
      return List.of();
    }
    List<Relation> relations =
        session.query("remade-relations", Relation::read, table.sql(), original.value());
    session.resolveInTemporary(
        Stream.concat(Stream.of(schema), relations.stream().map(r -> r.name().schema()))
            .distinct()
            .toList());
    List<Remade> all = remade(table, original);
    create(table, original, instead);
    for (Remade one : all) {
      if (!one.isReplicaIdentity()) {
        create(one, instead);
      }
    }
    return relations.stream().filter(Relation::isView).map(Relation::name).toList();
  }

  private List<Remade> remade(QualifiedName table, Identifier original) throws SQLException {
    return session.query("remade", Remade::read, table.sql(), original.value());
  }

  private void create(QualifiedName table, Identifier original, Column instead) {
    List<Sql> statements = new ArrayList<>();
    Identifier name = base.name();
    statements.add(Sql.of("CREATE TEMPORARY TABLE %s (LIKE %s)", name, table));
    Sql type = Sql.of("ALTER TABLE %s ALTER COLUMN %s TYPE %s", name, original, instead.type());
    statements.add(
        Sql.of(
            "%s USING CAST(NULL AS %s)",
            instead.collation().map(c -> Sql.of("%s COLLATE %s", type, new Sql(c))).orElse(type),
            instead.type()));
    if (!base.primaryKey().isEmpty()) {
      // A view may group by it alone.
      statements.add(
          Sql.of(
              "ALTER TABLE %s ADD PRIMARY KEY (%s)",
              name, Sql.list(base.primaryKey().stream().map(Column::physical).toList())));
    }
    statements.forEach(
        statement ->
            session.attempt(
                statement, "Grant TEMPORARY on the database, or drop what uses the column first."));
  }

  private void create(Remade one, Column instead) {
    for (String statement : one.creation()) {
      try {
        session.attempt(new Sql(statement), "Drop or change that first, in a change of its own.");
      } catch (SchemaException e) {
        throw new SchemaException(
            "%s %s of table %s cannot be made again over %s of type %s: %s"
                .formatted(
                    one.kind(),
                    one.name(),
                    base.name(),
                    instead.name(),
                    instead.type(),
                    e.problem()),
            e.remedy());
      }
    }
  }
}

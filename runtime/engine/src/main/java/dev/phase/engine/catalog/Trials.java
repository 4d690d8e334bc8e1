package dev.phase.engine.catalog;

import dev.phase.operation.Site;
import dev.phase.schema.Column;
import dev.phase.schema.EnumChange;
import dev.phase.schema.IndexDefinition;
import dev.phase.schema.Renaming;
import dev.phase.schema.Retyping;
import dev.phase.schema.SchemaException;
import dev.phase.schema.Table;
import dev.phase.sql.Identifier;
import dev.phase.sql.QualifiedName;
import dev.phase.sql.Sql;
import dev.phase.sql.SqlExpression;
import dev.phase.sql.SqlLiteral;
import dev.phase.sql.SqlType;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Questions that PostgreSQL answers best by doing it, in a transaction that is rolled back. */
final class Trials {

  private static final Pattern SERIAL = Pattern.compile("(big|small)?serial[248]?");

  private final Session session;
  private final Identifier schema;
  private QualifiedName name;

  Trials(Session session, Identifier schema) {
    this.session = session;
    this.schema = schema;
  }

  void tryOut(Sql statement, String remedy) throws SQLException {
    session.resolveIn(schema);
    session.attempt(statement, remedy);
  }

  SqlType canonical(SqlType type) throws SQLException {
    requireType(type);
    Trial trial = start();
    trial.createOf(type, "Correct the type.");
    session.resolveNowhere();
    return session.one("columns", row -> new SqlType(row.getString("type")), trial.oid());
  }

  boolean addsInstantly(SqlType type, SqlExpression defaultExpression) throws SQLException {
    boolean evaluate = !isVolatile(defaultExpression);
    return start().addsInstantly(type, defaultExpression, evaluate);
  }

  Retyping retyping(Identifier table, Column from, Column to) throws SQLException {
    start();
    return new RetypingTrial(session, new QualifiedName(schema, table), name).judge(from, to);
  }

  boolean isVolatile(SqlExpression expression) throws SQLException {
    session.resolveIn(schema);
    String[] words = expression.identifiers().toArray(String[]::new);
    return session.one("is-volatile", row -> row.getBoolean(1), (Object) words);
  }

  Optional<String> constant(SqlExpression expression) throws SQLException {
    session.resolveIn(schema);
    return session.value(Sql.of("SELECT CAST(%s AS pg_catalog.text)", expression), "Correct the expression.");
  }

  IndexDefinition rename(IndexDefinition index, Renaming renaming) throws SQLException {
    Trial trial = start();
    Predicate<Identifier> mentioned = among(renaming.columns(), index::mentions);
    trial.create(renaming.columns(), mentioned);
    trial.addIndex(index);
    trial.rename(renaming.names(), mentioned);
    replace(renaming.change());
    session.resolveNowhere();
    Query<Indexes.Part> parts = Indexes.of(trial.oid());
    session.run(parts);
    IndexDefinition renamed = Indexes.whole(parts.rows()).get(0).definition();
    return new IndexDefinition(
        renamed.unique(),
        renamed.nullsNotDistinct(),
        renamed.method(),
        renamed.keys(),
        renamed.include(),
        renamed.where(),
        renamed.with(),
        index.tablespace());
  }

  SqlExpression rename(SqlExpression check, Renaming renaming) throws SQLException {
    Trial trial = start();
    Predicate<Identifier> mentioned = among(renaming.columns(), check::mentions);
    trial.create(renaming.columns(), mentioned, check);
    trial.rename(renaming.names(), mentioned);
    replace(renaming.change());
    session.resolveNowhere();
    return session.one("check-expression", row -> new SqlExpression(row.getString(1)), trial.oid());
  }

  /** Gives the old type the names of the new one, so that definitions print with them. */
  private void replace(Optional<EnumChange> change) throws SQLException {
    if (change.isEmpty()) {
      return;
    }
    QualifiedName from = new QualifiedName(schema, change.get().from());
    Identifier to = change.get().to();
    session.execute(
        Sql.of(
            "ALTER TYPE %s RENAME TO %s",
            new QualifiedName(schema, to), Identifier.of("phase trial type")));
    for (Map.Entry<String, String> value : change.get().renamed().entrySet()) {
      session.execute(
          Sql.of(
              "ALTER TYPE %s RENAME VALUE %s TO %s",
              from, new SqlLiteral(value.getKey()), new SqlLiteral(value.getValue())));
    }
    session.execute(Sql.of("ALTER TYPE %s RENAME TO %s", from, to));
  }

  List<QualifiedName> requireRemakable(Table base, Identifier original, Column instead)
      throws SQLException {
    return new RemakeTrial(session, schema, base).run(original, instead);
  }

  private static Predicate<Identifier> among(List<Column> columns, Predicate<Identifier> mentions) {
    return name -> columns.stream().anyMatch(c -> c.name().equals(name)) && mentions.test(name);
  }

  private static void requireType(SqlType type) {
    if (SERIAL.matcher(type.name().strip().toLowerCase(Locale.ROOT)).matches()) {
      throw new SchemaException(
          "Type %s stands for a column with a sequence of its own.".formatted(type),
          "Use `integer` or `bigint`, with `identity` where PostgreSQL is to count.");
    }
  }

  /** Names mean from here on what a user would have them mean. */
  private Trial start() throws SQLException {
    if (name == null) {
      name = chooseName();
    }
    session.resolveIn(schema);
    return new Trial(session, name);
  }

  /** Without the privilege to make temporary tables, Phase's own schema must do. */
  private QualifiedName chooseName() throws SQLException {
    return session.one(
        "trial-name",
        row ->
            new QualifiedName(
                row.getBoolean("may_use_temp") ? Identifier.of("pg_temp") : Site.PHASE,
                Identifier.of(row.getString("name"))));
  }
}

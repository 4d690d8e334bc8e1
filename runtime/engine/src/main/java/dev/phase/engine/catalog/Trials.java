package dev.phase.engine.catalog;

import dev.phase.operation.Site;
import dev.phase.schema.Column;
import dev.phase.schema.IndexDefinition;
import dev.phase.schema.Retyping;
import dev.phase.schema.SchemaException;
import dev.phase.schema.Table;
import dev.phase.sql.Identifier;
import dev.phase.sql.QualifiedName;
import dev.phase.sql.Sql;
import dev.phase.sql.SqlExpression;
import dev.phase.sql.SqlType;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

  IndexDefinition rename(
      IndexDefinition index, List<Column> columns, Map<Identifier, Identifier> renames)
      throws SQLException {
    Trial trial = start();
    Predicate<Identifier> mentioned = among(columns, index::mentions);
    trial.create(columns, mentioned);
    trial.addIndex(index);
    trial.rename(renames, mentioned);
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

  SqlExpression rename(
      SqlExpression check, List<Column> columns, Map<Identifier, Identifier> renames)
      throws SQLException {
    Trial trial = start();
    Predicate<Identifier> mentioned = among(columns, check::mentions);
    trial.create(columns, mentioned, check);
    trial.rename(renames, mentioned);
    session.resolveNowhere();
    return session.one("check-expression", row -> new SqlExpression(row.getString(1)), trial.oid());
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

package dev.phase.engine.catalog;

import dev.phase.need.IndexText;
import dev.phase.schema.Column;
import dev.phase.schema.IndexDefinition;
import dev.phase.schema.Table;
import dev.phase.sql.Identifier;
import dev.phase.sql.QualifiedName;
import dev.phase.sql.Sql;
import dev.phase.sql.SqlExpression;
import dev.phase.sql.SqlFragment;
import dev.phase.sql.SqlType;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** An empty table that PostgreSQL may judge definitions on. It lives until the transaction ends. */
final class Trial {

  private final Session session;
  private final QualifiedName table;

  Trial(Session session, QualifiedName table) {
    this.session = session;
    this.table = table;
  }

  /** Creates it with those of the columns that are wanted. */
  void create(List<Column> columns, Predicate<Identifier> wanted) {
    create(definitions(columns, wanted), "Correct the type.");
  }

  /** Creates it with those of the columns that are wanted, and with this condition on them. */
  void create(List<Column> columns, Predicate<Identifier> wanted, SqlExpression check) {
    create(
        Table.plus(definitions(columns, wanted), Sql.of("CHECK %s", check)),
        "Correct the condition, or drop its constraint first where it is one that is there.");
  }

  /** Creates it with one column that can hold what the type can. */
  void createOf(SqlType type, String remedy) {
    session.attempt(
        Sql.of("CREATE TABLE %s AS SELECT CAST(NULL AS %s\n) AS value WITH NO DATA", table, type),
        remedy);
  }

  void addIndex(IndexDefinition index) {
    session.attempt(
        Sql.of("CREATE %s ON %s", kind(index), IndexText.of(table, index)),
        "Correct the index, or drop it first where it is one that is there.");
  }

  /**
   * Creates it with a column that has this default, and adds another one like it.
   *
   * @param evaluate whether to have a row, so that the default is evaluated
   * @return whether that left the row alone
   */
  boolean addsInstantly(SqlType type, SqlExpression defaultExpression, boolean evaluate)
      throws SQLException {
    String remedy = "Correct the default.";
    create(List.of(Sql.of("value %s DEFAULT %s", type, defaultExpression)), remedy);
    if (evaluate) {
      session.attempt(Sql.of("INSERT INTO %s DEFAULT VALUES", table), remedy);
    }
    long before = file();
    session.attempt(
        Sql.of("ALTER TABLE %s ADD COLUMN another %s DEFAULT %s", table, type, defaultExpression),
        remedy);
    return file() == before;
  }

  /** Renames columns, any of them into any other's name. */
  void rename(Map<Identifier, Identifier> renames, Predicate<Identifier> wanted)
      throws SQLException {
    List<Sql> arrivals = new ArrayList<>();
    for (Map.Entry<Identifier, Identifier> rename : new TreeMap<>(renames).entrySet()) {
      if (wanted.test(rename.getKey())) {
        Identifier between = Identifier.of("phase trial %d".formatted(arrivals.size()));
        session.execute(
            Sql.of("ALTER TABLE %s RENAME COLUMN %s TO %s", table, rename.getKey(), between));
        arrivals.add(
            Sql.of("ALTER TABLE %s RENAME COLUMN %s TO %s", table, between, rename.getValue()));
      }
    }
    for (Sql arrival : arrivals) {
      session.execute(arrival);
    }
  }

  long oid() throws SQLException {
    return session.one("relation-oid", row -> row.getLong("oid"), table.sql());
  }

  private long file() throws SQLException {
    return session.one("relation-oid", row -> row.getLong("file"), table.sql());
  }

  private void create(List<Sql> elements, String remedy) {
    session.attempt(Sql.of("CREATE TABLE %s (%s)", table, Sql.list(elements)), remedy);
  }

  private static List<Sql> definitions(List<Column> columns, Predicate<Identifier> wanted) {
    return columns.stream().filter(c -> wanted.test(c.name())).map(Trial::definition).toList();
  }

  private static Sql definition(Column column) {
    Sql plain = Sql.of("%s %s", column.name(), column.type());
    return column.collation().map(c -> Sql.of("%s COLLATE %s", plain, new Sql(c))).orElse(plain);
  }

  private static SqlFragment kind(IndexDefinition index) {
    return new Sql(index.unique() ? "UNIQUE INDEX" : "INDEX");
  }
}

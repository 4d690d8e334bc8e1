package dev.phase.engine.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.phase.schema.Column;
import dev.phase.schema.Constraint;
import dev.phase.schema.ConstraintDefinition;
import dev.phase.schema.Index;
import dev.phase.schema.SchemaException;
import dev.phase.schema.Table;
import dev.phase.sql.Identifier;
import dev.phase.sql.SqlExpression;
import dev.phase.sql.SqlType;
import dev.phase.testkit.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.function.Executable;

/** What the tests of this package share. */
final class Fixture {

  private Fixture() {}

  /** Asks a catalog over a new connection. */
  static <T> T ask(Database database, Function<JdbcCatalog, T> question) throws SQLException {
    try (Connection connection = database.connect()) {
      T answer = question.apply(new JdbcCatalog(connection, id("public")));
      assertTrue(connection.getAutoCommit());
      return answer;
    }
  }

  /** Whether a catalog over a new connection says yes. */
  static boolean holds(Database database, Predicate<JdbcCatalog> question) throws SQLException {
    return Fixture.<Boolean>ask(database, question::test);
  }

  static Table table(Database database, String name) throws SQLException {
    return ask(database, catalog -> catalog.table(id(name)).orElseThrow());
  }

  static ConstraintDefinition constraint(Database database, String table, String name)
      throws SQLException {
    return table(database, table).constraint(id(name)).definition();
  }

  /** The kinds and names of what depends on a table, with the columns. */
  static Map<String, Set<String>> dependents(Table table) {
    return table.dependents().stream()
        .collect(Collectors.toMap(Object::toString, d -> new TreeSet<>(names(d.columns()))));
  }

  static Set<String> names(Set<Identifier> identifiers) {
    return identifiers.stream().map(Identifier::value).collect(Collectors.toCollection(TreeSet::new));
  }

  static List<String> constraintNames(Table table) {
    return table.constraints().stream().map(Constraint::name).map(Identifier::value).toList();
  }

  static List<String> indexNames(Table table) {
    return table.indexes().stream().map(Index::name).map(Identifier::value).toList();
  }

  static Column column(String name, String type) {
    return new Column(
        id(name),
        id(name),
        new SqlType(type),
        true,
        Optional.empty(),
        Optional.empty(),
        Column.Kind.PLAIN,
        Optional.empty());
  }

  static SqlExpression expression(String text) {
    return new SqlExpression(text);
  }

  static Identifier id(String name) {
    return Identifier.of(name);
  }

  static SchemaException assertRefused(Executable question) {
    SchemaException refusal = assertThrows(SchemaException.class, question);
    for (String sentence : List.of(refusal.problem(), refusal.remedy())) {
      assertTrue(sentence.endsWith("."), sentence);
      assertFalse(sentence.substring(0, sentence.length() - 1).contains(". "), sentence);
      assertFalse(sentence.contains("\n"), sentence);
    }
    return refusal;
  }

  static void assertRefused(String problem, Executable question) {
    assertEquals(problem, assertRefused(question).problem());
  }
}

package dev.phase.compat;

import static dev.phase.compat.Windows.column;
import static dev.phase.compat.Windows.required;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.phase.testkit.Database;
import dev.phase.testkit.PostgresTest;
import java.io.IOException;
import java.io.StringReader;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

/** Every kind of statement, through names that need quotes. */
@PostgresTest
class StatementsTest {

  private static final String VIEW = "\"My App_v \"\"1\"\"\".\"Order\"";
  private static final String BASE = "\"My App\".\"Order\"";

  private final Database database;

  StatementsTest(Database database) {
    this.database = database;
  }

  @BeforeEach
  void expand() throws SQLException {
    var window =
        new Windows(
                "My App",
                "Order",
                required(column("id", "integer")),
                column("Größe in \"cm\"", "integer"))
            .alter(
                "Größe in \"cm\"",
                column("select", "json"),
                "json_build_object('cm', \"Größe in \"\"cm\"\"\")",
                "(\"select\"->>'cm')::integer")
            .version("v \"1\"")
            .window();
    database.run(
        "CREATE SCHEMA \"My App\"",
        "CREATE TABLE " + BASE + " (id integer PRIMARY KEY, \"Größe in \"\"cm\"\"\" integer)");
    new Running(database).expand(window);
  }

  private List<String> sizes() throws SQLException {
    return database.strings(
        "SELECT id || ':' || b.\"Größe in \"\"cm\"\"\" || ':' || (v.\"select\"->>'cm')"
            + " FROM " + BASE + " b JOIN " + VIEW + " v USING (id) ORDER BY id");
  }

  private static String object(int cm) {
    return "'{\"cm\": %d}'".formatted(cm);
  }

  @Test
  void insertsManyRowsAndUpdatesFromOthers() throws SQLException {
    database.run(
        "INSERT INTO %s SELECT i, i * 10 FROM generate_series(1, 2) i".formatted(BASE),
        "INSERT INTO %s VALUES (3, %s), (4, %s)".formatted(VIEW, object(30), object(40)),
        "UPDATE %s o SET \"select\" = json_build_object('cm', n.v) FROM (VALUES (1, 11), (3, 33))"
            .formatted(VIEW) + " AS n(id, v) WHERE o.id = n.id",
        "DELETE FROM %s WHERE id = 2".formatted(VIEW));
    assertEquals(List.of("1:11:11", "3:33:33", "4:40:40"), sizes());
  }

  @Test
  void upsertsThroughViewAndBase() throws SQLException {
    for (int cm : new int[] {1, 2}) {
      database.run(
          ("INSERT INTO %s VALUES (1, %s) ON CONFLICT (id) DO UPDATE"
              + " SET \"select\" = EXCLUDED.\"select\"").formatted(VIEW, object(cm)),
          ("INSERT INTO %s VALUES (2, %d) ON CONFLICT (id) DO UPDATE SET \"Größe in \"\"cm\"\"\""
              + " = EXCLUDED.\"Größe in \"\"cm\"\"\"").formatted(BASE, cm * 5));
    }
    assertEquals(List.of("1:2:2", "2:10:10"), sizes());
  }

  @Test
  void mergesIntoTheBaseTable() throws SQLException {
    assumeTrue(database.majorVersion() >= 15);
    database.run("INSERT INTO " + BASE + " VALUES (1, 1)", merge(BASE, "\"Größe in \"\"cm\"\"\"", "5"));
    assertEquals(List.of("1:5:5", "2:5:5"), sizes());
  }

  @Test
  void mergesIntoTheView() throws SQLException {
    assumeTrue(database.majorVersion() >= 17);
    database.run("INSERT INTO " + BASE + " VALUES (1, 1)", merge(VIEW, "\"select\"", object(6)));
    assertEquals(List.of("1:6:6", "2:6:6"), sizes());
  }

  private static String merge(String into, String column, String value) {
    return ("MERGE INTO %s AS o USING generate_series(1, 2) AS n(id) ON o.id = n.id"
            + " WHEN MATCHED THEN UPDATE SET %s = %s"
            + " WHEN NOT MATCHED THEN INSERT (id, %s) VALUES (n.id, %s)")
        .formatted(into, column, value, column, value);
  }

  @Test
  void copiesIntoTheBaseTable() throws SQLException, IOException {
    try (var connection = database.connect()) {
      connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn(
              "COPY " + BASE + " (id, \"Größe in \"\"cm\"\"\") FROM STDIN",
              new StringReader("1\t10\n2\t20\n"));
    }
    assertEquals(List.of("1:10:10", "2:20:20"), sizes());
  }

  @Test
  void keepsAJsonDocumentByteForByte() throws SQLException {
    database.run(
        "INSERT INTO %s VALUES (1, '{\"cm\" : 1}')".formatted(VIEW),
        "UPDATE %s SET \"select\" = '{ \"cm\":1, \"x\":2}'".formatted(VIEW));
    assertEquals(
        Optional.of("{ \"cm\":1, \"x\":2}"),
        Optional.of(database.queryOne("SELECT \"select\" FROM " + VIEW)));
  }
}

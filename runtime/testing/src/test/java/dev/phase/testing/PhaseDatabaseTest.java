package dev.phase.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PhaseDatabaseTest {

  private static final Path CHANGES = Path.of("src/test/resources/changes");

  @TempDir private Path directory;

  @Test
  void itsUrlLeadsToTheVersion() throws SQLException {
    try (PhaseDatabase database = PhaseDatabase.atVersion(CHANGES, "0002_full_name");
        Connection connection =
            DriverManager.getConnection(
                database.jdbcUrl(), database.user(), database.password())) {
      assertEquals("public_0002_full_name", one(connection, "SELECT current_schema()"));
      execute(connection, "INSERT INTO people (full_name) VALUES ('Ada')");
      assertEquals("Ada", one(connection, "SELECT full_name FROM people"));
    }
  }

  @Test
  void theNewestVersionHasAllChanges() {
    try (PhaseDatabase database = PhaseDatabase.atNewest(CHANGES)) {
      assertEquals("0002_full_name", database.version().name());
    }
  }

  @Test
  void twoVersionsCanBeTestedTogether() throws SQLException {
    try (PhaseDatabase database = PhaseDatabase.atVersion(CHANGES, "0001_people")) {
      try (Connection old = database.connect();
          Connection young = database.advanceTo("0002_full_name").connect();
          Connection again = database.connect("0001_people")) {
        execute(old, "INSERT INTO people (name) VALUES ('Ada')");
        assertEquals("Ada", one(young, "SELECT full_name FROM people"));
        execute(young, "UPDATE people SET full_name = 'Grace'");
        assertEquals("Grace", one(again, "SELECT name FROM people"));
      }
    }
  }

  @Test
  void whatWasThereBeforeIsTheBaseline() throws Exception {
    Path changes = Files.createDirectory(directory.resolve("changes"));
    Files.copy(CHANGES.resolve("0002_full_name.yaml"), changes.resolve("0002_full_name.yaml"));
    Path script =
        Files.writeString(
            directory.resolve("schema.sql"),
            """
            CREATE SCHEMA "Übung 1";
            CREATE TABLE "Übung 1".people (id bigint PRIMARY KEY, name text);""");
    try (PhaseDatabase database =
            PhaseDatabase.of(changes)
                .with("schema", "Übung 1")
                .baseline(script)
                .baseline("INSERT INTO \"Übung 1\".people VALUES (1, 'Ada')")
                .startAtNewest();
        Connection connection = database.connect();
        Connection baseline = database.connect("baseline")) {
      assertEquals("Ada", one(connection, "SELECT full_name FROM people"));
      assertEquals("Ada", one(baseline, "SELECT name FROM people"));
    }
  }

  @Test
  void aVersionThatNoFileIsNamedAfterIsRefusedAndNothingIsLeft() throws SQLException {
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class, () -> PhaseDatabase.atVersion(CHANGES, "0003_x"));
    assertTrue(
        e.getMessage().endsWith("changes. Name one of [0001_people, 0002_full_name]."),
        e.getMessage());
    assertEquals(0, e.getSuppressed().length);
  }

  @Test
  void aBaselineThatFailsSaysSo() {
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () -> PhaseDatabase.of(CHANGES).baseline("CREATE TABEL t ()").startAtNewest());
    assertTrue(e.getMessage().startsWith("The baseline cannot be made: "), e.getMessage());
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String one(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }
}

package dev.phase.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@PostgresTest
class DatabaseTest {
  private final Database database;

  DatabaseTest(Database database) {
    this.database = database;
  }

  @BeforeEach
  void createTable(Database same) throws SQLException {
    same.run(
        "CREATE TABLE item (id int, label text)", "INSERT INTO item VALUES (1, 'one'), (2, NULL)");
  }

  @Test
  void isTheSameThroughoutATest(Database same) throws SQLException {
    assertEquals(database, same);
    assertEquals(List.of("1", "2"), database.strings("SELECT id FROM item ORDER BY id"));
  }

  @RepeatedTest(2)
  void isFreshForEachRepetition() throws SQLException {
    assertEquals("2", database.queryOne("SELECT count(*) FROM item"));
  }

  @Test
  void returnsRowsAsText() throws SQLException {
    assertEquals(
        List.of(List.of("1", "one"), Arrays.asList("2", null)),
        database.rows("SELECT id, label FROM item ORDER BY id"));
  }

  @Test
  void insistsOnOneRowWhenAskedForOne() {
    var e = assertThrows(AssertionError.class, () -> database.queryOne("SELECT id FROM item"));
    assertEquals(
        "The query returned 2 rows. It must return one: SELECT id FROM item", e.getMessage());
  }

  @Test
  void belongsToAnOrdinaryRole() throws SQLException {
    assertEquals(
        "f", database.queryOne("SELECT rolsuper FROM pg_roles WHERE rolname = current_user"));
    assertEquals(database.user(), database.queryOne("SELECT current_user"));
    assertEquals(database.name(), database.queryOne("SELECT current_database()"));
    database.run("CREATE SCHEMA other", "ALTER SCHEMA public RENAME TO former");
  }

  @Test
  void connectsAsOtherRoles() throws SQLException {
    String reader = database.createRole("reader");
    database.run("GRANT SELECT ON item TO " + reader);
    try (var connection = database.connectAs(reader);
        var statement = connection.createStatement()) {
      statement.execute("SELECT FROM item");
      var e = assertThrows(SQLException.class, () -> statement.execute("DELETE FROM item"));
      assertEquals("42501", e.getSQLState());
      assertThrows(SQLException.class, () -> statement.execute("CREATE TABLE public.mine ()"));
    }
  }

  @Test
  void connectsAsSuperuser() throws SQLException {
    try (var connection = database.superuser();
        var statement = connection.createStatement()) {
      statement.execute("CREATE EXTENSION pg_trgm");
      assertEquals(database.name(), connection.getCatalog());
    }
    assertNotEquals("0", database.queryOne("SELECT count(*) FROM pg_extension"));
  }

  @Test
  @Tag("lifecycle")
  void runsOnTheWantedMajor() throws SQLException {
    int major = Integer.parseInt(database.queryOne("SHOW server_version_num")) / 10_000;
    assertEquals(major, database.majorVersion());
    if (System.getProperty("phase.test.url") == null) {
      assertEquals(Integer.getInteger("phase.test.major", 17), major);
    }
  }
}

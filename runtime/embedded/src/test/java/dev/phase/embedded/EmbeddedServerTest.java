package dev.phase.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedServerTest {
  private static final int MAJOR =
      Integer.getInteger("phase.test.major", EmbeddedServer.DEFAULT_MAJOR);

  @Test
  void startsTheWantedMajorWithTheGivenSettings() throws SQLException {
    try (var server = builder().settings(Map.of("application_name", "it's me")).start()) {
      assertEquals(server.version(), query(server, "SHOW server_version"));
      assertTrue(server.version().startsWith(MAJOR + "."));
      assertEquals(
          "it's me",
          query(server, "SELECT reset_val FROM pg_settings WHERE name = 'application_name'"));
    }
  }

  @Test
  void closingStopsTheServerAndDeletesItsFiles() {
    var server = builder().start();
    Path data = server.dataDirectory();
    server.close();
    server.close();
    assertFalse(Files.exists(data.getParent()));
    assertThrows(SQLException.class, () -> connect(server));
    assertThrows(IllegalStateException.class, server::restart);
  }

  @Test
  void survivesACrash() throws SQLException {
    try (var server = builder().start()) {
      run(server, "CREATE TABLE t AS SELECT 42 AS answer");
      server.stop(true);
      assertThrows(SQLException.class, () -> connect(server));
      server.restart();
      assertEquals("42", query(server, "SELECT answer FROM t"));
    }
  }

  @Test
  void cutsOpenConnectionsWhenItRestarts() throws SQLException {
    try (var server = builder().start();
        var open = connect(server)) {
      server.restart();
      assertThrows(SQLException.class, () -> open.createStatement().execute("SELECT 1"));
      assertEquals("1", query(server, "SELECT 1"));
    }
  }

  @Test
  void leavesANamedDataDirectory(@TempDir Path directory) throws Exception {
    Cache.allowTraversal(directory);
    Path data = directory.resolve("data");
    try (var server = builder().dataDirectory(data).start()) {
      run(server, "CREATE TABLE t AS SELECT 42 AS answer");
    }
    try (var server = builder().dataDirectory(data).start()) {
      assertEquals("42", query(server, "SELECT answer FROM t"));
    }
  }

  @Test
  void runsOnWhenKept() throws Exception {
    var server = builder().start();
    server.keep();
    server.close();
    assertEquals("1", query(server, "SELECT 1"));
    Process stop = new ProcessBuilder("sh", "-c", "cd / && " + server.stopCommand()).start();
    assertEquals(0, stop.waitFor());
    Cache.deleteTree(server.dataDirectory().getParent());
  }

  @Test
  void cleansUpAfterAJvmThatCouldNot() throws Exception {
    Path left = Files.createDirectories(Cache.open().root().resolve("running/0-left"));
    Path lock = Files.createFile(left.resolveSibling("0-left.lock"));
    Path pidFile = Files.createDirectories(left.resolve("data")).resolve("postmaster.pid");
    Files.writeString(pidFile, "0\n");
    builder().start().close();
    assertFalse(Files.exists(left));
    assertFalse(Files.exists(lock));
  }

  @Test
  void tellsWhichMajorsThereAre() {
    var e =
        assertThrows(
            EmbeddedServerException.class, () -> EmbeddedServer.builder().major(9).start());
    assertTrue(e.getMessage().startsWith("The class path has no PostgreSQL 9 for "), e::getMessage);
    assertTrue(e.getMessage().contains("(present: " + MAJOR + "."), e::getMessage);
  }

  @Test
  void showsTheLogOfAServerThatDoesNotStart() {
    var wanted = builder().settings(Map.of("no_such_setting", "on"));
    var e = assertThrows(EmbeddedServerException.class, wanted::start);
    assertTrue(e.getMessage().contains("unrecognized configuration parameter"), e::getMessage);
  }

  private static EmbeddedServerBuilder builder() {
    return EmbeddedServer.builder().major(MAJOR);
  }

  private static Connection connect(EmbeddedServer server) throws SQLException {
    return DriverManager.getConnection(server.jdbcUrl("postgres"), server.superuser(), "");
  }

  private static void run(EmbeddedServer server, String sql) throws SQLException {
    try (var connection = connect(server);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String query(EmbeddedServer server, String sql) throws SQLException {
    try (var connection = connect(server);
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }
}

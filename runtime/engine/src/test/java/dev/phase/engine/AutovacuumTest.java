package dev.phase.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.phase.change.ChangeReader;
import dev.phase.config.Settings;
import dev.phase.config.SettingsReader;
import dev.phase.embedded.EmbeddedServer;
import dev.phase.engine.execution.Listener;
import dev.phase.sql.Identifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A server whose autovacuum is at work on a table for minutes, as after a backfill. */
@Timeout(180)
final class AutovacuumTest {

  private static final int MAJOR = Integer.getInteger("phase.test.major", 17);

  @TempDir private Path directory;

  private EmbeddedServer server;
  private Connection connection;

  @BeforeEach
  void vacuumUsers() throws Exception {
    server =
        EmbeddedServer.builder()
            .major(MAJOR)
            .settings(Map.of("autovacuum", "on", "autovacuum_naptime", "1s"))
            .start();
    connection =
        DriverManager.getConnection(server.jdbcUrl("postgres"), server.superuser(), "");
    run("CREATE TABLE logins (id bigint, by bigint)");
    run(
        """
        CREATE TABLE users (id bigint PRIMARY KEY, name text) WITH (
          autovacuum_vacuum_cost_delay = 100, autovacuum_vacuum_cost_limit = 1,
          autovacuum_vacuum_threshold = 1, autovacuum_vacuum_scale_factor = 0)""");
    run("INSERT INTO users SELECT n, repeat('x', 1000) FROM generate_series(1, 20000) n");
    run("UPDATE users SET name = 'y'");
    while (!isVacuumed()) {
      Thread.sleep(50);
    }
  }

  @AfterEach
  void stop() throws Exception {
    connection.close();
    server.close();
  }

  @Test
  void givesWayToAStep() throws Exception {
    advance("{ add_column: { table: users, column: { name: note, type: text } } }");
  }

  @Test
  void givesWayWhereverAStepMeetsIt() throws Exception {
    advance(
        "{ add_constraint: { table: logins, name: by_user, foreign_key:"
            + " { columns: [by], references: { table: users, columns: [id] } } } }");
  }

  private void advance(String operation) throws Exception {
    Path changes = Files.createDirectories(directory.resolve("db/changes"));
    Files.writeString(changes.resolve("0001_it.yaml"), "operations: [ " + operation + " ]");
    Settings settings =
        new SettingsReader(
                directory,
                Map.of(
                    "url", server.jdbcUrl("postgres"),
                    "user", server.superuser(),
                    "lock-budget", "20s"),
                Map.of())
            .read();
    try (Engine engine = Engine.connect(settings, Listener.NONE)) {
      engine.init();
      Advanced advanced =
          engine.advance(
              ChangeReader.read(changes, Identifier.of("public")).files(), Workshop.RELEASE);
      assertEquals("0001_it", advanced.published().orElseThrow());
    }
  }

  private boolean isVacuumed() throws Exception {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                """
                SELECT FROM pg_locks l JOIN pg_stat_activity a USING (pid)
                WHERE a.backend_type = 'autovacuum worker' AND l.relation = 'users'::regclass""")) {
      return row.next();
    }
  }

  private void run(String sql) throws Exception {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}

package dev.phase.backfill;

import static dev.phase.backfill.Bench.fill;
import static dev.phase.backfill.Bench.request;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.phase.testkit.Database;
import dev.phase.testkit.PostgresTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What of the application notices a batch, and what of the session stays behind. */
@PostgresTest
class TriggersTest {

  private static final SweepRequest REQUEST = request(40, "t", fill("b", "int", "a"));

  private final Database database;

  TriggersTest(Database database) {
    this.database = database;
  }

  @BeforeEach
  void createTable() throws SQLException {
    database.run(
        "CREATE TABLE t (id int PRIMARY KEY, a int, b int)",
        "INSERT INTO t SELECT i, i FROM generate_series(1, 100) AS i",
        "CREATE TABLE fired (id int)",
        "CREATE FUNCTION fired() RETURNS trigger LANGUAGE plpgsql AS"
            + " 'BEGIN INSERT INTO fired VALUES (new.id); RETURN new; END'",
        "CREATE TRIGGER fired BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION fired()");
  }

  @Test
  void keepsUserTriggersSilentWhereItMay() throws SQLException {
    Bench.asSuperuser(database).run(REQUEST);
    assertEquals("0", database.queryOne("SELECT count(*) FROM fired"));
    assertEquals("100", database.queryOne("SELECT count(b) FROM t"));
  }

  @Test
  void letsUserTriggersFireWhereItMayNotSilenceThem() throws SQLException {
    Bench.of(database).run(REQUEST);
    assertEquals("100", database.queryOne("SELECT count(*) FROM fired"));
    assertEquals("100", database.queryOne("SELECT count(b) FROM t"));
  }

  @Test
  void leavesTheSessionAsItWas() throws SQLException {
    String settings =
        "SELECT string_agg(name || setting, ';' ORDER BY name) FROM pg_settings"
            + " WHERE name !~ 'phase' AND context IN ('user', 'superuser')";
    Bench.asSuperuser(database);
    try (Connection connection = database.superuser();
        Statement statement = connection.createStatement()) {
      String before = one(statement, settings);
      new Backfill(
              Jdbi.create(() -> new Uncloseable(connection).connection()),
              Clock.systemUTC(),
              Sleeper.system())
          .run(REQUEST, ProgressListener.none(), StopSignal.never());
      assertEquals(before, one(statement, settings));
      assertEquals("", one(statement, "SELECT current_setting('phase.backfill')"));
    }
  }

  private static String one(Statement statement, String query) throws SQLException {
    try (var row = statement.executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }

  /** A connection that stays open when it is closed, as one of a pool does. */
  private record Uncloseable(Connection real) {

    Connection connection() {
      return (Connection)
          java.lang.reflect.Proxy.newProxyInstance(
              getClass().getClassLoader(),
              new Class<?>[] {Connection.class},
              (proxy, method, arguments) ->
                  method.getName().equals("close") ? null : method.invoke(real, arguments));
    }
  }
}

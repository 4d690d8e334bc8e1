package dev.phase.engine.activity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.phase.sql.Identifier;
import dev.phase.sql.QualifiedName;
import dev.phase.testkit.Database;
import dev.phase.testkit.PostgresTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who would be in the way. */
@PostgresTest
final class ObstaclesTest {

  private static final Set<QualifiedName> ORDERS =
      Set.of(new QualifiedName(Identifier.of("public"), Identifier.of("My Orders")));

  private final Database database;

  ObstaclesTest(Database database) {
    this.database = database;
  }

  @BeforeEach
  void createTables() throws SQLException {
    database.run("CREATE TABLE \"My Orders\" (id int)", "CREATE TABLE other (id int)");
  }

  @Test
  void aTransactionThatHasLockedATableIsFoundByItsTable() throws SQLException {
    try (Connection application = database.connect();
        Connection looking = database.connect()) {
      application.setAutoCommit(false);
      application.setClientInfo("ApplicationName", "checkout");
      application.createStatement().execute("SELECT  FROM\n  \"My Orders\", other");

      List<Obstacle> found = new Obstacles(looking).find(ORDERS, Duration.ZERO);

      assertEquals(1, found.size(), found::toString);
      Obstacle obstacle = found.get(0);
      assertEquals(Obstacle.Kind.SESSION, obstacle.kind());
      assertEquals("checkout", obstacle.application());
      assertEquals(database.user(), obstacle.user());
      assertEquals("idle in transaction", obstacle.state());
      assertEquals(List.of("public.My Orders"), obstacle.locks());
      assertEquals("SELECT FROM \"My Orders\", other", obstacle.query());
      assertTrue(
          obstacle.describe().contains("has locked public.My Orders since"), obstacle::describe);
      application.rollback();
    }
  }

  @Test
  void aTransactionThatIsYoungOrElsewhereIsNone() throws SQLException {
    try (Connection application = database.connect();
        Connection looking = database.connect()) {
      application.setAutoCommit(false);
      application.createStatement().execute("SELECT FROM other");

      assertEquals(List.of(), new Obstacles(looking).find(ORDERS, Duration.ZERO));
      assertEquals(List.of(), new Obstacles(looking).find());
      application.createStatement().execute("SELECT FROM \"My Orders\"");
      assertEquals(List.of(), new Obstacles(looking).find(ORDERS, Duration.ofHours(1)));
      application.rollback();
    }
  }

  @Test
  void whatMayNotBeSeenIsCounted() throws SQLException {
    String stranger = database.createRole("stranger");
    try (Connection application = database.connect();
        Connection administrator = database.superuser();
        Connection looking = database.connectAs(stranger)) {
      assertEquals(2, new Obstacles(looking).hidden());
      assertEquals(0, new Obstacles(administrator).hidden());
      assertTrue(application.isValid(1));
    }
  }
}

package dev.phase.jpa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.zaxxer.hikari.HikariDataSource;
import dev.phase.sql.Identifier;
import dev.phase.testkit.Database;
import dev.phase.testkit.PostgresTest;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@PostgresTest
class VersionedDataSourceTest {

  private static final String SCHEMA = "Übung 1";
  private static final String RENAME =
      "operations: [{ rename_column: { table: people, from: name, to: full_name } }]";

  @TempDir private Path directory;
  private Database database;
  private Deployment deployment;
  private ApplicationVersion version;

  @BeforeEach
  void publishAVersion(Database database) throws Exception {
    this.database = database;
    database.run(
        "CREATE SCHEMA \"Übung 1\"",
        "CREATE TABLE \"Übung 1\".people (id bigint PRIMARY KEY, name text)",
        "INSERT INTO \"Übung 1\".people VALUES (1, 'Ada')");
    deployment = new Deployment(database, directory, SCHEMA);
    deployment.init();
    deployment.advance("0001_full_name", RENAME);
    version = new ApplicationVersion("0001_full_name", Identifier.of(SCHEMA));
  }

  @Test
  void connectionsLeadToTheVersionAndSayWhoTheyAre() throws SQLException {
    try (HikariDataSource pool = deployment.pool(version);
        Connection connection = new VersionedDataSource(pool, version).getConnection()) {
      assertEquals("Ada", one(connection, "SELECT full_name FROM people"));
      assertEquals("phase:0001_full_name shop", one(connection, "SHOW application_name"));
    }
  }

  @Test
  void theyStillDoAfterAReset() throws SQLException {
    try (HikariDataSource pool = deployment.pool(version)) {
      VersionedDataSource dataSource = new VersionedDataSource(pool, version);
      execute(dataSource, "DISCARD ALL");
      execute(dataSource, "RESET ALL");
      execute(dataSource, "SELECT full_name FROM people");
    }
  }

  @Test
  void aSearchPathThatIsLeftBehindIsUndoneAtTheNextCheckout() throws SQLException {
    try (HikariDataSource pool = deployment.pool(version)) {
      VersionedDataSource dataSource = new VersionedDataSource(pool, version);
      execute(dataSource, "SET search_path = \"Übung 1\"");
      execute(dataSource, "SELECT full_name FROM people");
    }
  }

  @Test
  void aPoolThatKnowsNothingOfTheVersionIsRefused() {
    try (HikariDataSource pool = deployment.pool(new Properties())) {
      WrongVersionException e =
          assertThrows(
              WrongVersionException.class, new VersionedDataSource(pool, version)::getConnection);
      assertEquals(
          "This connection looks names up in [public] instead of [Übung 1_0001_full_name, Übung 1]. Let the pool open connections with currentSchema=Übung 1_0001_full_name,Übung 1, and a pooler in between keep it.",
          e.getMessage());
      assertEquals("55000", e.getSQLState());
      assertEquals(0, pool.getHikariPoolMXBean().getActiveConnections());
    }
  }

  @Test
  void theReversedPathIsRefused() {
    Properties properties = new Properties();
    properties.setProperty("currentSchema", "\"Übung 1\",\"Übung 1_0001_full_name\"");
    try (HikariDataSource pool = deployment.pool(properties)) {
      assertThrows(
          WrongVersionException.class, new VersionedDataSource(pool, version)::getConnection);
    }
  }

  @Test
  void aVersionThatIsTakenAwayNeverLeadsToTheBaseTables() throws SQLException {
    try (HikariDataSource pool = deployment.pool(version)) {
      VersionedDataSource dataSource = new VersionedDataSource(pool, version);
      execute(dataSource, "SELECT full_name FROM people");
      deployment.run(engine -> engine.rollback(Deployment.RELEASE));
      WrongVersionException e =
          assertThrows(WrongVersionException.class, dataSource::getConnection);
      assertEquals(
          "Version 0001_full_name is not in this database: schema Übung 1_0001_full_name or its view phase_version is missing. Run `phase advance`, or deploy a newer release if the version was contracted.",
          e.getMessage());
    }
  }

  @Test
  void anAnswerCountsForAsLongAsItIsTold() throws SQLException {
    AtomicLong now = new AtomicLong();
    Answers answers = new Answers(Duration.ofSeconds(1), now::get);
    try (HikariDataSource pool = deployment.pool(version)) {
      pool.setMaximumPoolSize(1);
      VersionedDataSource dataSource = new VersionedDataSource(pool, version, answers);
      execute(dataSource, "SELECT full_name FROM people");
      database.run("DROP SCHEMA \"Übung 1_0001_full_name\" CASCADE");
      now.set(999_999_999);
      execute(dataSource, "SELECT name FROM people");
      now.set(1_000_000_000);
      assertThrows(WrongVersionException.class, dataSource::getConnection);
    }
  }

  @Test
  void anAnswerCannotCountForLessThanNoTime() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new Answers(Duration.ofMillis(-1), System::nanoTime));
  }

  @Test
  void anAnswerDoesNotCountOnceTheServerReportsAnotherPath() throws SQLException {
    try (HikariDataSource pool = deployment.pool(version)) {
      pool.setMaximumPoolSize(1);
      VersionedDataSource dataSource =
          new VersionedDataSource(pool, version, Duration.ofHours(1));
      execute(dataSource, "SET search_path = \"Übung 1\"");
      try (Connection connection = dataSource.getConnection()) {
        boolean reports = connection.getMetaData().getDatabaseMajorVersion() >= 18;
        String column = reports ? "full_name" : "name";
        assertEquals("Ada", one(connection, "SELECT " + column + " FROM people"));
      }
    }
  }

  @Test
  void aSchemaThatOnlyHasTheNameIsRefused() throws Exception {
    deployment.run(engine -> engine.rollback(Deployment.RELEASE));
    database.run(
        "CREATE SCHEMA \"Übung 1_0001_full_name\"",
        """
        CREATE VIEW "Übung 1_0001_full_name".phase_version AS
        SELECT '0000_other'::text AS version, 'Übung 1'::text AS base_schema""");
    try (HikariDataSource pool = deployment.pool(version)) {
      assertThrows(
          WrongVersionException.class, new VersionedDataSource(pool, version)::getConnection);
    }
  }

  @Test
  void noTransactionIsOpenAtCheckout() throws SQLException {
    try (HikariDataSource pool = deployment.pool(version)) {
      pool.setAutoCommit(false);
      try (Connection connection = new VersionedDataSource(pool, version).getConnection()) {
        assertFalse(connection.getAutoCommit());
        connection.setReadOnly(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
      }
    }
  }

  @Test
  void whatIsBelowCanBeReached() throws SQLException {
    try (HikariDataSource pool = deployment.pool(version)) {
      VersionedDataSource dataSource = new VersionedDataSource(pool, version);
      assertEquals(pool, dataSource.unwrap(HikariDataSource.class));
      assertTrue(dataSource.isWrapperFor(HikariDataSource.class));
    }
  }

  @Test
  void theBaselineIsTheBaseSchemaAlone() throws SQLException {
    ApplicationVersion baseline =
        new ApplicationVersion(ApplicationVersion.BASELINE, Identifier.of(SCHEMA));
    try (HikariDataSource pool = deployment.pool(baseline);
        HikariDataSource other = deployment.pool(version);
        Connection connection = new VersionedDataSource(pool, baseline).getConnection()) {
      assertEquals("Ada", one(connection, "SELECT name FROM people"));
      assertThrows(
          WrongVersionException.class, new VersionedDataSource(other, baseline)::getConnection);
    }
  }

  private static void execute(VersionedDataSource dataSource, String sql) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
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
